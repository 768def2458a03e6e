"""The places that a programme needs in a guild: found, taken or made."""

from collections.abc import Mapping

import discord

from bot.adapters.discord.channels import (
    CATEGORY,
    FORUM,
    NEWS,
    TEXT,
    Channel,
    Overwrite,
    channel,
    channel_name,
    payloads,
    plain_name,
)
from bot.adapters.discord.guilds import Guild, lacking, look_at
from bot.adapters.discord.reasons import Reason, Reasons
from bot.adapters.discord.rest import Rest
from bot.core.effects import Done, Lacking, Outcome, PlaceKind, PrepareHomes

_READ = discord.Permissions(view_channel=True, read_message_history=True)
_SPEAK = _READ | discord.Permissions(send_messages=True)
_OPEN = discord.Permissions(send_messages=True, create_public_threads=True)
"""What would let anybody begin a post or thread of their own."""
_ANSWER = discord.Permissions(send_messages_in_threads=True)

NEEDED: Mapping[PlaceKind, discord.Permissions] = {
    PlaceKind.COMMONS: _SPEAK | discord.Permissions(create_private_threads=True),
    PlaceKind.ROOMS: _READ | discord.Permissions(manage_channels=True),
    PlaceKind.THREADS: _SPEAK | _OPEN | _ANSWER | discord.Permissions(manage_threads=True),
}
"""What the bot must be allowed in each place itself."""

_TAKEN: Mapping[PlaceKind, frozenset[int]] = {
    PlaceKind.COMMONS: frozenset({TEXT, NEWS}),
    PlaceKind.ROOMS: frozenset({CATEGORY}),
    PlaceKind.THREADS: frozenset({FORUM, TEXT}),
}


class Homes:
    """Prepares guilds; run twice, the second time finds what the first has made."""

    def __init__(self, rest: Rest, reasons: Reasons) -> None:
        self._rest, self._reasons = rest, reasons

    async def prepare(self, preparing: PrepareHomes) -> Outcome:
        """Find or make each place; nothing is made while a right is missing."""
        guild = await look_at(self._rest, preparing.community)
        found = {kind: _found(guild, kind, title, preparing.known) for kind, title in preparing.titles.items()}
        if missing := _missing(guild, found):
            return Lacking(missing)
        places = {
            kind: there.id if there else await self._made(guild, kind, preparing.titles[kind])
            for kind, there in found.items()
        }
        return Done(preparing.community, places)

    async def _made(self, guild: Guild, kind: PlaceKind, title: str) -> str:
        type_ = _type(guild, kind)
        made = await self._rest.ask(
            "POST",
            "/guilds/{guild_id}/channels",
            {"name": _name(type_, title), "type": type_, "permission_overwrites": payloads(_overwrites(guild, kind))},
            guild_id=guild.id,
            reason=self._reasons.say(Reason.HOME_MADE),
        )
        return channel(made).id


def hidden(guild: str, me: str) -> tuple[Overwrite, ...]:
    """What makes a category that only those see who are let into its channels."""
    return (
        Overwrite(guild, is_member=False, deny=discord.Permissions(view_channel=True).value),
        Overwrite(me, is_member=True, allow=NEEDED[PlaceKind.ROOMS].value),
    )


def _found(guild: Guild, kind: PlaceKind, title: str, known: Mapping[PlaceKind, str]) -> Channel | None:
    """Find the place that is known or was chosen, by id or name, or one that bears the title."""
    fitting = [each for each in guild.channels if each.type in _TAKEN[kind]]
    chosen = known.get(kind, "").strip().lstrip("#<").rstrip(">")
    by_id = (each for each in fitting if each.id == chosen)
    by_name = (each for name in (chosen, title) for each in fitting if name and each.name == _name(each.type, name))
    return next(by_id, None) or next(by_name, None)


def _missing(guild: Guild, found: Mapping[PlaceKind, Channel | None]) -> tuple[str, ...]:
    there = {
        name
        for kind, place in found.items()
        if place is not None
        for name in lacking(guild.permitted(place), NEEDED[kind])
    }
    everywhere = lacking(guild.permissions)
    return everywhere + tuple(sorted(there - set(everywhere)))


def _type(guild: Guild, kind: PlaceKind) -> int:
    if kind is PlaceKind.ROOMS:
        return CATEGORY
    return FORUM if kind is PlaceKind.THREADS and guild.is_community else TEXT


def _name(type_: int, title: str) -> str:
    return plain_name(title) if type_ == CATEGORY else channel_name(title)


def _overwrites(guild: Guild, kind: PlaceKind) -> tuple[Overwrite, ...]:
    if kind is PlaceKind.ROOMS:
        return hidden(guild.id, guild.me)
    mine = Overwrite(guild.me, is_member=True, allow=NEEDED[kind].value)
    if kind is PlaceKind.THREADS:  # everybody comments, only the bot begins
        return (Overwrite(guild.id, is_member=False, allow=(_READ | _ANSWER).value, deny=_OPEN.value), mine)
    return (Overwrite(guild.id, is_member=False, allow=_READ.value), mine)
