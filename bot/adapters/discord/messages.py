"""Messages: said once per effect, changed, pinned and taken back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

import discord
import structlog
from discord.http import MultipartParameters, handle_message_parameters

from bot.adapters.discord.crowds import Crowds
from bot.adapters.discord.direct import DirectMessages
from bot.adapters.discord.reasons import Reason, Reasons
from bot.adapters.discord.references import Reference
from bot.adapters.discord.refusals import Code
from bot.adapters.discord.render import Rendered, rendered
from bot.adapters.discord.rest import Json, Rest
from bot.adapters.discord.wording import Words
from bot.core.effects import Done, RemoveMessage, SendMessage, Target, ToAccount
from bot.core.ui.pictures import Painter

_LOOKED_AT = 50
"""The last messages of a place among which an earlier try's is looked for."""
_NOT_PINNED = frozenset({Code.TOO_MANY_PINS, Code.MISSING_ACCESS, Code.MISSING_PERMISSIONS})

T = TypeVar("T")

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Posted:
    """A message and where it is: an effect can be sent elsewhere later, its message stays where it was said."""

    channel: str
    message: str

    def __str__(self) -> str:
        """Write it as one external id."""
        return f"{self.channel}/{self.message}"


@dataclass(frozen=True)
class Pen:
    """What it takes to draw a view."""

    words: Words
    painter: Painter

    async def draw(self, sending: SendMessage) -> Rendered:
        """Draw what is to be said."""
        return await rendered(
            sending.view,
            words=self.words,
            language=sending.language,
            painter=self.painter,
            mentions=sending.mentions,
        )


def posted_at(place: str, external_id: str) -> Posted:
    """Read an external id; one that names no place is of this one."""
    there, _, message = external_id.rpartition("/")
    return Posted(there or place, message)


class Messages:
    """Says things in places and to accounts; every message bears its effect's marks."""

    def __init__(self, rest: Rest, pen: Pen, direct: DirectMessages, crowds: Crowds, reasons: Reasons) -> None:
        self._rest, self._pen, self._direct, self._crowds, self._reasons = rest, pen, direct, crowds, reasons

    async def send(self, sending: SendMessage, mark: Reference, *, again: bool) -> Done:
        """Say something, or say it in place of what was said before; what somebody took away stays away."""
        if sending.replaces:
            return Done(str(await self._replaced(sending, mark)))
        posted = await self._said(sending, mark, again=again)
        if sending.pin:
            await self._pin(posted)
        is_news = isinstance(sending.target, ToAccount) and sending.target.place != posted.channel
        return Done(str(posted), direct=posted.channel if is_news else "")

    async def remove(self, removing: RemoveMessage) -> Done:
        """Take a message back; one that is gone has been."""
        posted = await self._posted(removing.target, removing.message)
        try:
            await self.awake(posted.channel, lambda: self.about(posted, "DELETE"))
        except discord.NotFound as error:
            if error.code not in {Code.UNKNOWN_MESSAGE, Code.UNKNOWN_CHANNEL}:
                raise
        return Done(str(posted))

    async def find(self, place: str, mark: Reference) -> Posted | None:
        """Look among a place's last messages for the one that an earlier try has said."""
        latest = await self._rest.ask(
            "GET", "/channels/{channel_id}/messages", query={"limit": _LOOKED_AT}, channel_id=place
        )
        mine = (each for each in latest if each["author"]["id"] == self._rest.me)
        return next((Posted(place, each["id"]) for each in mine if bears(each, mark)), None)

    async def post(self, place: str, shown: Rendered, mark: Reference, mentions: tuple[str, ...] = ()) -> Posted:
        """Say what is drawn; Discord itself knows the mark for some minutes."""
        params = parameters(shown, mark, mentions, nonce=True)
        told = await self._rest.ask(
            "POST", "/channels/{channel_id}/messages", message=params, repeatable=True, channel_id=place
        )
        return Posted(place, told["id"])

    async def about(self, posted: Posted, method: str, *, message: MultipartParameters | None = None) -> None:
        """Change or delete a message."""
        path = "/channels/{channel_id}/messages/{message_id}"
        await self._rest.ask(method, path, message=message, channel_id=posted.channel, message_id=posted.message)

    async def awake(self, place: str, act: Callable[[], Awaitable[T]], *, archive: bool = True) -> T:
        """Do something in a place; an archived thread is opened for it, and archived again if nothing new is in it."""
        try:
            return await act()
        except discord.HTTPException as error:
            if error.code != Code.ARCHIVED_THREAD:
                raise
        await self._crowds.wake(place)
        done = await act()
        if archive:
            await self._crowds.archive(place)
        return done

    async def _said(self, sending: SendMessage, mark: Reference, *, again: bool) -> Posted:
        if isinstance(sending.target, ToAccount):
            target = sending.target
            return await self._direct.reach(
                target.account, target.place, lambda place: self._said_in(place, sending, mark, again=again)
            )
        place = sending.target.place
        posted = await self.awake(place, lambda: self._said_in(place, sending, mark, again=again), archive=False)
        await self._crowds.settle(sending.community, place)
        return posted

    async def _said_in(self, place: str, sending: SendMessage, mark: Reference, *, again: bool) -> Posted:
        if again and (found := await self.find(place, mark)) is not None:
            return found
        return await self.post(place, await self._pen.draw(sending), mark, sending.mentions)

    async def _replaced(self, sending: SendMessage, mark: Reference) -> Posted:
        """Change what was said, where it still is."""
        posted = await self._posted(sending.target, sending.replaces)
        try:
            await self.awake(posted.channel, lambda: self._changed(posted, sending, mark))
        except discord.NotFound as error:
            if error.code != Code.UNKNOWN_MESSAGE and self._is_at(sending.target, posted.channel):
                raise
        return posted

    async def _changed(self, posted: Posted, sending: SendMessage, mark: Reference) -> None:
        shown = await self._pen.draw(sending)
        await self.about(posted, "PATCH", message=parameters(shown, mark, sending.mentions))

    async def _pin(self, posted: Posted) -> None:
        """Keep a message on top; that it was said is worth more than that it is pinned."""
        path, said = "/channels/{channel_id}/messages/pins/{message_id}", self._reasons.say(Reason.MESSAGE_PINNED)
        try:
            await self._rest.ask("PUT", path, channel_id=posted.channel, message_id=posted.message, reason=said)
        except discord.HTTPException as error:
            if error.code not in _NOT_PINNED:
                raise
            _log.warning("message_not_pinned", place=posted.channel, code=error.code)

    async def _posted(self, target: Target, external_id: str) -> Posted:
        if "/" in external_id or not isinstance(target, ToAccount):
            return posted_at("" if isinstance(target, ToAccount) else target.place, external_id)
        at = await self._direct.channel(target.account)
        return Posted(at, external_id)

    def _is_at(self, target: Target, place: str) -> bool:
        return not isinstance(target, ToAccount) and target.place == place


def parameters(
    shown: Rendered, mark: Reference, mentions: tuple[str, ...] = (), *, nonce: bool = False
) -> MultipartParameters:
    """Make the request for a message that bears a mark and alerts nobody but those named."""
    shown.layout.children[0].id = mark.component
    return handle_message_parameters(
        view=shown.layout,
        attachments=list(shown.files),
        nonce=mark.nonce if nonce else None,
        allowed_mentions=allowed(mentions),
    )


def allowed(mentions: tuple[str, ...]) -> discord.AllowedMentions:
    """Allow these accounts to be alerted, and nobody else."""
    accounts = [discord.Object(int(each)) for each in mentions]
    return discord.AllowedMentions(everyone=False, roles=False, replied_user=False, users=accounts)


def bears(message: Json, mark: Reference) -> bool:
    """Whether a message of the bot's is the one of an effect."""
    numbers = [each.get("id") for each in message.get("components", ())]
    is_among_words = mark.unseen in message.get("content", "")
    return mark.component in numbers or message.get("nonce") == mark.nonce or is_among_words
