"""A round's inputs and its solution as text: compact, and marked with the version of how they are written.

Reals are written so that they are read back to the last bit: a round is solved again to the same answer.
"""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from bot.core.domain.frameworks import Competency, CompetencyKind, DestinationRole
from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.ids import CompetencyId, LadderId, MemberId, RoleId
from bot.core.domain.matching import (
    Duals,
    Guide,
    Market,
    Misfit,
    Objective,
    Outcome,
    Parts,
    Seeker,
    Terms,
    Weights,
)
from bot.core.domain.rounds import Inputs, LeftOut, Planned, Solution, Wanted
from bot.storage import schema

WRITTEN: Final = 1
"""Raised when what is written changes; what an earlier release wrote must still be read."""

_OTHERS_HAVE: Final = ""
"""How `None` among hindrances is written: mentors whose places others have."""


def write_inputs(inputs: Inputs) -> str:
    """Write what a round is solved on: of matrices the open cells, which alone count."""
    known = {cell.competency.id: cell.competency for each in inputs.seekers for cell in each.matrix.open_cells}
    roles = {each.matrix.role.id: each.matrix.role.title for each in inputs.seekers}
    return _packed(
        {
            "written": WRITTEN,
            "day": inputs.day.isoformat(),
            "objective": inputs.objective.value,
            "engine": inputs.engine,
            "terms": {**vars(inputs.terms), "weights": vars(inputs.terms.weights)},
            "competencies": {each: [known[each].title, known[each].kind.value] for each in sorted(known)},
            "roles": roles,
            "seekers": [_seeker(each) for each in inputs.seekers],
            "guides": [_guide(each) for each in inputs.guides],
        }
    )


def read_inputs(text: str) -> Inputs:
    """Read what `write_inputs` wrote."""
    kept = _unpacked(text)
    terms = kept["terms"]
    competencies = {
        CompetencyId(each): Competency(CompetencyId(each), title, CompetencyKind(kind), {})
        for each, (title, kind) in kept["competencies"].items()
    }
    roles = {each: DestinationRole(RoleId(each), title, LadderId(""), 0, {}) for each, title in kept["roles"].items()}
    return Inputs(
        day=date.fromisoformat(kept["day"]),
        seekers=tuple(_seeker_of(each, roles, competencies) for each in kept["seekers"]),
        guides=tuple(_guide_of(each) for each in kept["guides"]),
        terms=Terms(**{**terms, "weights": Weights(**terms["weights"])}),
        objective=Objective(kept["objective"]),
        engine=kept["engine"],
    )


def write_solution(solution: Solution) -> str:
    """Write what came of a round, with what proves it and all that a "why not" looks at."""
    outcome = solution.outcome
    market, duals = outcome.market, outcome.duals
    return _packed(
        {
            "written": WRITTEN,
            "objective": outcome.objective.value,
            "mentees": market.mentees,
            "mentors": market.mentors,
            "places": market.places,
            "choices": [[[cost for cost, _ in row], [mentor for _, mentor in row]] for row in market.choices],
            "mates": outcome.mates,
            "worths": outcome.worths,
            "duals": [duals.bonus, duals.gains, duals.prices] if duals else None,
            "pairs": [[each.mentee, each.mentor, vars(each.parts), each.is_pinned] for each in solution.pairs],
            "left_out": [[each.mentee, _hindrances(each.hindrances), each.needs_nothing] for each in solution.left_out],
            "wanted": [vars(each) for each in solution.wanted],
        }
    )


def read_solution(text: str) -> Solution:
    """Read what `write_solution` wrote."""
    kept = _unpacked(text)
    duals = kept["duals"]
    market = Market(
        mentees=_ids(kept["mentees"]),
        mentors=_ids(kept["mentors"]),
        places=tuple(kept["places"]),
        choices=tuple(tuple(zip(costs, mentors, strict=True)) for costs, mentors in kept["choices"]),
    )
    return Solution(
        outcome=Outcome(
            market=market,
            objective=Objective(kept["objective"]),
            mates=tuple(kept["mates"]),
            worths=tuple(kept["worths"]),
            duals=Duals(duals[0], tuple(duals[1]), tuple(duals[2])) if duals else None,
        ),
        pairs=tuple(
            Planned(MemberId(mentee), MemberId(mentor), Parts(**parts), pinned)
            for mentee, mentor, parts, pinned in kept["pairs"]
        ),
        left_out=tuple(
            LeftOut(MemberId(mentee), {Misfit(why) if why else None: many for why, many in hindrances.items()}, nothing)
            for mentee, hindrances, nothing in kept["left_out"]
        ),
        wanted=tuple(Wanted(**each) for each in kept["wanted"]),
    )


def _seeker(seeker: Seeker) -> list[Any]:
    cells = [[each.competency.id, each.current, each.required, each.weight] for each in seeker.matrix.open_cells]
    return [
        seeker.member,
        seeker.matrix.role.id,
        cells,
        seeker.zone,
        seeker.languages,
        seeker.hours,
        sorted(seeker.preferences),
        seeker.wishes,
        seeker.team,
        sorted(seeker.apart),
        seeker.waited,
    ]


def _seeker_of(
    kept: Sequence[Any], roles: Mapping[str, DestinationRole], competencies: Mapping[CompetencyId, Competency]
) -> Seeker:
    member, role, cells, zone, languages, hours, preferences, wishes, team, apart, waited = kept
    matrix = GapMatrix(roles[role], tuple(GapCell(competencies[each], *rest) for each, *rest in cells))
    return Seeker(
        member=MemberId(member),
        matrix=matrix,
        zone=zone,
        languages=tuple(languages),
        hours=_hours(hours),
        preferences=frozenset(preferences),
        wishes=_ids(wishes),
        team=team,
        apart=frozenset(_ids(apart)),
        waited=waited,
    )


def _guide(guide: Guide) -> list[Any]:
    return [
        guide.member,
        dict(guide.levels),
        guide.zone,
        guide.languages,
        guide.free,
        guide.hours,
        sorted(guide.preferences),
        guide.team,
        sorted(guide.apart),
        guide.paused_until.isoformat() if guide.paused_until else None,
    ]


def _guide_of(kept: Sequence[Any]) -> Guide:
    member, levels, zone, languages, free, hours, preferences, team, apart, paused_until = kept
    return Guide(
        member=MemberId(member),
        levels=levels,
        zone=zone,
        languages=tuple(languages),
        free=free,
        hours=_hours(hours),
        preferences=frozenset(preferences),
        team=team,
        apart=frozenset(_ids(apart)),
        paused_until=date.fromisoformat(paused_until) if paused_until else None,
    )


def _hours(kept: Sequence[Sequence[int]] | None) -> tuple[tuple[int, int], ...] | None:
    return None if kept is None else tuple((first, end) for first, end in kept)


def _hindrances(hindrances: Mapping[Misfit | None, int]) -> Mapping[str, int]:
    return {each.value if each else _OTHERS_HAVE: many for each, many in hindrances.items()}


def _ids(kept: Iterable[str]) -> tuple[MemberId, ...]:
    return tuple(map(MemberId, kept))


def _packed(kept: Mapping[str, Any]) -> str:
    return b64encode(zlib.compress(schema.dump(kept).encode())).decode()


def _unpacked(text: str) -> Any:  # noqa: ANN401  read by the functions above, which know what they wrote
    return schema.load(zlib.decompress(b64decode(text)))
