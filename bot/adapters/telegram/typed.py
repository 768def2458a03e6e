"""Typed words as the answer to a field: total over all of them; whether they can stand is the field's own check."""

import re
from typing import assert_never

from bot.adapters.telegram.answers import Reader
from bot.adapters.telegram.dates import typed_day, typed_instant
from bot.core.ui.forms import (
    Choice,
    Confirm,
    Day,
    Field,
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


def typed_answer(field: Field, text: str, reader: Reader) -> Raw:  # noqa: PLR0911  one arm a kind of field
    """Read typed words as an answer."""
    said = text.strip()
    match field:
        case ShortText() | LongText() | Number() | SearchedChoice() | Person() | TimeZone() | File():
            return (said,)
        case Choice():
            return (_value(field.options, said),)
        case Scale():
            return (_value(field.steps, said),)
        case Several():
            return tuple(_value(field.options, each.strip()) for each in _COMMAS.split(said))
        case Confirm():
            return (YES,) if said.casefold() in {YES, reader.say("telegram-yes").casefold()} else ()
        case Day():
            return (typed_day(said, reader.today),)
        case Instant():
            return (typed_instant(said, reader.today),)
        case _:
            assert_never(field)


def _value(options: tuple[Option, ...], said: str) -> str:
    return next((each.value for each in options if said.casefold() == each.label.casefold()), said)


_COMMAS = re.compile("[,;\n]")
