"""Where somebody stands and what comes next for them, read once for every view that says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from bot.core.dialogue.talk import Talk
from bot.core.domain.checkins import CheckIn, Schedule
from bot.core.domain.circumstances import Circumstances
from bot.core.domain.gaps import GapMatrix
from bot.core.domain.goals import Goal, GoalState
from bot.core.domain.ids import MemberId
from bot.core.domain.members import Member, MenteeProfile, MentorProfile, Role
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.domain.programmes import Programme
from bot.core.domain.rounds import OPEN_TO_DECISIONS
from bot.core.ui.views import Action, Suggestion, Weight
from bot.core.usecases.gaps import gap_matrix

MANY_WAIT = 5
"""So many who wait are better paired in a round than one by one."""


@dataclass(frozen=True)
class Standing:
    """What is known of one person."""

    programme: Programme | None
    member: Member | None = None
    may_set_up: bool = False
    seeks: MenteeProfile | None = None
    matrix: GapMatrix | None = None
    offers: MentorProfile | None = None
    pairings: Sequence[Pairing] = ()
    people: Mapping[MemberId, Member] = field(default_factory=dict)
    goals: Sequence[Goal] = ()
    """Open ones."""
    step: str = ""
    """What their roadmap says is next."""
    schedule: Schedule | None = None
    check_in: CheckIn | None = None
    """The one that waits for an answer."""
    circumstances: Circumstances | None = None
    is_unreachable: bool = False
    """Whether they can't be written to in private."""
    waiting: int = 0
    """Mentees without a mentor or a proposal; counted for moderators only."""
    has_round: bool = False
    """Whether a round of matching is under way; looked up for moderators only, as is the next."""
    has_draft: bool = False
    """Whether it waits to be published."""

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that they hold."""
        return self.member.roles if self.member else frozenset()

    def led(self, state: PairingState) -> Sequence[Pairing]:
        """List the pairings in which they are the mentor."""
        return [each for each in self.pairings if self.member and each.mentor == self.member.id and each.state is state]

    @property
    def is_over(self) -> bool:
        """Whether they have been asked for their last week, and have nothing left to answer."""
        return self.schedule is not None and self.schedule.due_at is None and self.check_in is None

    @property
    def sought(self) -> Pairing | None:
        """The pairing in which they are the mentee."""
        return next((each for each in self.pairings if self.member and each.mentee == self.member.id), None)


class Next(Enum):
    """What comes next for somebody."""

    SET_UP = "set-up"
    AWAIT_SET_UP = "await-set-up"
    JOIN = "join"
    ANSWER_CHECK_IN = "answer-check-in"
    ANSWER_PROPOSAL = "answer-proposal"
    RATE = "rate"
    PAIR = "pair"
    BEGIN_ROUND = "begin-round"
    SEE_ROUND = "see-round"
    SET_GOAL = "set-goal"
    AWAIT_ANSWER = "await-answer"
    AWAIT_MENTOR = "await-mentor"
    KEEP_GOING = "keep-going"
    OVER = "over"
    AWAIT_MENTEE = "await-mentee"
    GUIDE = "guide"
    INVITE = "invite"


def read_standing(talk: Talk) -> Standing:
    """Read everything that the person's roles ask for, and no more."""
    work, community, member = talk.work, talk.community.id, talk.actor.member
    programme = work.programmes.current(community)
    may_set_up = talk.actor.is_administrator or talk.actor.is_moderator
    if member is None or not member.roles:
        return Standing(programme, member, may_set_up)
    pairings = work.pairings.of_member(community, member.id)
    is_mentee = Role.MENTEE in member.roles
    live = work.rounds.live(community) if talk.actor.is_moderator else None
    return Standing(
        programme=programme,
        member=member,
        may_set_up=may_set_up,
        seeks=work.members.find_mentee(community, member.id) if is_mentee else None,
        matrix=gap_matrix(work, talk.tools, community, member.id, talk.say.language) if is_mentee else None,
        offers=work.members.find_mentor(community, member.id) if Role.MENTOR in member.roles else None,
        pairings=pairings,
        people=work.members.many(community, {each for pair in pairings for each in (pair.mentor, pair.mentee)}),
        goals=_open_goals(talk, member) if is_mentee else (),
        step=_next_step(talk, member) if is_mentee else "",
        schedule=work.check_ins.find_schedule(community, member.id) if is_mentee else None,
        check_in=work.check_ins.find_open(community, member.id) if is_mentee else None,
        circumstances=work.circumstances.get(community, member.id),
        is_unreachable=bool(work.members.unreachable(community, [member.id], member.home)),
        waiting=len(work.pairings.unpaired_mentees(community)) if talk.actor.is_moderator else 0,
        has_round=live is not None,
        has_draft=live is not None and live.state in OPEN_TO_DECISIONS,
    )


def what_is_next(standing: Standing) -> Next:
    """Name the one step that moves this person on; what others wait for goes before what can wait."""
    if standing.programme is None:
        return Next.SET_UP if standing.may_set_up else Next.AWAIT_SET_UP
    if standing.led(PairingState.PROPOSED):
        return Next.ANSWER_PROPOSAL
    if standing.has_draft or standing.waiting:
        return _next_of_moderator(standing)
    if standing.matrix is not None:
        return _next_of_mentee(standing, standing.matrix)
    if standing.offers is not None:
        return Next.GUIDE if standing.led(PairingState.ACTIVE) else Next.AWAIT_MENTEE
    return Next.INVITE if standing.may_set_up else Next.JOIN


def _next_of_moderator(standing: Standing) -> Next:
    if standing.has_draft:
        return Next.SEE_ROUND
    return Next.PAIR if standing.waiting < MANY_WAIT or standing.has_round else Next.BEGIN_ROUND


def _next_of_mentee(standing: Standing, matrix: GapMatrix) -> Next:
    if standing.check_in is not None:
        return Next.ANSWER_CHECK_IN
    if standing.is_over:
        return Next.OVER
    if matrix.unknown == len(matrix.cells):
        return Next.RATE
    if standing.sought is None:
        return Next.AWAIT_MENTOR
    if standing.sought.state is PairingState.PROPOSED:
        return Next.AWAIT_ANSWER
    return Next.KEEP_GOING if standing.goals else Next.SET_GOAL


def next_words(talk: Talk, standing: Standing) -> str:
    """Say what comes next."""
    asked_for = next((standing.people[each.mentee].name for each in standing.led(PairingState.PROPOSED)), "")
    return talk.say(f"next-{what_is_next(standing).value}", waiting=standing.waiting, mentee=asked_for)


def next_actions(talk: Talk, standing: Standing) -> tuple[Action, ...]:  # noqa: PLR0911  one arm a step
    """Offer what comes next as buttons, the first of them primary; none where others are to move."""
    match what_is_next(standing):
        case Next.SET_UP:
            return (talk.action("setup", "", Weight.PRIMARY),)
        case Next.JOIN:
            return (talk.action("join_mentee", "", Weight.PRIMARY), talk.action("join_mentor", ""))
        case Next.ANSWER_PROPOSAL:
            proposal = standing.led(PairingState.PROPOSED)[0].id
            return (talk.action("pairing_accept", proposal, Weight.PRIMARY), talk.action("pairing_decline", proposal))
        case Next.ANSWER_CHECK_IN:
            return (talk.action("checkin", standing.check_in.id if standing.check_in else "", Weight.PRIMARY),)
        case Next.RATE:
            return (talk.action("gap_rate", "", Weight.PRIMARY),)
        case Next.PAIR:
            return (talk.action("pair", "", Weight.PRIMARY),)
        case Next.BEGIN_ROUND:
            return (talk.action("round_start", "", Weight.PRIMARY), talk.action("pair", ""))
        case Next.SEE_ROUND:
            return (talk.action("round_board", "", Weight.PRIMARY, talk.say("suggest-round")),)
        case Next.SET_GOAL:
            return (talk.action("goal_add", "", Weight.PRIMARY),)
        case _:
            return ()


def next_suggestions(talk: Talk, standing: Standing) -> tuple[Suggestion, ...]:
    """Offer something worth doing where nothing waits for this person."""
    match what_is_next(standing):
        case Next.KEEP_GOING:
            return talk.suggest("roadmap" if standing.step else "goal")
        case Next.OVER:
            return talk.suggest("growth")
        case Next.AWAIT_MENTOR | Next.AWAIT_ANSWER:
            return talk.suggest(_still_unsaid(standing, "wishes"), "gap")
        case Next.AWAIT_MENTEE:
            return talk.suggest(_still_unsaid(standing, "preferences"), "levels")
        case Next.INVITE:
            return talk.suggest("join")
        case _:
            return ()


def _still_unsaid(standing: Standing, otherwise: str) -> str:
    """Name the small step that helps a pairing most."""
    said = standing.circumstances
    return "availability" if said is None or said.hours is None else otherwise


def _next_step(talk: Talk, member: Member) -> str:
    mine = talk.work.enrolments.active_of(talk.community.id, member.id)
    step = mine.next_step if mine else None
    return step.step.title if step else ""


def _open_goals(talk: Talk, member: Member) -> Sequence[Goal]:
    goals = talk.work.goals.of_member(talk.community.id, member.id)
    return sorted((each for each in goals if each.state is GoalState.OPEN), key=lambda goal: goal.due_on)
