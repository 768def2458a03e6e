"""Keeps the commands that Discord has registered at those of this release, and asks only when they differ."""

import json
from collections.abc import Collection, Sequence
from typing import Final, Protocol

import discord
import structlog

from bot.adapters.discord.commands import fingerprint
from bot.adapters.discord.options import Payload

_EVERYWHERE: Final = "everywhere"

_log = structlog.get_logger(__name__)


class Notebook(Protocol):
    """Small facts about the installation, kept over restarts."""

    async def get(self, name: str) -> str | None:
        """Look one up."""

    async def keep(self, name: str, value: str) -> None:
        """Keep one, in place of what it was."""


class Registrar:
    """Registers an application's commands: everywhere, or in a few guilds alone, where a change is seen at once."""

    def __init__(self, client: discord.Client, notebook: Notebook, guilds: Collection[int]) -> None:
        self._client, self._notebook = client, notebook
        self._wanted = [str(guild) for guild in sorted(guilds)] or [_EVERYWHERE]

    async def sync(self, payloads: Sequence[Payload]) -> None:
        """Register what isn't registered yet, and take it back where it is no longer wanted.

        Raises:
            discord.HTTPException: Discord can't be asked now. What it refuses is logged: asking again wouldn't help.
        """
        note = f"discord-commands:{self._client.application_id}"
        registered = await self._registered(note)
        wanted = dict.fromkeys(self._wanted, fingerprint(payloads))
        for place in [*wanted, *(registered.keys() - wanted.keys())]:
            if registered.get(place) == wanted.get(place):
                continue
            if await self._put(place, payloads if place in wanted else ()):
                registered = {**registered, place: wanted[place]} if place in wanted else _without(registered, place)
                await self._notebook.keep(note, json.dumps(registered, sort_keys=True))

    async def _registered(self, note: str) -> dict[str, str]:
        """Read where which commands are, by place."""
        kept = await self._notebook.get(note)
        return dict(json.loads(kept)) if kept else {}

    async def _put(self, place: str, payloads: Sequence[Payload]) -> bool:
        http, application = self._client.http, self._client.application_id or 0
        body = [dict(each) for each in payloads]
        try:
            if place == _EVERYWHERE:
                await http.bulk_upsert_global_commands(application, body)
            else:
                await http.bulk_upsert_guild_commands(application, int(place), body)
        except (discord.DiscordServerError, discord.RateLimited):
            raise
        except discord.HTTPException as error:
            _log.error("commands_refused", place=place, status=error.status, code=error.code)
            return False
        _log.info("commands_registered", place=place, commands=len(body))
        return True


def _without(registered: dict[str, str], place: str) -> dict[str, str]:
    return {name: mark for name, mark in registered.items() if name != place}
