"""Carrying out what the core asks for on Discord, by its REST API alone: no gateway, nothing kept."""

from dataclasses import replace
from typing import assert_never

import discord

from bot.adapters.discord.categories import Categories
from bot.adapters.discord.channels import channel
from bot.adapters.discord.crowds import CROWDED, Crowds
from bot.adapters.discord.direct import DirectMessages
from bot.adapters.discord.guilds import Guild, lacking, look_at, look_for
from bot.adapters.discord.homes import Homes
from bot.adapters.discord.invalid_requests import InvalidRequests
from bot.adapters.discord.messages import Messages, Pen
from bot.adapters.discord.origin import PLATFORM
from bot.adapters.discord.reasons import Reasons
from bot.adapters.discord.references import reference
from bot.adapters.discord.refusals import NOT_ALLOWED, REFUSALS, Code, outcome_of
from bot.adapters.discord.relays import Relays
from bot.adapters.discord.rest import REQUESTS_A_SECOND, Rest
from bot.adapters.discord.rooms import Rooms
from bot.adapters.discord.threads import Threads
from bot.adapters.discord.voice import Speaker, Voice
from bot.core.effects import (
    AdmitToRoom,
    ArchiveRoom,
    DeleteRoom,
    Delivery,
    Files,
    Lacking,
    OpenRoom,
    OpenThread,
    Outcome,
    PlaceKind,
    PrepareHomes,
    ReactToMessage,
    Refused,
    RelayMessage,
    RemoveMessage,
    Retry,
    SendMessage,
    ToAccount,
    ToPlace,
    Unreachable,
)
from bot.core.ui.pictures import Painter

_AWAY = "not in the community"


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
        files: Files | None = None,
    ) -> None:
        """Speak through a client's `http`; whatever is asked before it is logged in waits.

        `crowded` is how many active threads a guild may have before growth threads are archived as soon as something
        was said in them. `files` gets at what was attached on other platforms.
        """
        self._voice = Voice()
        self._rest = Rest(client, invalid or InvalidRequests(), requests_a_second)
        reasons, direct = Reasons(self._voice), DirectMessages(self._rest)
        crowds = Crowds(self._rest, reasons, crowded)
        self._messages = Messages(self._rest, Pen(self._voice, painter), direct, crowds, reasons)
        self._homes = Homes(self._rest, reasons)
        self._rooms = Rooms(self._rest, reasons, Categories(self._rest, reasons))
        self._relays = Relays(self._rest, self._messages, self._voice, files)
        self._threads = Threads(self._rest, self._messages, crowds, reasons)

    def speak_for(self, conversation: Speaker) -> None:
        """Take the surface's own words from this conversation; nothing is carried out before."""
        self._voice.learn(conversation)

    async def deliver(
        self,
        delivery: Delivery,
        key: str,
        *,
        again: bool = False,
        doubtful: bool = False,  # noqa: ARG002  what was done can be found
    ) -> Outcome:
        """Carry one out, once per key."""
        try:
            return await self._carried_out(delivery, key, again=again)
        except REFUSALS as error:
            outcome = outcome_of(error)
            is_forbidden = isinstance(error, discord.HTTPException) and error.code in NOT_ALLOWED
        try:
            if is_forbidden:
                return await self._not_allowed(delivery)
            return await self._who_left(delivery, outcome)
        except REFUSALS as error:
            return outcome_of(error)

    async def _carried_out(self, delivery: Delivery, key: str, *, again: bool) -> Outcome:  # noqa: C901, PLR0911  one arm a kind
        mark = reference(key)
        match delivery:
            case RelayMessage():
                return await self._relays.say(delivery, key, again=again)
            case ReactToMessage():
                return await self._relays.react(delivery)
            case RemoveMessage(target=ToPlace(place)):
                return await self._relays.remove(delivery, place)
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

    async def _who_left(self, delivery: Delivery, outcome: Outcome) -> Outcome:
        """Make sure that it is the member who left: where the bot was removed, it has no guild in common either."""
        match outcome, delivery:
            case Unreachable(has_left=True), SendMessage(target=ToAccount(account), community=community) if community:
                try:
                    await look_for(self._rest, community, account)
                except discord.NotFound as error:
                    return outcome if error.code == Code.UNKNOWN_MEMBER else Retry(_AWAY)
                except discord.Forbidden:
                    return Retry(_AWAY)
                return replace(outcome, has_left=False)
            case _:
                return outcome

    async def _not_allowed(self, delivery: Delivery) -> Outcome:
        """Find out which rights are missing; that none is seen to be is an answer, too."""
        if isinstance(delivery, RemoveMessage | ReactToMessage) or not delivery.community:
            return Refused("not allowed")
        guild = await look_at(self._rest, delivery.community)
        missing = lacking(guild.permissions)
        if not missing and (place := _place(delivery)):
            missing = await self._missing_in(guild, place)
        return Lacking(missing) if missing else Refused("not allowed")

    async def _missing_in(self, guild: Guild, place: str) -> tuple[str, ...]:
        """Name the rights that are missing in one place; a thread has those of the channel that it hangs on."""
        there = guild.channel(place)
        if there is None:
            try:
                thread = channel(await self._rest.ask("GET", "/channels/{channel_id}", channel_id=place))
            except discord.Forbidden:
                return ("view_channel",)
            there = guild.channel(thread.parent)
        return lacking(guild.permitted(there)) if there is not None else ()


def _place(delivery: Delivery) -> str:
    """Name where it was to happen."""
    match delivery:
        case OpenRoom(homes=homes):
            return homes.get(PlaceKind.ROOMS, "")
        case OpenThread(homes=homes):
            return homes.get(PlaceKind.THREADS, "")
        case SendMessage(target=ToPlace(place)) | RelayMessage(target=ToPlace(place)):
            return place
        case AdmitToRoom(place=place) | ArchiveRoom(place=place) | DeleteRoom(place=place):
            return place
        case _:
            return ""
