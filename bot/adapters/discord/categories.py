"""The categories that hold rooms: when one is full, the next is made."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence

from bot.adapters.discord.channels import (
    CATEGORY,
    LONGEST_NAME,
    MOST_CHANNELS,
    MOST_IN_CATEGORY,
    Channel,
    channel,
    payloads,
)
from bot.adapters.discord.guilds import channels_of
from bot.adapters.discord.homes import hidden
from bot.adapters.discord.reasons import Reason, Reasons
from bot.adapters.discord.refusals import PlaceGone
from bot.adapters.discord.rest import Rest
from bot.core.effects import OpenRoom, PlaceKind

RESERVED = 10
"""Channels that are left for the guild's own people to make."""


class Categories:
    """Finds a category with space; several rooms at once make only one next category."""

    def __init__(self, rest: Rest, reasons: Reasons, most_channels: int = MOST_CHANNELS - RESERVED) -> None:
        self._rest, self._reasons, self._most_channels = rest, reasons, most_channels
        self._making = defaultdict[str, asyncio.Lock](asyncio.Lock)

    async def for_one_more(self, opening: OpenRoom, channels: Sequence[Channel]) -> str | None:
        """Find or make a category for one more room; None where the guild has no space for it."""
        first = _first(opening, channels)
        if len(channels) >= self._most_channels:
            return None
        if (free := _with_space(first, channels)) is not None:
            return free
        async with self._making[opening.community]:
            channels = await channels_of(self._rest, opening.community)
            if (free := _with_space(first, channels)) is not None:
                return free
            if len(channels) + 2 > self._most_channels:
                return None
            return await self._made(opening.community, _numbered(first, len(_series(first, channels)) + 1))

    async def _made(self, community: str, name: str) -> str:
        told = await self._rest.ask(
            "POST",
            "/guilds/{guild_id}/channels",
            {"name": name, "type": CATEGORY, "permission_overwrites": payloads(hidden(community, self._rest.me))},
            guild_id=community,
            reason=self._reasons.say(Reason.HOME_MADE),
        )
        return channel(told).id


def _first(opening: OpenRoom, channels: Sequence[Channel]) -> Channel:
    home = opening.homes.get(PlaceKind.ROOMS)
    if not home:
        raise PlaceGone("")
    first = next((each for each in channels if each.id == home), None)
    if first is None:
        raise PlaceGone(home)
    return first


def _with_space(first: Channel, channels: Sequence[Channel]) -> str | None:
    for category in _series(first, channels):
        if sum(each.parent == category.id for each in channels) < MOST_IN_CATEGORY:
            return category.id
    return None


def _series(first: Channel, channels: Sequence[Channel]) -> list[Channel]:
    """The first category and those that were made after it, as far as their numbers go without a gap."""
    by_name = {each.name: each for each in channels if each.type == CATEGORY}
    series = [first]
    while (following := by_name.get(_numbered(first, len(series) + 1))) is not None:
        series.append(following)
    return series


def _numbered(first: Channel, number: int) -> str:
    sign = f" {number}"
    return first.name[: LONGEST_NAME - len(sign)] + sign
