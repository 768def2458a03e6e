"""Reactions: which of the emojis of other platforms Telegram has."""

from collections.abc import Iterable

from telegram.constants import ReactionEmoji

_PICTURE_STYLE = "\ufe0f"
"""Asks for an emoji in colour; some write it, some don't."""
_KNOWN = {str(each.value).replace(_PICTURE_STYLE, ""): str(each.value) for each in ReactionEmoji}
"""What everybody may react with (ReactionTypeEmoji)."""


def reaction(emojis: Iterable[str]) -> str | None:
    """Choose the one that the bot reacts with: it has one a message (setMessageReaction)."""
    plain = (each.replace(_PICTURE_STYLE, "") for each in emojis)
    return next((_KNOWN[each] for each in plain if each in _KNOWN), None)
