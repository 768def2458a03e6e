"""Naming what people search for: choices for what they are typing, and how kept answers are called."""

import asyncio
from collections.abc import Mapping, Sequence

from discord.app_commands import Choice

from bot.adapters.discord.options import LONGEST_CHOICE, MOST_OPTIONS, shortened
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.forms import Field, Option, Person, SearchedChoice, TimeZone
from bot.core.ui.inbound import Origin, Searched
from bot.core.ui.replies import OpenForm


async def choices(
    field: Field | None, text: str, origin: Origin, conversation: Conversation, patience: float
) -> list[Choice[str]]:
    """Find what could be meant, and nothing where that takes more than `patience` seconds: typing goes on."""
    if not isinstance(field, SearchedChoice | Person | TimeZone):
        return []
    try:
        async with asyncio.timeout(patience):
            found = await conversation.search(Searched(origin, field.source, text))
    except TimeoutError:
        return []
    usable = [each for each in found if each.label.strip() and len(each.value) <= LONGEST_CHOICE]
    return [Choice(name=_name(each), value=each.value) for each in usable[:MOST_OPTIONS]]


async def labels(
    opened: OpenForm, fields: Sequence[Field], origin: Origin, conversation: Conversation
) -> Mapping[str, str]:
    """Say how the answers of searched fields are called, by field name; words that name no option stay as they are."""
    found: dict[str, str] = {}
    for field in fields:
        name, answer = field.name, next(iter(opened.answers.get(field.name, field.default)), "")
        if answer and isinstance(field, SearchedChoice | Person | TimeZone):
            options = await conversation.search(Searched(origin, field.source, answer))
            found[name] = next((each.label for each in options if each.value == answer), answer)
    return found


def _name(option: Option) -> str:
    described = f"{option.label} · {option.description}" if option.description else option.label
    return shortened(described if len(described) <= LONGEST_CHOICE else option.label, LONGEST_CHOICE)
