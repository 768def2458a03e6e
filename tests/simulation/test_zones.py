"""Exactly one prompt a local week, in every time zone there is, over three years; the odd hours are in the faults."""

from datetime import time

from bot.core.domain.programmes import Weekday
from tests.simulation.zones import THREE_YEARS, every_zone, planned, watched, weeks_asked


def test_every_zone_is_asked_once_a_week_at_monday_nine() -> None:
    wrong = [
        zone
        for zone in every_zone()
        if (moments := planned(zone, Weekday.MONDAY, time(9))) != watched(zone, Weekday.MONDAY, time(9))
        or weeks_asked(zone, moments) != THREE_YEARS
    ]

    assert wrong == []
