"""A platform's published limit holds, however long its answers take and wherever on the way it counts."""

import asyncio
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.edge.pacing import Pace, Pacer, Window
from tests.adapters.edge.fakes import SteppedTime

WINDOW = Window(most=5, seconds=1.0)
DELAYS = st.tuples(st.floats(0, 2), st.floats(0, 2))
"""Seconds that a message takes to arrive, and those that its answer takes then."""


@dataclass
class Far:
    """A platform at a distance, which notes when it counted what."""

    pacer: Pacer
    time: SteppedTime
    counted: list[float] = field(default_factory=list)

    async def hears(self, delays: tuple[float, float], messages: int = 1) -> None:
        there, back = delays
        async with self.pacer.taking("place", messages=messages):
            await self.time.sleep(there)
            self.counted += [self.time.moment] * messages
            await self.time.sleep(back)

    @property
    def most_in_a_window(self) -> int:
        return max(sum(at - WINDOW.seconds < each <= at for each in self.counted) for at in self.counted)


def far(pace: Pace) -> Far:
    time = SteppedTime()
    return Far(Pacer(pace, time), time)


@given(st.lists(DELAYS, min_size=1, max_size=30), st.sampled_from([0.0, 0.01, 0.19, 0.3]))
def test_no_more_arrive_in_any_second_than_are_let_in(ways: list[tuple[float, float]], everywhere: float) -> None:
    there = far(Pace(everywhere=everywhere, window=WINDOW))

    there.time.run(*(there.hears(delays) for delays in ways))

    assert len(there.counted) == len(ways)
    assert there.most_in_a_window <= WINDOW.most


@given(st.lists(st.tuples(DELAYS, st.integers(1, 5)), min_size=1, max_size=12))
def test_what_goes_together_finds_room_together(albums: list[tuple[tuple[float, float], int]]) -> None:
    there = far(Pace(everywhere=0.01, window=WINDOW))

    there.time.run(*(there.hears(delays, messages) for delays, messages in albums))

    assert len(there.counted) == sum(messages for _, messages in albums)
    assert there.most_in_a_window <= WINDOW.most


def test_an_even_way_costs_no_pace() -> None:
    there = far(Pace(everywhere=0.25, window=WINDOW))

    there.time.run(*(there.hears((0.05, 0.05)) for _ in range(20)))

    assert there.counted == pytest.approx([0.05 + number * 0.25 for number in range(20)])


def test_who_sends_several_things_one_after_the_other_waits_for_nobody_who_does_the_same() -> None:
    there = far(Pace(everywhere=0.01, window=WINDOW))
    done: list[int] = []

    async def long_words(number: int) -> None:
        async with there.pacer.taking("place"):
            await there.time.sleep(0.1)
            for _ in range(3):
                await there.hears((0.1, 0.1))
        done.append(number)

    there.time.run(*(long_words(number) for number in range(WINDOW.most * 2)))

    assert sorted(done) == list(range(WINDOW.most * 2))


@pytest.mark.parametrize("moments", range(8))
def test_who_gives_up_as_their_turn_comes_leaves_it_to_others(moments: int) -> None:
    there = far(Pace(everywhere=0.01, window=Window(most=1, seconds=1.0)))

    async def gives_up() -> None:
        waiting = asyncio.create_task(there.hears((0.0, 0.0)))
        for _ in range(moments):
            await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait([waiting])
        await there.hears((0.1, 0.1))

    there.time.run(gives_up())

    assert there.counted[-1] == pytest.approx(there.time.moment - 0.1)
