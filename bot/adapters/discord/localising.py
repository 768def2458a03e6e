"""The core's languages as Discord's locales."""

from collections.abc import Mapping
from typing import TypeVar

import discord

T = TypeVar("T")

Spoken = Mapping[str, T]
"""The same thing in every language; the first is the one that others fall back to."""


def first_of(spoken: Spoken[T]) -> T:
    """Take it in the language that others fall back to."""
    return next(iter(spoken.values()))


def localised(texts: Spoken[str]) -> dict[str, str]:
    """Give a text under every locale of its language, the first one's too: Discord falls back to a neighbour before."""
    return {locale: text for language, text in texts.items() for locale in locales(language)}


def locales(language: str) -> list[str]:
    """List Discord's locales of a language: `es` is spoken in `es-ES` and in `es-419`."""
    known = [each.value for each in discord.Locale]
    return [each for each in known if language in {each, each.partition("-")[0]}]
