"""A guild as Discord's REST API tells of it, with what the bot may do there."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

import discord

from bot.adapters.discord.channels import Channel, Overwrite, channel
from bot.adapters.discord.permissions import PERMISSIONS, RIGHTS
from bot.adapters.discord.rest import Json, Rest


@dataclass(frozen=True)
class Guild:
    """One look at a guild; its threads aren't in it."""

    id: str
    is_community: bool
    """Whether it has forums, among other things."""
    me: str
    my_roles: frozenset[str]
    permissions: discord.Permissions
    """What the bot may do, before any channel has its say."""
    channels: tuple[Channel, ...]

    def channel(self, place: str) -> Channel | None:
        """Find a channel by its id."""
        return next((each for each in self.channels if each.id == place), None)

    def permitted(self, there: Channel) -> discord.Permissions:
        """Work out what the bot may do in a channel (topics, permissions: overwrites)."""
        if self.permissions.administrator:
            return discord.Permissions.all()
        tiers = ({self.id}, self.my_roles - {self.id}, {self.me})
        held = self.permissions.value
        for tier in tiers:
            held = _overwritten(held, (each for each in there.overwrites if each.id in tier))
        permitted = discord.Permissions(held)
        return permitted if permitted.view_channel else discord.Permissions.none()


async def look_at(rest: Rest, community: str) -> Guild:
    """Ask for all that there is to know of a guild."""
    told = await rest.ask("GET", "/guilds/{guild_id}", guild_id=community)
    member = await look_for(rest, community, rest.me)
    roles = frozenset(member["roles"]) | {community}
    return Guild(
        id=community,
        is_community="COMMUNITY" in told["features"],
        me=rest.me,
        my_roles=roles,
        permissions=_permissions(told, roles, is_owner=told["owner_id"] == rest.me),
        channels=await channels_of(rest, community),
    )


async def look_for(rest: Rest, community: str, account: str) -> Json:
    """Ask for a guild's member; Discord's refusals are raised."""
    told: Json = await rest.ask("GET", "/guilds/{guild_id}/members/{user_id}", guild_id=community, user_id=account)
    return told


async def channels_of(rest: Rest, community: str) -> tuple[Channel, ...]:
    """Ask for a guild's channels, without threads."""
    return tuple(map(channel, await rest.ask("GET", "/guilds/{guild_id}/channels", guild_id=community)))


def lacking(granted: discord.Permissions, needed: discord.Permissions = PERMISSIONS) -> tuple[str, ...]:
    """Name the rights that are needed and not granted."""
    return tuple(name for name in RIGHTS if getattr(needed, name) and not getattr(granted, name))


def _permissions(told: Json, roles: frozenset[str], *, is_owner: bool) -> discord.Permissions:
    bits = reduce(or_, (int(role["permissions"]) for role in told["roles"] if role["id"] in roles), 0)
    held = discord.Permissions(bits)
    return discord.Permissions.all() if is_owner or held.administrator else held


def _overwritten(held: int, overwrites: Iterable[Overwrite]) -> int:
    tier = list(overwrites)
    denied = reduce(or_, (each.deny for each in tier), 0)
    return reduce(or_, (each.allow for each in tier), held & ~denied)
