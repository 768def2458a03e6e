"""An answer whatever happens."""

from collections.abc import Sequence

import pytest
from structlog.testing import capture_logs

from bot.adapters.edge.chat import CODE_LENGTH, Chat
from bot.adapters.edge.doorman import BURST, Doorman
from bot.adapters.edge.hop import Hop
from bot.adapters.library.content import read_texts
from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.router import Router
from bot.core.dialogue.specs import CommandSpec, Feature, SearchSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import NotFound
from bot.core.ports import Tools, UnitOfWork
from bot.core.ui.commands import Access
from bot.core.ui.forms import Option
from bot.core.ui.guides import GuideStep
from bot.core.ui.inbound import CommandCalled, Origin, Searched, Where
from bot.core.ui.replies import Reply
from bot.core.ui.tokens import Signer
from bot.core.ui.views import View
from bot.core.usecases.members import depart
from bot.storage.errors import StorageUnavailable
from tests.adapters.edge.conftest import CONFIG
from tests.adapters.edge.fakes import CountingIds, FakeMachine

SECRET = "what somebody typed"


def fine(talk: Talk) -> Reply:
    return Reply(View(f"hello {talk.actor.member.name if talk.actor.member else 'stranger'}"))


def broken(talk: Talk) -> Reply:
    raise RuntimeError(SECRET)


def half_done(talk: Talk) -> Reply:
    talk.work.notes.set("half", "done")
    raise RuntimeError(SECRET)


def away(talk: Talk) -> Reply:
    raise StorageUnavailable(SECRET)


def gone(talk: Talk) -> Reply:
    raise NotFound


def name_nothing(talk: Talk, text: str) -> Option | None:
    return None


def failing_search(talk: Talk, text: str) -> Sequence[Option]:
    raise RuntimeError(SECRET)


def steps(talk: Talk) -> Sequence[GuideStep]:
    return [GuideStep(talk.community.name, done=False, account="", command="me")]


FEATURE = Feature(
    commands=[
        CommandSpec("fine", depart, answer=fine),
        CommandSpec("broken", depart, answer=broken),
        CommandSpec("half_done", depart, answer=half_done, access=Access.WRITE),
        CommandSpec("away", depart, answer=away, access=Access.WRITE),
        CommandSpec("gone", depart, answer=gone),
    ],
    searches=[SearchSpec("failing", failing_search, name_nothing)],
)


def origin(account: str = "u-anna", update: str = "1") -> Origin:
    return Origin("webchat", "webchat-community-a", account, "Anna", Where.PRIVATE, "p", update, language="en")


def half(work: UnitOfWork) -> str | None:
    return work.notes.get("half")


@pytest.fixture
def chat(hop: Hop, tools: Tools, machine: FakeMachine, monkeypatch: pytest.MonkeyPatch) -> Chat:
    monkeypatch.setattr("bot.core.dialogue.router.authorise", lambda *_: None)
    monkeypatch.setattr("bot.core.dialogue.router.may", lambda *_: True)
    catalogue = Catalogue(read_texts(CONFIG))
    router = Router([FEATURE], catalogue, Signer(bytes(32)), tools)
    return Chat(router, steps, hop, catalogue, CountingIds(), Doorman(machine))


async def said(chat: Chat, command: str, account: str = "u-anna") -> str:
    reply = await chat.handle(CommandCalled(origin(account), command, text=SECRET))
    assert isinstance(reply.content, View)
    return reply.content.title


async def test_a_command_is_answered(chat: Chat) -> None:
    assert await said(chat, "fine") == "hello Anna of community-a"
    assert await said(chat, "fine", account="u-nobody") == "hello stranger"


@pytest.mark.parametrize("command", ["broken", "half_done"])
async def test_a_fault_becomes_a_sentence_with_a_code_that_the_log_knows(chat: Chat, hop: Hop, command: str) -> None:
    with capture_logs() as logs:
        answer = await said(chat, command)

    [event] = logs
    assert event["event"] == "unexpected_error"
    assert len(event["code"]) == CODE_LENGTH
    assert event["code"] in answer
    assert event["error"] == "RuntimeError"
    assert any(command in place for place in event["where"])
    assert SECRET not in f"{answer} {logs}"
    assert await hop.read(half) is None, "nothing half done is kept"


async def test_a_database_that_is_away_is_said_without_a_code(chat: Chat) -> None:
    with capture_logs() as logs:
        answer = await said(chat, "away")

    assert answer
    assert [event["event"] for event in logs] == ["storage_unavailable"]
    assert SECRET not in f"{answer} {logs}"


async def test_a_rules_no_is_no_fault(chat: Chat) -> None:
    with capture_logs() as logs:
        await said(chat, "gone")

    assert logs == []


async def test_a_search_that_fails_finds_nothing(chat: Chat) -> None:
    with capture_logs() as logs:
        assert await chat.search(Searched(origin(), "failing", SECRET)) == ()

    assert [event["event"] for event in logs] == ["unexpected_error"]
    assert SECRET not in str(logs)


async def test_the_tour_is_for_the_community_that_is_known(chat: Chat) -> None:
    assert [step.text for step in await chat.guide(origin())] == ["The community-a"]
    nowhere = Origin("webchat", "nowhere", "u-anna", "Anna", Where.PRIVATE, "p", "1")
    assert await chat.guide(nowhere) == ()


def test_a_surface_says_its_own_words(chat: Chat) -> None:
    assert chat.words("start-ready", "en", address="here") == "Menteo is ready at here"


async def test_one_who_does_everything_at_once_is_asked_to_wait_and_holds_up_nobody(chat: Chat) -> None:
    said_to_anna = [await said(chat, "fine") for _ in range(BURST + 1)]

    assert len(set(said_to_anna[:BURST])) == 1
    assert "Wait a few seconds" in said_to_anna[BURST]
    assert await chat.search(Searched(origin(), "failing", "x")) == ()
    assert (await said(chat, "fine", account="u-zoe")).startswith("hello Zoe")
