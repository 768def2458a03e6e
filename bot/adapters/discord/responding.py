"""The answers to one interaction in Discord's order: a first one in time, then those that its token allows.

The first answer fixes much (Receiving and Responding): a modal can only be the first, who sees a message that is
still being thought about can't be changed, and only a component's or its modal's answer can take a message's place.
"""

from collections.abc import Awaitable, Callable, Sequence
from enum import Enum, auto

import aiohttp
import discord
import structlog
from discord.app_commands import Choice

from bot.adapters.discord.render import Rendered

_NOBODY = discord.AllowedMentions.none()
_TRIES = 2
"""Of a request whose connection broke: had it been carried out, Discord says so the second time."""

_UNKNOWN_INTERACTION = 10062
_ALREADY_ACKNOWLEDGED = 40060

_EVENTS = {_UNKNOWN_INTERACTION: "interaction_late", _ALREADY_ACKNOWLEDGED: "interaction_taken"}

_log = structlog.get_logger(__name__)


class Standing(Enum):
    """How far the answer to an interaction is."""

    UNANSWERED = auto()
    THINKING = auto()
    """A message says that the answer is coming; it becomes the answer."""
    QUIET = auto()
    """Acknowledged without a trace: the message that was pressed stays as it is."""
    SAID = auto()
    ASKED = auto()
    """A modal is open, or an offer to open it."""
    LOST = auto()
    """Nothing can be said any more."""


class _Result(Enum):
    DONE = auto()
    TAKEN = auto()
    FAILED = auto()


class Response:
    """What was answered to one interaction so far, and how to go on. Nothing here raises for what Discord refuses."""

    def __init__(self, interaction: discord.Interaction) -> None:
        self._interaction = interaction
        self._has_been_taken = False
        self._is_only_mine = False
        self.standing = Standing.UNANSWERED

    @property
    def pressed(self) -> discord.Message | None:
        """The message whose component was pressed, or which opened the modal that was sent."""
        return self._interaction.message

    @property
    def takes_modals(self) -> bool:
        """Whether a modal can still be opened: first of all, and never from a modal."""
        is_modal = self._interaction.type is discord.InteractionType.modal_submit
        return self.standing is Standing.UNANSWERED and not is_modal

    async def think(self, *, only_me: bool) -> None:
        """Acknowledge with a message that becomes the answer."""
        response = self._interaction.response
        await self._first(Standing.THINKING, lambda: response.defer(ephemeral=only_me, thinking=True))
        self._is_only_mine = only_me

    async def keep_quiet(self) -> None:
        """Acknowledge without a trace; only where something was pressed."""
        await self._first(Standing.QUIET, self._interaction.response.defer)

    async def ask(self, modal: discord.ui.Modal) -> None:
        """Open a modal."""
        await self._first(Standing.ASKED, lambda: self._interaction.response.send_modal(modal))

    async def offer(self, rendered: Rendered, *, only_me: bool) -> None:
        """Say first where to go on to the modal that is late."""
        await self.say(rendered, only_me=only_me)
        self.standing = Standing.ASKED if self.standing is Standing.SAID else self.standing

    async def complete(self, choices: Sequence[Choice[str]]) -> None:
        """Offer what could be meant by what is being typed."""
        await self._first(Standing.SAID, lambda: self._interaction.response.autocomplete(choices))

    async def say(self, rendered: Rendered, *, only_me: bool) -> None:
        """Say it in a message of its own."""
        if self.standing is Standing.UNANSWERED:
            await self._first(Standing.SAID, lambda: self._send(rendered, only_me=only_me))
            self._is_only_mine = only_me
        elif self.standing is Standing.QUIET or (only_me and not self._is_only_mine):
            await self.withdraw()
            await self._next(lambda: self._follow_up(rendered, only_me=only_me))
        else:
            await self._next(lambda: self._edit(rendered))

    async def replace(self, rendered: Rendered) -> None:
        """Say it in place of the message that was pressed, or of what was said meanwhile."""
        if self.standing is Standing.UNANSWERED:
            await self._first(Standing.SAID, lambda: self._update(rendered))
        else:
            await self._next(lambda: self._edit(rendered))

    async def withdraw(self) -> None:
        """Take back the message that promised an answer; what another process has answered stays."""
        if self.standing is Standing.THINKING and not self._has_been_taken:
            await self._sent(self._interaction.delete_original_response)

    async def _first(self, standing: Standing, request: Callable[[], Awaitable[object]]) -> None:
        result = await self._sent(request)
        self.standing = Standing.LOST if result is _Result.FAILED else standing
        self._has_been_taken = result is _Result.TAKEN

    async def _next(self, request: Callable[[], Awaitable[object]]) -> None:
        if self.standing is not Standing.LOST and await self._sent(request) is _Result.DONE:
            self.standing = Standing.SAID

    async def _sent(self, request: Callable[[], Awaitable[object]]) -> _Result:
        for left in reversed(range(_TRIES)):
            try:
                await request()
            except discord.HTTPException as error:
                _log.warning(_EVENTS.get(error.code, "interaction_refused"), **self._ids(), code=error.code)
                return _Result.TAKEN if error.code == _ALREADY_ACKNOWLEDGED else _Result.FAILED
            except (aiohttp.ClientError, OSError) as error:
                _log.warning("interaction_unsent", **self._ids(), reason=type(error).__name__, tries_left=left)
            else:
                return _Result.DONE
        return _Result.FAILED

    async def _send(self, rendered: Rendered, *, only_me: bool) -> None:
        await self._interaction.response.send_message(
            view=rendered.layout, files=_from_start(rendered), ephemeral=only_me, allowed_mentions=_NOBODY
        )

    async def _update(self, rendered: Rendered) -> None:
        await self._interaction.response.edit_message(
            view=rendered.layout, attachments=_from_start(rendered), allowed_mentions=_NOBODY
        )

    async def _edit(self, rendered: Rendered) -> None:
        await self._interaction.edit_original_response(
            view=rendered.layout, attachments=_from_start(rendered), allowed_mentions=_NOBODY
        )

    async def _follow_up(self, rendered: Rendered, *, only_me: bool) -> None:
        await self._interaction.followup.send(
            view=rendered.layout, files=_from_start(rendered), ephemeral=only_me, allowed_mentions=_NOBODY
        )

    def _ids(self) -> dict[str, str]:
        return {"interaction": str(self._interaction.id), "kind": self._interaction.type.name}


def _from_start(rendered: Rendered) -> list[discord.File]:
    """Read the files from their beginning, also the second time."""
    for file in rendered.files:
        file.reset()
    return list(rendered.files)
