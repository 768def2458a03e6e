"""A form's fields as typed options of a command: declared to Discord, and read back from what it sends.

No option has to be given: what isn't is asked for in the form. Labels are said in every language, names are the
fields' own in the first one.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from discord import AppCommandOptionType

from bot.adapters.discord.localising import Spoken, first_of, localised
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

Payload = dict[str, object]
"""JSON on its way to Discord."""

Given = str | int | float
"""What Discord sends for an option; a boolean is an int."""

MOST_OPTIONS = 25
"""Options of a command, and choices of an option (Application Commands: Option Structure)."""
LONGEST_DESCRIPTION = 100
LONGEST_CHOICE = 100
"""Characters of a choice's name, and of its value where that is a string."""

_LONGEST_NAME = 32
_LONGEST_STRING = 6000
_LARGEST_INTEGER = 2**53
_ISO_DAY = len("2026-11-30")
_ISO_INSTANT = len("2026-11-30T09:00:00")
_NOT_IN_NAMES = re.compile(r"[^\w-]+")


def options(parameters: Spoken[Sequence[Field]]) -> list[Payload]:
    """Declare fields, each given in every language and in the same order."""
    by_name = [
        {language: next(each for each in fields if each.name == field.name) for language, fields in parameters.items()}
        for field in first_of(parameters)[:MOST_OPTIONS]
    ]
    names = _names(by_name)
    return [_option(spoken, names[first_of(spoken).name]) for spoken in by_name]


def answer(field: Field, given: Given) -> Raw:
    """Read what was given for a field; an attached file is named by its id."""
    if isinstance(field, Confirm):
        return (YES,) if given else ()
    return (f"{given:.15g}",) if isinstance(given, float) else (str(given),)


def shortened(text: str, longest: int) -> str:
    """Cut to what Discord takes, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _option(spoken: Spoken[Field], names: Mapping[str, str]) -> Payload:
    field = first_of(spoken)
    descriptions = {
        language: shortened(each.label or each.name, LONGEST_DESCRIPTION) for language, each in spoken.items()
    }
    return {
        **_typed(field, spoken),
        "name": field.name,
        "name_localizations": localised(names),
        "description": first_of(descriptions),
        "description_localizations": localised(descriptions),
        "required": False,
    }


def _typed(field: Field, spoken: Spoken[Field]) -> Payload:  # noqa: PLR0911  one arm a kind of field
    match field:
        case ShortText() | LongText():
            return _string(max_length=min(field.longest, _LONGEST_STRING))
        case Choice() | Several():
            return _chosen(spoken)
        case Scale():
            return {"type": AppCommandOptionType.integer.value, "choices": _choices(spoken, int)}
        case Number():
            return _number(field)
        case SearchedChoice() | Person() | TimeZone():
            return _string(autocomplete=True)
        case Day():
            return _string(max_length=_ISO_DAY)
        case Instant():
            return _string(max_length=_ISO_INSTANT)
        case File():
            return {"type": AppCommandOptionType.attachment.value}
        case Confirm():
            return {"type": AppCommandOptionType.boolean.value}
        case _:
            assert_never(field)


def _string(**limits: object) -> Payload:
    return {"type": AppCommandOptionType.string.value, **limits}


def _chosen(spoken: Spoken[Field]) -> Payload:
    """Offer the options where Discord can show all of them; otherwise what is typed is compared by the form."""
    return _string(choices=_choices(spoken, str)) if 0 < len(_steps(first_of(spoken))) <= MOST_OPTIONS else _string()


def _number(field: Number) -> Payload:
    limits: Payload = {}
    if math.isfinite(field.low):
        limits["min_value"] = field.low if field.decimals else max(math.ceil(field.low), -_LARGEST_INTEGER)
    if math.isfinite(field.high):
        limits["max_value"] = field.high if field.decimals else min(math.floor(field.high), _LARGEST_INTEGER)
    kind = AppCommandOptionType.number if field.decimals else AppCommandOptionType.integer
    return {"type": kind.value, **limits}


def _choices(spoken: Spoken[Field], value: type[str] | type[int]) -> list[Payload]:
    choices: list[Payload] = []
    for number, step in enumerate(_steps(first_of(spoken))):
        labels = {language: shortened(_steps(each)[number].label, LONGEST_CHOICE) for language, each in spoken.items()}
        choices.append(
            {"name": first_of(labels), "name_localizations": localised(labels), "value": value(step.value)},
        )
    return choices


def _steps(field: Field) -> Sequence[Option]:
    if isinstance(field, Scale):
        return field.steps
    return field.options if isinstance(field, Choice | Several) else ()


def _names(fields: Iterable[Spoken[Field]]) -> dict[str, dict[str, str]]:
    """Name options in each language by their labels, where those can be names and no two are alike."""
    names: dict[str, dict[str, str]] = {}
    taken: set[tuple[str, str]] = set()
    fields = tuple(fields)
    own = {first_of(each).name for each in fields}
    for spoken in fields:
        field = first_of(spoken)
        first, *others = spoken
        names[field.name] = {first: field.name}
        for language in others:
            name = _NOT_IN_NAMES.sub("_", spoken[language].label.casefold()).strip("_")
            usable = 0 < len(name) <= _LONGEST_NAME and name not in own and (language, name) not in taken
            names[field.name][language] = name if usable else field.name
            taken.add((language, names[field.name][language]))
    return names
