"""The gap matrix: where a member is against what the destination role needs, competency by competency."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.core.domain.frameworks import Competency, DestinationRole, Framework
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
    """One competency's row in the matrix; `current` is None where nobody has said yet."""

    competency: Competency
    current: int | None
    required: int
    weight: float
    evidence: str = ""

    @property
    def gap(self) -> int:
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
        """How much of the destination is met, 0-1: 1 - sum(w x gap) / sum(w x required)."""
        needed = sum(cell.weight * cell.required for cell in self.cells)
        if needed == 0:
            return 1.0
        return 1 - sum(cell.rank for cell in self.cells) / needed

    @cached_property
    def open_cells(self) -> tuple[GapCell, ...]:
        """Cells that are not met, the most valuable first; ties by competency, so that the order is one."""
        ranked = sorted(self.cells, key=lambda cell: (-cell.rank, cell.competency.id))
        return tuple(cell for cell in ranked if cell.is_open)

    @property
    def unknown(self) -> int:
        """How many cells nobody has rated yet."""
        return sum(cell.current is None for cell in self.cells)


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
