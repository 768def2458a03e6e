"""Fields as a modal's components: total over all of them, with what was answered already filled in."""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import assert_never

import discord
from discord import ui

from bot.adapters.discord.escape import one_line, plain
from bot.adapters.discord.limits import (
    CHECKBOX_OPTIONS,
    LIMITS,
    OPTION_DESCRIPTION,
    OPTION_LABEL,
    PLACEHOLDER,
    RADIO_OPTIONS,
    SELECT_OPTIONS,
    TEXT_INPUT,
)
from bot.adapters.discord.wording import Speaker
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
from bot.core.ui.limits import length, shorten
from bot.core.ui.reading import YES

_ANY = 1e6
"""From here on the limits of a number are none that a person would think of."""
NO_ANSWER = "menteo:none"
"""The value of an option that stands for no answer; no option of the core's has a colon."""

NO_LABELS: Mapping[str, str] = MappingProxyType({})

Item = ui.Item[ui.Modal]


def asked(field: Field, answers: Mapping[str, Raw], say: Speaker, labels: Mapping[str, str] = NO_LABELS) -> Item:  # noqa: PLR0911  one arm a kind
    """Make the component that asks a field.

    `answers` fills it in, else its default does; `labels` says how the answer of a searched field is called, by name.
    """
    given = answers.get(field.name, field.default)
    match field:
        case ShortText():
            return _typed(field, given, field.longest)
        case LongText():
            return _typed(field, given, field.longest, discord.TextStyle.paragraph)
        case SearchedChoice() | Person() | TimeZone():
            called = labels.get(field.name)
            return _typed(field, (called,) if called else given, hint=hint(field, say))
        case Day() | Instant() | Number():
            return _typed(field, given, hint=hint(field, say))
        case Choice():
            return _one_of(field, given, say)
        case Scale():
            return _on_scale(field, given, is_answered=field.name in answers, say=say)
        case Several():
            return _some_of(field, given)
        case File():
            return ui.FileUpload(custom_id=field.name, required=field.required and not given, max_values=1)
        case Confirm():
            return ui.Checkbox(custom_id=field.name, default=given == (YES,))
        case _:
            assert_never(field)


def hint(field: Field, say: Speaker) -> str:  # noqa: PLR0911  one line for each kind of field
    """Say how an answer is to be typed, empty where that goes without saying."""
    match field:
        case SearchedChoice() | Person():
            return say("discord-hint-search")
        case TimeZone():
            return say("discord-hint-zone")
        case Day():
            return say("discord-hint-day")
        case Instant():
            return say("discord-hint-instant")
        case Number():
            if field.high - field.low > _ANY:
                return say("discord-hint-any-number")
            return say("discord-hint-number", low=f"{field.low:g}", high=f"{field.high:g}")
        case File():
            return say("discord-file-endings", endings=", ".join(field.endings), kilobytes=field.most_bytes // 1000)
        case ShortText() | LongText() | Choice() | Several() | Scale() | Confirm():
            return ""
        case _:
            assert_never(field)


def is_typed(field: Choice) -> bool:
    """Whether there are more options than Discord can list, so that one of them is typed."""
    return not 0 < len(field.options) <= SELECT_OPTIONS


def two_lines(option: Option) -> tuple[str, str] | None:
    """Return the label and description of an option as Discord can hold them; None where they don't fit in whole.

    What is too long for the one goes on in the other.
    """
    label, more = one_line(option.label), one_line(option.description)
    if _is_within(label, OPTION_LABEL) and _is_within(more, OPTION_DESCRIPTION):
        return label, more
    whole = f"{label}: {more}" if more else label
    places = [each.end() for each in re.finditer(" ", whole)]
    possible = [
        place
        for place in places
        if _is_within(whole[:place].rstrip(), OPTION_LABEL) and _is_within(whole[place:], OPTION_DESCRIPTION)
    ]
    after_stops = [place for place in possible if whole[place - 2] in ".,;!?"]
    if not possible:
        return None
    place = (after_stops or possible)[-1]
    return whole[:place].rstrip(), whole[place:]


def _is_within(text: str, longest: int) -> bool:
    return length(text, LIMITS) <= longest


def _typed(
    field: Field,
    given: Raw,
    longest: int = TEXT_INPUT,
    style: discord.TextStyle = discord.TextStyle.short,
    *,
    hint: str = "",
) -> Item:
    text = plain("\n".join(given))
    text = shorten(text if style is discord.TextStyle.paragraph else one_line(text), TEXT_INPUT, LIMITS)
    return ui.TextInput(
        custom_id=field.name,
        style=style,
        default=text or None,
        required=field.required,
        placeholder=shorten(hint, PLACEHOLDER, LIMITS) or None,
        max_length=min(max(longest, length(text, LIMITS), 1), TEXT_INPUT),
    )


def _one_of(field: Choice, given: Raw, say: Speaker) -> Item:
    if is_typed(field):
        return _typed(field, given)
    nothing = () if field.required else (Option(NO_ANSWER, say("discord-no-answer")),)
    if len(field.options) + len(nothing) in RADIO_OPTIONS:
        return _radio(field, (*field.options, *nothing), given)
    return _select(field, field.options, given, most=1)


def _on_scale(field: Scale, given: Raw, *, is_answered: bool, say: Speaker) -> Item:
    """Offer the steps, and not to know; who said before that they don't know finds that filled in."""
    nothing = () if field.required else (Option(NO_ANSWER, field.unknown or say("discord-no-answer")),)
    options = (*field.steps, *nothing)
    chosen = (NO_ANSWER,) if is_answered and not given else given
    if len(options) in RADIO_OPTIONS:
        return _radio(field, options, chosen)
    return _select(field, options[-SELECT_OPTIONS:], chosen, most=1)


def _some_of(field: Several, given: Raw) -> Item:
    most = max(1, min(field.most, len(field.options), SELECT_OPTIONS))
    if len(field.options) not in CHECKBOX_OPTIONS:
        chosen_first = sorted(field.options, key=lambda option: option.value not in given)
        is_too_many = len(field.options) > SELECT_OPTIONS
        return _select(field, (chosen_first if is_too_many else field.options)[:SELECT_OPTIONS], given, most)
    chosen = [each.value for each in field.options if each.value in given][:most]
    options = [discord.CheckboxGroupOption(**_texts(each), default=each.value in chosen) for each in field.options]
    return ui.CheckboxGroup(
        custom_id=field.name, required=field.required, options=options, min_values=int(field.required), max_values=most
    )


def _radio(field: Field, options: Iterable[Option], given: Raw) -> Item:
    offered = [discord.RadioGroupOption(**_texts(each), default=given == (each.value,)) for each in options]
    return ui.RadioGroup(custom_id=field.name, required=field.required, options=offered)


def _select(field: Field, options: Sequence[Option], given: Raw, most: int) -> Item:
    chosen = [each.value for each in options if each.value in given][:most]
    offered = [discord.SelectOption(**_texts(each), default=each.value in chosen) for each in options]
    return ui.Select(
        custom_id=field.name,
        required=field.required,
        options=offered,
        min_values=int(field.required),
        max_values=most,
    )


def _texts(option: Option) -> dict[str, str]:
    """Say an option in Discord's terms; one that doesn't fit in is cut, and said whole above the fields."""
    label, more = two_lines(option) or (
        shorten(one_line(option.label), OPTION_LABEL, LIMITS),
        shorten(one_line(option.description), OPTION_DESCRIPTION, LIMITS),
    )
    texts = {"label": label or option.value, "value": option.value}
    return texts | ({"description": more} if more else {})
