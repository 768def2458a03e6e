"""Which process sends: one at a time, another when it is gone."""

from datetime import timedelta

from bot.adapters.edge.holding import LEASE, MARGIN, Holding
from bot.adapters.edge.hop import Hop
from tests.adapters.edge.fakes import FakeMachine


def holding(hop: Hop, machine: FakeMachine, holder: str) -> Holding:
    return Holding("discord", holder, hop, machine)


async def test_one_process_sends_and_keeps_at_it(hop: Hop, machine: FakeMachine) -> None:
    first, second = holding(hop, machine, "first"), holding(hop, machine, "second")

    for _ in range(10):
        assert await first.hold()
        assert not await second.hold()
        machine.time += LEASE / 2


async def test_a_process_that_is_gone_is_made_up_for_within_its_lease(hop: Hop, machine: FakeMachine) -> None:
    first, second = holding(hop, machine, "first"), holding(hop, machine, "second")
    assert await first.hold()
    machine.time += LEASE + timedelta(milliseconds=1)

    assert await second.hold()
    assert not await first.hold()


async def test_a_process_that_ends_leaves_at_once(hop: Hop, machine: FakeMachine) -> None:
    first, second = holding(hop, machine, "first"), holding(hop, machine, "second")
    assert await first.hold()

    await second.let_go()
    assert not await second.hold()
    await first.let_go()
    assert await second.hold()


async def test_a_process_that_was_asleep_begins_nothing_under_what_is_left_of_its_lease(
    hop: Hop, machine: FakeMachine
) -> None:
    first, second = holding(hop, machine, "first"), holding(hop, machine, "second")
    assert await first.hold()
    machine.time += LEASE - MARGIN + timedelta(seconds=1)

    assert await first.hold()  # renewed, not what is left
    machine.time += LEASE - MARGIN
    assert not await second.hold()
