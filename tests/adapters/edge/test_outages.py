"""A platform that asks for a rest, or is down: left alone, asked again, and nothing is lost by it."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import count

import pytest

from bot.adapters.edge.breaker import LONGEST_REST, OPENS_AFTER, REMEMBERS
from bot.adapters.edge.hop import Hop
from bot.adapters.edge.pacing import UNPACED
from bot.adapters.edge.sender import UNTIL_STEADY
from bot.core.effects import Done, Outcome, Retry, Scope, Unknown
from bot.core.ports import Tools
from bot.core.usecases.delivery import MOST_TRIES
from tests.adapters.edge.fakes import FakeMachine, FakePlatform, telling
from tests.adapters.edge.test_sender import Post

MEMBERS = ("anna", "zoe", "maya", "milan")
DOWN = Retry("503", scope=Scope.OUTAGE)


@pytest.fixture
def post(hop: Hop, platform: FakePlatform, tools: Tools, machine: FakeMachine) -> Post:
    return Post(hop, platform, tools, machine, UNPACED)


async def put_many(post: Post, number: int) -> list[str]:
    words = [f"word {each}" for each in range(number)]
    await post.put(*(telling(each, to=MEMBERS[place % 4]) for place, each in enumerate(words)))
    return words


def answering(platform: FakePlatform, words: list[str], answer: Callable[[], Outcome]) -> None:
    for each in words:
        platform.answers[each] = answer


async def drain_while_down(post: Post, machine: FakeMachine, span: timedelta) -> None:
    until = machine.time + span
    while machine.time < until:
        await post.sender.drain()
        machine.time += timedelta(seconds=1)


async def test_a_platform_that_asks_for_a_rest_hears_nothing_until_it_is_over(
    post: Post, platform: FakePlatform, machine: FakeMachine
) -> None:
    words = await put_many(post, 4)
    platform.answers[words[0]] = lambda: Retry("slow down", timedelta(seconds=60), Scope.PLATFORM)
    await post.sender.drain()
    tried = list(platform.tried)
    await put_many(post, 12)

    for _ in range(59):
        machine.time += timedelta(seconds=1)
        await post.sender.drain()
    assert platform.tried == tried

    del platform.answers[words[0]]
    await post.drain_all()
    assert sorted(platform.said) == sorted(f"word {each}" for each in range(12))


async def test_what_waits_through_many_rests_is_no_dead_letter(
    post: Post, platform: FakePlatform, machine: FakeMachine
) -> None:
    [word] = await put_many(post, 1)
    answering(platform, [word], lambda: Retry("slow down", timedelta(seconds=5), Scope.PLATFORM))
    for _ in range(3 * MOST_TRIES):
        await post.sender.drain()
        machine.time += timedelta(seconds=6)
    assert platform.said == []

    platform.answers.clear()
    await post.drain_all()
    assert platform.said == [word]


async def test_a_platform_that_is_down_is_asked_by_one_call_at_a_time_and_less_and_less(
    post: Post, platform: FakePlatform, machine: FakeMachine
) -> None:
    words = await put_many(post, 40)
    answering(platform, words, lambda: DOWN)

    await drain_while_down(post, machine, timedelta(minutes=2))
    while_down = len(platform.tried)
    assert while_down < OPENS_AFTER + 4 + 12
    platform.answers.clear()
    await drain_while_down(post, machine, timedelta(seconds=LONGEST_REST * 2))

    assert sorted(platform.said) == sorted(words)


async def test_failures_now_and_then_close_nothing(post: Post, platform: FakePlatform, machine: FakeMachine) -> None:
    words = await put_many(post, 40)
    numbers = count()
    answers: Iterator[Outcome] = (DOWN if number % 3 == 0 else Done("x") for number in numbers)
    answering(platform, words, lambda: next(answers))

    await post.drain_all()

    assert sorted(platform.said) == sorted(words)
    assert max(Counter(platform.tried).values()) <= MOST_TRIES


async def fail_now_and_then(post: Post, platform: FakePlatform, unlucky: str, answer: Callable[[], Outcome]) -> None:
    """Have a platform fail at a third of what it is sent, and answer one of them as is told."""
    answering(platform, [unlucky], answer)
    words = [f"word {each}" for each in range(60)]
    await post.put(*(replace(telling(each), lane=each) for each in (unlucky, *words)))
    for number, each in enumerate(words):
        answers: Iterator[Outcome] = iter([DOWN, *[Done("x")] * 9] if number % 3 == 0 else [Done("x")] * 10)
        answering(platform, [each], partial(next, answers))
    await post.sender.drain()


async def test_what_has_bad_luck_with_a_platform_that_falters_is_tried_on(
    post: Post, platform: FakePlatform, machine: FakeMachine
) -> None:
    answers: Iterator[Outcome] = iter([*[DOWN] * (MOST_TRIES + 1), Done("x")])
    await fail_now_and_then(post, platform, "unlucky", partial(next, answers))

    await drain_while_down(post, machine, timedelta(minutes=12))

    assert Counter(platform.said)["unlucky"] == 1


async def test_what_always_fails_becomes_a_dead_letter_once_the_platform_is_steady(
    post: Post, platform: FakePlatform, machine: FakeMachine
) -> None:
    await fail_now_and_then(post, platform, "poison", lambda: DOWN)

    await drain_while_down(post, machine, REMEMBERS + 2 * UNTIL_STEADY)
    tried = Counter(platform.tried)["poison"]
    await drain_while_down(post, machine, timedelta(hours=1))

    assert MOST_TRIES < tried <= MOST_TRIES + REMEMBERS / UNTIL_STEADY
    assert Counter(platform.tried)["poison"] == tried


async def test_no_answer_at_all_counts_as_down_too(post: Post, platform: FakePlatform, machine: FakeMachine) -> None:
    words = await put_many(post, 40)
    answering(platform, words, lambda: Unknown("no answer"))

    await drain_while_down(post, machine, timedelta(minutes=1))
    assert len(platform.tried) < OPENS_AFTER + 4 + 12
    platform.answers.clear()
    await post.drain_all()

    assert sorted(platform.said) == sorted(words)


async def test_what_hangs_for_hours_is_no_dead_letter_and_is_looked_for_when_the_platform_is_back(
    post: Post, platform: FakePlatform, machine: FakeMachine
) -> None:
    words = [f"word {each}" for each in range(OPENS_AFTER)]
    await post.put(*(replace(telling(each), lane=each) for each in words))
    answering(platform, words, lambda: Unknown("no answer"))

    await drain_while_down(post, machine, timedelta(hours=1))
    assert max(Counter(platform.tried).values()) > MOST_TRIES
    platform.answers.clear()
    await post.drain_all()

    assert sorted(platform.said) == sorted(words)
    assert set(platform.looked) == set(words)


async def test_one_that_always_fails_becomes_a_dead_letter_and_stops_nobody(
    post: Post, platform: FakePlatform, machine: FakeMachine
) -> None:
    words = await put_many(post, 12)
    answering(platform, words[:1], lambda: DOWN)

    await post.drain_all()

    assert sorted(platform.said) == sorted(words[1:])
    assert Counter(platform.tried)[words[0]] == MOST_TRIES


@pytest.mark.parametrize("answer", [DOWN, Retry("slow down", timedelta(seconds=5), Scope.PLATFORM)])
async def test_what_a_platform_failed_at_may_have_happened_and_is_looked_for_the_next_time(
    post: Post, platform: FakePlatform, machine: FakeMachine, answer: Outcome
) -> None:
    words = [f"word {each}" for each in range(OPENS_AFTER + 4)]
    await post.put(*(replace(telling(each), lane=each) for each in words))
    answering(platform, words, lambda: answer)
    await drain_while_down(post, machine, timedelta(seconds=30))
    tried = Counter(platform.tried)

    platform.answers.clear()
    await post.drain_all()

    assert sorted(platform.said) == sorted(words)
    assert set(platform.looked) == {each for each in words if tried[each]}


async def test_waiting_in_line_for_a_route_uses_up_no_tries(
    post: Post, platform: FakePlatform, machine: FakeMachine
) -> None:
    words = await put_many(post, 8)
    answering(platform, words[:1], lambda: Retry("slow down", timedelta(seconds=60), Scope.ROUTE))
    for _ in range(3 * MOST_TRIES):
        await post.sender.drain()
        machine.time += timedelta(seconds=61)
    assert sorted(platform.said) == sorted(words[1:4] + words[5:8])

    platform.answers.clear()
    await post.drain_all()
    assert sorted(platform.said) == sorted(words)
