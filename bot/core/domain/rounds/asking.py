"""What a moderator asks of a round: why these two are together, and why those two are not."""

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.domain.ids import MemberId
from bot.core.domain.matching import Instead, Match, Misfit, Outcome, instead, match, misfit
from bot.core.domain.rounds.inputs import Inputs
from bot.core.domain.rounds.rulings import Ruling, Rulings
from bot.core.domain.rounds.solutions import Planned, Solution


@dataclass(frozen=True)
class Answer:
    """All that a round knows of two people."""

    mentee: MemberId
    mentor: MemberId
    rule: Misfit | None
    """The hard rule that forbids them; nothing below it is known then."""
    match: Match | None
    ruling: Ruling | None
    """What stands about the two."""
    held: Planned | None
    """With whom the mentee is."""
    others: tuple[Planned, ...]
    """Whom the mentor has."""
    loss: Instead | None
    """What the whole round would lose; None where nothing proves it: they are together, pinned, or the round is
    fair or stable."""

    @property
    def are_together(self) -> bool:
        """Whether the round pairs them."""
        return self.held is not None and self.held.mentor == self.mentor


def asked_about(inputs: Inputs, rulings: Rulings, solution: Solution, mentee: MemberId, mentor: MemberId) -> Answer:
    """Answer about two people of the round without solving anything anew; raise `NotInRound`."""
    seeker, guide = inputs.pair(mentee, mentor)
    rule = misfit(seeker, guide, inputs.day, inputs.terms)
    found = None if rule else match(seeker, guide, inputs.day, inputs.terms)
    held = next((each for each in solution.pairs if each.mentee == mentee), None)
    answer = Answer(
        mentee=mentee,
        mentor=mentor,
        rule=rule,
        match=found,
        ruling=rulings.about(mentee, mentor),
        held=held,
        others=tuple(each for each in solution.pairs if each.mentor == mentor),
        loss=None,
    )
    is_fixed = answer.are_together or (held is not None and held.is_pinned)
    if found is None or is_fixed or solution.duals is None:
        return answer
    return replace(answer, loss=instead(_with_choice(solution.outcome, found), mentee, mentor))


def _with_choice(outcome: Outcome, found: Match) -> Outcome:
    """Let the outcome know a pair that its engine, or a moderator, has left out: it changes nothing that is proved."""
    market = outcome.market
    who, whom = market.mentees.index(found.mentee), market.mentors.index(found.mentor)
    if any(mentor == whom for _, mentor in market.choices[who]):
        return outcome
    rows: list[Sequence[tuple[int, int]]] = [*market.choices]
    row = list(rows[who])
    insort(row, (-found.parts.worth, whom))
    rows[who] = row
    return replace(outcome, market=replace(market, choices=rows))
