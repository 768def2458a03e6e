"""The board of a round: what moderators see of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.domain.errors import NoRound
from bot.core.domain.ids import CommunityId, MemberId, RoundId
from bot.core.domain.members import Member
from bot.core.domain.rounds import Asked, Round, RoundState, Solution
from bot.core.ports import UnitOfWork
from bot.core.usecases.access import Actor, authorise


@dataclass(frozen=True)
class Board:
    """A round with its people."""

    round: Round
    mentees: int
    mentors: int
    """Those who have a place free."""
    places: int
    solution: Solution | None
    people: Mapping[MemberId, Member]
    asked: Sequence[Asked] = field(default=())
    """In a round that is published or over, what was asked, the oldest first."""

    def name(self, member: MemberId) -> str:
        """Name somebody of the round; who is no more has no name."""
        found = self.people.get(member)
        return found.name if found else "?"

    @property
    def without(self) -> Sequence[MemberId]:
        """List the mentees who have neither a mentor by this round nor a question that waits."""
        if self.solution is None:
            return ()
        mentees = [*self.solution.mentor_of, *(each.mentee for each in self.solution.left_out)]
        if self.round.state in _PLANNED:
            return [each.mentee for each in self.solution.left_out]
        has = {each.pairing.mentee for each in self.asked if each.waits or each.is_agreed}
        return sorted(each for each in mentees if each not in has)


def read_round(work: UnitOfWork, actor: Actor) -> Board:
    """Read the round that isn't over, else the newest; raise `NoRound` where there was none."""
    authorise(actor, read_round)
    found = work.rounds.newest(actor.community)
    if found is None:
        raise NoRound(state="none")
    return _board(work, found)


def board_of(work: UnitOfWork, community: CommunityId, of: str) -> Board:
    """Read a round for a notice about it."""
    return _board(work, work.rounds.get(community, RoundId(of)))


def people_of_round(work: UnitOfWork, actor: Actor) -> tuple[Sequence[Member], Sequence[Member]]:
    """List the mentees and the mentors of the newest round."""
    authorise(actor, read_round)
    found = work.rounds.newest(actor.community)
    if found is None:
        return (), ()
    inputs = work.rounds.inputs(found)
    people = work.members.many(actor.community, {*inputs.mentees, *inputs.mentors})
    mentees = [people[each] for each in inputs.mentees if each in people]
    return mentees, [people[each] for each in inputs.mentors if each in people]


def _board(work: UnitOfWork, found: Round) -> Board:
    inputs = work.rounds.inputs(found)
    members = {*inputs.mentees, *inputs.mentors}
    asked = [] if found.state in _PLANNED else work.proposals.of_round(found.community, found.id)
    members |= {each.pairing.mentor for each in asked}
    return Board(
        round=found,
        mentees=len(inputs.seekers),
        mentors=sum(each.free > 0 for each in inputs.guides),
        places=sum(max(0, each.free) for each in inputs.guides),
        solution=work.rounds.solution(found),
        people=work.members.many(found.community, members),
        asked=asked,
    )


_PLANNED = frozenset({RoundState.DRAFT, RoundState.REVIEWED})
