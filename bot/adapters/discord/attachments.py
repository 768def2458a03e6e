"""The texts of files that people attach: fetched before the core is asked, since a field's answer is its text."""

from collections.abc import Mapping
from dataclasses import dataclass

import discord

from bot.adapters.discord.submitted import Attached
from bot.core.ui.files import file_text
from bot.core.ui.forms import Raw

LARGEST_FILE = 1_000_000
"""Bytes; the largest form asks for a file of half that, and says so itself."""


@dataclass(frozen=True)
class Fetched:
    """What was fetched, by field name."""

    texts: Mapping[str, Raw]
    too_big: tuple[str, ...]
    """The fields whose files were left where they are."""


async def fetch(files: Mapping[str, Attached], client: discord.Client) -> Fetched:
    """Read files as text, whatever they are: the field's own check says what is wrong with them."""
    fitting = {name: file for name, file in files.items() if file.size <= LARGEST_FILE}
    texts = {name: (await _text(file, client),) for name, file in fitting.items()}
    return Fetched(texts, tuple(name for name in files if name not in fitting))


async def _text(file: Attached, client: discord.Client) -> str:
    return file_text(await client.http.get_from_cdn(file.url))
