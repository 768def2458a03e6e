"""A steady pace without bursts."""

import asyncio
from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.edge.pacing import UNPACED, Pace, Pacer
from tests.adapters.edge.fakes import FakeMachine
from tests.storage.samples import NOW


async def test_an_unpaced_platform_is_never_waited_for() -> None:
    machine = FakeMachine(NOW)
    pacer = Pacer(UNPACED, machine)

    for _ in range(1000):
        await pacer.turn("place")

    assert machine.slept == []


async def test_a_platform_is_written_to_at_its_pace_and_saves_up_no_burst() -> None:
    machine = FakeMachine(NOW)
    pacer = Pacer(Pace(everywhere=0.5), machine)
    await pacer.turn("a")
    machine.time += timedelta(minutes=5)

    for place in "abc":
        await pacer.turn(place)

    assert machine.slept == [0.5, 0.5]


async def test_a_busy_place_holds_up_no_other() -> None:
    machine = FakeMachine(NOW)
    pacer = Pacer(Pace(in_place=3.0), machine)
    await pacer.turn("busy")

    await pacer.turn("other")
    assert machine.slept == []

    await pacer.turn("busy")
    assert machine.slept == [3.0]


@given(st.lists(st.sampled_from("abc"), max_size=20), st.floats(0.01, 2), st.floats(0.01, 5))
def test_no_pace_is_ever_exceeded(places: list[str], everywhere: float, in_place: float) -> None:
    machine = FakeMachine(NOW)
    pacer = Pacer(Pace(everywhere, in_place), machine)
    written: list[tuple[str, float]] = []

    async def write() -> None:
        for place in places:
            await pacer.turn(place)
            written.append((place, machine.now().timestamp()))

    asyncio.run(write())

    times = [at for _, at in written]
    assert all(later - earlier >= everywhere - 1e-5 for earlier, later in pairwise(times))
    for place in set(places):
        own = [at for each, at in written if each == place]
        assert all(later - earlier >= in_place - 1e-5 for earlier, later in pairwise(own))
