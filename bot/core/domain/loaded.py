"""Frameworks that a community has loaded for itself: what is kept of them, and what they must agree with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from bot.core.domain.frameworks import Competency, DestinationRole, Framework
from bot.core.domain.ids import CommunityId, CompetencyId, FrameworkId, MemberId, RoleId

MOST_FRAMEWORKS = 20
"""Of one community's own: more than a programme has fields of work, few enough to be held in memory for many."""

Id = TypeVar("Id", CompetencyId, RoleId)
Thing = TypeVar("Thing", Competency, DestinationRole)


@dataclass(frozen=True)
class LoadedFramework:
    """A version of a framework as a community has loaded it; its text is kept beside it."""

    community: CommunityId
    framework: FrameworkId
    version: int
    language: str
    title: str
    loaded_by: MemberId
    loaded_at: datetime


@dataclass(frozen=True)
class FrameworkDraft:
    """A file that somebody has attached and not said yes to yet."""

    id: str
    community: CommunityId
    text: str
    drafted_at: datetime


@dataclass(frozen=True)
class Clash:
    """Where a framework contradicts another: of which kind it is, whose id, and where that stands in its file."""

    kind: str
    id: str
    other: FrameworkId
    path: tuple[int | str, ...]


@dataclass(frozen=True)
class Changed:
    """What of one kind is new, reads or asks otherwise, and is gone, by title."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True)
class Revision:
    """What a framework changes of an earlier version of itself, all of it new where there is none."""

    competencies: Changed
    roles: Changed
    moved: tuple[RoleId, ...] = ()
    """The roles that ask something else than before."""
    dropped: tuple[RoleId, ...] = ()
    """The roles that are there no more."""


def clash_of(framework: Framework, others: Iterable[Framework]) -> Clash | None:
    """Find the first contradiction to other frameworks: a role of theirs, or a competency that reads otherwise there.

    Competencies are compared with those of the same language alone.
    """
    for other in others:
        if other.id == framework.id:
            continue
        for place, role in enumerate(framework.roles):
            if role in other.roles:
                return Clash("roles", role, other.id, ("roles", place, "id"))
        if other.language != framework.language:
            continue
        for place, (each, competency) in enumerate(framework.competencies.items()):
            if other.competencies.get(each, competency) != competency:
                return Clash("competencies", each, other.id, ("competencies", place, "id"))
    return None


def revision_of(before: Framework | None, after: Framework) -> Revision:
    """Say what changes from one version to the next."""
    roles: Mapping[RoleId, DestinationRole] = before.roles if before else {}
    competencies: Mapping[CompetencyId, Competency] = before.competencies if before else {}
    moved = [each for each in roles if each in after.roles and roles[each].requires != after.roles[each].requires]
    return Revision(
        competencies=_changed(competencies, after.competencies),
        roles=_changed(roles, after.roles),
        moved=tuple(moved),
        dropped=tuple(each for each in roles if each not in after.roles),
    )


def _changed(before: Mapping[Id, Thing], after: Mapping[Id, Thing]) -> Changed:
    return Changed(
        new=tuple(thing.title for each, thing in after.items() if each not in before),
        changed=tuple(thing.title for each, thing in after.items() if each in before and before[each] != thing),
        gone=tuple(thing.title for each, thing in before.items() if each not in after),
    )
