"""Carrying out what the core asks for: the platform knows keys, so that saying it again changes nothing."""

import sqlite3
from datetime import datetime
from typing import assert_never

from bot.adapters.webchat import codec
from bot.adapters.webchat.inbound import PLATFORM
from bot.adapters.webchat.limits import LIMITS
from bot.adapters.webchat.numbers import whole
from bot.adapters.webchat.server import accounts, keys, messages, places
from bot.adapters.webchat.server.errors import NoSuchAccount, NoSuchMessage, NoSuchPlace
from bot.adapters.webchat.server.model import Draft, MessageKind, PlaceKind
from bot.adapters.webchat.server.platform import Platform
from bot.core.effects import (
    AdmitToRoom,
    ArchiveRoom,
    DeleteRoom,
    Delivery,
    Done,
    OpenRoom,
    OpenThread,
    Outcome,
    PrepareHomes,
    ReactToMessage,
    Refused,
    RelayMessage,
    RemoveMessage,
    SendMessage,
    Target,
    ToAccount,
    ToPlace,
    Unreachable,
)
from bot.core.ui.limits import fit

_Carried = SendMessage | RemoveMessage | PrepareHomes | OpenRoom | AdmitToRoom | ArchiveRoom | DeleteRoom | OpenThread


class WebChat:
    """The local web chat as a `Surface`."""

    platform = PLATFORM

    def __init__(self, platform: Platform) -> None:
        self._platform = platform

    async def deliver(
        self,
        delivery: Delivery,
        key: str,
        *,
        again: bool = False,  # noqa: ARG002  keys tell
        doubtful: bool = False,  # noqa: ARG002  keys tell
    ) -> Outcome:
        """Carry one out, once per key; a room here is one place, so nothing is ever carried to it."""
        if isinstance(delivery, RelayMessage | ReactToMessage):
            return Refused("one place")
        try:
            done = await self._platform.ask(_carry_out, delivery, f"bot:{key}", self._platform.now())
        except NoSuchAccount:
            return Unreachable("left")
        except NoSuchPlace:
            return Refused("no such place")
        self._platform.bell.stir()
        return Done(done)


def _carry_out(  # noqa: C901, PLR0911  one arm a kind of delivery
    connection: sqlite3.Connection, delivery: _Carried, key: str, at: datetime
) -> str:
    if (known := keys.answer(connection, key)) is not None:  # whatever became of the person or the place since
        return known
    match delivery:
        case SendMessage():
            return str(_send(connection, delivery, key, at))
        case RemoveMessage():
            return str(messages.remove(connection, key, whole(delivery.message) or 0))
        case OpenRoom():
            for account in delivery.accounts:
                accounts.find_present(connection, account)
            readers = (*delivery.accounts, *delivery.readers)
            return places.open_place(connection, key, PlaceKind.ROOM, delivery.title, readers)
        case ArchiveRoom():
            return places.archive(connection, key, delivery.place)
        case PrepareHomes():
            return ""  # a browser needs none
        case AdmitToRoom():
            return places.admit(connection, key, delivery.place, (*delivery.accounts, *delivery.readers))
        case DeleteRoom():
            return places.delete(connection, key, delivery.place)
        case OpenThread():
            return places.open_place(connection, key, PlaceKind.THREAD, delivery.title)
        case _:
            assert_never(delivery)


def _send(connection: sqlite3.Connection, sending: SendMessage, key: str, at: datetime) -> int:
    draft = Draft(MessageKind.VIEW, codec.dump(fit(sending.view, LIMITS)), pinned=sending.pin)
    if sending.replaces:
        try:
            return messages.replace(connection, key, whole(sending.replaces) or 0, draft)
        except NoSuchMessage:
            return whole(sending.replaces) or 0  # it was taken away meanwhile, and stays away
    return messages.post(connection, key, _place(connection, sending.target), draft, at)


def _place(connection: sqlite3.Connection, target: Target) -> str:
    match target:
        case ToAccount():
            return accounts.direct_place(accounts.find_present(connection, target.account).id)
        case ToPlace():
            return target.place
        case _:
            assert_never(target)
