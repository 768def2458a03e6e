"""A steady pace without bursts."""

import asyncio
from datetime import timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.edge.pacing import MADE_UP_FOR, RECOVERY, SLOWEST, UNPACED, Pace, Pacer, Resting
from bot.core.effects import Priority
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
    for (first, earlier), (last, later) in combinations(enumerate(times), 2):
        assert later - earlier >= (last - first - MADE_UP_FOR) * everywhere - 1e-5
    for place in set(places):
        own = [at for each, at in written if each == place]
        assert all(later - earlier >= in_place - 1e-5 for earlier, later in pairwise(own))


async def test_an_answer_does_not_stand_behind_the_prompts_that_wait() -> None:
    machine = FakeMachine(NOW)
    pacer = Pacer(Pace(everywhere=1.0), machine)
    served: list[str] = []

    async def write(name: str, priority: Priority) -> None:
        await pacer.turn(name, priority)
        served.append(name)

    await pacer.turn("first")
    prompts = [asyncio.create_task(write(f"prompt {number}", Priority.PROMPT)) for number in range(3)]
    await asyncio.sleep(0)
    answer = asyncio.create_task(write("answer", Priority.ANSWER))
    await asyncio.gather(*prompts, answer)

    assert served == ["answer", "prompt 0", "prompt 1", "prompt 2"]


async def test_a_platform_that_asks_for_a_rest_is_left_alone_and_then_written_to_more_slowly() -> None:
    machine = FakeMachine(NOW)
    pacer = Pacer(Pace(everywhere=0.5), machine)
    await pacer.turn("first")
    waiting = [asyncio.create_task(pacer.turn(place)) for place in "abcd"]
    await asyncio.sleep(0)
    pacer.rest(30)

    sent_away = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(each) for each in sent_away] == [Resting] * 4
    machine.time += timedelta(seconds=29)
    with pytest.raises(Resting) as refused:
        await pacer.turn("a")
    assert refused.value.seconds == pytest.approx(1, abs=1)

    machine.time += timedelta(seconds=1)
    began = machine.now()
    for place in "abc":
        await pacer.turn(place)
    assert machine.now() - began == timedelta(seconds=2 * 1.0)

    machine.time += timedelta(seconds=RECOVERY)
    await pacer.turn("d")
    began = machine.now()
    for place in "efg":
        await pacer.turn(place)
    assert machine.now() - began == timedelta(seconds=3 * 0.5)


async def test_rest_after_rest_slows_down_only_so_far() -> None:
    machine = FakeMachine(NOW)
    pacer = Pacer(Pace(everywhere=0.5), machine)
    for _ in range(10):
        pacer.rest(1)
        machine.time += timedelta(seconds=1)
    await pacer.turn("a")
    began = machine.now()
    await pacer.turn("b")

    assert machine.now() - began == timedelta(seconds=0.5 * SLOWEST)


async def test_a_platform_that_was_down_is_written_to_as_quickly_as_ever() -> None:
    machine = FakeMachine(NOW)
    pacer = Pacer(Pace(everywhere=0.5), machine)
    pacer.rest(1, slower=False)
    machine.time += timedelta(seconds=1)
    await pacer.turn("a")
    began = machine.now()
    await pacer.turn("b")

    assert machine.now() - began == timedelta(seconds=0.5)


async def test_what_was_under_way_when_a_platform_asked_for_a_rest_slows_it_down_no_more() -> None:
    machine = FakeMachine(NOW)
    pacer = Pacer(Pace(everywhere=0.5), machine)
    for _ in range(10):
        pacer.rest(1)
    machine.time += timedelta(seconds=1)
    await pacer.turn("a")
    began = machine.now()
    await pacer.turn("b")

    assert machine.now() - began == timedelta(seconds=0.5 * 2)


class LateMachine(FakeMachine):
    LATE = timedelta(seconds=0.1)

    async def sleep(self, seconds: float) -> None:
        await super().sleep(seconds)
        self.time += self.LATE


async def test_a_clock_that_wakes_late_makes_no_slower_pace() -> None:
    machine = LateMachine(NOW)
    pacer = Pacer(Pace(everywhere=0.5), machine)
    await pacer.turn("first")
    await asyncio.gather(*(pacer.turn(f"place {number}") for number in range(10)))

    assert machine.now() - NOW == timedelta(seconds=10 * 0.5) + LateMachine.LATE


async def test_what_comes_much_too_late_is_not_caught_up_with() -> None:
    machine = FakeMachine(NOW)
    pacer = Pacer(Pace(everywhere=0.5), machine)
    await pacer.turn("first")
    machine.time += timedelta(seconds=10)
    began = machine.now()
    await asyncio.gather(*(pacer.turn(f"place {number}") for number in range(3)))

    assert machine.now() - began == timedelta(seconds=2 * 0.5)


async def test_a_platform_without_a_pace_can_ask_for_a_rest_too() -> None:
    machine = FakeMachine(NOW)
    pacer = Pacer(UNPACED, machine)
    pacer.rest(5)

    with pytest.raises(Resting):
        await pacer.turn("a")

    machine.time += timedelta(seconds=5)
    await pacer.turn("a")
    assert machine.slept == []


async def test_one_who_gives_up_waiting_takes_nobody_s_turn() -> None:
    machine = FakeMachine(NOW)
    pacer = Pacer(Pace(everywhere=0.5), machine)
    await pacer.turn("a")
    impatient = asyncio.create_task(pacer.turn("b"))
    patient = asyncio.create_task(pacer.turn("c"))
    await asyncio.sleep(0)
    impatient.cancel()
    await patient

    assert machine.now() == NOW + timedelta(seconds=0.5)
