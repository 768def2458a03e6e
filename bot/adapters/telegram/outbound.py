"""Carrying out what the core asks for on Telegram, by its Bot API alone: nothing is kept."""

from typing import assert_never

from bot.adapters.telegram.company import require_alone
from bot.adapters.telegram.homes import Homes
from bot.adapters.telegram.messages import Messages, spot_of
from bot.adapters.telegram.pen import Pen
from bot.adapters.telegram.places import PLATFORM
from bot.adapters.telegram.refusals import Trouble, outcome_of
from bot.adapters.telegram.relaying import Relay
from bot.adapters.telegram.rest import Rest
from bot.adapters.telegram.rooms import Rooms
from bot.adapters.telegram.threads import Threads
from bot.adapters.telegram.uploading import Uploads
from bot.adapters.telegram.voice import Speaker, Voice
from bot.core.effects import (
    AdmitToRoom,
    ArchiveRoom,
    DeleteRoom,
    Delivery,
    Files,
    OpenRoom,
    OpenThread,
    Outcome,
    PrepareHomes,
    ReactToMessage,
    RelayMessage,
    RemoveMessage,
    SendMessage,
)

_AboutPlaces = PrepareHomes | OpenRoom | AdmitToRoom | ArchiveRoom | DeleteRoom | OpenThread


class Telegram:
    """Telegram as a `Surface`."""

    platform = PLATFORM

    def __init__(self, rest: Rest, pen: Pen, files: Files) -> None:
        """Speak through `rest`; whatever is asked before it is logged in waits where it needs to know who it is."""
        self._rest, self._voice = rest, Voice()
        self._messages = Messages(rest, pen)
        self._relay = Relay(rest, pen, Uploads(rest, files, self._voice), self._messages)
        self._homes, self._rooms, self._threads = Homes(rest), Rooms(rest), Threads(rest)

    def speak_for(self, conversation: Speaker) -> None:
        """Take the surface's own words from this conversation."""
        self._voice.learn(conversation)

    async def deliver(
        self,
        delivery: Delivery,
        key: str,
        *,
        again: bool = False,  # noqa: ARG002  Telegram knows no keys, and shows a bot nothing of what it has said
        doubtful: bool = False,
    ) -> Outcome:
        """Carry one out; what must not be said twice isn't, where it may have been said."""
        try:
            return await self._carried_out(delivery, key, doubtful=doubtful)
        except Trouble as trouble:
            return outcome_of(trouble)

    async def _carried_out(self, delivery: Delivery, key: str, *, doubtful: bool) -> Outcome:
        match delivery:
            case SendMessage():
                if delivery.room:
                    await require_alone(self._rest, spot_of(delivery.target))
                return await self._messages.send(delivery)
            case RelayMessage():
                await require_alone(self._rest, spot_of(delivery.target))
                return await self._relay.relay(delivery, doubtful=doubtful)
            case ReactToMessage():
                return await self._relay.react(delivery)
            case RemoveMessage():
                return await self._messages.remove(delivery)
            case _:
                return await self._placed(delivery, key)

    async def _placed(self, delivery: _AboutPlaces, key: str) -> Outcome:
        match delivery:
            case PrepareHomes():
                return await self._homes.prepare(delivery)
            case OpenRoom():
                return await self._rooms.open(delivery, key)
            case AdmitToRoom():
                return await self._rooms.admit(delivery)
            case ArchiveRoom():
                return await self._rooms.archive(delivery)
            case DeleteRoom():
                return await self._rooms.delete(delivery)
            case OpenThread():
                return await self._threads.open(delivery, key)
            case _:
                assert_never(delivery)
