"""Answers in words, as a question or a summary repeats them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import assert_never

from bot.adapters.telegram.dates import day_words, instant_words
from bot.adapters.telegram.wording import Speaker
from bot.core.ui.forms import (
    Choice,
    Confirm,
    Day,
    Field,
    FieldError,
    File,
    Instant,
    LongText,
    Number,
    Option,
    Person,
    Raw,
    Scale,
    SearchedChoice,
    Several,
    ShortText,
    TimeZone,
)
from bot.core.ui.reading import YES


@dataclass(frozen=True)
class Reader:
    """Whom a form is asked."""

    say: Speaker
    today: date
    """Where they are."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """How the answer of a searched field is called, by the field's name."""


def said_answer(asked: Field, given: Raw, reader: Reader) -> str:  # noqa: PLR0911  one arm a kind of field
    """Say an answer as its person would, or that there is none."""
    if not any(given):
        return _no_answer(asked, reader)
    match asked:
        case Choice() | Several():
            return _labels(asked.options, given)
        case Scale():
            return _labels([Option(each.value, scale_words(each)) for each in asked.steps], given)
        case Confirm():
            return reader.say("telegram-yes" if given == (YES,) else "telegram-no")
        case Day():
            return _day(given[0], reader)
        case Instant():
            return _instant(given[0], reader)
        case SearchedChoice() | Person() | TimeZone():
            return reader.labels.get(asked.name) or given[0]
        case File():
            return reader.say("telegram-file-kept")
        case ShortText() | LongText() | Number():
            return "\n".join(given)
        case _:
            assert_never(asked)


def scale_words(step: Option) -> str:
    """Say a step: its number and what that looks like."""
    named = step.value if step.label == step.value else f"{step.value} · {step.label}"
    return f"{named} · {step.description}" if step.description else named


def said_error(error: FieldError, reader: Reader) -> str:
    """Say what is wrong with an answer, in the words that the catalogue has for every surface."""
    days = {
        name: day_words(date.fromisoformat(str(error.facts[name])), reader.say.language)
        for name in _DAYS & error.facts.keys()
    }
    return reader.say(f"field-{error.key}", **{**error.facts, **days})


def _no_answer(asked: Field, reader: Reader) -> str:
    if isinstance(asked, Confirm):
        return reader.say("telegram-no")
    return (asked.unknown if isinstance(asked, Scale) else "") or reader.say("telegram-no-answer")


def _labels(options: "tuple[Option, ...] | list[Option]", given: Raw) -> str:
    called = {each.value: each.label for each in options}
    return ", ".join(called.get(each, each) for each in given)


def _day(text: str, reader: Reader) -> str:
    try:
        return day_words(date.fromisoformat(text), reader.say.language)
    except ValueError:
        return text


def _instant(text: str, reader: Reader) -> str:
    try:
        return instant_words(datetime.fromisoformat(text), reader.say.language)
    except ValueError:
        return text


_DAYS = frozenset({"earliest", "latest"})
"""Facts of an error that are dates."""
