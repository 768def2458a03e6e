"""What a field lets one choose from, a page at a time; an option is known by a mark that outlives a rebuilt form."""

from base64 import b32encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from bot.adapters.telegram.dates import day_words
from bot.adapters.telegram.wording import Speaker
from bot.core.ui.forms import Choice, Confirm, Day, Field, Option, Scale, Several
from bot.core.ui.reading import YES

PAGE = 8
"""Options that are shown at once."""
NO = "no"
"""What stands for an unticked `Confirm` on a button; as an answer that is none."""


@dataclass(frozen=True)
class Page:
    """A page of options."""

    options: Sequence[Option]
    number: int
    """Counted from 0."""
    count: int


def options_of(field: Field, found: Sequence[Option], today: date, say: Speaker) -> Sequence[Option]:
    """List what can be chosen; `found` is what a searched field's text could mean."""
    match field:
        case Choice() | Several():
            return field.options
        case Scale():
            return field.steps
        case Confirm():
            return Option(YES, say("telegram-yes")), Option(NO, say("telegram-no"))
        case Day():
            return [_day_option(each, today, say) for each in _days(field, today)]
        case _:
            return found


def page_of(options: Sequence[Option], number: int) -> Page:
    """Take a page; one that there isn't is the nearest."""
    count = max(1, -(-len(options) // PAGE))
    number = min(max(number, 0), count - 1)
    return Page(options[number * PAGE : (number + 1) * PAGE], number, count)


def page_with(options: Sequence[Option], value: str) -> int:
    """Say on which page an option is; the first where there is none such."""
    places = [place for place, each in enumerate(options) if each.value == value]
    return places[0] // PAGE if places else 0


def mark_of(text: str) -> str:
    """Name an option's value, or a field, in few letters."""
    return b32encode(sha256(text.encode(errors="surrogatepass")).digest())[:_MARK].decode().lower()


def marked(options: Sequence[Option], mark: str) -> str | None:
    """Find the value of the option that bears a mark."""
    return next((each.value for each in options if mark_of(each.value) == mark), None)


def _days(field: Day, today: date) -> Sequence[date]:
    first = max(today, field.earliest or today)
    last = min(first + _FARTHEST, field.latest or date.max)
    return [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]


def _day_option(day: date, today: date, say: Speaker) -> Option:
    near = {0: "telegram-today", 1: "telegram-tomorrow"}.get((day - today).days)
    words = day_words(day, say.language, with_year=False)
    return Option(day.isoformat(), say(near) if near else words)


_MARK = 8
_FARTHEST = timedelta(weeks=8) - timedelta(days=1)
"""As far as anybody turns pages; a later day is typed."""
