"""Every view and form with example data, as lines to read and as data to compare."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from bot.adapters.clocks import SystemClock
from bot.adapters.ids import RandomIds
from bot.adapters.library.content import ConfigLibrary, read_texts
from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.gallery import examples, stage
from bot.core.ports import Tools
from bot.core.ui.forms import Form
from bot.core.ui.limits import words
from bot.core.ui.tokens import Signer
from bot.core.ui.views import View
from bot.storage.engines import open_database
from bot.storage.migrate import migrate

_KEY = bytes(32)
"""Nothing shown here can be pressed."""


@dataclass(frozen=True)
class Exhibit:
    """One example, made."""

    name: str
    shown: View | Form


def exhibits(config: Path, language: str) -> Sequence[Exhibit]:
    """Make every example in a language, over an empty database that is gone afterwards."""
    catalogue = Catalogue(read_texts(config))
    tools = Tools(SystemClock(), RandomIds(), ConfigLibrary(config))
    with tempfile.TemporaryDirectory(prefix="menteo-gallery-") as directory:
        url = f"sqlite:///{directory}/gallery.sqlite"
        migrate(url)
        with closing(open_database(url)) as database, database.read() as work:
            talk = stage(catalogue, tools, Signer(_KEY), language, work)
            return [Exhibit(example.name, example.make(talk)) for example in examples()]


def as_lines(shown: Sequence[Exhibit]) -> Iterator[str]:
    """Write examples as plain text."""
    for each in shown:
        yield f"== {each.name}"
        yield from _form_lines(each.shown) if isinstance(each.shown, Form) else _view_lines(each.shown)
        yield ""


def as_data(shown: Sequence[Exhibit]) -> Sequence[object]:
    """Write examples as plain data, for JSON."""
    return [
        {"name": each.name, "kind": type(each.shown).__name__.lower(), "shown": _plain(asdict(each.shown))}
        for each in shown
    ]


def _view_lines(view: View) -> Iterator[str]:
    yield view.title
    for block in view.blocks:
        yield from (f"  {line}" for line in words(block) if line)
    if view.actions:
        yield "  " + " ".join(f"[{action.label}]" for action in view.actions)


def _form_lines(form: Form) -> Iterator[str]:
    yield form.title
    for field in form.fields:
        yield f"  {field.label}{' *' if field.required else ''}"
    yield f"  [{form.submit}]"


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case dict():
            return {str(key): _plain(each) for key, each in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_plain(each) for each in value]
        case _:
            return value
