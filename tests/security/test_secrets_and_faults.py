"""What never leaves the program: its key, people's words in a log, a fault's trace."""

import io
import json
import logging
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import structlog

from bot.adapters.ids import RandomIds
from bot.adapters.webchat.render import Shown, Templates, Viewer
from bot.adapters.webchat.server.model import Account, Message, MessageKind, Part
from bot.core.ui.views import Picture, View
from bot.logs import set_up_logs
from tests.security.conftest import CANARY
from tests.stories.acting import Person
from tests.stories.beginnings import RATED, WEEK, couple, programme, proposal
from tests.stories.cast import START, Cast, Program
from tests.stories.platform import FakePlatform

HOSTILE = "<script>x()</script><img src=x onerror=y()> @everyone <@1> [a](javascript:z) *b* \u202eevil"

MESSAGE = Message(
    id=1,
    place="direct-lina",
    kind=MessageKind.VIEW,
    body="",
    author=None,
    author_name="",
    only_for="lina",
    caption=HOSTILE,
    parent=None,
    at=START,
    pinned=False,
    edited=False,
    version=1,
)


@dataclass
class BrittleIds:
    """Ids that fail once, when told to."""

    fails_next: bool = False
    _ids: RandomIds = field(default_factory=RandomIds)

    def new(self) -> str:
        if self.fails_next:
            self.fails_next = False
            raise RuntimeError("a secret of the core")
        return self._ids.new()


@pytest.fixture
def ids() -> BrittleIds:
    return BrittleIds()


def everything_in(directory: Path) -> bytes:
    """What the program has written to disk, its database with what is in front of it."""
    return b"".join(each.read_bytes() for each in directory.rglob("*") if each.is_file())


@pytest.fixture
async def brittle(data_dir: Path, sqlite_url: str, ids: BrittleIds) -> AsyncIterator[Cast]:
    environment = {"MENTEO_SECRET_KEY": CANARY}
    async with Cast(Program(data_dir, sqlite_url, (FakePlatform(),), environment, ids=ids)).on_stage() as cast:
        yield cast


@pytest.fixture
def logs(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Logs as a deployed program writes them, every one of them; the loggers are put back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    set_up_logs("DEBUG", as_json=True)
    yield stream
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


async def test_the_key_and_people_s_words_are_in_no_log_and_the_key_is_nowhere(
    cast: Cast, tmp_path: Path, logs: io.StringIO
) -> None:
    pair = await couple(cast)
    await cast.monday()
    await pair.mentee.runs("/checkin", **{**WEEK, "challenge": "words of mine"})
    await pair.mentee.presses_token("forged:by:hand")

    logged, kept = logs.getvalue(), everything_in(tmp_path)
    screens = pair.moderator.screen + pair.mentor.screen + pair.mentee.screen
    assert "effect_done" in logged
    assert "words of mine" not in logged
    assert CANARY not in logged + screens
    assert CANARY.encode() not in kept


async def test_a_fault_gets_a_sentence_with_a_code_and_writes_nothing(
    brittle: Cast, ids: BrittleIds, logs: io.StringIO
) -> None:
    pair = await couple(brittle)
    await pair.mentee.types("/goal add")
    form = pair.mentee.open_form

    ids.fails_next = True
    with pytest.raises(AssertionError, match="a dead end"):  # a fault offers nothing but to try again
        await pair.mentee.fills(title="Lead two design reviews")

    [fault] = [json.loads(line) for line in logs.getvalue().splitlines() if "unexpected_error" in line]
    assert len(fault["code"]) == 8
    assert "a secret of the core" not in json.dumps(fault)
    pair.mentor.sees_nothing_of("Lina Berg has set a goal")
    pair.mentee.form = form
    await pair.mentee.fills(title="Lead two design reviews")
    pair.mentee.sees("Your goal is set")


async def test_nobody_writes_log_lines_of_their_own(brittle: Cast, ids: BrittleIds, logs: io.StringIO) -> None:
    pair = await proposal(brittle)
    mallory = brittle.person("Mallory")
    mallory.account = 'm"\n{"event": "forged", "level": "info"}\r\x1b[31m\u2028'

    ids.fails_next = True
    with pytest.raises(AssertionError, match="a dead end"):
        await mallory.presses_token(pair.mentor.token("Accept"))

    lines = logs.getvalue().splitlines()
    events = [json.loads(line)["event"] for line in lines]
    assert "unexpected_error" in events
    assert "forged" not in events


class Tags(HTMLParser):
    """Collects what a browser would run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(tag, name) for name, _ in attrs if name.startswith("on")]
        self.found += [(tag, "")] if tag in {"script", "iframe", "object"} else []
        addresses = [value or "" for name, value in attrs if name in {"href", "src", "action"}]
        self.found += [(tag, value) for value in addresses if value.startswith("javascript")]


async def test_nothing_that_people_write_becomes_markup(cast: Cast) -> None:
    lina = await hostile_loop(cast)
    templates = Templates(cast.app.conversation)
    viewer = Viewer(Account("lina", HOSTILE, Part.MENTEE), "en", ZoneInfo("UTC"))
    views = [each.content for each in lina.platform.messages if isinstance(each.content, View)]
    assert sum("<script>" in each.text for each in lina.platform.messages) >= 5

    for view in views:
        plain = View(view.title, tuple(each for each in view.blocks if not isinstance(each, Picture)), view.actions)
        html = templates.message(Shown(MESSAGE, view=plain), viewer, base="/as/lina/in/x")
        tags = Tags()
        tags.feed(html)
        assert tags.found == []
    assert not any("\u202e" in each.text for each in lina.platform.messages)


async def hostile_loop(cast: Cast) -> Person:
    """Everybody calls themselves and everything something that would run if it could."""
    noor = await programme(cast)
    await noor.runs("/setup", name=HOSTILE[:80])
    lina, sam = cast.person("Lina"), cast.person("Sam")
    lina.name, sam.name = f"Lina {HOSTILE}", f"Sam {HOSTILE}"
    await sam.runs("/join mentor", role="Staff engineer")
    await lina.runs("/join mentee", destination="Staff engineer", visibility="public")
    await lina.runs("/gap rate", **RATED)
    await lina.runs("/gap evidence", competency="Coding", evidence=HOSTILE)
    await lina.runs("/goal add", title=HOSTILE[:120], unit=HOSTILE[:30], target="3")
    await lina.types(f"/{HOSTILE}")
    await cast.monday()
    await lina.runs("/checkin", **dict.fromkeys(("learned", "challenge", "milestone", "next"), HOSTILE))
    return lina
