"""Everybody's week begins on their own Monday at nine, whatever the clocks do."""

from datetime import UTC, datetime

import pytest

from tests.stories.beginnings import WEEK, mentee, programme
from tests.stories.cast import Cast

AUTUMN = datetime(2026, 10, 20, 12, tzinfo=UTC)
"""Berlin's clocks go back on Sunday 25 October."""
SPRING = datetime(2027, 3, 23, 12, tzinfo=UTC)
"""Berlin's clocks go forward on Sunday 28 March."""


@pytest.mark.parametrize(
    ("begin", "before", "at_nine"),
    [
        (AUTUMN, datetime(2026, 10, 26, 7, 59, tzinfo=UTC), datetime(2026, 10, 26, 8, tzinfo=UTC)),
        (SPRING, datetime(2027, 3, 29, 6, 59, tzinfo=UTC), datetime(2027, 3, 29, 7, tzinfo=UTC)),
    ],
    ids=["autumn", "spring"],
)
async def test_nine_stays_nine_when_the_clocks_change(
    cast: Cast, begin: datetime, before: datetime, at_nine: datetime
) -> None:
    await cast.until(begin)
    await programme(cast)
    lina = await mentee(cast, zone="Europe/Berlin")

    await cast.until(before)
    assert lina.prompts() == 0
    await cast.until(at_nine)
    assert lina.prompts() == 1


async def test_each_is_asked_at_nine_where_they_live(cast: Cast) -> None:
    await programme(cast)
    tokyo = await mentee(cast, "Yuki Mori", zone="Asia/Tokyo")
    lima = await mentee(cast, "Rosa Quispe", zone="America/Lima")

    await cast.monday(9, zone="Asia/Tokyo")
    assert (tokyo.prompts(), lima.prompts()) == (1, 0)
    await cast.monday(8, 59, zone="America/Lima")
    assert lima.prompts() == 0
    await cast.monday(9, zone="America/Lima")
    assert (tokyo.prompts(), lima.prompts()) == (1, 1)


async def test_one_who_moves_is_asked_at_nine_in_the_new_place(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast, zone="Europe/Berlin")

    await lina.runs("/settings", zone="America/New_York")
    await cast.monday(9, zone="Europe/Berlin")
    assert lina.prompts() == 0
    await cast.monday(9, zone="America/New_York")
    assert lina.prompts() == 1


async def test_one_who_moves_after_being_asked_is_not_asked_twice_that_week(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast, zone="Asia/Tokyo")
    await cast.monday(9, zone="Asia/Tokyo")
    await lina.runs("/checkin", **WEEK)
    asked = lina.prompts()

    await lina.runs("/settings", zone="America/New_York")
    await cast.later(days=6)

    assert lina.prompts() == asked
    await cast.monday(9, zone="America/New_York")
    lina.sees("Week 2: how did it go?")


async def test_a_zone_is_found_by_its_city(cast: Cast) -> None:
    await programme(cast)
    lina = cast.person("Lina Berg")

    assert await lina.searches("zone", "bogot") == ["Bogota (UTC-5)"]
    await lina.runs("/join mentee", destination="Staff engineer", visibility="private", zone="Munich")

    await cast.monday(9, zone="Europe/Berlin")
    assert lina.prompts() == 1


async def test_a_member_is_reminded_once_and_never_at_night(cast: Cast) -> None:
    await cast.until(datetime(2026, 10, 20, 12, tzinfo=UTC))
    await programme(cast)
    lina = await mentee(cast)
    await cast.monday()

    await cast.later(hours=48)
    lina.sees("Week 1 is still open", "[Answer check-in]")
    asked = lina.prompts()
    await cast.later(days=4)

    assert lina.prompts() == asked


async def test_the_programme_ends(cast: Cast) -> None:
    noor = cast.person("Noor Haddad", administrator=True)
    await noor.runs("/setup", template="sprint")
    lina = await mentee(cast)

    for _ in range(12):
        await cast.monday()
    await lina.types("/checkin")

    lina.sees("No check-in waits for you, and none is planned.")


async def test_time_goes_on_where_it_was_after_a_restart(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await cast.monday()
    reached = cast.now

    await cast.restarts()

    assert cast.now == reached
    assert lina.prompts() == 1
    await cast.monday()
    lina.sees("Week 2: how did it go?")
