"""Telling good answers from bad ones: from what was typed to a value, or to the reason why not."""

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from bot.core.ui.forms import (
    Choice,
    Confirm,
    Day,
    Field,
    FieldError,
    File,
    Form,
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
    Value,
)

_LAYOUT = frozenset("\n\t")

BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

YES = "yes"
"""The one answer of a ticked `Confirm`."""


def read_form(form: Form, answers: Mapping[str, Raw]) -> tuple[dict[str, Value], dict[str, FieldError]]:
    """Read every field; return the values of the good ones and the errors of the bad ones, by field name."""
    values: dict[str, Value] = {}
    errors: dict[str, FieldError] = {}
    for field in form.fields:
        result = read(field, answers.get(field.name, ()))
        if isinstance(result, FieldError):
            errors[field.name] = result
        else:
            values[field.name] = result
    return values, errors


def read(field: Field, raw: Raw) -> Value | FieldError:  # noqa: C901, PLR0911, PLR0912  one arm a kind of field
    """Read one answer; an empty one is None, or an error where the field is required."""
    given = tuple(text for each in raw if (text := harmless(each).strip()))
    if not given:
        if isinstance(field, Confirm):
            return _error("unconfirmed") if field.required else False
        if field.required:
            return _error("required")
        return () if isinstance(field, Several) else None
    match field:
        case ShortText():
            return _no_longer(" ".join(" ".join(given).split()), field.longest)
        case LongText():
            return _no_longer("\n".join(given).replace("\t", " "), field.longest)
        case Choice():
            return _one_of(field.options, given[0])
        case Several():
            return _some_of(field, given)
        case Scale():
            return _number(given[0], field.low, field.high, decimals=False)
        case Number():
            return _number(given[0], field.low, field.high, decimals=field.decimals)
        case Day():
            return _day(field, given[0])
        case Instant():
            return _instant(given[0])
        case TimeZone():
            return _zone(given[0])
        case SearchedChoice() | Person():
            return given[0]
        case File():
            return _file(field, given[0])
        case Confirm():
            return _confirmed(field, given[0])
        case _:
            assert_never(field)


def harmless(text: str) -> str:
    """Take out what no person types: control characters, lone surrogates and bidirectional overrides."""
    return "".join(each for each in text if each in _LAYOUT or not _is_control(each))


def _error(key: str, **facts: str | int) -> FieldError:
    return FieldError(key, facts)


def _is_control(character: str) -> bool:
    """Control characters, lone surrogates and bidirectional overrides, which can make a line read as another."""
    return unicodedata.category(character) in {"Cc", "Cs"} or character in BIDI_OVERRIDES


def _no_longer(text: str, longest: int) -> Value | FieldError:
    if len(text) > longest:
        return _error("too-long", longest=longest, length=len(text))
    return text


def _confirmed(field: Confirm, text: str) -> Value | FieldError:
    if text == YES:
        return True
    return _error("unconfirmed") if field.required else False


def _one_of(options: tuple[Option, ...], text: str) -> Value | FieldError:
    for option in options:
        if text == option.value or text.casefold() == option.label.casefold():
            return option.value
    return _error("not-an-option", given=text[:100])


def _some_of(field: Several, given: Raw) -> Value | FieldError:
    chosen: list[str] = []
    for text in given:
        value = _one_of(field.options, text)
        if isinstance(value, FieldError):
            return value
        if isinstance(value, str) and value not in chosen:
            chosen.append(value)
    if len(chosen) > field.most:
        return _error("too-many", most=field.most)
    return tuple(chosen)


def _number(text: str, low: float, high: float, *, decimals: bool) -> Value | FieldError:
    try:
        value = float(text.replace(",", ".")) if decimals else int(text)
    except ValueError:
        return _error("not-a-number" if decimals else "not-a-whole-number", given=text[:100])
    if not low <= value <= high:  # also refuses nan
        return _error("out-of-range", low=f"{low:.15g}", high=f"{high:.15g}")
    return value


def _day(field: Day, text: str) -> Value | FieldError:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return _error("not-a-date", given=text[:100])
    if field.earliest and day < field.earliest:
        return _error("too-early", earliest=field.earliest.isoformat())
    if field.latest and day > field.latest:
        return _error("too-late", latest=field.latest.isoformat())
    return day


def _instant(text: str) -> Value | FieldError:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _error("not-a-moment", given=text[:100])
    return moment if moment.tzinfo is None else _error("not-a-moment", given=text[:100])


def _zone(text: str) -> Value | FieldError:
    try:
        return ZoneInfo(text).key
    except (KeyError, ValueError, OSError):  # OSError: a folder of the zone data
        return _error("unknown-zone", given=text[:100])


def _file(field: File, text: str) -> Value | FieldError:
    if len(text.encode()) > field.most_bytes:
        return _error("file-too-big", most=field.most_bytes)
    return text
