"""The gap matrix: where a member is against what the destination role needs, competency by competency."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from bot.core.domain.frameworks import OWN_LEVELS, Competency, DestinationRole, Framework, Requirement, Scale
from bot.core.domain.ids import AssessmentId, CommunityId, CompetencyId, EntryId, EvidenceId, MemberId

DIFFERENCE = 2
"""Levels between one's own word and a mentor's from which on the two are told, and talk about it when they meet."""


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

    @property
    def is_attested(self) -> bool:
        """Whether somebody else says it of the member: their mentor."""
        return self.assessed_by != self.member


@dataclass(frozen=True)
class Evidence:
    """What a claim rests on: words, which may be a link, or an entry of its holder's growth thread."""

    id: EvidenceId
    community: CommunityId
    member: MemberId
    competency: CompetencyId
    assessment: AssessmentId
    """The claim that it was given for; it stays where a newer one takes that one's place."""
    added_by: MemberId
    added_at: datetime
    text: str = ""
    entry: EntryId | None = None


@dataclass(frozen=True)
class Claims:
    """What a member says of one competency and what a mentor says of it: the newest of each, side by side."""

    own: Assessment | None = None
    attested: Assessment | None = None

    @property
    def counting(self) -> Assessment | None:
        """The claim that the matrix counts: the newest one that names a level.

        Of two made at the same moment the attested one counts. "Don't know" takes the place of one's own level, but
        never of a mentor's: missing data settles nothing.
        """
        known = [each for each in (self.own, self.attested) if each is not None and each.level is not None]
        return max(known, key=lambda each: (each.assessed_at, each.is_attested), default=self.own or self.attested)

    @property
    def known(self) -> Assessment | None:
        """The claim that evidence is given for: one's own, if it names a level, else a mentor's."""
        return self.own if self.own is not None and self.own.level is not None else self.attested

    @property
    def differ(self) -> bool:
        """Whether the two see it so differently that they should talk about it."""
        return _differ(self.own.level if self.own else None, self.attested.level if self.attested else None)

    def joined_by(self, claim: Assessment) -> "Claims":
        """Let a newer claim take the place of the one of its kind."""
        return replace(self, attested=claim) if claim.is_attested else replace(self, own=claim)


UNCLAIMED = Claims()
"""Nobody has said anything yet."""


@dataclass(frozen=True)
class GapCell:
    """One competency's row in the matrix, levels on the framework's own scale.

    `current` is the level that counts (`Claims.counting`), None where nobody has named one; `own` and `attested` are
    what it was chosen from. `imprecise` marks a row with a level not to be relied on.
    """

    competency: Competency
    current: float | None
    required: float
    weight: float
    imprecise: bool = False
    own: float | None = None
    attested: float | None = None
    is_asked: bool = False
    """Whether its holder was asked, and be it that they said "I don't know"."""

    @property
    def stands(self) -> bool:
        """Whether the level that counts is the attested one."""
        return self.attested is not None and self.current == self.attested

    @property
    def differs(self) -> bool:
        """Whether its holder and a mentor see it so differently that they should talk about it."""
        return _differ(self.own, self.attested)

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
    levels: Scale = OWN_LEVELS
    """What current and required levels are measured with: the framework's own scale."""

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
    def by_worth(self) -> tuple[GapCell, ...]:
        """All cells: the open ones in the order of `ranked`, then the others by how much they matter."""
        others = (cell for cell in self.cells if not cell.is_open)
        return (*self.open_cells, *sorted(others, key=lambda cell: (-cell.weight, cell.competency.id)))

    @cached_property
    def open_rank(self) -> float:
        """What closing all of them is worth."""
        return sum(cell.rank for cell in self.open_cells)

    @property
    def to_rate(self) -> tuple[GapCell, ...]:
        """Cells in the order in which their holder is asked: never asked, then not known, then known; by weight."""
        return tuple(sorted(self.cells, key=lambda cell: (cell.own is not None, cell.is_asked, -cell.weight)))

    @property
    def differing(self) -> tuple[GapCell, ...]:
        """Cells that holder and mentor see differently, most important first: what to talk about."""
        differing = (cell for cell in self.cells if cell.differs)
        return tuple(sorted(differing, key=lambda cell: (-cell.weight, cell.competency.id)))

    @property
    def met(self) -> int:
        """How many cells ask nothing more."""
        return sum(cell.gap == 0 for cell in self.cells)

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


def nearest_role(matrices: Iterable[GapMatrix]) -> DestinationRole | None:
    """Find the role that somebody's levels are most like, off it by the least weighted level, over or under.

    What nobody knows is as far off as can be; None where nothing is known of any role.
    """
    known = [matrix for matrix in matrices if matrix.unknown < len(matrix.cells)]
    nearest = min(known, key=lambda matrix: (_distance(matrix), matrix.role.id), default=None)
    return nearest.role if nearest else None


def matrix_of(framework: Framework, role: DestinationRole, claims: Mapping[CompetencyId, Claims]) -> GapMatrix:
    """Lay the member's current claims against the role's requirements."""
    return GapMatrix(
        role=role,
        cells=tuple(
            _cell_of(framework.competencies[competency], claims.get(competency, UNCLAIMED), requirement)
            for competency, requirement in role.requires.items()
        ),
        levels=framework.levels,
    )


def claims_of(history: Iterable[Assessment]) -> Mapping[CompetencyId, Claims]:
    """Say what stands at the end of a history, the oldest claim first; of a part of it, what stood then."""
    claims: dict[CompetencyId, Claims] = {}
    for each in history:
        claims[each.competency] = claims.get(each.competency, UNCLAIMED).joined_by(each)
    return claims


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
        levels=framework.levels,
    )


def _cell_of(competency: Competency, claims: Claims, asked: Requirement) -> GapCell:
    counting = claims.counting
    return GapCell(
        competency=competency,
        current=counting.level if counting else None,
        required=asked.level,
        weight=asked.weight,
        imprecise=asked.imprecise,
        own=claims.own.level if claims.own else None,
        attested=claims.attested.level if claims.attested else None,
        is_asked=claims.own is not None,
    )


def _distance(matrix: GapMatrix) -> float:
    weight = sum(cell.weight for cell in matrix.cells)
    off = sum(cell.weight * abs(cell.required - (cell.current or 0)) for cell in matrix.cells)
    return off / weight if weight else float("inf")


def _differ(own: float | None, attested: float | None) -> bool:
    return own is not None and attested is not None and abs(own - attested) >= DIFFERENCE


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
