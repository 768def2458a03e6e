"""What somebody signed up with becomes theirs as a member: all that they haven't said themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.core.domain.checkins import schedule_for
from bot.core.domain.circumstances import Circumstances, tags_of, team_of
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.gaps import Assessment
from bot.core.domain.ids import AssessmentId, CommunityId, MemberId, RoleId
from bot.core.domain.members import Member, MenteeProfile, MentorProfile, Role, arrival_from
from bot.core.domain.signups import SheetKind, SignUp, keys_of
from bot.core.domain.versions import RoleVersion, role_version
from bot.core.domain.weeks import zone_of
from bot.core.effects import Effect, Priority
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.telling import telling

HOURS_A_WEEK, CAPACITY = 3, 1
"""What holds where a sheet doesn't ask for it."""


@dataclass
class Known:
    """What is known of everybody of a community, read at once; what is settled is noted here, too."""

    accounts: Mapping[str, frozenset[MemberId]]
    members: dict[MemberId, Member]
    mentees: dict[MemberId, MenteeProfile]
    mentors: dict[MemberId, MentorProfile]
    circumstances: dict[MemberId, Circumstances]
    wishing: set[MemberId]
    planned: set[MemberId]


@dataclass
class _Writing:
    """What is to be written of many people: a statement for each kind of thing, not for each of them."""

    members: dict[MemberId, Member] = field(default_factory=dict)
    mentees: list[MenteeProfile] = field(default_factory=list)
    mentors: list[MentorProfile] = field(default_factory=list)
    claims: list[Assessment] = field(default_factory=list)
    unplanned: list[Member] = field(default_factory=list)
    circumstances: dict[MemberId, Circumstances] = field(default_factory=dict)
    notices: list[Effect] = field(default_factory=list)
    roles: dict[RoleId, RoleVersion] = field(default_factory=dict)

    def write(self, work: UnitOfWork, tools: Tools, community: CommunityId) -> None:
        work.members.save_all(list(self.members.values()))
        work.members.save_mentees(self.mentees)
        work.versions.see_roles(list(self.roles.values()))
        work.members.save_mentors(self.mentors)
        work.assessments.add(self.claims)
        if self.unplanned:
            programme, now = work.programmes.running(community), tools.clock.now()
            work.check_ins.add_schedules([schedule_for(programme, each.id, each.zone, now) for each in self.unplanned])
        work.circumstances.save_all(list(self.circumstances.values()))
        work.outbox.add(self.notices)


def known_of(work: UnitOfWork, community: CommunityId) -> Known:
    """Read it, in a query for each kind of thing."""
    members = {each.id: each for each in work.members.active(community)}
    accounts: dict[str, set[MemberId]] = {}
    for each in work.members.all_accounts(community):
        for key in keys_of(each.platform, each.external_id, each.handle):
            if each.left_at is None and each.member in members:
                accounts.setdefault(key, set()).add(each.member)
    return Known(
        accounts={key: frozenset(some) for key, some in accounts.items()},
        members=members,
        mentees=dict(work.members.all_mentees(community)),
        mentors=dict(work.members.all_mentors(community)),
        circumstances=dict(work.circumstances.of_community(community)),
        wishing=set(work.circumstances.all_wishes(community)),
        planned={each.member for each in work.check_ins.schedules_of(community)},
    )


def settle(
    work: UnitOfWork, tools: Tools, known: Known, sign_ups: Sequence[SignUp], others: Iterable[SignUp] = ()
) -> Sequence[SignUp]:
    """Keep sign-ups, and make them their members' own; `others` are those kept before, who may name somebody of these.

    A member's own word stands. Whoever newly takes up a role is told.
    """
    writing = _Writing()
    for each in sign_ups:
        if each.member is not None:
            _take_up(tools, known, writing, each, known.members[each.member])
    if sign_ups:
        writing.write(work, tools, sign_ups[0].community)
    for each in sign_ups:
        if each.member is not None and each.kind is SheetKind.MENTEES and each.member not in known.wishing:
            _wish(work, known, each, each.member)
    kept = [_kept_apart(work, known, each) for each in sign_ups]
    changed = [now for each in others if (now := _kept_apart(work, known, each)) != each]
    work.sign_ups.save([*kept, *changed])
    return kept


def _take_up(tools: Tools, known: Known, writing: _Writing, each: SignUp, before: Member) -> None:
    has_said = before.id in known.mentees or before.id in known.mentors
    member = replace(
        before,
        roles=before.roles | {each.kind.role},
        zone=before.zone if has_said else each.zone or before.zone,
        languages=before.languages if has_said else each.languages or before.languages,
    )
    is_new = before.id not in (known.mentees if each.kind is SheetKind.MENTEES else known.mentors)
    known.members[member.id] = member
    if member != before:
        writing.members[member.id] = member
    if is_new and each.kind is SheetKind.MENTEES:
        _become_mentee(tools, known, writing, each, member)
    elif is_new:
        _become_mentor(tools, known, writing, each, member)
    _say(known, writing, each, member)
    if is_new:
        key, now = f"signed_up:{each.kind.value}:{member.id}", tools.clock.now()
        notice = (member.community, member.id, member.home, "signed_up", key, now, Priority.PROMPT)
        writing.notices.append(telling(*notice, kind=each.kind.value))


def _become_mentee(tools: Tools, known: Known, writing: _Writing, each: SignUp, member: Member) -> None:
    now = tools.clock.now()
    if each.role not in writing.roles:
        writing.roles[each.role] = role_version(member.community, *tools.library.role(each.role, ""), now)
    profile = MenteeProfile(
        community=member.community,
        member=member.id,
        destination=each.role,
        direction=GrowthDirection.VERTICAL,
        hours_a_week=each.hours_a_week or HOURS_A_WEEK,
        arrive_by=arrival_from(now.astimezone(zone_of(member.zone)).date()),
        begun=writing.roles[each.role].version,
    )
    writing.mentees.append(profile)
    known.mentees[member.id] = profile
    ids = (AssessmentId(tools.ids.new()) for _ in each.levels)
    claims = zip(ids, each.levels.items(), strict=True)
    writing.claims += [
        Assessment(new, member.community, member.id, what, level, member.id, now) for new, (what, level) in claims
    ]
    if member.id not in known.planned:
        writing.unplanned.append(member)
        known.planned.add(member.id)


def _become_mentor(tools: Tools, known: Known, writing: _Writing, each: SignUp, member: Member) -> None:
    _, held = tools.library.role(each.role, "")
    levels = {what: int(needed.level) for what, needed in held.requires.items()} | dict(each.levels)
    profile = MentorProfile(member.community, member.id, levels, each.capacity or CAPACITY, each.role)
    writing.mentors.append(profile)
    known.mentors[member.id] = profile


def _say(known: Known, writing: _Writing, each: SignUp, member: Member) -> None:
    """Keep what counts for being paired, as far as they haven't said it."""
    said = known.circumstances.get(member.id, Circumstances(member.community, member.id))
    now = replace(
        said,
        hours=each.hours if said.hours is None else said.hours,
        preferences=said.preferences or frozenset(tags_of(each.preferences)),
        team=said.team or team_of(each.team),
        paused_until=said.paused_until or each.paused_until,
    )
    if now != said:
        writing.circumstances[member.id] = now
        known.circumstances[member.id] = now


def _wish(work: UnitOfWork, known: Known, each: SignUp, member: MemberId) -> None:
    found = [_one(known, key) for key in each.wishes]
    mentors = [who for who in found if who and who != member and Role.MENTOR in known.members[who].roles]
    if mentors:
        work.circumstances.save_wishes(each.community, member, list(dict.fromkeys(mentors)))
        known.wishing.add(member)


def _kept_apart(work: UnitOfWork, known: Known, each: SignUp) -> SignUp:
    """Carry out whom somebody is not to be paired with, once for each, as soon as both are here."""
    if each.member is None:
        return each
    found = {key: _one(known, key) for key in each.not_with if key not in each.done}
    for other in {who for who in found.values() if who and who != each.member}:
        work.circumstances.block(each.community, each.member, other)
    return replace(each, done=each.done | {key for key, who in found.items() if who})


def _one(known: Known, key: str) -> MemberId | None:
    found = known.accounts.get(key, frozenset())
    return next(iter(found)) if len(found) == 1 else None
