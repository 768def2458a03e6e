"""Holding several destination roles side by side against the levels of one mentee."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.domain.frameworks import DestinationRole, Framework, GrowthDirection, Move, move_between
from bot.core.domain.gaps import Claims, GapMatrix, matrix_of, nearest_role
from bot.core.domain.ids import CompetencyId, RoleId
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise


@dataclass(frozen=True)
class Compared:
    """One role: what is met and open of it, and the move that it would be; None where nothing is known of today."""

    matrix: GapMatrix
    move: Move | None
    is_held: bool = False
    """Whether it is the very role that the mentee's levels are most like today."""


@dataclass(frozen=True)
class Comparison:
    """Roles, the closest first; `held` is the title of the role that the mentee's levels are most like today."""

    roles: Sequence[Compared]
    held: str


def compare_destinations(work: UnitOfWork, tools: Tools, actor: Actor, roles: Sequence[RoleId]) -> Comparison:
    """Compare roles, each once; nothing is kept. However many there are, levels are read in one query."""
    authorise(actor, compare_destinations)
    member = actor.here()
    claims = work.assessments.current(actor.community, member.id)
    found = [tools.library.role(each, member.language) for each in dict.fromkeys(roles)]
    held = _held(tools, claims, member.language)
    here = held[1].id if held else ""
    compared = [
        Compared(matrix_of(framework, role, claims), _move(held, framework, role), is_held=role.id == here)
        for framework, role in found
    ]
    compared.sort(key=lambda each: -each.matrix.readiness)
    return Comparison(compared, held[1].title if held else "")


def _held(
    tools: Tools, claims: Mapping[CompetencyId, Claims], language: str
) -> tuple[Framework, DestinationRole] | None:
    """Find the role that somebody is most like, of those frameworks that can be looked through."""
    matrices = {
        role.id: (framework, matrix_of(framework, role, claims))
        for framework in tools.library.frameworks(language)
        for role in framework.roles.values()
    }
    nearest = nearest_role([matrix for _, matrix in matrices.values()])
    return (matrices[nearest.id][0], nearest) if nearest else None


def _move(held: tuple[Framework, DestinationRole] | None, framework: Framework, role: DestinationRole) -> Move | None:
    """Name the move from the role held; another framework is another field, with levels of its own."""
    if held is None:
        return None
    origin, today = held
    return move_between(today, role) if origin.id == framework.id else Move(GrowthDirection.DIAGONAL, back=False)
