"""What can be told of a message that was pressed: who sees it, and whether it stands for a form."""

from collections.abc import Iterable, Iterator

import discord

from bot.adapters.discord.custom_ids import FormId, read


def is_for_one(message: discord.Message | None) -> bool:
    """Whether one person alone sees it."""
    return message is not None and message.flags.ephemeral


def holds_form(message: discord.Message | None) -> bool:
    """Whether it only leads on to a form, so that what comes of the form takes its place."""
    return message is not None and any(isinstance(read(each), FormId) for each in _custom_ids(message.components))


def _custom_ids(components: Iterable[object]) -> Iterator[str]:
    for component in components:
        custom_id = getattr(component, "custom_id", None)
        if isinstance(custom_id, str):
            yield custom_id
        yield from _custom_ids(getattr(component, "children", ()))
