"""Views: said once per effect, changed in place, pinned and taken back."""

from collections.abc import Sequence
from contextlib import suppress
from itertools import zip_longest

import structlog
from telegram import InputMediaDocument, InputMediaPhoto
from telegram.constants import ParseMode

from bot.adapters.telegram.pen import Drawn, Part, Pen
from bot.adapters.telegram.places import Spot
from bot.adapters.telegram.refusals import Declined, MessageGone, NotAllowed, PlaceGone, Unchanged
from bot.adapters.telegram.rest import Rest
from bot.adapters.telegram.saying import NO_PREVIEW, PICTURE, Posted, Saying
from bot.core.effects import Done, RemoveMessage, SendMessage, Target, ToAccount

_OTHER_KIND = ("there is no text in the message", "there is no caption in the message")

_log = structlog.get_logger(__name__)


class Messages:
    """Says views in places and to accounts.

    Telegram has no way to look for what an earlier try has said: one whose answer was lost may be said twice.
    """

    def __init__(self, rest: Rest, pen: Pen) -> None:
        self._rest, self._pen = rest, pen

    async def send(self, sending: SendMessage) -> Done:
        """Say something, or say it in place of what was said before."""
        spot = spot_of(sending.target)
        drawn = await self._drawn(sending, spot)
        if sending.replaces:
            return Done(str(await self._replaced(drawn, spot, Posted.read(sending.replaces, spot.chat))))
        saying = Saying(self._rest, spot, has_turn=True, silent=_is_by_the_way(sending, spot))
        for part in drawn.parts:
            await saying.part(part)
        if sending.pin:
            await self._pin(spot, saying.posted.messages[0])
        posted = saying.posted
        is_news = isinstance(sending.target, ToAccount) and sending.target.place != str(posted.chat)
        return Done(str(posted), direct=str(posted.chat) if is_news else "")

    async def remove(self, removing: RemoveMessage) -> Done:
        """Take a message back; what is gone, or too old to be taken back, stays as it is."""
        spot = spot_of(removing.target)
        posted = Posted.read(removing.message, spot.chat)
        with suppress(PlaceGone):
            await self.take_back(Spot(posted.chat), posted.messages)
        return Done(removing.message)

    async def take_back(self, spot: Spot, messages: Sequence[int]) -> None:
        """Delete messages; Telegram lets a bot do that for 48 hours (deleteMessage)."""
        for each in messages:
            with suppress(MessageGone):
                await self._rest.ask(self._rest.bot.delete_message, spot, message_id=each)

    async def _drawn(self, sending: SendMessage, spot: Spot) -> Drawn:
        return await self._pen.draw(
            sending.view,
            spot=spot,
            language=sending.language,
            room=sending.room,
            mentions=sending.mentions,
            community=sending.community,
        )

    async def _replaced(self, drawn: Drawn, spot: Spot, posted: Posted) -> Posted:
        """Change what was said, part by part; what somebody took away stays away."""
        at, kept = (spot if spot.chat == posted.chat else Spot(posted.chat)), list(posted.messages)
        for message, part in zip_longest(posted.messages, drawn.parts):
            if part is None:
                await self.take_back(at, (message,))
                kept.remove(message)
            elif message is not None and not await self._changed(at, message, part):
                return Posted(self._rest.where(at).chat, tuple(kept))
        saying = Saying(self._rest, at, has_turn=False)
        for part in drawn.parts[len(posted.messages) :]:
            await saying.part(part)
        return Posted(self._rest.where(at).chat, (*kept, *saying.posted.messages))

    async def _changed(self, spot: Spot, message: int, part: Part) -> bool:
        """Change one message; false where it can't be changed any more."""
        try:
            await self._edited(spot, message, part)
        except Unchanged:
            pass
        except MessageGone:
            return False
        return True

    async def _edited(self, spot: Spot, message: int, part: Part) -> None:
        bot, about = self._rest.bot, {"message_id": message, "reply_markup": part.keyboard}
        if part.picture is not None:
            media = InputMediaPhoto(part.picture, caption=part.html, parse_mode=ParseMode.HTML, filename=PICTURE)
            await self._rest.ask(bot.edit_message_media, spot, media=media, **about)
            return
        if part.file is not None:
            name, content = part.file
            document = InputMediaDocument(content, filename=name)
            await self._rest.ask(bot.edit_message_media, spot, media=document, **about)
            return
        worded = {"parse_mode": ParseMode.HTML, **about}
        try:
            await self._rest.ask(bot.edit_message_text, spot, text=part.html, link_preview_options=NO_PREVIEW, **worded)
        except Declined as error:
            if not is_of_other_kind(error):
                raise
            await self._rest.ask(bot.edit_message_caption, spot, caption=part.html, **worded)

    async def _pin(self, spot: Spot, message: int) -> None:
        """Keep a message on top; that it was said is worth more than that it is pinned."""
        try:
            await self._rest.ask(self._rest.bot.pin_chat_message, spot, message_id=message, disable_notification=True)
        except (Declined, NotAllowed) as error:
            _log.warning("message_not_pinned", place=str(spot), error=type(error).__name__)


def spot_of(target: Target) -> Spot:
    """Say where a target is: an account's private chat has the account's own id."""
    return Spot(int(target.account)) if isinstance(target, ToAccount) else Spot.read(target.place)


def is_of_other_kind(error: Declined) -> bool:
    """Whether a message has a caption where a text was to be changed, or the other way round."""
    return any(each in error.said for each in _OTHER_KIND)


def _is_by_the_way(sending: SendMessage, spot: Spot) -> bool:
    """Whether nobody's telephone is to ring: growth in a group is there to be read when somebody looks."""
    return not spot.is_private and not sending.mentions and (spot.thread is not None or bool(spot.mark))
