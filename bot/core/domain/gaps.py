"""The gap matrix: where a member is against what the destination role needs, competency by competency."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.core.domain.frameworks import Competency, DestinationRole, Framework, Requirement
from bot.core.domain.ids import AssessmentId, CommunityId, CompetencyId, MemberId


@dataclass(frozen=True)
class Assessment:
    """A claim of a level by its holder or by a mentor; `level` None is "don't know", which is not 0."""

    id: AssessmentId
    community: CommunityId
    member: MemberId
    competency: CompetencyId
    level: int | None
    assessed_by: MemberId
    assessed_at: datetime
    evidence: str = ""


@dataclass(frozen=True)
class GapCell:
    """One competency's row in the matrix, levels on the framework's own scale.

    `current` is None where nobody has said yet; `imprecise` marks a row with a level not to be relied on.
    """

    competency: Competency
    current: float | None
    required: float
    weight: float
    evidence: str = ""
    imprecise: bool = False

    @property
    def gap(self) -> float:
        """Levels still missing; an unknown level counts as all of them, since missing data is never agreement."""
        return max(0, self.required - (self.current or 0))

    @property
    def rank(self) -> float:
        """What closing the cell is worth: its weight times its gap."""
        return self.weight * self.gap

    @property
    def is_open(self) -> bool:
        """Whether the cell matters at the destination and is not met."""
        return self.rank > 0


@dataclass(frozen=True)
class GapMatrix:
    """A member's cells against one destination role, in the role's own order."""

    role: DestinationRole
    cells: tuple[GapCell, ...]

    @property
    def readiness(self) -> float:
        """How much of the destination is met, 0-1."""
        return readiness_of(self.cells)

    @property
    def transfer_share(self) -> float:
        """How much of what the destination asks is brought along, 0-1."""
        return transfer_share_of(self.cells)

    @property
    def ranked(self) -> tuple[GapCell, ...]:
        """All cells, the most valuable to close first; ties by competency, so that the order is one."""
        return tuple(sorted(self.cells, key=lambda cell: (-cell.rank, cell.competency.id)))

    @cached_property
    def open_cells(self) -> tuple[GapCell, ...]:
        """Cells that are not met, in the order of `ranked`."""
        return tuple(cell for cell in self.ranked if cell.is_open)

    @property
    def unknown(self) -> int:
        """How many cells nobody has rated yet."""
        return sum(cell.current is None for cell in self.cells)


def readiness_of(cells: Iterable[GapCell]) -> float:
    """Return 1 - sum(w x gap) / sum(w x required): 0-1, and 1 where nothing is asked.

    An unknown level is all gap: missing data never counts as agreement.
    """
    rows = tuple(cells)
    asked = _asked(rows)
    return 1 - sum(cell.rank for cell in rows) / asked if asked else 1.0


def transfer_share_of(cells: Iterable[GapCell]) -> float:
    """Return sum(w x min(current, required)) / sum(w x required): 0-1, and 1 where nothing is asked.

    An unknown level brings nothing along.
    """
    rows = tuple(cells)
    asked = _asked(rows)
    return sum(cell.weight * min(cell.current or 0, cell.required) for cell in rows) / asked if asked else 1.0


def matrix_of(framework: Framework, role: DestinationRole, assessments: Mapping[CompetencyId, Assessment]) -> GapMatrix:
    """Lay the member's current assessments against the role's requirements."""
    return GapMatrix(
        role=role,
        cells=tuple(
            GapCell(
                competency=framework.competencies[competency],
                current=assessments[competency].level if competency in assessments else None,
                required=requirement.level,
                weight=requirement.weight,
                evidence=assessments[competency].evidence if competency in assessments else "",
            )
            for competency, requirement in role.requires.items()
        ),
    )


def matrix_between(framework: Framework, origin: DestinationRole, target: DestinationRole) -> GapMatrix:
    """Lay what one role asks against what another asks; what the origin doesn't speak of is unknown.

    What weighs nothing at the destination is irrelevant there, and left out.
    """
    return GapMatrix(
        role=target,
        cells=tuple(
            _cell_between(framework.competencies[competency], origin.requires.get(competency), requirement)
            for competency, requirement in target.requires.items()
            if requirement.weight
        ),
    )


def _cell_between(competency: Competency, held: Requirement | None, asked: Requirement) -> GapCell:
    return GapCell(
        competency=competency,
        current=held.level if held else None,
        required=asked.level,
        weight=asked.weight,
        imprecise=asked.imprecise or (held is not None and held.imprecise),
    )


def _asked(cells: Iterable[GapCell]) -> float:
    return sum(cell.weight * cell.required for cell in cells)
