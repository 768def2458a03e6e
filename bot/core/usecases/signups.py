"""Sign-up sheets: brought by a moderator, taken in row by row, and waiting for those who aren't here yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.domain.errors import ColumnsUnclear, NotFound
from bot.core.domain.ids import CommunityId
from bot.core.domain.members import Member
from bot.core.domain.signups import Sheet, SheetKind, SheetRead, SignUp, Trouble, heading_key, keys_of
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.settling import known_of, settle
from bot.core.usecases.sheets import resolved


@dataclass(frozen=True)
class Brought:
    """What came of a sheet: either its headings are to be explained first, or its good rows were taken in."""

    kind: SheetKind
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    here: tuple[SignUp, ...] = ()
    absent: tuple[SignUp, ...] = ()
    """Those who aren't here yet, whose sign-ups wait for them."""
    troubles: tuple[Trouble, ...] = ()
    """The rows that were left out, with why."""

    @property
    def is_unclear(self) -> bool:
        """Whether somebody has to say what its headings mean before anything is taken in."""
        return bool(self.unknown or self.missing)


def bring_sheet(work: UnitOfWork, tools: Tools, actor: Actor, kind: SheetKind, content: str) -> Brought:
    """Take a sheet in, or ask what its headings mean; whoever was taken in before isn't doubled."""
    authorise(actor, bring_sheet)
    work.programmes.running(actor.community)
    sheet = Sheet(actor.community, kind, content)
    work.sign_ups.save_sheet(sheet)
    brought = _taken_in(work, tools, sheet)
    work.commit()
    return brought


def explain_headings(
    work: UnitOfWork, tools: Tools, actor: Actor, kind: SheetKind, means: Mapping[str, str]
) -> Brought:
    """Keep what headings mean for the community, empty for one that is left out, and take the sheet in.

    Raise `ColumnsUnclear` where a column is still missing, or two headings would mean the same.
    """
    authorise(actor, bring_sheet)
    sheet = _sheet(work, actor, kind)
    chosen = [column for column in means.values() if column]
    if twice := sorted({each for each in chosen if chosen.count(each) > 1}):
        raise ColumnsUnclear(columns=", ".join(twice), why="twice")
    work.sign_ups.save_headings(actor.community, kind, {heading_key(each): column for each, column in means.items()})
    brought = _taken_in(work, tools, sheet)
    if brought.is_unclear:
        raise ColumnsUnclear(columns=", ".join(brought.missing), why="missing")
    work.commit()
    return brought


def sheet_as_it_stands(work: UnitOfWork, tools: Tools, actor: Actor, kind: SheetKind) -> SheetRead:
    """Read the sheet that was brought last once more: its unknown headings, and the rows that wait to be put right."""
    authorise(actor, bring_sheet)
    sheet = _sheet(work, actor, kind)
    return tools.sheets.read(kind, sheet.content, work.sign_ups.headings(actor.community, kind))


def troubles_of(work: UnitOfWork, tools: Tools, actor: Actor, kind: SheetKind) -> Sequence[Trouble]:
    """List every row of the sheet brought last that can't be taken in, with why."""
    read = sheet_as_it_stands(work, tools, actor, kind)
    return resolved(tools, actor.community, kind, read, known_of(work, actor.community).accounts)[1]


def read_sign_ups(work: UnitOfWork, tools: Tools, actor: Actor) -> Sequence[SignUp]:
    """List who has signed up by sheet, and who of them isn't here yet."""
    authorise(actor, bring_sheet)
    return work.sign_ups.all(actor.community)


def take_over(actor: Actor) -> Sequence[SheetKind]:
    """Tell what somebody is who has just come for what they had signed up with: coming has made it theirs."""
    authorise(actor, take_over)
    return [kind for kind in SheetKind if kind.role in actor.here().roles]


def claim(work: UnitOfWork, tools: Tools, member: Member, platform: str, external_id: str, handle: str) -> Member:
    """Give somebody who has come what they had signed up with, as part of a unit of work; return who they are now."""
    waiting = work.sign_ups.waiting(member.community, keys_of(platform, external_id, handle))
    every = work.sign_ups.all(member.community) if waiting else ()
    if not waiting or work.programmes.current(member.community) is None:
        return member
    own = {(each.kind, each.account) for each in waiting}
    known = known_of(work, member.community)
    settle(
        work,
        tools.of(work, member.community),  # who comes by a code comes from another community
        known,
        [replace(each, member=member.id) for each in waiting],
        [each for each in every if (each.kind, each.account) not in own],
    )
    return work.members.get(member.community, member.id)


def has_signed_up(work: UnitOfWork, community: CommunityId, platform: str, external_id: str, handle: str) -> bool:
    """Tell whether a sign-up waits for an account."""
    return bool(work.sign_ups.waiting(community, keys_of(platform, external_id, handle)))


def _taken_in(work: UnitOfWork, tools: Tools, sheet: Sheet) -> Brought:
    read = tools.sheets.read(sheet.kind, sheet.content, work.sign_ups.headings(sheet.community, sheet.kind))
    if read.unknown or read.missing:
        return Brought(sheet.kind, read.unknown, read.missing, troubles=read.troubles)
    known = known_of(work, sheet.community)
    good, troubles = resolved(tools, sheet.community, sheet.kind, read, known.accounts)
    every = {(each.kind, each.account): each for each in work.sign_ups.all(sheet.community)}
    done = [_as_before(each, every.pop((each.kind, each.account), None)) for each in good]
    kept = settle(work, tools, known, done, every.values())
    if not troubles:
        work.sign_ups.forget_sheet(sheet.community, sheet.kind)
    here = tuple(each for each in kept if each.member is not None)
    absent = tuple(each for each in kept if each.member is None)
    return Brought(sheet.kind, here=here, absent=absent, troubles=tuple(troubles))


def _as_before(each: SignUp, before: SignUp | None) -> SignUp:
    """Remember what was carried out of an earlier row of theirs."""
    return each if before is None else replace(each, done=before.done)


def _sheet(work: UnitOfWork, actor: Actor, kind: SheetKind) -> Sheet:
    sheet = work.sign_ups.sheet(actor.community, kind)
    if sheet is None:
        raise NotFound
    return sheet
