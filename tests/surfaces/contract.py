"""What every surface is held to: it shows all of every view and form, and every button keeps its token."""

import asyncio
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

from discord import ui

from bot.adapters.discord.cards import form_card
from bot.adapters.discord.custom_ids import ActionId, FormId, ModalId
from bot.adapters.discord.custom_ids import read as read_id
from bot.adapters.discord.limits import LIMITS as LIMITS_OF_DISCORD
from bot.adapters.discord.modals import modal, pages
from bot.adapters.discord.render import rendered
from bot.adapters.library.content import read_texts
from bot.adapters.pictures.painter import VectorPainter
from bot.adapters.telegram.answers import Reader
from bot.adapters.telegram.asking import next_step
from bot.adapters.telegram.asking_state import Asking, Course
from bot.adapters.telegram.callbacks import ActionPress
from bot.adapters.telegram.callbacks import read as read_callback
from bot.adapters.telegram.limits import LIMITS as LIMITS_OF_TELEGRAM
from bot.adapters.telegram.render import Surroundings
from bot.adapters.telegram.render import rendered as drawn_view
from bot.adapters.telegram.wording import Speaker as Telegrams
from bot.adapters.webchat.limits import LIMITS
from bot.adapters.webchat.painting import Painted
from bot.adapters.webchat.render import Shown, Templates, Viewer
from bot.adapters.webchat.server.model import Account, Message, MessageKind, Part
from bot.app import CONFIG
from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.conversation import ASKING
from bot.core.ui.limits import Limits
from bot.core.ui.pictures import CHAT_WIDTH, Drawing, Theme
from bot.core.ui.replies import OpenForm
from bot.core.ui.views import Fields, Moment, Picture, View
from bot.painting import painted
from tests.adapters.discord import sheets
from tests.adapters.telegram import chats


@dataclass(frozen=True)
class Drawn:
    """What a person gets: words to read, the values of what can be pressed, the addresses that can be gone to."""

    words: str
    tokens: frozenset[str]
    links: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Face:
    """A surface, as far as the contract needs it."""

    name: str
    limits: Limits
    view: Callable[[View, str], Drawn]
    form: Callable[[OpenForm, str], Drawn]


class Page(HTMLParser):
    """Reads a page as a person does: texts, what stands in boxes, alternative texts."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tokens: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.words += [value for name in ("alt", "value") if (value := known.get(name))]
        if tag == "button" and known.get("name") == "token":
            self.tokens.add(known.get("value") or "")
        if tag == "a" and known.get("target") == "_blank" and known.get("rel") == "noopener":
            self.links.add(known.get("href") or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@dataclass(frozen=True)
class _Words:
    """The web chat's own words, without a conversation behind them."""

    catalogue: Catalogue

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        return self.catalogue.voice(language)(key, **facts)


_MESSAGE = Message(
    id=1,
    place="direct-priya",
    kind=MessageKind.VIEW,
    body="",
    author=None,
    author_name="",
    only_for=None,
    caption="",
    parent=None,
    at=datetime(2026, 11, 23, 12, tzinfo=UTC),
    pinned=False,
    edited=False,
    version=1,
)


def webchat() -> Face:
    """The local web chat."""
    templates = Templates(_Words(Catalogue(read_texts(CONFIG))))  # type: ignore[arg-type]  # it asks for words alone
    painter = VectorPainter()

    def draw(shown: Shown, language: str) -> Drawn:
        viewer = Viewer(Account("priya", "Priya Nair", Part.MENTEE), language, ZoneInfo("UTC"))
        page = Page()
        page.feed(templates.message(shown, viewer, base="/as/priya/in/direct-priya"))
        return Drawn(" ".join(" ".join(page.words).split()), frozenset(page.tokens), frozenset(page.links))

    def view(shown: View, language: str) -> Drawn:
        drawings = [block.drawing for block in shown.blocks if isinstance(block, Picture)]
        painted = {each: Painted(painter.svg(each, Theme.LIGHT), painter.svg(each, Theme.DARK)) for each in drawings}
        return draw(Shown(_MESSAGE, view=shown, pictures=painted), language)

    def form(opened: OpenForm, language: str) -> Drawn:
        return draw(Shown(replace(_MESSAGE, kind=MessageKind.FORM), form=opened), language)

    return Face("webchat", LIMITS, view, form)


def discord() -> Face:
    """Discord: what a message says, and what a form's modals and the card between them say."""
    words = _Words(Catalogue(read_texts(CONFIG)))

    def view(shown: View, language: str) -> Drawn:
        layout = asyncio.run(rendered(shown, words=words, language=language, painter=_Brush())).layout
        pressed, links = sheets.keys(layout).values(), sheets.links(layout).values()
        moments = {int(each.at.timestamp()): each.words for each in _moments(shown)}
        said = re.sub(r"<(\d+)> \(<\1>\)", lambda found: moments[int(found[1])], sheets.words(layout))
        tokens = frozenset(each.token for each in pressed if isinstance(each, ActionId))
        return Drawn(_flat(said), tokens, frozenset(links))

    def form(opened: OpenForm, language: str) -> Drawn:
        asked, said = replace(opened, errors={}, trouble=""), words.catalogue.voice(language)
        card = form_card(opened, 0, words=words, language=language)
        fixed = sheets.keys(card)[said("discord-form-correct")]
        assert isinstance(fixed, FormId)
        modals = [modal(each, page, words=words, language=language) for each in (asked, opened) for page in _all(each)]
        tokens = {fixed.token, *(each.token for each in map(_meaning, modals))}
        return Drawn(_flat(" ".join((sheets.words(card), *map(sheets.words, modals)))), frozenset(tokens))

    return Face("discord", LIMITS_OF_DISCORD, view, form)


def telegram() -> Face:
    """Telegram: what a view's messages say, and what a form's questions and its summary say."""
    words = _Words(Catalogue(read_texts(CONFIG)))

    def view(shown: View, language: str) -> Drawn:
        pictures = asyncio.run(painted(shown, _Brush(), Theme.LIGHT))
        drawn = drawn_view(shown, Surroundings(language, pictures), words)
        said = (*(each.caption for each in drawn.pictures), *drawn.parts)
        buttons = chats.buttons(drawn.keyboard)
        read = (read_callback(str(each.callback_data)) for each in buttons if each.callback_data)
        tokens = frozenset(each.token for each in read if isinstance(each, ActionPress))
        links = frozenset(each.url for each in buttons if each.url)
        return Drawn(_flat(" ".join((*map(chats.words, said), *chats.labels(buttons)))), tokens, links)

    def form(opened: OpenForm, language: str) -> Drawn:
        reader = Reader(Telegrams(words, language), _MESSAGE.at.date())
        wrong = [replace(opened, errors={name: error}) for name, error in opened.errors.items()]
        whole = replace(opened, errors={}, trouble="", answers={ASKING: Asking("", Course.REVIEW).written})
        steps = [next_step(each, reader) for each in (*wrong, whole)]
        tokens = frozenset({opened.token})  # kept with the session, whose id is on every button
        return Drawn(_flat(" ".join(chats.said(each.html, each.keyboard) for each in steps)), tokens)

    return Face("telegram", LIMITS_OF_TELEGRAM, view, form)


class _Brush:
    """Paints nothing, at once: what a picture says is told by its alternative text here."""

    def svg(self, drawing: Drawing, theme: Theme) -> str:
        return "<svg/>"

    def png(self, drawing: Drawing, theme: Theme, width: int = CHAT_WIDTH) -> bytes:
        return b""


def _moments(view: View) -> Iterator[Moment]:
    """What Discord says in each reader's own zone and words."""
    for block in view.blocks:
        if isinstance(block, Fields):
            yield from (row.value for row in block.rows if isinstance(row.value, Moment))


def _all(opened: OpenForm) -> range:
    return range(len(pages(opened.form)))


def _meaning(drawn: ui.Modal) -> ModalId:
    meaning = read_id(drawn.custom_id)
    assert isinstance(meaning, ModalId)
    return meaning


def _flat(text: str) -> str:
    return " ".join(text.split())


FACES = (webchat(), discord(), telegram())
"""Every surface; a new one joins here."""
