"""Sentences by key and language, from Fluent resources; the one place where words are put together."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date, format_datetime, get_timezone_name
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from bot.core.domain.weeks import zone_of
from bot.core.ui.views import Moment

FALLBACK = "en"

Fact = str | int | float | Decimal


class MissingText(KeyError):
    """No such sentence: a fault of the program, found by the tests that walk the catalogue."""


class Catalogue:
    """All languages' sentences. `resources` gives each language's Fluent sources."""

    def __init__(self, resources: Mapping[str, Sequence[str]]) -> None:
        self._bundles = {language: _bundle(language, sources) for language, sources in resources.items()}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that there are, the fallback first."""
        return tuple(sorted(self._bundles, key=lambda language: (language != FALLBACK, language)))

    def keys(self, language: str) -> frozenset[str]:
        """Every key of a language."""
        return frozenset(self._bundles[language]._messages)  # noqa: SLF001  the library lists its messages nowhere else

    def voice(self, language: str, zone: str = "UTC") -> "Voice":
        """Speak one language, with moments in one zone; an unknown language falls back."""
        known = language if language in self._bundles else language.split("-", maxsplit=1)[0]
        return _voice(self, known if known in self._bundles else FALLBACK, zone)

    def say(self, language: str, key: str, facts: Mapping[str, Fact]) -> str:
        """Put a sentence together; raise `MissingText` where there is none."""
        bundle = self._bundles[language]
        if not bundle.has_message(key):
            raise MissingText(key)
        pattern = bundle.get_message(key).value
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

    def __call__(self, key: str, /, **facts: Fact) -> str:
        """Say a sentence."""
        return self._catalogue.say(self.language, key, facts)

    def has(self, key: str) -> bool:
        """Tell whether there is such a sentence."""
        return key in self._catalogue.keys(self.language)

    def moment(self, at: datetime) -> Moment:
        """Show an instant: in this voice's zone, with the zone's name."""
        local = at.astimezone(zone_of(self.zone))
        words = format_datetime(local, "EEE d MMM, HH:mm", locale=self.language)
        return Moment(at, f"{words} {get_timezone_name(local, 'short', locale=self.language)}")

    def day(self, day: date) -> str:
        """Write a date in words."""
        return format_date(day, "long", locale=self.language)

    def every(self, items: Iterable[str]) -> str:
        """Join with commas and an "and"."""
        return format_list(list(items), locale=self.language)


def _bundle(language: str, sources: Sequence[str]) -> FluentBundle:
    # No isolation marks: views are plain text in fields of their own, and the marks would show up in copies of it.
    bundle = FluentBundle([language], use_isolating=False)
    for source in sources:
        bundle.add_resource(FluentResource(source))
    return bundle


@lru_cache(maxsize=2048)
def _voice(catalogue: Catalogue, language: str, zone: str) -> Voice:
    return Voice(catalogue, language, zone)
