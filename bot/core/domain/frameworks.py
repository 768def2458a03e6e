"""Competencies with their levels in words, the roles that need them, and the ladders that order roles."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from bot.core.domain.errors import LevelOutOfRange
from bot.core.domain.ids import CompetencyId, FrameworkId, LadderId, RoleId

LOWEST_LEVEL = 0
HIGHEST_LEVEL = 5
"""Levels of Menteo's own frameworks; 0 is "not yet"."""


class CompetencyKind(Enum):
    """Whether a competency is of craft or of working with people."""

    HARD = "hard"
    SOFT = "soft"


class GrowthDirection(Enum):
    """How a career moves: up its ladder, across to another, or both at once."""

    VERTICAL = "vertical"
    HORIZONTAL = "horizontal"
    DIAGONAL = "diagonal"


@dataclass(frozen=True)
class Competency:
    """An ability described by behaviour; `indicators` gives a sentence for each level from 1 up."""

    id: CompetencyId
    title: str
    kind: CompetencyKind
    indicators: Mapping[int, str]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Requirement:
    """What a role asks of one competency: a level, and its importance as a weight from 0 to 1."""

    level: int
    weight: float


@dataclass(frozen=True)
class Ladder:
    """Ordered roles of one family of work."""

    id: LadderId
    title: str
    family: str


@dataclass(frozen=True)
class DestinationRole:
    """A role that can be aimed at, `level` being its place on its ladder."""

    id: RoleId
    title: str
    ladder: LadderId
    level: int
    requires: Mapping[CompetencyId, Requirement]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Framework:
    """One family of competencies, roles and ladders, in one language."""

    id: FrameworkId
    version: int
    language: str
    title: str
    summary: str
    competencies: Mapping[CompetencyId, Competency]
    ladders: Mapping[LadderId, Ladder]
    roles: Mapping[RoleId, DestinationRole]


def weight_of(importance: float, *, lowest: float = 1, highest: float = 5) -> float:
    """Turn an importance on O*NET's scale of 1-5 into a weight of 0-1 (its IM scale: 1 is "not important")."""
    return (importance - lowest) / (highest - lowest)


def level_of(value: int) -> int:
    """Return `value` if it is a level, else raise `LevelOutOfRange`."""
    if not LOWEST_LEVEL <= value <= HIGHEST_LEVEL:
        raise LevelOutOfRange(level=value, lowest=LOWEST_LEVEL, highest=HIGHEST_LEVEL)
    return value


def direction_between(origin: DestinationRole, target: DestinationRole) -> GrowthDirection:
    """Name the move from one role to another by their ladders and levels."""
    if origin.ladder == target.ladder:
        return GrowthDirection.VERTICAL
    if origin.level == target.level:
        return GrowthDirection.HORIZONTAL
    return GrowthDirection.DIAGONAL
