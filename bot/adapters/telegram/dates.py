"""Days and times as people of a language write and read them."""

import re
from datetime import date, datetime, time
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton


def day_words(day: date, language: str, *, with_year: bool = True) -> str:
    """Say a day with its weekday."""
    if with_year:
        return format_date(day, "full", locale=_locale(language))
    return format_skeleton("MMMEd", datetime.combine(day, time()), locale=_locale(language))


def instant_words(moment: datetime, language: str) -> str:
    """Say a day and a time."""
    clock = format_skeleton("Hm", moment, locale=_locale(language))
    return f"{day_words(moment.date(), language)}, {clock}"


def typed_day(text: str, today: date) -> str:
    """Read a day as typed, as ISO writes it: 2027-01-31, 31.1.2027, or 31.1. for the next such day.

    What isn't one is returned as it is, for the field's own check to say so.
    """
    found = _DOTTED.fullmatch(text.strip())
    if found is None:
        return text.strip()
    day, month, year = found.groups()
    years = [_full(year)] if year else range(today.year, today.year + _LEAP)
    known = (_day(each, int(month), int(day)) for each in years)
    next_one = (each for each in known if each is not None and (year or each >= today))
    return next((each.isoformat() for each in next_one), text.strip())


def typed_instant(text: str, today: date) -> str:
    """Read a day and a time as typed: 2027-01-31 15:30, or the day as `typed_day` takes it."""
    day, _, clock = text.strip().rpartition(" ")
    hour = _CLOCK.fullmatch(clock)
    if not day or hour is None:
        return text.strip()
    return f"{typed_day(day.rstrip(' ,'), today)} {int(hour[1]):02}:{hour[2]}"


def _full(year: str) -> int:
    return int(year) if len(year) > len("27") else 2000 + int(year)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(_WRITTEN_AS.get(language, language), sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_WRITTEN_AS["en"], sep="-")


_WRITTEN_AS = {"en": "en-GB"}
"""How a language writes days, where that isn't its name's own locale: English in Menteo's texts is British."""
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.?(?:\s?(\d{4}|\d{2}))?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})", re.ASCII)
_LEAP = 9
"""Years within which every day comes again, the 29th of February as well."""
