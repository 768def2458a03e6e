"""How far two roles of one framework are apart, for the command line: without a database, in well under a second."""

from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass

from bot.adapters.library.shelf import Opened, RoleName, Shelf
from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.searching import Findable, meant
from bot.core.domain.errors import NotFound
from bot.core.domain.frameworks import DestinationRole, Framework, Move, move_between
from bot.core.domain.gaps import GapCell, GapMatrix, matrix_between
from bot.core.domain.ids import FrameworkId, RoleId

MOST_NAMED = 8
"""So many roles are named where words could mean several."""


class Unclear(Exception):
    """What was asked for can't be compared: `reason` names a text, `facts` are what it needs."""

    def __init__(self, reason: str, **facts: str | int) -> None:
        super().__init__(reason)
        self.reason, self.facts = reason, facts


@dataclass(frozen=True)
class Comparison:
    """Two roles, with all that is between them; a stand-in's ratings are those shown for a role that has none."""

    framework: Framework
    origin: DestinationRole
    target: DestinationRole
    origin_stand_in: DestinationRole | None
    target_stand_in: DestinationRole | None

    @property
    def matrix(self) -> GapMatrix:
        """What the target asks against what the origin asks."""
        return matrix_between(self.framework, self.origin_stand_in or self.origin, self.target_stand_in or self.target)

    @property
    def move(self) -> Move:
        """The move that it would be, by the roles' own places."""
        return move_between(self.origin, self.target)

    @property
    def edition(self) -> str:
        """What its publisher calls this version of the framework, or its number."""
        return self.framework.edition or str(self.framework.version)


def compare(shelf: Shelf, framework: FrameworkId, origin: str, target: str, parts: Collection[str] = ()) -> Comparison:
    """Compare two roles, each by its code or by words.

    Raises:
        Unclear: there is no such framework, or it isn't clear which roles are meant, or nobody has rated them.
        BadContent: the framework can't be used.
    """
    try:
        opened = shelf.open(framework)
    except NotFound:
        raise Unclear("framework", framework=framework, known=", ".join(shelf.ids())) from None
    with closing(opened):
        return _compared(opened, origin, target, parts)


def as_data(comparison: Comparison) -> dict[str, object]:
    """Write a comparison for a machine, levels unrounded on the framework's own scale."""
    matrix, framework = comparison.matrix, comparison.framework
    stand_ins = {"from": comparison.origin_stand_in, "to": comparison.target_stand_in}
    used = {side: {"id": role.id, "title": role.title} for side, role in stand_ins.items() if role}
    return {
        "framework": framework.id,
        "version": comparison.edition,
        "credit": framework.credit,
        "scale": {"lowest": framework.levels.lowest, "highest": framework.levels.highest},
        "from": _role_as_json(comparison.origin),
        "to": _role_as_json(comparison.target),
        "fallback": used or None,
        "readiness": matrix.readiness,
        "transfer_share": matrix.transfer_share,
        "direction": comparison.move.direction.value,
        "back": comparison.move.back,
        "cells": [_cell_as_json(cell) for cell in matrix.ranked],
    }


def as_lines(comparison: Comparison, say: Voice) -> list[str]:
    """Write a comparison for a person: what it comes to, a row for each competency, and whose data it is."""
    matrix, move = comparison.matrix, comparison.move
    back = "back" if move.back else "on"
    lines = [
        say("compare-title", **_titles(comparison)),
        say("compare-readiness", percent=say.percent(matrix.readiness)),
        say(f"compare-{move.direction.value}", way=back),
    ]
    for role, other in (
        (comparison.origin, comparison.origin_stand_in),
        (comparison.target, comparison.target_stand_in),
    ):
        if other:
            lines.append(say("compare-stand-in", role=role.title, other=other.title, code=other.id))
    lines += ["", *_table(matrix, say)]
    if any(each.imprecise for each in matrix.cells):
        lines += ["", say("compare-imprecise")]
    return [*lines, "", comparison.framework.credit] if comparison.framework.credit else lines


def _titles(comparison: Comparison) -> dict[str, str]:
    return {
        "origin": f"{comparison.origin.title} ({comparison.origin.id})",
        "target": f"{comparison.target.title} ({comparison.target.id})",
        "framework": comparison.framework.title,
    }


def _table(matrix: GapMatrix, say: Voice) -> list[str]:
    head = tuple(say(f"compare-column-{each}") for each in ("competency", "now", "needed", "weight", "rank"))
    rows = [head, *(_row(cell, say) for cell in matrix.ranked)]
    first, *others = (max(map(len, column)) for column in zip(*rows, strict=True))
    return [
        "  ".join([row[0].ljust(first), *(each.rjust(width) for each, width in zip(row[1:], others, strict=True))])
        for row in rows
    ]


def _row(cell: GapCell, say: Voice) -> tuple[str, ...]:
    mark = "*" if cell.imprecise else ""
    now = say("compare-unknown") if cell.current is None else f"{cell.current:g}"
    return (f"{cell.competency.title}{mark}", now, f"{cell.required:g}", say.percent(cell.weight), f"{cell.rank:.2f}")


def _compared(opened: Opened, origin: str, target: str, parts: Collection[str]) -> Comparison:
    names = opened.role_names()
    wanted = [_role_meant(names, each) for each in (origin, target)]
    stand_ins = [opened.stand_in(each) for each in wanted]
    framework = opened.brought({*wanted, *(each for each in stand_ins if each)}, parts)
    roles = framework.roles
    for role, other in zip(wanted, stand_ins, strict=True):
        if not any(asked.weight for asked in roles[other or role].requires.values()):
            raise Unclear("unrated", role=roles[role].title, code=role)
    return Comparison(
        framework,
        roles[wanted[0]],
        roles[wanted[1]],
        *(roles[other] if other else None for other in stand_ins),
    )


def _role_meant(names: Sequence[RoleName], typed: str) -> RoleId:
    code = typed.strip().rstrip("/").rpartition("/")[2]
    if any(each.id == code for each in names):
        return RoleId(code)
    found = meant([Findable(each.id, each.names) for each in names], typed, MOST_NAMED + 1)
    if not found:
        raise Unclear("role", typed=typed)
    if len(found) > 1:
        titles = {each.id: each.title for each in names}
        named = "; ".join(f"{titles[RoleId(each)]} ({each})" for each in found[:MOST_NAMED])
        raise Unclear("several", typed=typed, roles=named, more=int(len(found) > MOST_NAMED))
    return RoleId(found[0])


def _role_as_json(role: DestinationRole) -> dict[str, object]:
    return {"id": role.id, "title": role.title, "ladder": role.ladder, "level": role.level or None}


def _cell_as_json(cell: GapCell) -> dict[str, object]:
    return {
        "competency": cell.competency.title,
        "id": cell.competency.id,
        "kind": cell.competency.kind.value,
        "current": cell.current,
        "required": cell.required,
        "importance": cell.weight,
        "rank": cell.rank,
        "suppressed": cell.imprecise,
    }
