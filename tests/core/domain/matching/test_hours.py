"""Weekly hours in one's own zone, and the hours that two share."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.matching import read_hours
from bot.core.domain.matching.hours import QUARTERS, Hours, week_of_hours
from tests.core.strategies import ZONES

DAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        (["Mon 0-1"], ((0, 4),)),
        (["tuesday 18:30 - 20:00"], ((96 + 74, 96 + 80),)),
        (["Mon-Tue 22-24"], ((88, 96), (184, 192))),
        (["Sun-Mon 9-10"], ((36, 40), (612, 616))),
        (["mon 9-10", "Mon 10-11"], ((36, 44),)),
        ([], ()),
    ],
)
def test_hours_are_read_as_people_write_them(said: list[str], hours: Hours) -> None:
    assert read_hours(said) == hours


@pytest.mark.parametrize("said", ["evenings", "mon 20-18", "xyz 9-10", "mon 9-25", "mon-abc 9-10", "mon", "mon 9-9"])
def test_what_isn_t_hours_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_hours([said])


def test_a_week_is_laid_out_in_utc() -> None:
    monday_nine = week_of_hours("Asia/Kathmandu", read_hours(["mon 9-10"]), DAY)  # 5:45 before UTC

    assert monday_nine == sum(1 << quarter for quarter in range(13, 17))


def test_a_week_goes_round() -> None:
    assert week_of_hours("Europe/Berlin", read_hours(["mon 0-1"]), DAY) == sum(
        1 << quarter for quarter in range(QUARTERS - 4, QUARTERS)
    )


def test_nobody_is_free_whose_zone_isn_t_known() -> None:
    assert week_of_hours("", read_hours(["mon 0-1"]), DAY) == 0


@given(zone=ZONES, hours=st.none() | st.just(read_hours(["mon-fri 18-20"])))
def test_a_week_has_as_many_hours_in_every_zone(zone: str, hours: Hours | None) -> None:
    assert week_of_hours(zone, hours, DAY).bit_count() == (336 if hours is None else 40)
