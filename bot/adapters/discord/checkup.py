"""Looks at what an operator has set up at Discord: the application, its intents, and what the bot may do where."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

import discord

from bot.adapters.discord.addresses import use_api
from bot.adapters.discord.intents import knows_members
from bot.adapters.discord.listening import TROUBLE
from bot.adapters.discord.locked_out import LockedOut, Reason
from bot.adapters.discord.permissions import rights_of

LONGEST_LOOK: Final = 30.0
"""Seconds."""
_PAGE: Final = 200
"""Guilds that are told at once (Users: Get Current User Guilds)."""


class Away(Exception):
    """Discord doesn't answer, or not with what was asked."""


@dataclass(frozen=True)
class GuildCheck:
    """What the bot may not do in a guild, by the names of the rights."""

    name: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Checkup:
    """What was found."""

    application: int
    name: str
    knows_members: bool
    guilds: tuple[GuildCheck, ...] = ()


async def look(token: str, api_url: str, *, guilds: bool) -> Checkup:
    """Ask Discord about the application, and about the bot's guilds if wanted; nothing is changed.

    Raises:
        LockedOut: it doesn't take the token.
        Away: it can't be asked.
    """
    use_api(api_url)
    try:
        async with asyncio.timeout(LONGEST_LOOK), _logged_in(token) as client:
            application = await client.application_info()
            return Checkup(
                application.id,
                application.name,
                knows_members(application.flags),
                tuple([each async for each in _guilds(client)]) if guilds else (),
            )
    except discord.LoginFailure:
        raise LockedOut(Reason.TOKEN) from None
    except TROUBLE as error:
        raise Away(type(error).__name__) from None


@asynccontextmanager
async def _logged_in(token: str) -> AsyncIterator[discord.Client]:
    async with discord.Client(intents=discord.Intents(guilds=True)) as client:
        await client.login(token)
        yield client


async def _guilds(client: discord.Client) -> AsyncIterator[GuildCheck]:
    after = None
    while True:
        page = await client.http.get_guilds(_PAGE, after=after)
        for guild in page:
            granted = discord.Permissions(int(guild.get("permissions", 0)))
            yield GuildCheck(guild["name"], tuple(each.name for each in rights_of(granted) if not each.granted))
        if len(page) < _PAGE:
            return
        after = int(page[-1]["id"])
