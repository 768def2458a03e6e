"""Says what the core answers: in its turn before all prompts, in place of what was pressed where it belongs there."""

from collections.abc import Callable

from telegram.constants import ParseMode

from bot.adapters.telegram.answering import Immutable, Later
from bot.adapters.telegram.answers import Reader
from bot.adapters.telegram.asking import next_step
from bot.adapters.telegram.pen import Part, Pen
from bot.adapters.telegram.places import Spot
from bot.adapters.telegram.refusals import Declined, Limited, MessageGone, Unchanged
from bot.adapters.telegram.rest import Rest
from bot.adapters.telegram.saying import NO_PREVIEW, Saying
from bot.core.ui.inbound import Origin, Where
from bot.core.ui.replies import Ongoing, OpenForm
from bot.core.ui.views import View


class Speaking:
    """Implements `Sayer`."""

    def __init__(self, rest: Rest, pen: Pen, reader: Callable[[OpenForm], Reader]) -> None:
        self._rest, self._pen, self._reader = rest, pen, reader

    async def say(self, to: Origin, view: View, *, reply_to: str = "") -> str:
        """Say something new; return the ids of its messages."""
        return await self._said(to, (await self._drawn(to, view)), reply_to)

    async def replace(self, to: Origin, message: str, view: View) -> None:
        """Show something in place of what a message showed; what takes several messages is said anew."""
        parts = await self._drawn(to, view)
        if len(parts) > 1:
            raise Immutable
        await self._changed(Spot.read(to.place), message, parts[0])

    async def ask(self, to: Origin, ongoing: Ongoing, *, message: str = "", page: int | None = None) -> str:
        """Ask what a form asks now, in place of a message where one is named."""
        step = next_step(ongoing.opened, self._reader(ongoing.opened), page)
        part = Part(step.html, step.keyboard)
        if message:
            await self._changed(Spot.read(to.place), message, part)
            return message
        return await self._said(to, (part,), "")

    async def acknowledge(self, query: str, text: str = "", *, is_alert: bool = False, address: str = "") -> None:
        """Answer a pressed button. That takes no turn; one that was answered, or is too old, has had its answer."""
        given = {"text": text or None, "show_alert": is_alert or None, "url": address or None}
        try:
            await self._rest.look_up(self._rest.bot.answer_callback_query, query, **given)
        except Limited as limited:
            raise Later(limited.after.total_seconds()) from None
        except Declined:
            pass

    async def _drawn(self, to: Origin, view: View) -> tuple[Part, ...]:
        community = to.community if to.where is Where.COMMUNITY else ""
        spot = Spot.read(to.place)
        drawn = await self._pen.draw(view, spot=spot, language=to.language, room="", mentions=(), community=community)
        return drawn.parts

    async def _said(self, to: Origin, parts: tuple[Part, ...], reply_to: str) -> str:
        saying = Saying(self._rest, Spot.read(to.place), has_turn=False, reply_to=int(reply_to) if reply_to else None)
        try:
            for part in parts:
                await saying.part(part)
        except Limited as limited:
            if saying.posted.messages:
                raise
            raise Later(limited.after.total_seconds()) from None
        return saying.posted.ids

    async def _changed(self, spot: Spot, message: str, part: Part) -> None:
        try:
            await self._rest.edit_turn()
            await self._rest.ask(
                self._rest.bot.edit_message_text,
                spot,
                message_id=int(message.partition(",")[0]),
                text=part.html,
                parse_mode=ParseMode.HTML,
                reply_markup=part.keyboard,
                link_preview_options=NO_PREVIEW,
            )
        except Unchanged:
            pass
        except Limited as limited:
            raise Later(limited.after.total_seconds()) from None
        except (MessageGone, Declined):
            raise Immutable from None
