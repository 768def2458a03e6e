"""Mentees and mentors for a round, as many as wanted, made from one seed."""

from random import Random

from bot.core.domain.frameworks import Competency, CompetencyKind, DestinationRole
from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.ids import CompetencyId, LadderId, MemberId, RoleId
from bot.core.domain.matching import Guide, Seeker

COMPETENCIES = tuple(Competency(CompetencyId(f"c{number:02}"), "", CompetencyKind.HARD, {}) for number in range(24))
ZONES = (
    "Europe/London",
    "Europe/Berlin",
    "Europe/Madrid",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Los_Angeles",
    "Africa/Lagos",
    "Asia/Kolkata",
    "Asia/Singapore",
)
LANGUAGES = ("en", "en", "en", "es", "de", "pt", "hi")
TAGS = ("career", "research", "founding", "parent", "remote", "leading")

_ROLE = DestinationRole(RoleId("role"), "", LadderId("ladder"), 1, {})
_CELLS = 8
_SEED = 11


def applicants(mentees: int, mentors: int) -> tuple[list[Seeker], list[Guide]]:
    """Make people with 8 cells each, who speak one to three languages in nine zones; two to four places a mentor."""
    seeded = Random(_SEED)
    seekers = [_seeker(seeded, MemberId(f"mentee-{number:05}")) for number in range(mentees)]
    return seekers, [_guide(seeded, MemberId(f"mentor-{number:05}")) for number in range(mentors)]


def _seeker(seeded: Random, member: MemberId) -> Seeker:
    cells = tuple(
        GapCell(competency, seeded.randint(0, 3), seeded.randint(2, 5), seeded.randint(5, 100) / 100)
        for competency in seeded.sample(COMPETENCIES, _CELLS)
    )
    return Seeker(
        member,
        GapMatrix(_ROLE, cells),
        seeded.choice(ZONES),
        _languages(seeded),
        preferences=frozenset(seeded.sample(TAGS, 2)),
        waited=seeded.choice((0, 0, 0, 1, 2)),
    )


def _guide(seeded: Random, member: MemberId) -> Guide:
    levels = {competency.id: seeded.randint(1, 5) for competency in seeded.sample(COMPETENCIES, 14)}
    preferences = frozenset(seeded.sample(TAGS, 2))
    places = seeded.randint(2, 6)
    return Guide(member, levels, seeded.choice(ZONES), _languages(seeded), places, preferences=preferences)


def _languages(seeded: Random) -> tuple[str, ...]:
    return tuple(sorted({seeded.choice(LANGUAGES) for _ in range(seeded.randint(1, 3))}))
