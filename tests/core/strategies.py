"""What hypothesis draws from for tests of the core: zones, moments, weeks and rows of a gap matrix."""

from datetime import UTC, date, datetime
from zoneinfo import available_timezones

from hypothesis import strategies as st

from bot.core.domain.weeks import LocalWeek

ZONES = st.sampled_from(sorted(available_timezones()))

MOMENTS = st.datetimes(datetime(2000, 1, 3), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  bounds

WEEKS = st.integers(0, 2000).map(LocalWeek(date(2000, 1, 3)).plus)

LEVELS = st.integers(0, 5)

ROWS = st.tuples(st.none() | LEVELS, LEVELS, st.floats(0, 1))
"""A cell of a gap matrix: current and required level, weight."""

FINE_LEVELS = st.floats(0, 7, allow_subnormal=False)

FINE_ROWS = st.tuples(st.none() | FINE_LEVELS, FINE_LEVELS, st.floats(0, 1, allow_subnormal=False))
"""The same on a scale without steps."""
