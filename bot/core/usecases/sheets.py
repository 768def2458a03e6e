"""Rows of a sheet in the programme's own terms: which role, which competencies, who it is."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TypeVar

from bot.core.domain.errors import LevelOutOfRange
from bot.core.domain.frameworks import level_of
from bot.core.domain.ids import CommunityId, CompetencyId, MemberId, RoleId
from bot.core.domain.naming import fold
from bot.core.domain.signups import SheetKind, SheetRead, SignUp, Trouble, Written
from bot.core.ports import Tools

Name = TypeVar("Name", CompetencyId, RoleId)

Accounts = Mapping[str, frozenset[MemberId]]
"""Who may be meant by a key."""


class _Unresolved(Exception):
    def __init__(self, key: str, **facts: str | int) -> None:
        super().__init__(key)
        self.key, self.facts = key, facts


def resolved(
    tools: Tools, community: CommunityId, kind: SheetKind, read: SheetRead, accounts: Accounts
) -> tuple[Sequence[SignUp], Sequence[Trouble]]:
    """Tell the rows that can be taken in from those that can't, by line."""
    roles, good, bad = _roles(tools), list[SignUp](), list(read.troubles)
    find = partial(_competencies, tools, {})
    for row in read.rows:
        try:
            role = _one(roles.get(fold(row.role), frozenset()), "no-role", row.role)
            levels = {_competency(find(role), each): _level(each, level) for each, level in row.levels.items()}
            member = _who(accounts, row)
        except _Unresolved as error:
            bad.append(Trouble(row.line, error.key, facts=error.facts))
        else:
            good.append(_sign_up(community, kind, row, role, levels, member))
    return good, sorted(bad, key=lambda each: each.line)


def _sign_up(
    community: CommunityId,
    kind: SheetKind,
    row: Written,
    role: RoleId,
    levels: Mapping[CompetencyId, int],
    member: MemberId | None,
) -> SignUp:
    return SignUp(
        community=community,
        kind=kind,
        account=row.account,
        name=row.name,
        role=role,
        levels=levels,
        zone=row.zone,
        languages=row.languages,
        hours=row.hours,
        preferences=row.preferences,
        team=row.team,
        capacity=row.capacity,
        hours_a_week=row.hours_a_week,
        paused_until=row.paused_until,
        wishes=row.wishes,
        not_with=row.not_with,
        member=member,
    )


def _roles(tools: Tools) -> Mapping[str, frozenset[RoleId]]:
    """Find roles by whatever they are called, in every language."""
    found: dict[str, set[RoleId]] = {}
    for language in tools.library.languages():
        for framework in tools.library.frameworks(language):
            for role in framework.roles.values():
                for name in (role.id, role.title, *role.aliases):
                    found.setdefault(fold(name), set()).add(role.id)
    return {name: frozenset(roles) for name, roles in found.items()}


def _competencies(
    tools: Tools, known: dict[RoleId, Mapping[str, frozenset[CompetencyId]]], role: RoleId
) -> Mapping[str, frozenset[CompetencyId]]:
    """Find the competencies of a role's framework by whatever they are called; `known` keeps them."""
    if role not in known:
        found: dict[str, set[CompetencyId]] = {}
        for language in tools.library.languages():
            framework, _ = tools.library.role(role, language)
            for each in framework.competencies.values():
                for name in (each.id, each.title, *each.aliases):
                    found.setdefault(fold(name), set()).add(each.id)
        known[role] = {name: frozenset(some) for name, some in found.items()}
    return known[role]


def _competency(names: Mapping[str, frozenset[CompetencyId]], said: str) -> CompetencyId:
    return _one(names.get(fold(said), frozenset()), "no-competency", said)


def _level(said: str, level: int) -> int:
    try:
        return level_of(level)
    except LevelOutOfRange:
        raise _Unresolved("level-range", said=f"{said}:{level}") from None


def _who(accounts: Accounts, row: Written) -> MemberId | None:
    found = accounts.get(row.account, frozenset())
    if len(found) > 1:
        raise _Unresolved("several-accounts", said=row.account)
    return next(iter(found), None)


def _one(found: frozenset[Name], key: str, said: str) -> Name:
    if len(found) != 1:
        raise _Unresolved(key, said=said)
    return next(iter(found))
