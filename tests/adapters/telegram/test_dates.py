"""Days and times as people type them."""

from datetime import date

import pytest

from bot.adapters.telegram.dates import day_words, typed_day, typed_instant

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-01-31", "2027-01-31"),
        (" 31.1.2027 ", "2027-01-31"),
        ("31. 1. 2027", "2027-01-31"),
        ("31.01.27", "2027-01-31"),
        ("30.11.", "2026-11-30"),
        ("23.11", "2026-11-23"),
        ("22.11.", "2027-11-22"),
        ("29.2.", "2028-02-29"),
        ("31.2.", "31.2."),
        ("31.2.2027", "31.2.2027"),
        ("soon", "soon"),
        ("٣١.١.", "٣١.١."),
    ],
)
def test_a_day_is_read_as_it_is_typed_and_what_is_none_stays_as_it_is(text: str, day: str) -> None:
    assert typed_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2027-01-31 15:30", "2027-01-31 15:30"),
        ("2027-01-31T15:30", "2027-01-31T15:30"),
        ("31.1.2027, 9:05", "2027-01-31 09:05"),
        ("30.11. 9.05", "2026-11-30 09:05"),
        ("tomorrow", "tomorrow"),
        ("15:30", "15:30"),
    ],
)
def test_a_time_is_read_as_it_is_typed(text: str, moment: str) -> None:
    assert typed_instant(text, TODAY) == moment


def test_a_day_is_said_with_its_weekday() -> None:
    assert day_words(TODAY, "en", with_year=False) == "Mon 23 Nov"
    assert day_words(TODAY, "es") == "lunes, 23 de noviembre de 2026"
    assert day_words(TODAY, "no such language", with_year=False) == "Mon 23 Nov"
