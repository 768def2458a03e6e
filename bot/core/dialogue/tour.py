"""The guided tour: the whole loop step by step, each told from what has really happened."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.dialogue.talk import Talk
from bot.core.domain.checkins import CheckIn, CheckInState
from bot.core.domain.ids import MemberId
from bot.core.domain.members import Member, Role, Visibility
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.ui.guides import GuideStep


@dataclass(frozen=True)
class _Walk:
    """How far the community has come, followed along one mentee."""

    runs: bool
    mentor: Member | None
    mentee: Member | None
    moderator: Member | None
    rated: bool = False
    pairing: Pairing | None = None
    has_goal: bool = False
    check_ins: Sequence[CheckIn] = ()
    has_thread: bool = False

    @property
    def is_active(self) -> bool:
        return self.pairing is not None and self.pairing.state is PairingState.ACTIVE

    @property
    def has_answered(self) -> bool:
        return any(each.state is CheckInState.SUBMITTED for each in self.check_ins)


def tour(talk: Talk) -> Sequence[GuideStep]:
    """List the steps, with who takes each on the surface that asks."""
    walk = _read(talk)
    accounts = _accounts(talk, walk)
    administrator = talk.origin.account if talk.origin and talk.origin.is_administrator else ""
    mentor, mentee = accounts.get("mentor", ""), accounts.get("mentee", "")
    moderator = accounts.get("moderator", administrator)
    step = _Steps(talk)
    return (
        step.make("setup", done=walk.runs, account=moderator, command="setup", part="moderator"),
        step.make("mentor", done=walk.mentor is not None, account=mentor, command="join mentor", part="mentor"),
        step.make("mentee", done=walk.mentee is not None, account=mentee, command="join mentee", part="mentee"),
        step.make("rate", done=walk.rated, account=mentee, command="gap rate"),
        step.make("pair", done=walk.pairing is not None, account=moderator, command="pair"),
        step.make("accept", done=walk.is_active, account=mentor, command="me"),
        step.make("goal", done=walk.has_goal, account=mentee, command="goal add"),
        step.make("monday", done=bool(walk.check_ins), moves_clock=True),
        step.make("checkin", done=walk.has_answered, account=mentee, command="checkin"),
        step.make(_last(walk), done=_is_seen(walk), account=mentee, command="growth"),
    )


@dataclass(frozen=True)
class _Steps:
    talk: Talk

    def make(
        self, name: str, *, done: bool, account: str = "", command: str = "", part: str = "", moves_clock: bool = False
    ) -> GuideStep:
        return GuideStep(self.talk.say(f"tour-{name}"), done, account, command, moves_clock, part)


def _read(talk: Talk) -> _Walk:
    work, community = talk.work, talk.community.id
    runs = work.programmes.current(community) is not None
    members = sorted(work.members.active(community), key=lambda member: member.introduced_at)
    mentee = _followed(talk, [each for each in members if Role.MENTEE in each.roles])
    mentor, moderator = _first(members, Role.MENTOR), _first(members, Role.MODERATOR)
    if mentee is None:
        return _Walk(runs, mentor, mentee, moderator)
    pairing = work.pairings.live_of_mentee(community, mentee.id)
    if pairing is not None:
        mentor = next((each for each in members if each.id == pairing.mentor), mentor)
    thread = work.growth.find_thread(community, mentee.id)
    return _Walk(
        runs=runs,
        mentor=mentor,
        mentee=mentee,
        moderator=moderator,
        rated=bool(work.assessments.current(community, mentee.id)),
        pairing=pairing,
        has_goal=bool(work.goals.of_member(community, mentee.id)),
        check_ins=work.check_ins.recent(community, mentee.id, 4),
        has_thread=thread is not None and thread.place is not None,
    )


def _followed(talk: Talk, mentees: Sequence[Member]) -> Member | None:
    """Choose whom the tour follows: the first mentee who has a mentor in sight, else the first of all."""
    waiting = {each.id for each in talk.work.pairings.unpaired_mentees(talk.community.id)} if mentees else set()
    return next((each for each in mentees if each.id not in waiting), mentees[0] if mentees else None)


def _first(members: Sequence[Member], role: Role) -> Member | None:
    return next((each for each in members if role in each.roles), None)


def _accounts(talk: Talk, walk: _Walk) -> dict[str, str]:
    people = {"mentor": walk.mentor, "mentee": walk.mentee, "moderator": walk.moderator}
    ids: dict[str, MemberId] = {part: member.id for part, member in people.items() if member}
    if not ids or talk.origin is None:
        return {}
    found = talk.work.members.accounts(talk.community.id, ids.values(), talk.origin.platform)
    return {part: found[member] for part, member in ids.items() if member in found}


def _last(walk: _Walk) -> str:
    private = walk.mentee is not None and walk.mentee.visibility is Visibility.PRIVATE
    return "private" if private and not walk.has_thread else "thread"


def _is_seen(walk: _Walk) -> bool:
    return walk.has_answered and (walk.has_thread or _last(walk) == "private")
