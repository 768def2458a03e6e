"""From Telegram to the conversation: each chat's updates in their order, chats beside each other."""

import asyncio
from collections import OrderedDict
from dataclasses import replace
from functools import partial
from typing import Final, assert_never

from telegram import Update

from bot.adapters.telegram.answering import Answering, Sayer, Time
from bot.adapters.telegram.entering import Entering
from bot.adapters.telegram.forming import Forming
from bot.adapters.telegram.groups import Groups
from bot.adapters.telegram.hearing import Hearing
from bot.adapters.telegram.identity import Me
from bot.adapters.telegram.moves import Questions
from bot.adapters.telegram.pressing import Pressing
from bot.adapters.telegram.private import Fetch, Private, nothing_kept
from bot.adapters.telegram.rights import Asks, Rights
from bot.adapters.telegram.updates import (
    Happened,
    Pressed,
    TakenBack,
    What,
    Written,
    WrittenInGroup,
    line_of,
    read,
)
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.inbound import BroughtIn, Inbound, PlaceMoved, Reacted, SentAway, SpokenAnew, Where
from bot.lines import Lines

_MOST_KNOWN: Final = 4096


class Door:
    """Takes updates in, until it is closed."""

    def __init__(
        self,
        conversation: Conversation,
        asks: Asks,
        sayer: Sayer,
        questions: Questions,
        time: Time,
        me: Me,
        fetch: Fetch = nothing_kept,
    ) -> None:
        self._lines, self._answering = Lines(), Answering(sayer, time)
        hearing = Hearing(conversation, Rights(asks, me.id))
        forming = Forming(hearing, questions, self._answering, self._lines)
        self._hearing, self._forming = hearing, forming
        self._entering = Entering(hearing, forming, self._answering)
        self._private = Private(hearing, forming, self._entering, self._answering, me.username, fetch)
        self._groups = Groups(hearing, self._answering, me)
        self._pressing = Pressing(hearing, forming, self._private, self._groups, self._answering, me)
        self._taking: dict[int, asyncio.Future[None]] = {}
        self._known: OrderedDict[int | str, None] = OrderedDict()
        """Updates that were taken in, so that one told twice is answered once; the core remembers for good."""
        self._is_open = True

    def take(self, update: Update) -> "asyncio.Future[None]":
        """Take in an update: what is returned is done when all that the core does about it is.

        It is cancelled where that wasn't done: it is to be taken in again, here or after the next start.
        """
        if (taking := self._taking.get(update.update_id)) is not None:
            return taking
        if not self._is_open or update.update_id in self._known:
            return _settled(is_done=update.update_id in self._known)
        taking = self._lines.put(line_of(update), partial(self._take, update))
        self._taking[update.update_id] = taking
        taking.add_done_callback(partial(self._taken, update.update_id))
        return taking

    async def idle(self) -> None:
        """Wait until all that came in is taken in and answered."""
        await self._lines.idle()
        await self._answering.idle()
        await self._lines.idle()

    async def close(self, within: float) -> None:
        """Take in no more, and finish what is there; what isn't done after so many seconds is let go."""
        self._is_open = False
        self._groups.close()
        await self._lines.finish(within / 2)
        await self._answering.close(within / 2)

    async def _take(self, update: Update) -> None:
        for what in read(update):
            await self._take_in(what)

    def _taken(self, update: int, taking: "asyncio.Future[None]") -> None:
        del self._taking[update]
        if not taking.cancelled():
            self._know(update)

    async def _take_in(self, what: What) -> None:
        match what:
            case Written():
                await self._private.take(what)
            case WrittenInGroup():
                await self._groups.take(what)
            case Pressed():
                await self._pressing.take(what)
            case TakenBack(origin):
                await self._entering.come_back(origin)
            case Happened(inbound):
                await self._happen(inbound)
            case _:
                assert_never(what)

    async def _happen(self, inbound: Inbound) -> None:
        if isinstance(inbound, PlaceMoved) and inbound.origin.update in self._known:
            return
        if isinstance(inbound, SpokenAnew | Reacted) and inbound.origin.where is Where.COMMUNITY:
            if await self._groups.is_community(inbound.origin.community):
                return
            inbound = _unplaced(inbound)
        reply = await self._hearing.tell(inbound)
        if isinstance(inbound, PlaceMoved):
            self._know(inbound.origin.update)
        if isinstance(inbound, BroughtIn | PlaceMoved):
            self._groups.forget()
        if isinstance(inbound, BroughtIn):
            self._groups.greet_soon(inbound.origin)
        elif isinstance(inbound, SentAway):
            self._groups.let_be(int(inbound.origin.community))
        if inbound.origin.where is Where.PRIVATE:
            self._answering.reply(inbound.origin, reply)

    def _know(self, mark: int | str) -> None:
        self._known[mark] = None
        if len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)


def _settled(*, is_done: bool) -> "asyncio.Future[None]":
    future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    if is_done:
        future.set_result(None)
    else:
        future.cancel()
    return future


def _unplaced(inbound: SpokenAnew | Reacted) -> Inbound:
    """Say of a group that is no community itself that the core knows which one it belongs to."""
    return replace(inbound, origin=replace(inbound.origin, community=""))
