"""Sign-up sheets: mentors and what they offer, mentees and what they seek."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.signups.cells import Need, day, hours, levels, needs, several, whole, words, zone
from bot.adapters.signups.sheets import Row, Sheet, finished, read_sheet
from bot.core.domain.frameworks import Competency, CompetencyKind, DestinationRole
from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.ids import CompetencyId, LadderId, MemberId, RoleId
from bot.core.domain.matching import Guide, Seeker, Terms

BOTH = ("languages", "zone", "availability", "preferences", "team", "not_with", "past")
MENTORS = ("mentor", "competencies", "capacity", "paused_until", *BOTH)
MENTEES = ("mentee", "needs", "wishes", "waited", *BOTH)


@dataclass(frozen=True)
class Signups:
    """The people of a round, and the terms: a rule about what a sheet doesn't ask is not in force."""

    seekers: Sequence[Seeker]
    guides: Sequence[Guide]
    terms: Terms


def read_signups(mentors: Path, mentees: Path, names: Mapping[str, Mapping[str, str]]) -> Signups:
    """Read both sheets, or raise `BadSheet` with everything that is wrong in them."""
    theirs = read_sheet(mentors, MENTORS, ("mentor", "competencies"), names["mentors"])
    ours = read_sheet(mentees, MENTEES, ("mentee", "needs"), names["mentees"])
    guides = [_guide(row) for row in theirs.unique("mentor")]
    seekers = [_seeker(row) for row in ours.unique("mentee")]
    finished(theirs, ours)
    terms = Terms(
        with_language=_asked(ours, theirs, "languages"),
        with_hours=_asked(ours, theirs, "zone"),
    )
    return Signups(seekers, guides, terms)


def _asked(ours: Sheet, theirs: Sheet, column: str) -> bool:
    return column in ours.columns and column in theirs.columns


def _guide(row: Row) -> Guide:
    nothing: dict[str, int] = {}
    found = row.read("competencies", levels, nothing)
    return Guide(
        member=MemberId(row.need("mentor")),
        levels={CompetencyId(name): level for name, level in found.items()},
        zone=_zone(row),
        languages=row.several("languages", words),
        free=row.read("capacity", whole, 1),
        hours=row.read("availability", hours, None),
        preferences=frozenset(row.several("preferences", words)),
        team=row.cells.get("team", "").casefold(),
        apart=_apart(row),
        paused_until=row.read("paused_until", day, None),
    )


def _seeker(row: Row) -> Seeker:
    return Seeker(
        member=MemberId(row.need("mentee")),
        matrix=GapMatrix(_NO_ROLE, tuple(map(_cell, row.several("needs", needs)))),
        zone=_zone(row),
        languages=row.several("languages", words),
        hours=row.read("availability", hours, None),
        preferences=frozenset(row.several("preferences", words)),
        wishes=tuple(map(MemberId, row.several("wishes", several))),
        team=row.cells.get("team", "").casefold(),
        apart=_apart(row),
        waited=row.read("waited", whole, 0),
    )


def _zone(row: Row) -> str:
    """Hours without a zone would be anyone's hours."""
    if row.cells.get("availability") and not row.cells.get("zone"):
        row.refuse("hours-without-zone", "availability")
    return row.read("zone", zone, "")


def _apart(row: Row) -> frozenset[MemberId]:
    both = (*row.several("not_with", several), *row.several("past", several))
    return frozenset(map(MemberId, both))


def _cell(need: Need) -> GapCell:
    name, now, wanted, weight = need
    return GapCell(Competency(CompetencyId(name), name, CompetencyKind.HARD, {}), now, wanted, weight)


_NO_ROLE = DestinationRole(RoleId(""), "", LadderId(""), 0, {})
