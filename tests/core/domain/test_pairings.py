"""A pairing's life, step by step, and who may be paired at all."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.core.domain.errors import MovedOn, SameMember
from bot.core.domain.pairings import LIVE, TAKES_CAPACITY, Pairing, PairingState, propose
from tests.core.examples import MENTEE, NOW, a_pairing

STEPS: dict[PairingState, Callable[[Pairing], Pairing]] = {
    PairingState.ACTIVE: lambda pairing: pairing.accepted(NOW),
    PairingState.DECLINED: lambda pairing: pairing.declined(NOW),
    PairingState.ENDED: lambda pairing: pairing.ended(NOW),
}
"""Everything that can be done to a pairing, by the state that it leads to."""

ALLOWED = {
    PairingState.PROPOSED: {PairingState.ACTIVE, PairingState.DECLINED, PairingState.ENDED},
    PairingState.ACTIVE: {PairingState.ENDED},
    PairingState.PAUSED: {PairingState.ACTIVE, PairingState.ENDED},
    PairingState.COMPLETED: set(),
    PairingState.DECLINED: set(),
    PairingState.ENDED: set(),
}


@pytest.mark.parametrize("before", PairingState, ids=lambda state: state.value)
@pytest.mark.parametrize("after", STEPS, ids=lambda state: f"to {state.value}")
def test_a_step_is_taken_from_the_states_that_allow_it(before: PairingState, after: PairingState) -> None:
    pairing = a_pairing(before)
    if after in ALLOWED[before]:
        assert STEPS[after](pairing).state is after
    else:
        with pytest.raises(MovedOn) as refused:
            STEPS[after](pairing)
        assert refused.value.facts == {"state": before.value}


def test_an_answer_and_an_end_are_dated() -> None:
    answered, over = NOW + timedelta(hours=1), NOW + timedelta(days=90)
    pairing = a_pairing().accepted(answered).ended(over)
    assert (pairing.answered_at, pairing.ended_at) == (answered, over)
    assert a_pairing().declined(answered).answered_at == answered


def test_a_proposal_holds_the_mentees_place_but_not_yet_the_mentors() -> None:
    assert {PairingState.PROPOSED, PairingState.ACTIVE, PairingState.PAUSED} == LIVE
    assert {PairingState.ACTIVE, PairingState.PAUSED} == TAKES_CAPACITY


def test_nobody_mentors_themselves() -> None:
    assert propose(a_pairing()) == a_pairing()
    with pytest.raises(SameMember):
        propose(a_pairing(mentor=MENTEE))


class PairingLife(RuleBasedStateMachine):
    """Whatever is tried in whatever order, a pairing that is over stays over, and its people stay the same."""

    @initialize()
    def proposed(self) -> None:
        self.pairing = a_pairing()
        self.was_over = False

    @rule(step=st.sampled_from(list(STEPS.values())))
    def tried(self, step: Callable[[Pairing], Pairing]) -> None:
        before = self.pairing
        try:
            self.pairing = step(before)
        except MovedOn:
            assert self.pairing == before
        else:
            assert not self.was_over
            assert before.state in LIVE
        self.was_over = self.pairing.state not in LIVE

    @invariant()
    def is_dated_as_far_as_it_came(self) -> None:
        was_answered = self.pairing.answered_at is not None
        assert was_answered or self.pairing.state in {PairingState.PROPOSED, PairingState.ENDED}
        assert (self.pairing.ended_at is not None) == (self.pairing.state is PairingState.ENDED)

    @invariant()
    def keeps_its_people(self) -> None:
        start = a_pairing()
        assert (self.pairing.mentor, self.pairing.mentee) == (start.mentor, start.mentee)


TestPairingLife = PairingLife.TestCase
TestPairingLife.settings = settings(max_examples=50, stateful_step_count=10)  # a life has few steps
