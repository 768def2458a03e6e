"""Carrying out what the core asks for on Discord, by its REST API alone: no gateway, nothing kept."""

from typing import assert_never

import discord
import structlog

from bot.adapters.discord.categories import Categories
from bot.adapters.discord.crowds import CROWDED, Crowds
from bot.adapters.discord.direct import DirectMessages
from bot.adapters.discord.guilds import lacking, look_at
from bot.adapters.discord.homes import Homes
from bot.adapters.discord.invalid_requests import InvalidRequests
from bot.adapters.discord.messages import Messages, Pen
from bot.adapters.discord.origin import PLATFORM
from bot.adapters.discord.reasons import Reasons
from bot.adapters.discord.references import Reference, reference
from bot.adapters.discord.refusals import NOT_ALLOWED, REFUSALS, outcome_of
from bot.adapters.discord.rest import REQUESTS_A_SECOND, Rest
from bot.adapters.discord.rooms import Rooms
from bot.adapters.discord.threads import Threads
from bot.adapters.discord.voice import Speaker, Voice
from bot.core.effects import (
    AdmitToRoom,
    ArchiveRoom,
    DeleteRoom,
    Delivery,
    Lacking,
    OpenRoom,
    OpenThread,
    Outcome,
    PrepareHomes,
    Refused,
    RemoveMessage,
    SendMessage,
    ToPlace,
)
from bot.core.ui.pictures import Painter

_log = structlog.get_logger(__name__)


class Discord:
    """Discord as a `Surface`."""

    platform = PLATFORM

    def __init__(
        self,
        client: discord.Client,
        painter: Painter,
        *,
        invalid: InvalidRequests | None = None,
        requests_a_second: float = REQUESTS_A_SECOND,
        crowded: int = CROWDED,
    ) -> None:
        """Speak through a client's `http`; whatever is asked before it is logged in waits.

        `crowded` is how many active threads a guild may have before growth threads are archived as soon as something
        was said in them.
        """
        self._voice = Voice()
        self._rest = Rest(client, invalid or InvalidRequests(), requests_a_second)
        reasons, direct = Reasons(self._voice), DirectMessages(self._rest)
        crowds = Crowds(self._rest, reasons, crowded)
        self._messages = Messages(self._rest, Pen(self._voice, painter), direct, crowds, reasons)
        self._homes = Homes(self._rest, reasons)
        self._rooms = Rooms(self._rest, reasons, Categories(self._rest, reasons))
        self._threads = Threads(self._rest, self._messages, crowds, reasons)

    def speak_for(self, conversation: Speaker) -> None:
        """Take the surface's own words from this conversation; nothing is carried out before."""
        self._voice.learn(conversation)

    async def deliver(self, delivery: Delivery, key: str, *, again: bool = False) -> Outcome:
        """Carry one out, once per key."""
        try:
            return await self._carried_out(delivery, reference(key), again=again)
        except REFUSALS as error:
            if not isinstance(error, discord.HTTPException) or error.code not in NOT_ALLOWED:
                return outcome_of(error)
        try:
            return await self._not_allowed(delivery)
        except REFUSALS as error:
            return outcome_of(error)

    async def _carried_out(self, delivery: Delivery, mark: Reference, *, again: bool) -> Outcome:  # noqa: PLR0911  one arm a kind
        match delivery:
            case SendMessage():
                return await self._messages.send(delivery, mark, again=again)
            case RemoveMessage():
                return await self._messages.remove(delivery)
            case PrepareHomes():
                return await self._homes.prepare(delivery)
            case OpenRoom():
                return await self._rooms.open(delivery, mark, again=again)
            case AdmitToRoom():
                return await self._rooms.admit(delivery)
            case ArchiveRoom():
                return await self._rooms.archive(delivery)
            case DeleteRoom():
                return await self._rooms.delete(delivery)
            case OpenThread():
                return await self._threads.open(delivery, mark, again=again)
            case _:
                assert_never(delivery)

    async def _not_allowed(self, delivery: Delivery) -> Outcome:
        """Find out which rights are missing; that none is seen to be is an answer, too."""
        if isinstance(delivery, RemoveMessage) or not delivery.community:
            return Refused("not allowed")
        guild = await look_at(self._rest, delivery.community)
        missing = lacking(guild.permissions)
        there = guild.channel(_place(delivery))
        if not missing and there is not None:
            missing = lacking(guild.permitted(there))
        return Lacking(missing) if missing else Refused("not allowed")


def _place(delivery: Delivery) -> str:
    match delivery:
        case SendMessage(target=ToPlace(place)):
            return place
        case AdmitToRoom(place=place) | ArchiveRoom(place=place) | DeleteRoom(place=place):
            return place
        case _:
            return ""
