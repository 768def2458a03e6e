"""One person of several accounts: a code from one platform, typed on another, makes both accounts one member's."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.domain.codes import Code, CodePurpose, account_of
from bot.core.domain.errors import (
    AccountAlreadyThere,
    AlreadyLinked,
    CodeUnknown,
    NotFound,
    PairedTogether,
    TwoMentors,
)
from bot.core.domain.ids import CodeId, CommunityId, MemberId
from bot.core.domain.linking import Half, Trait, united
from bot.core.domain.members import Account, Member, Role
from bot.core.effects import LeasedEffect, Priority
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.codes import give_code, take_code
from bot.core.usecases.members import homes_of, replan
from bot.core.usecases.roadmaps.retelling import retell
from bot.core.usecases.rooms import admit_readers
from bot.core.usecases.telling import telling


@dataclass(frozen=True)
class Presented:
    """What a code has led to: the account is the member's own now, or is another member's, and they are to decide."""

    code: Code
    member: Member
    other: Member | None = None


@dataclass(frozen=True)
class Halves:
    """Two members who are to become one, and the platforms of their accounts: on each they can be written to."""

    code: Code
    kept: Half
    other: Half
    platforms: tuple[str, ...]


@dataclass(frozen=True)
class Chosen:
    """What a person chose for their one member: where the other's word counts, and where they are written to."""

    others: Collection[Trait]
    home: str


def give_linking_code(work: UnitOfWork, tools: Tools, actor: Actor) -> str:
    """Give a member a code for their account on another platform."""
    authorise(actor, give_linking_code)
    words = give_code(work, tools, CodePurpose.LINK, actor.here())
    work.commit()
    return words


def link_account(
    work: UnitOfWork, tools: Tools, actor: Actor, platform: str, external_id: str, given: str
) -> Presented:
    """Take the code of a member whose account this is, too: it becomes theirs, unless it has a member already.

    Raises `CodeUnknown`, `CodeUsed`, `CodeExpired`, and whatever stands in the way of the two becoming one.
    """
    authorise(actor, link_account)
    code = take_code(work, tools, CodePurpose.LINK, given, account_of(platform, external_id))
    if code.community != actor.community:
        raise CodeUnknown
    member = work.members.get(code.community, code.member).present()
    if actor.member is None:
        _let_in(work, tools, code, member, Account(code.community, platform, external_id, member.id))
        return _committed(work, Presented(code, member))
    _check(work, member, actor.here())
    return _committed(work, Presented(code, member, actor.here()))


def halves_of(work: UnitOfWork, tools: Tools, actor: Actor, by: str, code_id: CodeId) -> Halves:
    """Find the two who are to become one, for the account (`account_of`) that brought the code; a read."""
    code = work.codes.get(actor.community, code_id)
    if code.used_by != by:
        raise NotFound
    member, other = (work.members.get(code.community, each).present() for each in (code.member, actor.here().id))
    _check(work, member, other)
    platforms = tuple(sorted({*homes_of(work, member), *homes_of(work, other)}))
    return Halves(code.valid(tools.clock.now()), _half(work, member), _half(work, other), platforms)


def merge_members(work: UnitOfWork, tools: Tools, actor: Actor, by: str, code_id: CodeId, chosen: Chosen) -> Member:
    """Make one member of two, for good: the code's member stays, with the other's word where it is chosen."""
    authorise(actor, merge_members)
    code = work.codes.get(actor.community, code_id)
    work.merges.hold(actor.community, [code.member, actor.here().id])
    halves = halves_of(work, tools, actor, by, code_id)
    kept, gone = halves.kept.member, halves.other.member
    if chosen.home not in halves.platforms:
        raise NotFound
    one = united(halves.kept, halves.other, chosen.others, chosen.home)
    work.members.save(one.member)
    if one.seeks is not None:
        work.members.save_mentee(one.seeks)
    if one.offers is not None:
        work.members.save_mentor(one.offers)
    if one.circumstances is not None:
        work.circumstances.save(one.circumstances)
    work.circumstances.save_wishes(actor.community, kept.id, one.wishes)
    work.circumstances.save_wishes(actor.community, gone.id, ())
    work.merges.merge(actor.community, gone.id, into=kept.id)
    retell(work, tools, one.member)
    _plan(work, tools, one.member)
    _let_read(work, tools, one.member)
    _tell(work, tools, halves.code, kept, gone.home)
    work.commit()
    return one.member


def of_today(work: UnitOfWork, leased: Sequence[LeasedEffect]) -> Sequence[LeasedEffect]:
    """Name in effects, where they name members who are no more, those who they are now."""
    named = {(each.effect.community, name) for each in leased for name in each.effect.refs.values()}
    heirs = work.merges.heirs(named)
    return [_renamed(each, heirs) for each in leased] if heirs else leased


def _renamed(leased: LeasedEffect, heirs: Mapping[tuple[CommunityId, str], MemberId]) -> LeasedEffect:
    effect = leased.effect
    refs = {ref: heirs.get((effect.community, name), name) for ref, name in effect.refs.items()}
    return replace(leased, effect=replace(effect, refs=refs))


def _check(work: UnitOfWork, member: Member, other: Member) -> None:
    """Raise whatever stands in the way of these two being one person."""
    if member.id == other.id:
        raise AlreadyLinked
    there = {each.platform for each in work.members.accounts_of(member.community, member.id)}
    if any(each.platform in there for each in work.members.accounts_of(member.community, other.id)):
        raise AccountAlreadyThere
    live = work.pairings.of_member(member.community, member.id)
    if any({pairing.mentor, pairing.mentee} == {member.id, other.id} for pairing in live):
        raise PairedTogether
    if all(work.pairings.live_of_mentee(member.community, each.id) is not None for each in (member, other)):
        raise TwoMentors


def _let_in(work: UnitOfWork, tools: Tools, code: Code, member: Member, account: Account) -> None:
    if any(each.platform == account.platform for each in work.members.accounts_of(member.community, member.id)):
        raise AccountAlreadyThere
    work.members.add_account(account)
    _let_read(work, tools, member)
    _tell(work, tools, code, member, account.platform)


def _committed(work: UnitOfWork, presented: Presented) -> Presented:
    work.commit()
    return presented


def _half(work: UnitOfWork, member: Member) -> Half:
    community, whose = member.community, member.id
    return Half(
        member,
        work.members.find_mentee(community, whose),
        work.members.find_mentor(community, whose),
        work.circumstances.get(community, whose),
        work.circumstances.wishes(community, whose),
    )


def _plan(work: UnitOfWork, tools: Tools, member: Member) -> None:
    """Ask them where they live, and again where prompts had stopped because the program is away from their home."""
    replan(work, member)
    schedule = work.check_ins.find_schedule(member.community, member.id)
    if schedule is not None and schedule.due_at is None:
        work.check_ins.save_schedules([schedule.resumed(tools.clock.now())])


def _let_read(work: UnitOfWork, tools: Tools, member: Member) -> None:
    """Let a moderator read in rooms by their other accounts, too, where moderators may."""
    programme = work.programmes.current(member.community)
    if Role.MODERATOR in member.roles and programme is not None and programme.moderators_read:
        admit_readers(work, tools, member.community)


def _tell(work: UnitOfWork, tools: Tools, code: Code, member: Member, platform: str) -> None:
    """Write to whoever was given the code, where they were until now: it may have been somebody else who used it."""
    key, now = f"linked:{code.id}", tools.clock.now()
    refs = {"platform": platform}
    work.outbox.add([telling(member.community, member.id, member.home, "linked", key, now, Priority.ANSWER, **refs)])
