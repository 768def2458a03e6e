"""Competencies with their levels in words, the roles that need them, and the ladders that order roles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from bot.core.domain.errors import LevelOutOfRange
from bot.core.domain.ids import CompetencyId, FrameworkId, LadderId, RoleId

LOWEST_LEVEL = 0
HIGHEST_LEVEL = 5
"""Levels of Menteo's own frameworks; 0 is "not yet"."""

UNPLACED = 0
"""The level of a role whose place on its ladder nobody has told."""


@dataclass(frozen=True)
class Scale:
    """What a framework measures with, bounds included; `whole` where it has steps and nothing between them."""

    lowest: float
    highest: float
    whole: bool = True

    def holds(self, value: float) -> bool:
        """Tell whether `value` can be said on this scale."""
        return self.lowest <= value <= self.highest and (not self.whole or value == int(value))


OWN_LEVELS = Scale(LOWEST_LEVEL, HIGHEST_LEVEL)
OWN_IMPORTANCES = Scale(1, 5)
"""The scales of Menteo's own frameworks: 1 is "not important", as on O*NET's scale IM."""


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
class Move:
    """A step from one role to another; `back` says that it leads to a lower level than the one held."""

    direction: GrowthDirection
    back: bool


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
    """What a role asks of one competency: a level on the framework's scale, and its importance as a weight from 0 to 1.

    `imprecise` marks a level whose publisher says that it rests on too little to be relied on.
    """

    level: float
    weight: float
    imprecise: bool = False


@dataclass(frozen=True)
class Ladder:
    """Ordered roles of one family of work."""

    id: LadderId
    title: str
    family: str


@dataclass(frozen=True)
class DestinationRole:
    """A role that can be aimed at, `level` being its place on its ladder or `UNPLACED`."""

    id: RoleId
    title: str
    ladder: LadderId
    level: int
    requires: Mapping[CompetencyId, Requirement]
    aliases: tuple[str, ...] = ()
    stand_in: str = ""
    """The title of the related role whose requirements these are, for one that nobody has rated."""


@dataclass(frozen=True)
class RoleName:
    """A role by its names: `title`, what framework it is of, and all of them made `searchable`, the title first."""

    id: RoleId
    title: str
    framework: str
    names: str


@dataclass(frozen=True, eq=False)
class RoleNames:
    """Every role that can be aimed at; the same object as long as they are the same, so that an index can be kept."""

    roles: Sequence[RoleName]


@dataclass(frozen=True)
class Framework:
    """One family of competencies, roles and ladders, in one language.

    `edition` is what its publisher calls this version, `credit` the line to be shown wherever its data is.
    """

    id: FrameworkId
    version: int
    language: str
    title: str
    summary: str
    competencies: Mapping[CompetencyId, Competency]
    ladders: Mapping[LadderId, Ladder]
    roles: Mapping[RoleId, DestinationRole]
    levels: Scale = OWN_LEVELS
    importances: Scale = OWN_IMPORTANCES
    edition: str = ""
    credit: str = ""


def weight_of(importance: float, *, lowest: float = 1, highest: float = 5) -> float:
    """Turn an importance on O*NET's scale of 1-5 into a weight of 0-1 (its IM scale: 1 is "not important")."""
    return (importance - lowest) / (highest - lowest)


def level_of(value: int, scale: Scale = OWN_LEVELS) -> int:
    """Return `value` if it is a level on the scale, else raise `LevelOutOfRange`."""
    if not scale.holds(value):
        raise LevelOutOfRange(level=value, lowest=int(scale.lowest), highest=int(scale.highest))
    return value


def direction_between(origin: DestinationRole, target: DestinationRole) -> GrowthDirection:
    """Name the way from one role to another by their ladders and levels, whichever of them is the higher.

    The same level is horizontal, on one ladder or on two that share the scale; another level is vertical on one
    ladder and diagonal between two. A level that nobody has told is never the same.
    """
    if origin.level == target.level != UNPLACED:
        return GrowthDirection.HORIZONTAL
    return GrowthDirection.VERTICAL if origin.ladder == target.ladder else GrowthDirection.DIAGONAL


def move_between(origin: DestinationRole, target: DestinationRole) -> Move:
    """Name the move from one role to another, and say whether it leads back to a lower level."""
    placed = UNPLACED not in {origin.level, target.level}
    return Move(direction_between(origin, target), back=placed and target.level < origin.level)
