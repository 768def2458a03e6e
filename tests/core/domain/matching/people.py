"""What hypothesis draws applicants from: everything that a score or a rule looks at, and gaps in all of it."""

from datetime import date

from hypothesis import strategies as st

from bot.core.domain.ids import CompetencyId, MemberId
from bot.core.domain.matching import Guide, Seeker, Terms, Weights, read_hours
from tests.core.examples import a_matrix
from tests.core.strategies import LEVELS, ROWS

DAY = date(2026, 11, 16)

MENTEES = [MemberId(f"e{number}") for number in range(7)]
MENTORS = [MemberId(f"m{number}") for number in range(7)]

ZONES = st.sampled_from(["Europe/Berlin", "Europe/London", "Asia/Kathmandu", "America/Los_Angeles", "Etc/GMT+11", ""])
HOURS = st.none() | st.sampled_from(
    [["mon 18-20"], ["sat-sun 9-12:30", "mon 7-8"], ["wed 0-24"], ["fri 9:15-9:45"]]
).map(read_hours)
LANGUAGES = st.sampled_from([("en",), ("en", "es"), ("es", "de"), ("de", "en"), ()])
PREFERENCES = st.frozensets(st.sampled_from(["remote", "parent", "research"]), max_size=2)
TEAMS = st.sampled_from(["", "", "red", "blue"])
COMPETENCIES = st.sampled_from([CompetencyId(f"c{number}") for number in range(4)])


@st.composite
def applicants(draw: st.DrawFn) -> tuple[list[Seeker], list[Guide]]:
    """Draw mentees and mentors, some of them the same people."""
    anyone = MENTEES + MENTORS
    few = st.just(frozenset[MemberId]()) | st.frozensets(st.sampled_from(anyone), max_size=2)
    seekers = [
        Seeker(
            member=member,
            matrix=a_matrix(*draw(st.lists(ROWS, min_size=1, max_size=4))),
            zone=draw(ZONES),
            languages=draw(LANGUAGES),
            hours=draw(HOURS),
            preferences=draw(PREFERENCES),
            wishes=tuple(draw(st.lists(st.sampled_from(MENTORS), unique=True, max_size=2))),
            team=draw(TEAMS),
            apart=draw(few),
            waited=draw(st.integers(0, 7)),
        )
        for member in draw(st.lists(st.sampled_from(anyone), unique=True, max_size=5))
    ]
    guides = [
        Guide(
            member=member,
            levels=draw(st.dictionaries(COMPETENCIES, LEVELS, min_size=2)),
            zone=draw(ZONES),
            languages=draw(LANGUAGES),
            free=draw(st.sampled_from([1, 2, 3, 0, -1])),
            hours=draw(HOURS),
            preferences=draw(PREFERENCES),
            team=draw(TEAMS),
            apart=draw(few),
            paused_until=draw(st.sampled_from([None, None, DAY, date(2026, 12, 1)])),
        )
        for member in draw(st.lists(st.sampled_from([*MENTORS, MENTEES[0]]), unique=True, max_size=5))
    ]
    return seekers, guides


TERMS_OF_ANY_KIND = st.builds(
    Terms,
    weights=st.sampled_from([Weights(), Weights(cells=0.5, hours=0.0, language=0.3, preferences=0.2, wish=0.4)]),
    margin=st.integers(0, 2),
    with_language=st.booleans(),
    with_hours=st.booleans(),
)
