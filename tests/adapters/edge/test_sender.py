"""Carrying out the outbox: nothing lost, nothing said twice, nobody held up by another."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial

import pytest
from structlog.testing import capture_logs

from bot.adapters.edge import sender as sender_module
from bot.adapters.edge.hop import Hop
from bot.adapters.edge.pacing import UNPACED, Pace, Pacer
from bot.adapters.edge.sender import Sender
from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.notices import Notices
from bot.core.effects import Delivered, Done, Effect, Outcome, Priority, Refused, Retry, Unknown, Unreachable
from bot.core.ports import Tools, UnitOfWork
from bot.core.ui.tokens import Signer
from bot.core.usecases.delivery import MOST_TRIES, record_outcomes
from bot.storage.engines import Database
from bot.storage.errors import StorageUnavailable
from tests.adapters.edge.fakes import FEATURES, FakeMachine, FakePlatform, telling


class Post:
    """A sender with an outbox to fill."""

    def __init__(self, hop: Hop, platform: FakePlatform, tools: Tools, machine: FakeMachine, pace: Pace) -> None:
        self.hop, self.machine = hop, machine
        notices = Notices(FEATURES, Catalogue({"en": []}), Signer(bytes(32)), tools)
        self.sender = Sender(platform, hop, notices, tools, machine, Pacer(pace, machine), lambda: 0.5)

    async def put(self, *effects: Effect) -> None:
        await self.hop.write(_put, effects)

    async def waiting(self) -> int:
        return await self.hop.read(_waiting)

    async def drain_all(self) -> None:
        """Drain until nothing waits, letting back-off pass."""
        while await self.waiting():
            await self.sender.drain()
            self.machine.time += timedelta(minutes=11)


def _put(work: UnitOfWork, effects: tuple[Effect, ...]) -> None:
    work.outbox.add(effects)
    work.commit()


def _waiting(work: UnitOfWork) -> int:
    return work.outbox.waiting()


def _answer(outcome: Outcome | None) -> Outcome:
    if outcome is None:
        raise ConnectionResetError("the words of somebody")
    return outcome


@pytest.fixture
def post(hop: Hop, platform: FakePlatform, tools: Tools, machine: FakeMachine) -> Post:
    return Post(hop, platform, tools, machine, UNPACED)


async def test_everything_ready_is_said_once(post: Post, platform: FakePlatform) -> None:
    await post.put(telling("one"), telling("two", to="anna"), telling("three"))

    assert await post.sender.drain() == 3
    assert await post.sender.drain() == 0

    assert sorted(platform.said) == ["one", "three", "two"]
    assert await post.waiting() == 0


async def test_a_lane_keeps_its_order_with_one_in_flight(post: Post, platform: FakePlatform) -> None:
    platform.gates["1"] = asyncio.Event()
    await post.put(*[telling(str(number)) for number in range(1, 6)])
    draining = asyncio.create_task(post.sender.drain())
    await platform.begun["1"].wait()

    assert platform.tried == ["1"]

    platform.gates["1"].set()
    await draining
    assert platform.said == ["1", "2", "3", "4", "5"]


async def test_a_slow_delivery_holds_up_its_own_lane_only(post: Post, platform: FakePlatform) -> None:
    platform.gates["slow"] = asyncio.Event()
    await post.put(telling("slow"), telling("behind it"), telling("quick", to="anna"))
    draining = asyncio.create_task(post.sender.drain())
    await platform.heard["quick"].wait()
    await post.put(telling("new", to="maya"))
    post.sender.wake()
    await platform.heard["new"].wait()

    assert platform.said == ["quick", "new"]

    platform.gates["slow"].set()
    await draining
    assert platform.said == ["quick", "new", "slow", "behind it"]


async def test_answers_go_before_prompts(post: Post, platform: FakePlatform, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender_module, "MOST_IN_FLIGHT", 1)
    await post.put(telling("prompt", priority=Priority.PROMPT), telling("answer", to="anna"))

    await post.sender.drain()

    assert platform.said == ["answer", "prompt"]


async def test_what_has_become_moot_is_skipped_with_its_reason(post: Post, platform: FakePlatform) -> None:
    await post.put(telling("moot"), telling("said"))

    with capture_logs() as logs:
        await post.sender.drain()

    assert platform.said == ["said"]
    assert await post.waiting() == 0
    assert {"event": "effect_skipped", "effect": 1, "reason": "moot", "log_level": "info"} in logs


async def test_a_notice_that_cannot_be_made_becomes_a_dead_letter_and_holds_up_nobody(
    post: Post, platform: FakePlatform
) -> None:
    await post.put(telling("broken"), telling("behind it"), telling("said", to="anna"))

    with capture_logs() as logs:
        await post.sender.drain()
        assert platform.said == ["said"]
        await post.drain_all()

    assert platform.said == ["said", "behind it"]
    [dead] = [event for event in logs if event["event"] == "effect_given_up"]
    assert (dead["key"], dead["tries"]) == ("tell:broken", MOST_TRIES)


@pytest.mark.parametrize(
    ("outcome", "tries"),
    [
        (Retry("busy"), MOST_TRIES),
        (Unknown("no answer"), MOST_TRIES),
        (None, MOST_TRIES),
        (Refused("no such place"), 1),
    ],
    ids=["retry", "unknown", "raises", "refused"],
)
async def test_what_never_succeeds_is_given_up_and_the_lane_goes_on(
    post: Post, platform: FakePlatform, outcome: Outcome | None, tries: int
) -> None:
    platform.answers["never"] = partial(_answer, outcome)
    await post.put(telling("never"), telling("behind it"))

    with capture_logs() as logs:
        await post.drain_all()

    assert platform.tried.count("never") == tries
    assert platform.said == ["behind it"]
    assert "effect_given_up" in [event["event"] for event in logs]
    assert "the words of somebody" not in str(logs)


async def test_one_who_cannot_be_written_to_is_tried_once_and_holds_up_nobody(
    post: Post, platform: FakePlatform
) -> None:
    platform.answers["never"] = lambda: Unreachable("closed")
    await post.put(telling("never"), telling("behind it"), telling("to another", to="anna"))

    with capture_logs() as logs:
        await post.drain_all()

    assert platform.tried == ["never", "to another"]
    assert [event["reason"] for event in logs if event["event"] == "effect_unreachable"] == [
        "closed",
        "nowhere to write to",
        "nowhere to write to",
    ]


async def test_a_platform_may_say_when_to_come_back(post: Post, platform: FakePlatform, machine: FakeMachine) -> None:
    answers: Iterator[Outcome] = iter([Retry("slow down", after=timedelta(seconds=30)), Done("1")])
    platform.answers["later"] = answers.__next__
    await post.put(telling("later"))
    await post.sender.drain()

    machine.time += timedelta(seconds=29)
    assert await post.sender.drain() == 0
    machine.time += timedelta(seconds=1)
    assert await post.sender.drain() == 1


async def test_a_platform_that_never_answers_is_of_unknown_outcome(
    post: Post, platform: FakePlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sender_module, "LONGEST_DELIVERY", 0.01)
    platform.gates["stuck"] = asyncio.Event()
    await post.put(telling("stuck"))

    with capture_logs() as logs:
        await post.sender.drain()

    assert [event["reason"] for event in logs if event["event"] == "effect_retried"] == ["no answer"]
    assert await post.waiting() == 1


async def test_outcomes_wait_in_memory_while_the_database_is_away(
    post: Post, platform: FakePlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    await post.put(telling("said"))
    with monkeypatch.context() as broken:
        broken.setattr(sender_module, "record_outcomes", _away)
        with pytest.raises(StorageUnavailable):
            await post.sender.drain()

    assert await post.sender.drain() == 1

    assert platform.tried == ["said"]
    assert await post.waiting() == 0


def _away(*_: object) -> None:
    raise StorageUnavailable("disk full")


async def test_an_outcome_that_cannot_be_taken_in_holds_up_no_other(
    post: Post, platform: FakePlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sender_module, "record_outcomes", _record_but_the_first)
    await post.put(telling("poison"), telling("fine", to="anna"))

    with capture_logs():
        await post.sender.drain()

    assert await post.waiting() == 1
    assert sorted(platform.said) == ["fine", "poison"]


def _record_but_the_first(
    work: UnitOfWork, tools: Tools, delivered: Sequence[Delivered], now: datetime, jitter: float
) -> None:
    if any(isinstance(each.outcome, Done) and each.leased.number == 1 for each in delivered):
        raise KeyError("poison")
    record_outcomes(work, tools, delivered, now, jitter)


async def test_a_pace_is_kept(hop: Hop, platform: FakePlatform, tools: Tools, machine: FakeMachine) -> None:
    post = Post(hop, platform, tools, machine, Pace(everywhere=0.5))
    await post.put(*[telling(str(number), to=to) for number, to in enumerate(["zoe", "anna", "maya"])])

    await post.sender.drain()

    assert sum(machine.slept) == pytest.approx(1.5, abs=0.5)
    assert len(platform.said) == 3


async def test_a_sender_that_died_with_deliveries_in_flight_says_them_again_under_their_keys(
    post: Post, platform: FakePlatform, home: Database, hop: Hop, tools: Tools, machine: FakeMachine
) -> None:
    platform.gates["taken"] = asyncio.Event()
    await post.put(telling("taken"))
    draining = asyncio.create_task(post.sender.drain())
    await platform.begun["taken"].wait()
    draining.cancel()
    await post.sender.cancel()
    platform.gates.clear()

    successor = Post(hop, platform, tools, machine, UNPACED)
    assert await successor.sender.drain() == 0, "another's lease holds"
    with home.write() as work:
        work.outbox.release()
        work.commit()
    assert await successor.sender.drain() == 1

    assert platform.said == ["taken"]
