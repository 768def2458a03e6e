"""Saying what the core answers: each chat's answers in their order, and none of them in the way of what comes in."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol

import structlog

from bot.adapters.telegram.origin import chat_of
from bot.core.ui.commands import Placement
from bot.core.ui.inbound import Origin
from bot.core.ui.replies import Ongoing, Reply
from bot.core.ui.views import View
from bot.lines import Lines

TRIES: Final = 3
"""How often an answer is tried; it isn't kept, and who wants it can ask again."""
LATEST_NOTICE: Final = 1.0
"""Seconds after which a pressed button stops to wait, whatever there may be to flash up."""

_log = structlog.get_logger(__name__)


class Later(Exception):
    """Telegram is to be left alone for so many seconds first."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Immutable(Exception):
    """A message can't be changed: it is gone, too old or of another kind."""


class Sayer(Protocol):
    """Draws and sends, in its turn and before all prompts; `to` is whom it answers, and where.

    Raises:
        Later: it was not said.
        Immutable: a message can't be changed.
        Exception: anything else; it is logged, and that was it.
    """

    async def say(self, to: Origin, view: View, *, reply_to: str = "") -> str:
        """Say something new; return the ids of its messages, with commas between them."""

    async def replace(self, to: Origin, message: str, view: View) -> None:
        """Show something in place of what a message showed."""

    async def ask(self, to: Origin, ongoing: Ongoing, *, message: str = "", page: int | None = None) -> str:
        """Ask what a form asks now (`ASKING`), with its errors, in place of a message where one is named."""

    async def acknowledge(self, query: str, text: str = "", *, is_alert: bool = False, address: str = "") -> None:
        """Answer a pressed button: with nothing, with a text, or by opening an address. That takes no turn."""


class Time(Protocol):
    """Machine time."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


@dataclass(frozen=True)
class About:
    """What an answer belongs to: the message that was pressed, or the one that it replies to."""

    pressed: str = ""
    reply_to: str = ""


NOTHING: Final = About()


class Answering:
    """Puts answers in line; nothing here waits, and nothing raises."""

    def __init__(self, sayer: Sayer, time: Time) -> None:
        self._sayer, self._time, self._lines = sayer, time, Lines()

    def show(self, to: Origin, view: View, about: About = NOTHING, placement: Placement = Placement.NEW) -> None:
        """Show a view, in place of what was pressed where it belongs there."""
        if placement is Placement.IN_PLACE and about.pressed:
            self._put(to, partial(self._replace, to, view, about))
        else:
            self._put(to, partial(self._say, to, view, about.reply_to))

    def reply(self, to: Origin, reply: Reply, about: About = NOTHING) -> None:
        """Show a reply that is a view; others say nothing."""
        if isinstance(reply.content, View):
            self.show(to, reply.content, about, reply.placement)

    def ask(
        self, to: Origin, ongoing: Ongoing, message: str, then: Callable[[str], None], page: int | None = None
    ) -> None:
        """Ask a form's question, in place of a message where one is named; `then` hears which messages ask it."""
        self._put(to, partial(self._ask, to, ongoing, message, then, page))

    def acknowledgement(self, query: str) -> "Acknowledgement":
        """Promise a pressed button its answer."""
        return Acknowledgement(partial(self._acknowledge, query))

    async def idle(self) -> None:
        """Wait until nothing is in line."""
        await self._lines.idle()

    async def close(self, within: float) -> None:
        """Say what is in line; what isn't said after so many seconds is let go."""
        await self._lines.finish(within)

    def _put(self, to: Origin, work: Callable[[], Awaitable[None]]) -> None:
        self._lines.put(chat_of(to.place), partial(self._patiently, work))

    async def _patiently(self, work: Callable[[], Awaitable[None]]) -> None:
        for _ in range(TRIES - 1):
            try:
                return await work()
            except Later as error:
                await self._time.sleep(error.seconds)
        return await work()

    async def _say(self, to: Origin, view: View, reply_to: str) -> None:
        await self._sayer.say(to, view, reply_to=reply_to)

    async def _replace(self, to: Origin, view: View, about: About) -> None:
        try:
            await self._sayer.replace(to, about.pressed, view)
        except Immutable:
            await self._sayer.say(to, view)

    async def _ask(
        self, to: Origin, ongoing: Ongoing, message: str, then: Callable[[str], None], page: int | None
    ) -> None:
        try:
            asked = await self._sayer.ask(to, ongoing, message=message, page=page)
        except Immutable:
            asked = await self._sayer.ask(to, ongoing, page=page)
        then(asked)

    def _acknowledge(self, query: str, text: str, address: str) -> None:
        """Answer a button beside everything else: it is no message, and somebody looks at it turning."""
        call = partial(self._sayer.acknowledge, query, text, is_alert=bool(text), address=address)
        self._lines.put(f"query:{query}", partial(self._patiently, call))


class Acknowledgement:
    """The one answer to a pressed button: given at once, or after a moment in which there may be something to say."""

    def __init__(self, give: Callable[[str, str], None]) -> None:
        self._give, self._is_given = give, False
        self._timer = asyncio.get_running_loop().call_later(LATEST_NOTICE, self.give)

    @property
    def is_given(self) -> bool:
        """Whether nothing can be said with it any more."""
        return self._is_given

    def give(self, text: str = "", address: str = "") -> None:
        """Give it; the first time counts."""
        self._timer.cancel()
        if not self._is_given:
            self._is_given = True
            self._give(text, address)
