"""What every surface is held to: it shows all of every view and form, and every button keeps its token."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

from bot.adapters.library.content import read_texts
from bot.adapters.pictures.painter import VectorPainter
from bot.adapters.webchat.limits import LIMITS
from bot.adapters.webchat.painting import Painted
from bot.adapters.webchat.render import Shown, Templates, Viewer
from bot.adapters.webchat.server.model import Account, Message, MessageKind, Part
from bot.app import CONFIG
from bot.core.dialogue.catalogue import Catalogue
from bot.core.ui.limits import Limits
from bot.core.ui.pictures import Theme
from bot.core.ui.replies import OpenForm
from bot.core.ui.views import Picture, View


@dataclass(frozen=True)
class Drawn:
    """What a person gets: words to read, and the values of what can be pressed."""

    words: str
    tokens: frozenset[str]


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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.words += [value for name in ("alt", "value") if (value := known.get(name))]
        if tag == "button" and known.get("name") == "token":
            self.tokens.add(known.get("value") or "")

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
        return Drawn(" ".join(" ".join(page.words).split()), frozenset(page.tokens))

    def view(shown: View, language: str) -> Drawn:
        drawings = [block.drawing for block in shown.blocks if isinstance(block, Picture)]
        painted = {each: Painted(painter.svg(each, Theme.LIGHT), painter.svg(each, Theme.DARK)) for each in drawings}
        return draw(Shown(_MESSAGE, view=shown, pictures=painted), language)

    def form(opened: OpenForm, language: str) -> Drawn:
        return draw(Shown(replace(_MESSAGE, kind=MessageKind.FORM), form=opened), language)

    return Face("webchat", LIMITS, view, form)


FACES = (webchat(),)
"""Every surface; a new one joins here."""
