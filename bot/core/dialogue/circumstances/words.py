"""Weekly hours in words, and the words in which they are understood."""

from collections.abc import Iterator, Sequence
from datetime import time

from bot.core.dialogue.catalogue import Voice
from bot.core.domain.matching import Hours, WeekWords, folded, spans_of
from bot.core.domain.programmes import Weekday

_SETS = {"hours-weekdays": range(5), "hours-weekend": range(5, 7), "hours-daily": range(7)}
_A_RUN = 3
"""Days in a row from which they are said as from the first to the last."""


def hours_in_words(say: Voice, hours: Hours) -> str:
    """Say hours so that they can be typed again: `Mon-Fri 18:00-21:00; Sat 09:30-12:00`."""
    return "; ".join(
        f"{_days(say, span.days)} {_hour(say, span.start)}\N{EN DASH}{_hour(say, span.end)}" for span in spans_of(hours)
    )


def week_words(say: Voice) -> WeekWords:
    """Gather what days are called in every language that there are texts in: many people write in several."""
    voices = [say.as_spoken_by(language, say.zone) for language in say.languages]
    days: dict[str, frozenset[int]] = {}
    for voice in voices:
        for day in Weekday:
            names = (voice.weekday(day), voice.short_weekday(day))
            days |= {folded(name).strip("."): frozenset({day - 1}) for name in names}
        days |= {phrase: frozenset(some) for key, some in _SETS.items() for phrase in _listed(voice, key)}
    until = [word for voice in voices for word in _listed(voice, "hours-until")]
    filler = [word for voice in voices for word in _listed(voice, "hours-filler")]
    return WeekWords(days, until, filler)


def _listed(say: Voice, key: str) -> Iterator[str]:
    return (folded(each.strip()) for each in say(key).split(","))


def _days(say: Voice, days: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(words for run in runs for words in _run(say, run))


def _run(say: Voice, run: Sequence[int]) -> Iterator[str]:
    names = [say.short_weekday(Weekday(day + 1)) for day in run]
    if len(run) < _A_RUN:
        yield from names
    else:
        yield f"{names[0]}\N{EN DASH}{names[-1]}"


def _hour(say: Voice, minutes: int) -> str:
    return say.hour(time(minutes // 60 % 24, minutes % 60))
