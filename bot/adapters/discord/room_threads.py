"""Rooms as private threads, where a guild has no space for more channels."""

from collections.abc import Iterable

import discord
import structlog

from bot.adapters.discord.channels import LONGEST_NAME, LONGEST_QUIET, PRIVATE_THREAD, Channel, channel, plain_name
from bot.adapters.discord.reasons import Reason, Reasons
from bot.adapters.discord.references import Reference
from bot.adapters.discord.refusals import Code, PlaceGone
from bot.adapters.discord.rest import Rest
from bot.core.effects import OpenRoom, PlaceKind

_SHORT = 4
"""Characters of the reference in a thread's name, which everybody in it reads."""

_NOT_THERE = frozenset({Code.UNKNOWN_MEMBER, Code.UNKNOWN_USER, Code.MISSING_ACCESS})
"""Codes of one who has left the guild, or may not see the channel that the thread hangs on."""

_log = structlog.get_logger(__name__)


class RoomThreads:
    """Opens private threads in the commons, and says who is in them."""

    def __init__(self, rest: Rest, reasons: Reasons) -> None:
        self._rest, self._reasons = rest, reasons

    async def open(self, opening: OpenRoom, mark: Reference) -> str:
        """Open a thread and let everybody in."""
        commons = opening.homes.get(PlaceKind.COMMONS)
        if not commons:
            raise PlaceGone("")
        told = await self._rest.ask(
            "POST",
            "/channels/{channel_id}/threads",
            {
                "name": _name(opening, mark),
                "type": PRIVATE_THREAD,
                "invitable": False,
                "auto_archive_duration": LONGEST_QUIET,
            },
            channel_id=commons,
            reason=self._reasons.say(Reason.ROOM_OPENED),
        )
        return await self._filled(channel(told).id, opening)

    async def find(self, opening: OpenRoom, mark: Reference) -> str | None:
        """Find the thread that an earlier try has opened, and let in whoever isn't yet."""
        told = await self._rest.ask("GET", "/guilds/{guild_id}/threads/active", guild_id=opening.community)
        name = _name(opening, mark)
        mine = (each for each in map(channel, told["threads"]) if each.owner == self._rest.me)
        found = next((each.id for each in mine if each.type == PRIVATE_THREAD and each.name == name), None)
        return found and await self._filled(found, opening)

    async def seat(self, room: Channel, accounts: Iterable[str], outside: Iterable[str]) -> None:
        """Make these the members of a thread; one that is archived is opened for it and archived again."""
        if room.is_archived:
            await self._set(room, Reason.READERS_CHANGED, archived=False)
        await self._seat(room.id, accounts, outside)
        if room.is_archived:
            await self._set(room, Reason.READERS_CHANGED, archived=True)

    async def close(self, room: Channel) -> None:
        """Lock a thread, which takes an open one."""
        if room.is_archived and room.is_locked:
            return
        if room.is_archived:
            await self._set(room, Reason.ROOM_ARCHIVED, archived=False)
        await self._set(room, Reason.ROOM_ARCHIVED, archived=True, locked=True)

    async def _set(self, room: Channel, reason: Reason, **changes: bool) -> None:
        said = self._reasons.say(reason)
        await self._rest.ask("PATCH", "/channels/{channel_id}", changes, channel_id=room.id, reason=said)

    async def _seat(self, thread: str, accounts: Iterable[str], outside: Iterable[str] = ()) -> None:
        """Make these the members, the bot aside: who mustn't be in goes first, and one who has left stops nobody."""
        inside, wanted = await self._inside(thread), set(accounts)
        path = "/channels/{channel_id}/thread-members/{user_id}"
        for method, changed in (("DELETE", (inside | set(outside)) - wanted), ("PUT", wanted - inside)):
            for account in sorted(changed):
                try:
                    await self._rest.ask(method, path, channel_id=thread, user_id=account)
                except discord.HTTPException as error:
                    if error.code not in _NOT_THERE:
                        raise
                    _log.info("not_in_thread", thread=thread, account=account, code=error.code)

    async def _inside(self, thread: str) -> set[str]:
        """Ask who is in; without the members intent Discord doesn't tell (Channels: List Thread Members)."""
        try:
            told = await self._rest.ask("GET", "/channels/{channel_id}/thread-members", channel_id=thread)
        except discord.Forbidden:
            return set()
        return {each["user_id"] for each in told} - {self._rest.me}

    async def _filled(self, thread: str, opening: OpenRoom) -> str:
        await self._seat(thread, (*opening.accounts, *opening.readers))
        return thread


def _name(opening: OpenRoom, mark: Reference) -> str:
    sign = f" · {mark.short[:_SHORT]}"
    return plain_name(opening.title)[: LONGEST_NAME - len(sign)] + sign
