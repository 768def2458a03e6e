"""From views and forms to HTML: total over every block and field, and everything in them is text."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import assert_never
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.adapters.webchat.painting import Painted
from bot.adapters.webchat.server.model import Account, Message
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.forms import (
    Choice,
    Confirm,
    Day,
    Field,
    File,
    Instant,
    LongText,
    Number,
    Person,
    Scale,
    SearchedChoice,
    Several,
    ShortText,
    TimeZone,
)
from bot.core.ui.pictures import Drawing
from bot.core.ui.replies import OpenForm
from bot.core.ui.views import (
    Attachment,
    Block,
    Checklist,
    Fields,
    Heading,
    Moment,
    Picture,
    Progress,
    Quote,
    Table,
    Text,
    View,
)

_TEMPLATES = Path(__file__).parent / "templates"
_HUES = 8
"""How many colours there are for avatars (`hue-0` ... in page.css)."""


@dataclass(frozen=True)
class Viewer:
    """Who looks: in which language and time zone the page speaks to them."""

    account: Account
    language: str
    zone: ZoneInfo
    local: str = ""
    """The zone that their browser is in, by its own word; empty where it hasn't said so."""


class Speaker:
    """The page's own words, in one language."""

    def __init__(self, conversation: Conversation, language: str) -> None:
        self._conversation = conversation
        self._language = language
        self.language = self("webchat-language")
        """The language that the catalogue really speaks, for `<html lang>` and dates."""

    def __call__(self, key: str, /, **facts: str | int) -> str:
        return self._conversation.words(key, self._language, **facts)


@dataclass(frozen=True)
class Shown:
    """A message with everything that drawing it needs: one of `view`, `form` or neither (plain words) is set."""

    message: Message
    view: View | None = None
    form: OpenForm | None = None
    is_readable: bool = True
    pictures: Mapping[Drawing, Painted] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    """How a searched field's answer is called, by field name."""


class Templates:
    """Draws templates, all of them escaped."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # else the disk is asked at each drawing
        )
        self._environment.filters |= {
            "block": block_name,
            "field": field_name,
            "initials": initials,
            "hue": hue,
            "clamp": clamp,
            "address": address_of,
        }
        self._environment.tests["moment"] = _is_moment

    def draw(self, template: str, language: str, zone: ZoneInfo, /, **facts: object) -> Markup:
        """Draw a template in a language; times are shown in `zone`."""
        words = Speaker(self._conversation, language)
        clock = _calendar(words.language, zone)
        return Markup(self._environment.get_template(template).render(t=words, when=clock, **facts))  # noqa: S704 - autoescaped

    def message(self, shown: Shown, viewer: Viewer, *, base: str) -> Markup:
        """Draw one message for one viewer; `base` is the address of the place it stands in."""
        return self.draw("message.html", viewer.language, viewer.zone, shown=shown, viewer=viewer.account, base=base)


def block_name(block: Block) -> str:  # noqa: PLR0911 - one line for each kind of block
    """Name the macro that draws a block (`blocks.html`)."""
    match block:
        case Text():
            return "text"
        case Heading():
            return "heading"
        case Fields():
            return "fields"
        case Checklist():
            return "checklist"
        case Progress():
            return "progress"
        case Table():
            return "table"
        case Quote():
            return "quote"
        case Picture():
            return "picture"
        case Attachment():
            return "attachment"
        case _:
            assert_never(block)


def field_name(field: Field) -> str:  # noqa: C901, PLR0911 - one line for each kind of field
    """Name the macro that draws a field (`fields.html`)."""
    match field:
        case ShortText():
            return "short_text"
        case LongText():
            return "long_text"
        case Choice():
            return "choice"
        case Several():
            return "several"
        case SearchedChoice() | TimeZone() | Person():
            return "searched"
        case Scale():
            return "scale"
        case Number():
            return "number"
        case Day():
            return "day"
        case Instant():
            return "instant"
        case File():
            return "file"
        case Confirm():
            return "confirm"
        case _:
            assert_never(field)


def initials(name: str) -> str:
    """Two letters for an avatar."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def hue(account: str) -> int:
    """Choose an avatar's colour: the same one each time for the same account."""
    return sum(account.encode()) % _HUES


def clamp(share: float) -> float:
    """Keep a share between nothing and all: a bar can be no longer."""
    return min(1, max(0, share))


def address_of(attachment: Attachment) -> str:
    """Say where a file can be taken from: it is its own address, so that nothing else is kept for it."""
    return f"data:{attachment.media_type};charset=utf-8;base64,{b64encode(attachment.text.encode()).decode()}"


class _Calendar:
    """Times in words, in one language and zone."""

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        self._language = language
        self._zone = zone
        self.zone = zone.key
        """Whose times these are, for the page to say it."""

    def __call__(self, at: datetime) -> str:
        return _said(self._language, self._zone, "MMMEd", at)

    def with_year(self, at: datetime) -> str:
        """Say a time so that it can't be taken for another year's."""
        return _said(self._language, self._zone, "yMMMEd", at)


@lru_cache(maxsize=512)
def _calendar(language: str, zone: ZoneInfo) -> _Calendar:
    return _Calendar(language, zone)


@lru_cache(maxsize=4096)  # the messages of a place are drawn over and over, and each says when it was written
def _said(language: str, zone: ZoneInfo, date: str, at: datetime) -> str:
    """Say a moment, its date by a skeleton of Unicode's and its time in hours and minutes."""
    locale, local = _locale(language), at.astimezone(zone)
    return f"{format_skeleton(date, local, locale=locale)}, {format_skeleton('Hm', local, locale=locale)}"


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _is_moment(value: object) -> bool:
    return isinstance(value, Moment)
