"""How people come to a community, take up a role, change what they said of themselves, and leave."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.core.domain.checkins import schedule_for
from bot.core.domain.communities import Community
from bot.core.domain.errors import NotFound
from bot.core.domain.frameworks import GrowthDirection, level_of
from bot.core.domain.ids import CompetencyId, MemberId, RoleId
from bot.core.domain.members import (
    Account,
    Member,
    MemberState,
    MenteeProfile,
    MentorProfile,
    Role,
    Visibility,
    arrival_from,
    arrival_of,
)
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.domain.weeks import zone_of
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.pairings import wind_up
from bot.core.usecases.places import open_thread
from bot.core.usecases.roadmaps.retelling import retell
from bot.core.usecases.rooms import admit_readers
from bot.core.usecases.signups import claim
from bot.core.usecases.telling import tell
from bot.core.usecases.versions import begin_on


@dataclass(frozen=True)
class Newcomer:
    """What a surface knows of an account that it hasn't told the core about yet."""

    platform: str
    external_id: str
    name: str
    language: str
    zone: str
    handle: str = ""


@dataclass(frozen=True)
class AboutMe:
    """What every member says of themselves."""

    zone: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Aim:
    """Where a mentee wants to go, which way, and with how much time."""

    destination: RoleId
    direction: GrowthDirection
    hours_a_week: int


def introduce(work: UnitOfWork, tools: Tools, community: Community, newcomer: Newcomer) -> Member:
    """Make a member of an account, or bring one who left back under their present name."""
    member = come_in(work, tools, community, newcomer)
    work.commit()
    return member


def come_in(work: UnitOfWork, tools: Tools, community: Community, newcomer: Newcomer) -> Member:
    """Do the same as part of a unit of work."""
    known = work.members.find_by_account(community.id, newcomer.platform, newcomer.external_id)
    if known is None:
        member = _member_of(community, newcomer, MemberId(tools.ids.new()), tools)
        account = Account(community.id, newcomer.platform, newcomer.external_id, member.id, handle=newcomer.handle)
        work.members.add(member, account)
        return _claimed(work, tools, member, newcomer)
    work.members.set_left(community.id, known.id, newcomer.platform, None)
    if known.state is MemberState.ACTIVE:
        return recognise(work, tools, known, newcomer)
    member = replace(known, name=newcomer.name, state=MemberState.ACTIVE, home=newcomer.platform)
    work.members.save(member)
    _resume(work, tools, member)
    _keep_handle(work, member, newcomer)
    return _claimed(work, tools, member, newcomer)


def recognise(work: UnitOfWork, tools: Tools, member: Member, newcomer: Newcomer) -> Member:
    """Take up the present name and handle of a member, as part of a unit of work.

    A handle that is new may be the one that they have signed up with.
    """
    member = rename(work, member, newcomer)
    return _claimed(work, tools, member, newcomer) if _keep_handle(work, member, newcomer) else member


def rename(work: UnitOfWork, member: Member, newcomer: Newcomer) -> Member:
    """Take up the present name of a member, as part of a unit of work; their home platform's word counts."""
    if newcomer.platform != member.home or newcomer.name == member.name:
        return member
    renamed = replace(member, name=newcomer.name)
    work.members.save(renamed)
    return renamed


def depart(work: UnitOfWork, tools: Tools, actor: Actor, platform: str) -> None:
    """Record that a member has left the community on a platform."""
    authorise(actor, depart)
    go_from(work, tools, actor.here(), platform)
    work.commit()


def go_from(work: UnitOfWork, tools: Tools, member: Member, platform: str) -> None:
    """Take in that a member is gone from a platform, as part of a unit of work: on another one they may still be."""
    work.members.set_left(member.community, member.id, platform, tools.clock.now())
    if not homes_of(work, member):
        leave(work, tools, member)
    else:
        move_home(work, member, platform)


def move_home(work: UnitOfWork, member: Member, lost: str) -> bool:
    """Write to a member elsewhere from now on who was at home on a platform that is lost; return whether they are.

    False, too, where there is nowhere else.
    """
    others = [each for each in homes_of(work, member) if each != lost]
    if member.home != lost or not others:
        return False
    work.members.save(replace(member, home=others[0]))
    return True


def leave(work: UnitOfWork, tools: Tools, member: Member) -> None:
    """Do what a departure means, as part of a unit of work: prompts stop, pairings end, the others are told.

    A moderator is one no longer: that is given anew by whoever may, not by coming back.
    """
    work.members.save(replace(member, state=MemberState.LEFT, roles=member.roles - {Role.MODERATOR}))
    _shut_out(work, tools, member)
    for pairing in work.pairings.of_member(member.community, member.id):
        wind_up(work, tools, pairing)
        other = pairing.mentee if pairing.mentor == member.id else pairing.mentor
        notice = "proposal_withdrawn" if pairing.state is PairingState.PROPOSED else "pairing_ended"
        key = f"{notice}:{pairing.id}:{other}"
        tell(work, tools, member.community, other, notice, key, pairing=pairing.id)
        _tell_proposer(work, tools, pairing, member)
    schedule = work.check_ins.find_schedule(member.community, member.id)
    if schedule is not None:
        work.check_ins.save_schedules([replace(schedule, due_at=None)])


def join_as_mentee(
    work: UnitOfWork,
    tools: Tools,
    actor: Actor,
    about: AboutMe,
    aim: Aim,
    visibility: Visibility,
) -> MenteeProfile:
    """Take up, or change, what a mentee seeks; the first time, their check-ins are planned."""
    authorise(actor, join_as_mentee)
    begun = begin_on(work, tools, actor.community, aim.destination)
    member = _described(actor, about, Role.MENTEE)
    work.members.save(replace(member, visibility=visibility))
    before = work.members.find_mentee(actor.community, member.id)
    today = tools.clock.now().astimezone(zone_of(member.zone)).date()
    profile = MenteeProfile(
        community=actor.community,
        member=member.id,
        destination=aim.destination,
        direction=aim.direction,
        hours_a_week=aim.hours_a_week,
        arrive_by=arrival_of(before, member) if before else arrival_from(today),
        begun=before.begun if before and before.begun and before.destination == aim.destination else begun,
    )
    work.members.save_mentee(profile)
    _plan_check_ins(work, tools, member)
    work.commit()
    return profile


def join_as_mentor(
    work: UnitOfWork, tools: Tools, actor: Actor, about: AboutMe, role: RoleId, capacity: int
) -> MentorProfile:
    """Take up, or change, what a mentor offers; their levels start from the role they say they hold."""
    authorise(actor, join_as_mentor)
    _, held = tools.library.role(role, "")
    member = _described(actor, about, Role.MENTOR)
    work.members.save(member)
    before = work.members.find_mentor(actor.community, member.id)
    levels = {
        **{each: int(needed.level) for each, needed in held.requires.items()},
        **(before.levels if before else {}),
    }
    profile = MentorProfile(actor.community, member.id, levels, capacity, role)
    work.members.save_mentor(profile)
    replan(work, member)
    work.commit()
    return profile


def adjust_levels(
    work: UnitOfWork, tools: Tools, actor: Actor, levels: Mapping[CompetencyId, int | None]
) -> MentorProfile:
    """Change a mentor's own levels; None takes a competency off what they offer."""
    authorise(actor, adjust_levels)
    profile = work.members.get_mentor(actor.community, actor.here().id, lock=True)
    kept = {each: level for each, level in profile.levels.items() if each not in levels}
    given = {each: level_of(level, tools.library.levels(each)) for each, level in levels.items() if level is not None}
    profile = replace(profile, levels={**kept, **given})
    work.members.save_mentor(profile)
    work.commit()
    return profile


def change_settings(
    work: UnitOfWork, tools: Tools, actor: Actor, about: AboutMe, language: str, visibility: Visibility, home: str = ""
) -> Member:
    """Change a member's zone, languages and visibility; a zone moves the next prompt, a language their roadmap's words.

    `home`, if given, is the platform that they are written to on: one of those that they have an account on.
    """
    authorise(actor, change_settings)
    zone_of(about.zone)
    before = actor.here()
    if home and home not in homes_of(work, before):
        raise NotFound
    member = replace(
        before,
        zone=about.zone,
        languages=about.languages,
        language=language,
        visibility=visibility,
        home=home or before.home,
    )
    work.members.save(member)
    replan(work, member)
    if language != before.language:
        retell(work, tools, member)
    work.commit()
    return member


def homes_of(work: UnitOfWork, member: Member) -> tuple[str, ...]:
    """List the platforms on which a member can be written to: where they are, and the program is."""
    away = {each.platform for each in work.communities.own_places(member.community) if each.is_away}
    accounts = work.members.accounts_of(member.community, member.id)
    return tuple(sorted({each.platform for each in accounts if each.left_at is None} - away))


def replan(work: UnitOfWork, member: Member) -> None:
    """Move a member's next prompt to the zone that they live in now, as part of a unit of work."""
    schedule = work.check_ins.find_schedule(member.community, member.id)
    if schedule is not None and schedule.zone != member.zone:
        work.check_ins.save_schedules([schedule.in_zone(member.zone)])


def show_standing(actor: Actor) -> Member | None:
    """Let anybody ask where they stand; what is shown is composed from reads."""
    authorise(actor, show_standing)
    return actor.member


def show_help(actor: Actor) -> Member | None:
    """Let anybody ask what they can do."""
    authorise(actor, show_help)
    return actor.member


def show_privacy(actor: Actor) -> Member | None:
    """Let anybody ask who can read what."""
    authorise(actor, show_privacy)
    return actor.member


def spoken(tools: Tools, language: str) -> str:
    """Name the language that there are texts in for one as surfaces write it (`en-US`, `pt_BR`); empty for none."""
    code = language.replace("_", "-").split("-")[0].lower()
    return code if code in tools.library.languages() else ""


def _keep_handle(work: UnitOfWork, member: Member, newcomer: Newcomer) -> bool:
    """Return whether it is another one than before."""
    account = (newcomer.platform, newcomer.external_id, newcomer.handle)
    return bool(newcomer.handle) and work.members.save_handle(member.community, *account)


def _claimed(work: UnitOfWork, tools: Tools, member: Member, newcomer: Newcomer) -> Member:
    return claim(work, tools, member, newcomer.platform, newcomer.external_id, newcomer.handle)


def _member_of(community: Community, newcomer: Newcomer, member: MemberId, tools: Tools) -> Member:
    language = spoken(tools, newcomer.language) or community.language
    return Member(
        id=member,
        community=community.id,
        name=newcomer.name,
        roles=frozenset(),
        language=language,
        zone=newcomer.zone or community.zone,
        languages=(language,),
        visibility=Visibility.PRIVATE,
        state=MemberState.ACTIVE,
        home=newcomer.platform,
        introduced_at=tools.clock.now(),
    )


def _described(actor: Actor, about: AboutMe, role: Role) -> Member:
    zone_of(about.zone)
    member = actor.here()
    return replace(member, roles=member.roles | {role}, zone=about.zone, languages=about.languages)


def _plan_check_ins(work: UnitOfWork, tools: Tools, member: Member) -> None:
    programme = work.programmes.running(member.community)
    if work.check_ins.find_schedule(member.community, member.id) is None:
        work.check_ins.add_schedule(schedule_for(programme, member.id, member.zone, tools.clock.now()))
    else:
        replan(work, member)


def _resume(work: UnitOfWork, tools: Tools, member: Member) -> None:
    """Plan the prompts of one who comes back from the next week on; the weeks away are not caught up."""
    schedule = work.check_ins.find_schedule(member.community, member.id)
    if schedule is not None:
        work.check_ins.save_schedules([schedule.resumed(tools.clock.now())])
    thread = work.growth.find_thread(member.community, member.id)
    if thread is not None and thread.place is None:
        open_thread(work, tools, thread, tools.ids.new())


def _shut_out(work: UnitOfWork, tools: Tools, member: Member) -> None:
    """Let a moderator read in rooms no longer, who may come back one day as anybody."""
    programme = work.programmes.current(member.community)
    if Role.MODERATOR in member.roles and programme is not None and programme.moderators_read:
        admit_readers(work, tools, member.community)


def _tell_proposer(work: UnitOfWork, tools: Tools, pairing: Pairing, leaver: Member) -> None:
    """Tell the moderator who had brought the two together, unless they are one of them."""
    if pairing.proposed_by not in {pairing.mentor, pairing.mentee}:
        key = f"pairing_left:{pairing.id}"
        refs = {"pairing": pairing.id, "left": leaver.id}
        tell(work, tools, pairing.community, pairing.proposed_by, "pairing_left", key, **refs)
