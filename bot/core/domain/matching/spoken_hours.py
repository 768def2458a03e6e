"""Weekly hours as people say them: `Mon-Fri 18-21; Sat 9:30-12`, `weekdays from 6 to 9 pm`, in any language's names."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.core.domain.matching.hours import QUARTERS, Hours, hours_of_quarters, quarters_of

DAYS = 7
A_DAY = QUARTERS // DAYS
_SHORTEST = 2
"""Letters by which a day is known: `tu`, `th`."""

_TOKEN = re.compile(r"[^\W\d_]+|\d{1,2}(?:\s*[:.h]\s*\d{2}|\s*h\b)?(?:\s*[ap]\.?m\b\.?)?|-|[,;/\n]|\S")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|\s*h)?\s*(?:([ap])\.?m\.?)?")
_BETWEEN = frozenset(",;/.:()\n")
_DASHES = str.maketrans(dict.fromkeys("\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}~", "-") | dict.fromkeys("&+", ","))


@dataclass(frozen=True)
class WeekWords:
    """What a language calls days (0 is Monday) and sets of days, what it says between two, and what says nothing."""

    days: Mapping[str, frozenset[int]]
    until: Sequence[str] = ()
    filler: Sequence[str] = ()


@dataclass(frozen=True)
class Span:
    """The same hours on some days: minutes of a day from midnight, of 1440 at most."""

    days: tuple[int, ...]
    start: int
    end: int


def hours_said(text: str, words: WeekWords) -> Hours:
    """Read hours; raise ValueError, naming the part that can't be read. Without a day they are of every day."""
    return hours_of_quarters(quarter for span in _Reader(_tokens(text, words), words).spans() for quarter in _of(span))


def spans_of(hours: Hours) -> Sequence[Span]:
    """Lay hours out for saying: days with equal hours together, in the order of the week."""
    found: dict[tuple[int, int], list[int]] = {}
    for day in range(DAYS):
        held = sorted(quarter - day * A_DAY for quarter in quarters_of(hours) if quarter // A_DAY == day)
        for _, run in groupby(enumerate(held), key=lambda pair: pair[1] - pair[0]):
            quarters = [quarter for _, quarter in run]
            found.setdefault((quarters[0] * 15, (quarters[-1] + 1) * 15), []).append(day)
    spans = [Span(tuple(days), start, end) for (start, end), days in found.items()]
    return sorted(spans, key=lambda span: (span.days, span.start))


def folded(text: str) -> str:
    """Write without capitals and accents, as days are looked up."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in plain if not unicodedata.combining(each))


def _tokens(text: str, words: WeekWords) -> list[str]:
    plain = f" {folded(text).translate(_DASHES)} "
    for phrase in sorted((each for each in words.days if " " in each), key=len, reverse=True):
        plain = plain.replace(phrase, phrase.replace(" ", ""))
    found = _TOKEN.findall(plain)
    until, filler = set(words.until), set(words.filler)
    return ["-" if each in until else each for each in found if each not in filler]


class _Reader:
    """Goes through what was said: days until hours are said, then hours of those days until a day is said again."""

    def __init__(self, tokens: Sequence[str], words: WeekWords) -> None:
        self._tokens, self._at = tokens, 0
        self._days = {name.replace(" ", ""): days for name, days in words.days.items()}

    def spans(self) -> Iterator[Span]:
        """Give every range of hours with its days."""
        days: set[int] = set()
        pending = ""
        is_told = False
        while self._at < len(self._tokens):
            token = self._next()
            if token in _BETWEEN:
                continue
            if token[0].isdigit():
                start, end = self._range(token)
                yield Span(tuple(sorted(days)) or tuple(range(DAYS)), start, end)
                is_told, pending = True, ""
            else:
                days, is_told, pending = (set() if is_told else days) | self._some_days(token), False, token
        if pending:
            raise ValueError(pending)

    def _next(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1]

    def _follows(self, token: str) -> bool:
        if self._at < len(self._tokens) and self._tokens[self._at] == token:
            self._at += 1
            return True
        return False

    def _some_days(self, token: str) -> frozenset[int]:
        first = self._named(token)
        if not self._follows("-"):
            return first
        if self._at == len(self._tokens):
            raise ValueError(token)
        last = self._named(self._next())
        if len(first) != 1 or len(last) != 1:
            raise ValueError(token)
        (start,), (end,) = first, last
        return frozenset(day % DAYS for day in range(start, end + 1 if end >= start else end + DAYS + 1))

    def _named(self, token: str) -> frozenset[int]:
        if token in self._days:
            return self._days[token]
        meant = {days for name, days in self._days.items() if len(token) >= _SHORTEST and name.startswith(token)}
        if len(meant) != 1:
            raise ValueError(token)
        return meant.pop()

    def _range(self, token: str) -> tuple[int, int]:
        if not self._follows("-") or self._at == len(self._tokens):
            raise ValueError(token)
        until = self._next()
        said = f"{token}-{until}"
        if not until[0].isdigit():
            raise ValueError(said)
        start, end = _minutes(token, said), _minutes(until, said)
        if until.endswith(("m", "m.")) and not token.endswith(("m", "m.")) and start + 12 * 60 < end:
            start += 12 * 60  # 6-9 pm
        end = end or 24 * 60
        if start == end or start >= 24 * 60:
            raise ValueError(said)
        return start, end


def _minutes(token: str, said: str) -> int:
    parts = _TIME.fullmatch(token)
    if parts is None:
        raise ValueError(said)
    hour, minute, half = int(parts[1]), int(parts[2] or 0), parts[3]
    if half and not 1 <= hour <= 12:  # noqa: PLR2004  a clock's face
        raise ValueError(said)
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    if hour * 60 + minute > 24 * 60 or minute > 59:  # noqa: PLR2004  minutes of an hour
        raise ValueError(said)
    return hour * 60 + minute


def _of(span: Span) -> Iterator[int]:
    """Give a span's quarters; one that ends before it starts goes on into the next day."""
    start, end = span.start // 15, -(-span.end // 15)
    end += A_DAY if end <= start else 0
    for day in span.days:
        for quarter in range(day * A_DAY + start, day * A_DAY + end):
            yield quarter % QUARTERS
