"""Sentences by key and language, from Fluent resources; the one place where words are put together."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from math import floor

from babel import Locale
from babel.dates import (
    format_date,
    format_datetime,
    format_skeleton,
    format_time,
    get_day_names,
    get_timezone_gmt,
    get_timezone_name,
)
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from bot.core.dialogue.sentences import sentences
from bot.core.domain.programmes import Weekday
from bot.core.domain.weeks import zone_of
from bot.core.ui.views import Moment

FALLBACK = "en"

LOCALES = {"en": "en_GB"}
"""How a language writes dates and numbers, where that isn't its name's own locale: English here is British."""

_ROUNDING = 1e-9
"""Keeps 0.29 from being said as 28 %: most shares have no exact float."""

Fact = str | int | float | Decimal


class MissingText(KeyError):
    """No such sentence: a fault of the program, found by the tests that walk the catalogue."""


class Catalogue:
    """All languages' sentences. `resources` gives each language's Fluent sources."""

    def __init__(self, resources: Mapping[str, Sequence[str]]) -> None:
        self._bundles = {language: sentences(language, tuple(sources)) for language, sources in resources.items()}
        self._plain: dict[tuple[str, str], str] = {}
        """Sentences without facts, which are most of them, said once."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that there are, the fallback first."""
        return tuple(sorted(self._bundles, key=lambda language: (language != FALLBACK, language)))

    def keys(self, language: str) -> frozenset[str]:
        """Every key of a language."""
        return self._bundles[language].keys()

    def voice(self, language: str, zone: str = "UTC") -> "Voice":
        """Speak one language, with moments in one zone; an unknown language falls back."""
        known = language if language in self._bundles else language.split("-", maxsplit=1)[0]
        return _voice(self, known if known in self._bundles else FALLBACK, zone)

    def say(self, language: str, key: str, facts: Mapping[str, Fact]) -> str:
        """Put a sentence together; raise `MissingText` where there is none."""
        if facts:
            return self._put_together(language, key, facts)
        plain = self._plain.get((language, key))
        if plain is None:
            plain = self._plain[(language, key)] = self._put_together(language, key, facts)
        return plain

    def has(self, language: str, key: str) -> bool:
        """Tell whether there is such a sentence."""
        return self._bundles[language].has_message(key)

    def _put_together(self, language: str, key: str, facts: Mapping[str, Fact]) -> str:
        bundle = self._bundles[language]
        try:
            pattern = bundle.get_message(key).value
        except LookupError:
            raise MissingText(key) from None
        if pattern is None:
            raise MissingText(key)
        text, errors = bundle.format_pattern(pattern, dict(facts))
        if errors:
            raise MissingText(key, errors)
        return str(text)


class Voice:
    """One language and zone, bound: `voice("key", name="Ada")`."""

    def __init__(self, catalogue: Catalogue, language: str, zone: str) -> None:
        self._catalogue = catalogue
        self.language = language
        self.zone = zone
        self.locale = LOCALES.get(language, language)

    def __call__(self, key: str, /, **facts: Fact) -> str:
        """Say a sentence."""
        return self._catalogue.say(self.language, key, facts)

    def there(self, platform: str, key: str, /, **facts: Fact) -> str:
        """Say a sentence as it is said of a platform: some have one of their own, `<key>-<platform>`."""
        own = f"{key}-{platform}"
        return self(own if platform and self.knows(own) else key, **facts)

    def knows(self, key: str) -> bool:
        """Tell whether there is such a sentence: some are about one platform only."""
        return self._catalogue.has(self.language, key)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that there are texts in."""
        return self._catalogue.languages

    def as_spoken_by(self, language: str, zone: str) -> "Voice":
        """Speak another language, with moments in another zone."""
        return self._catalogue.voice(language, zone)

    def moment(self, at: datetime) -> Moment:
        """Show an instant: in this voice's zone, with the zone's name."""
        return Moment(at, _moment(at, self.zone, self.locale))

    def day(self, day: date) -> str:
        """Write a date in words."""
        return _day(day, self.locale)

    def month(self, day: date) -> str:
        """Write the month that a day is in, and its year."""
        return _month(day, self.locale)

    def quarter(self, day: date) -> str:
        """Write the quarter of a year that a day is in."""
        return _quarter(day, self.locale)

    def year(self, day: date) -> str:
        """Write the year that a day is in."""
        return format_skeleton("y", day, locale=self.locale)

    def weekday(self, day: Weekday) -> str:
        """Name a day of the week."""
        return str(get_day_names("wide", "stand-alone", locale=self.locale)[day - 1])

    def short_weekday(self, day: Weekday) -> str:
        """Name a day of the week in a few letters."""
        return str(get_day_names("abbreviated", "stand-alone", locale=self.locale)[day - 1])

    def hour(self, at: time) -> str:
        """Write a time of day."""
        return format_time(at, "short", locale=self.locale)

    def number(self, number: float) -> str:
        """Write a number with its language's own marks, and no more decimals than it needs."""
        return _number(number, self.locale)

    def percent(self, share: float) -> str:
        """Write a share, 0-1, as whole percent: rounded down, so that 100 % is said of nothing unfinished."""
        return _percent(floor(share * 100 + _ROUNDING), self.locale)

    def tongue(self, language: str) -> str:
        """Name a language, in this one."""
        return tongues(self.locale).get(language, language)

    def every(self, items: Iterable[str]) -> str:
        """Join with commas and an "and"."""
        return format_list(list(items), locale=self.locale)

    def either(self, items: Iterable[str]) -> str:
        """Join with commas and an "or"."""
        return format_list(list(items), style="or", locale=self.locale)


@lru_cache
def tongues(locale: str) -> Mapping[str, str]:
    """Name every language by its code, in one locale."""
    return {str(code): str(name) for code, name in Locale.parse(locale).languages.items()}


# The same few moments, days and numbers are said over and over, and each takes as long as a whole command's routing.


@lru_cache(maxsize=4096)
def _moment(at: datetime, zone: str, locale: str) -> str:
    local = at.astimezone(zone_of(zone))
    words = format_datetime(local, "EEE d MMM, HH:mm", locale=locale)
    name = get_timezone_name(local, "short", locale=locale)
    return f"{words} {name if name[0].isalpha() else get_timezone_gmt(local, locale=locale)}"  # else it is "+0530"


@lru_cache(maxsize=4096)
def _day(day: date, locale: str) -> str:
    return format_date(day, "long", locale=locale)


@lru_cache(maxsize=1024)
def _quarter(day: date, locale: str) -> str:
    return format_skeleton("yQQQ", day, locale=locale)


@lru_cache(maxsize=1024)
def _month(day: date, locale: str) -> str:
    return format_skeleton("yMMMM", day, locale=locale)


@lru_cache(maxsize=4096)
def _number(number: float, locale: str) -> str:
    return format_decimal(number, locale=locale)


@lru_cache(maxsize=512)
def _percent(whole: int, locale: str) -> str:
    return format_percent(whole / 100, locale=locale)


@lru_cache(maxsize=2048)
def _voice(catalogue: Catalogue, language: str, zone: str) -> Voice:
    return Voice(catalogue, language, zone)
