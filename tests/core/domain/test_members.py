"""Who is here, and by when a mentee wants to have arrived."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.errors import MemberLeft
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.ids import RoleId
from bot.core.domain.members import MemberState, MenteeProfile, arrival_from, arrival_of
from tests.core.examples import COMMUNITY, MENTEE, a_member


def test_a_member_who_is_here_is_present() -> None:
    assert a_member().present() == a_member()


def test_a_member_who_left_is_named() -> None:
    with pytest.raises(MemberLeft) as refused:
        a_member(state=MemberState.LEFT).present()
    assert refused.value.facts == {"name": "Mentee"}


@pytest.mark.parametrize(
    ("day", "arrival"),
    [
        (date(2026, 11, 16), date(2028, 5, 16)),
        (date(2026, 6, 30), date(2027, 12, 30)),
        (date(2026, 7, 1), date(2028, 1, 1)),
        (date(2026, 8, 31), date(2028, 2, 29)),  # a shorter month, of a leap year
    ],
)
def test_the_way_takes_eighteen_months(day: date, arrival: date) -> None:
    assert arrival_from(day) == arrival


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_day_has_an_arrival_about_a_year_and_a_half_later(day: date) -> None:
    assert 543 <= (arrival_from(day) - day).days <= 550


def test_a_mentee_s_own_date_counts_and_else_when_they_came() -> None:
    profile = MenteeProfile(COMMUNITY, MENTEE, RoleId("staff"), GrowthDirection.VERTICAL, 3)
    chosen = MenteeProfile(COMMUNITY, MENTEE, RoleId("staff"), GrowthDirection.VERTICAL, 3, date(2027, 3, 1))

    assert arrival_of(chosen, a_member()) == date(2027, 3, 1)
    assert arrival_of(profile, a_member()) == arrival_from(a_member().introduced_at.date())
