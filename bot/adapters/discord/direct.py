"""Private conversations: which channel an account's direct messages are."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import TypeVar

import discord

from bot.adapters.discord.refusals import Code
from bot.adapters.discord.rest import Rest

_MOST_KNOWN = 10_000

T = TypeVar("T")


class DirectMessages:
    """Opens private conversations; what it remembers only saves a request."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest
        self._known: OrderedDict[str, str] = OrderedDict()

    async def channel(self, account: str) -> str:
        """Find the channel of an account's direct messages."""
        if account not in self._known:
            told = await self._rest.ask("POST", "/users/@me/channels", {"recipient_id": account}, repeatable=True)
            self._known[account] = told["id"]
            if len(self._known) > _MOST_KNOWN:
                self._known.popitem(last=False)
        self._known.move_to_end(account)
        return self._known[account]

    async def reach(self, account: str, place: str, act: Callable[[str], Awaitable[T]]) -> T:
        """Do something in an account's direct messages, in `place` if they are known to be there.

        A channel that Discord doesn't know any more is asked for anew.
        """
        try:
            return await act(place or await self.channel(account))
        except discord.NotFound as error:
            if error.code != Code.UNKNOWN_CHANNEL:
                raise
        self._known.pop(account, None)
        return await act(await self.channel(account))
