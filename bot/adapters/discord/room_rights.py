"""Who may read and write in a room, as the overwrites of its channel."""

from collections.abc import Iterable
from dataclasses import replace

import discord

from bot.adapters.discord.channels import Overwrite

READ = discord.Permissions(view_channel=True, read_message_history=True).value
TAKE_PART = READ | discord.Permissions(send_messages=True).value
WRITE = discord.Permissions(
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    create_private_threads=True,
).value
"""Every way of saying something."""

_HIDDEN = discord.Permissions(view_channel=True).value


def admitting(guild: str, me: str, accounts: Iterable[str], readers: Iterable[str]) -> tuple[Overwrite, ...]:
    """Let these in and the bot, and nobody else; administrators see every channel."""
    inside = dict.fromkeys(accounts)
    along = dict.fromkeys(each for each in readers if each not in inside)
    return (
        Overwrite(guild, is_member=False, deny=_HIDDEN),
        Overwrite(me, is_member=True, allow=TAKE_PART),
        *(Overwrite(each, is_member=True, allow=TAKE_PART) for each in inside),
        *(Overwrite(each, is_member=True, allow=READ, deny=WRITE) for each in along),
    )


def silenced(overwrites: Iterable[Overwrite], guild: str, me: str) -> tuple[Overwrite, ...]:
    """Leave who may read as it is, and take writing from all of them but the bot."""
    kept = {each.id: each for each in overwrites}
    kept.setdefault(guild, Overwrite(guild, is_member=False))
    return tuple(
        each if each.id == me else replace(each, allow=each.allow & ~WRITE, deny=each.deny | WRITE)
        for each in kept.values()
    )


def is_silent(overwrites: Iterable[Overwrite], guild: str) -> bool:
    """Whether a room was made read-only."""
    return any(each.id == guild and each.deny & WRITE == WRITE for each in overwrites)
