"""Every call to Telegram goes through here: in its turn, and refused in our own words."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from dataclasses import replace
from datetime import timedelta
from typing import Protocol, TypeVar

import structlog
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.adapters.telegram.identity import Me, me_of
from bot.adapters.telegram.locked_out import LockedOut
from bot.adapters.telegram.places import Spot
from bot.adapters.telegram.refusals import (
    Declined,
    Limited,
    NotReady,
    TokenRefused,
    TopicClosed,
    Trouble,
    Unanswered,
    refusal,
)
from bot.adapters.telegram.requests import requests, trouble_of
from bot.core.effects import Priority, Scope

UNTOLD_PAUSE = timedelta(seconds=30)
"""Where Telegram has had enough without saying for how long."""

_POLLING_CONNECTIONS = 2
_EVERYTHING = 0

T = TypeVar("T")
Moved = Callable[[int, int], Awaitable[None]]
"""Is told that a group has become a supergroup: its old id, and its new one."""

_log = structlog.get_logger(__name__)


class Turns(Protocol):
    """Whose turn it is, under the one budget that all messages of the bot draw on."""

    def taking(
        self, place: str, priority: Priority = Priority.ANSWER, messages: int = 1
    ) -> AbstractAsyncContextManager[None]:
        """Wait until more messages may go to a chat, and say when they were answered by leaving.

        `place` is the chat's id alone, without topic or mark.

        Raises:
            Limited: Telegram is to be left alone.
        """

    async def undisturbed(self) -> None:
        """Find that something may be asked which is no new message; raises `Limited`, too."""


class Unhurried:
    """No waiting: for a program that says next to nothing."""

    async def undisturbed(self) -> None:
        """Never be at rest."""

    def taking(
        self,
        place: str,  # noqa: ARG002  no place is any other's business
        priority: Priority = Priority.ANSWER,  # noqa: ARG002  the same
        messages: int = 1,  # noqa: ARG002  the same
    ) -> AbstractAsyncContextManager[None]:
        """Come at once."""
        return nullcontext()


async def _nobody_told(_old: int, _new: int) -> None:
    """Tell nobody that a group has moved."""


class Rest:
    """The Bot API as one bot speaks to it."""

    def __init__(self, token: str, api_url: str, *, turns: Turns | None = None, moved: Moved = _nobody_told) -> None:
        """Speak to the server at `api_url`, the root of its addresses; nothing is asked yet."""
        self.bot = Bot(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=requests(),
            get_updates_request=requests(_POLLING_CONNECTIONS),
        )
        self._turns, self._moved = turns or Unhurried(), moved
        self._me: Me | None = None
        self._homes: dict[int, int] = {}
        self._paused: dict[int, float] = {}

    def pace_by(self, turns: Turns) -> None:
        """Take turns from here from now on."""
        self._turns = turns

    def on_moved(self, moved: Moved) -> None:
        """Tell this one from now on where groups have moved to."""
        self._moved = moved

    @property
    def me(self) -> Me:
        """The bot's own account.

        Raises:
            NotReady: it isn't logged in yet.
        """
        if self._me is None:
            raise NotReady
        return self._me

    async def log_in(self) -> Me:
        """Find out who the bot is; asked again, it looks again.

        Raises:
            LockedOut: Telegram doesn't take the token.
            Trouble: it can't be asked.
        """
        try:
            await self.bot.initialize()
            self._me = me_of(await self.bot.get_me())
        except InvalidToken:
            raise LockedOut from None  # the library's own words have the token in them
        except TelegramError as error:
            raise self._trouble(error, Spot(_EVERYTHING), once=False) from None
        return self._me

    async def close(self) -> None:
        """Let go of the connections."""
        with suppress(TelegramError, RuntimeError):
            await self.bot.shutdown()

    def where(self, spot: Spot) -> Spot:
        """Say where a place is now, as far as that was heard here."""
        return replace(spot, chat=self._homes.get(spot.chat, spot.chat))

    def taking(
        self, spot: Spot, priority: Priority = Priority.ANSWER, messages: int = 1
    ) -> AbstractAsyncContextManager[None]:
        """Wait until more messages may go there; they are under way as long as this lasts."""
        return self._turns.taking(str(self.where(spot).chat), priority, messages)

    async def edit_turn(self) -> None:
        """Find that a message may be changed: Telegram's limits are on new ones, so this waits for no turn.

        Raises:
            Limited: Telegram is to be left alone.
        """
        await self._turns.undisturbed()

    async def ask(self, call: Callable[..., Awaitable[T]], spot: Spot, /, **given: object) -> T:
        """Ask for something about a chat that asked for twice happens once; `call` is a method of `bot`.

        Raises:
            Trouble: it wasn't done.
        """
        return await self._anywhere(call, spot, given, once=False)

    async def make(self, call: Callable[..., Awaitable[T]], spot: Spot, /, **given: object) -> T:
        """Ask for something in a chat that asked for twice happens twice.

        Raises:
            Trouble: it wasn't done, or that isn't known: `Unanswered.maybe_done`.
        """
        return await self._anywhere(call, spot, given, once=True)

    async def look_up(self, call: Callable[..., Awaitable[T]], /, *given: object, **named: object) -> T:
        """Ask for something that is about no chat, a file mostly.

        Raises:
            Trouble: it wasn't told.
        """
        return await self._asked(call, Spot(_EVERYTHING), given, named, once=False)

    async def _anywhere(
        self, call: Callable[..., Awaitable[T]], spot: Spot, given: dict[str, object], *, once: bool
    ) -> T:
        """Ask where the place is now: a group that became a supergroup has another id."""
        here = self.where(spot)
        try:
            return await self._opened(call, here, given, once=once)
        except ChatMigrated as error:
            there = replace(here, chat=error.new_chat_id)
        _log.info("telegram_group_moved", old=here.chat, new=there.chat)
        self._homes[here.chat] = there.chat
        await self._moved(here.chat, there.chat)
        return await self._opened(call, there, given, once=once)

    async def _opened(
        self, call: Callable[..., Awaitable[T]], spot: Spot, given: dict[str, object], *, once: bool
    ) -> T:
        """Ask, and open a topic that somebody has closed."""
        named = {"chat_id": spot.chat} | given
        try:
            return await self._asked(call, spot, (), named, once=once)
        except TopicClosed:
            topic: dict[str, object] = {"chat_id": spot.chat, "message_thread_id": spot.thread}
        with suppress(Declined):
            await self._asked(self.bot.reopen_forum_topic, spot, (), topic, once=False)
        return await self._asked(call, spot, (), named, once=once)

    async def _asked(
        self,
        call: Callable[..., Awaitable[T]],
        spot: Spot,
        given: tuple[object, ...],
        named: dict[str, object],
        *,
        once: bool,
    ) -> T:
        self._pauses_over(spot)
        try:
            return await call(*given, **named)
        except ChatMigrated:
            raise
        except TelegramError as error:
            raise self._trouble(error, spot, once=once) from None

    def _trouble(self, error: TelegramError, spot: Spot, *, once: bool) -> Trouble:
        match error:
            case BadRequest() | Forbidden():
                return refusal(error, spot)
            case InvalidToken():
                return TokenRefused()
            case RetryAfter(retry_after=told):
                return self._pause(spot, told if isinstance(told, timedelta) else timedelta(seconds=told))
            case NetworkError() if "too many requests" in error.message.lower():
                return self._pause(spot, UNTOLD_PAUSE)
            case NetworkError():
                return trouble_of(error, once=once)
            case _:
                return Unanswered(type(error).__name__, maybe_done=once)

    def _pause(self, spot: Spot, after: timedelta) -> Limited:
        """Leave a chat alone, or Telegram: it doesn't say which of its limits it was.

        A group has one of its own, twenty a minute; where another chat is refused as well, it wasn't that one.
        """
        moment = _moment()
        self._paused = {chat: until for chat, until in self._paused.items() if until > moment}
        is_groups = spot.chat < 0 and not self._paused.keys() - {spot.chat}
        self._paused[spot.chat if is_groups else _EVERYTHING] = moment + after.total_seconds()
        scope = Scope.ROUTE if is_groups else Scope.PLATFORM
        _log.warning("telegram_rate_limited", chat=spot.chat, seconds=after.total_seconds(), scope=scope.value)
        return Limited(after, scope)

    def _pauses_over(self, spot: Spot) -> None:
        for chat, scope in ((_EVERYTHING, Scope.PLATFORM), (spot.chat, Scope.ROUTE)):
            left = self._paused.get(chat, 0.0) - _moment()
            if left > 0:
                raise Limited(timedelta(seconds=left), scope)


def _moment() -> float:
    return asyncio.get_running_loop().time()
