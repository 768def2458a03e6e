"""Mentorship rooms: a private channel each, or a private thread where a guild has no space for channels."""

from collections.abc import Iterable, Sequence

import discord

from bot.adapters.discord.categories import Categories
from bot.adapters.discord.channels import (
    LONGEST_TOPIC,
    TEXT,
    Channel,
    Overwrite,
    channel,
    channel_name,
    payloads,
    plain_name,
)
from bot.adapters.discord.guilds import channels_of
from bot.adapters.discord.reasons import Reason, Reasons
from bot.adapters.discord.references import Reference
from bot.adapters.discord.refusals import Code, is_about_category
from bot.adapters.discord.rest import Rest
from bot.adapters.discord.room_rights import admitting, is_silent, silenced
from bot.adapters.discord.room_threads import RoomThreads
from bot.core.effects import AdmitToRoom, ArchiveRoom, DeleteRoom, Done, OpenRoom

_TRIES = 3
"""Categories that may turn out to be full or gone, while others make rooms too."""


class Rooms:
    """Opens, changes, closes and deletes rooms."""

    def __init__(self, rest: Rest, reasons: Reasons, categories: Categories) -> None:
        self._rest, self._reasons, self._categories = rest, reasons, categories
        self._threads = RoomThreads(rest, reasons)

    async def open(self, opening: OpenRoom, mark: Reference, *, again: bool) -> Done:
        """Open a room, or find the one that an earlier try has opened."""
        if again and (found := await self._threads.find(opening, mark)) is not None:
            return Done(found)
        room = await self._channel(opening, mark)
        return Done(room if room is not None else await self._threads.open(opening, mark))

    async def admit(self, changing: AdmitToRoom) -> Done:
        """Let in who should be in, and nobody else; a room that is read-only stays so."""
        room = await self._look(changing.place)
        if room.is_thread:
            await self._threads.seat(room, (*changing.accounts, *changing.readers), changing.outside)
            return Done(room.id)
        wanted = admitting(room.guild, self._rest.me, changing.accounts, changing.readers)
        if is_silent(room.overwrites, room.guild):
            wanted = silenced(wanted, room.guild, self._rest.me)
        if set(wanted) != set(room.overwrites):
            await self._overwrite(room, wanted, Reason.READERS_CHANGED)
        return Done(room.id)

    async def archive(self, closing: ArchiveRoom) -> Done:
        """Make a room read-only; nobody can write in one that is gone."""
        try:
            room = await self._look(closing.place)
            if room.is_thread:
                await self._threads.close(room)
            else:
                await self._overwrite(room, silenced(room.overwrites, room.guild, self._rest.me), Reason.ROOM_ARCHIVED)
        except discord.NotFound as error:
            if error.code != Code.UNKNOWN_CHANNEL:
                raise
        return Done(closing.place)

    async def delete(self, deleting: DeleteRoom) -> Done:
        """Delete a room with all that was said in it."""
        said = self._reasons.say(Reason.ROOM_DELETED)
        try:
            await self._rest.ask("DELETE", "/channels/{channel_id}", channel_id=deleting.place, reason=said)
        except discord.NotFound as error:
            if error.code != Code.UNKNOWN_CHANNEL:
                raise
        return Done(deleting.place)

    async def _channel(self, opening: OpenRoom, mark: Reference) -> str | None:
        """Find or make a room's channel; None where there is no space for one."""
        for _ in range(_TRIES):
            channels = await channels_of(self._rest, opening.community)
            if (found := _bearing(mark, channels)) is not None:
                return found
            category = await self._categories.for_one_more(opening, channels)
            if category is None:
                return None
            try:
                return await self._made(opening, category, mark)
            except discord.HTTPException as error:
                if error.code == Code.TOO_MANY_CHANNELS:
                    return None
                if not is_about_category(error):
                    raise
        return None

    async def _made(self, opening: OpenRoom, category: str, mark: Reference) -> str:
        sign = f" · {mark.short}"
        overwrites = admitting(opening.community, self._rest.me, opening.accounts, opening.readers)
        told = await self._rest.ask(
            "POST",
            "/guilds/{guild_id}/channels",
            {
                "name": channel_name(opening.title),
                "type": TEXT,
                "parent_id": category,
                "topic": plain_name(opening.title)[: LONGEST_TOPIC - len(sign)] + sign,
                "permission_overwrites": payloads(overwrites),
            },
            guild_id=opening.community,
            reason=self._reasons.say(Reason.ROOM_OPENED),
        )
        return channel(told).id

    async def _look(self, place: str) -> Channel:
        return channel(await self._rest.ask("GET", "/channels/{channel_id}", channel_id=place))

    async def _overwrite(self, room: Channel, overwrites: Iterable[Overwrite], reason: Reason) -> None:
        body, said = {"permission_overwrites": payloads(overwrites)}, self._reasons.say(reason)
        await self._rest.ask("PATCH", "/channels/{channel_id}", body, channel_id=room.id, reason=said)


def _bearing(mark: Reference, channels: Sequence[Channel]) -> str | None:
    return next((each.id for each in channels if each.topic.endswith(mark.short)), None)
