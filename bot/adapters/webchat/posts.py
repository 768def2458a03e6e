"""What a persona does: says something, gives a command, presses a button, fills in a form."""

from dataclasses import dataclass
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from bot.adapters.webchat import codec, commands, inbound
from bot.adapters.webchat.desk import Desk, address
from bot.adapters.webchat.live import Live
from bot.adapters.webchat.numbers import whole
from bot.adapters.webchat.render import Viewer
from bot.adapters.webchat.server import messages, places
from bot.adapters.webchat.server.errors import NoSuchMessage, ReadOnly, TooLong
from bot.adapters.webchat.server.messages import LONGEST_MESSAGE
from bot.adapters.webchat.server.model import Message, MessageKind, Place, PlaceKind
from bot.adapters.webchat.talk import Told, Turn, carry, told_before
from bot.core.ui.inbound import ActionPressed, Commented, FormAnswered, FormCancelled, Origin, Said
from bot.core.ui.replies import OpenForm


@dataclass(frozen=True)
class Deed:
    """A request taken apart: who sent it, where, and what it holds."""

    viewer: Viewer
    place: Place
    sent: inbound.Sent
    update: str
    """The request's own name, so that it can be sent again without being done again."""
    origin: Origin

    def text(self, name: str) -> str:
        """Return a text of the request, empty where there is none."""
        return next(iter(self.sent.get(name, ())), "")

    def turn(self, *, pressed: Message | None = None, caption: str = "", is_last: bool = False) -> Turn:
        """Say what was done, for the answer to find its place."""
        return Turn(self.origin.account, self.origin.name, self.place, self.update, pressed, caption, is_last)


class Posts:
    """Routes of a place that change something."""

    def __init__(self, desk: Desk, live: Live) -> None:
        self._desk = desk
        self._live = live

    async def say(self, request: Request) -> Response:
        """Take a typed line: a command, or words for those who are in the place."""
        deed = await self._deed(request)
        line = deed.text("line")
        if len(line) > LONGEST_MESSAGE:
            raise TooLong
        if commands.is_command(line):
            return await self._command(request, deed, line)
        said = await self._desk.platform.ask(
            messages.say,
            deed.viewer.account.id,
            deed.place.id,
            line,
            deed.update,
            self._desk.platform.now(),
        )
        return await self._answer(request, deed, await self._heard(deed, line, said))

    async def press(self, request: Request) -> Response:
        """Press a button of a message."""
        deed = await self._deed(request)
        try:
            pressed = await self._message(deed)
        except NoSuchMessage:
            return await self._again(request, deed)
        action = ActionPressed(deed.origin, deed.text("token"))
        return await self._answer(request, deed, await carry(self._desk, action, deed.turn(pressed=pressed)))

    async def fill(self, request: Request) -> Response:
        """Take the answers of a form: to be carried out, or only to be kept so far."""
        deed = await self._deed(request)
        try:
            card = await self._message(deed)
        except NoSuchMessage:
            return await self._again(request, deed)
        opened = _opened(card)
        if opened is None:  # sent before, answered before
            return await self._answer(request, deed, Told((card.id,)))
        answers = inbound.answers(opened.form, deed.sent, opened.answers)
        is_final = deed.text("final") != "no"
        kept = OpenForm(opened.form, opened.token, {**opened.answers, **answers}, opened.errors, opened.trouble)
        await self._desk.platform.ask(messages.keep, card.id, codec.dump(kept))
        answered = FormAnswered(deed.origin, opened.token, answers, final=is_final)
        if not is_final:
            await self._desk.conversation.handle(answered)
            return await self._answer(request, deed, Told())
        turn = deed.turn(pressed=card, is_last=True)
        return await self._answer(request, deed, await carry(self._desk, answered, turn))

    async def cancel(self, request: Request) -> Response:
        """Put a form away for good."""
        deed = await self._deed(request)
        try:
            card = await self._message(deed)
        except NoSuchMessage:
            return await self._again(request, deed)
        opened = _opened(card)
        if opened is None:
            return await self._answer(request, deed, Told((card.id,)))
        turn = deed.turn(pressed=card, is_last=True)
        told = await carry(self._desk, FormCancelled(deed.origin, opened.token), turn)
        return await self._answer(request, deed, told)

    async def dismiss(self, request: Request) -> Response:
        """Take away an answer that only this persona sees."""
        deed = await self._deed(request)
        message = await self._message(deed)
        if message.only_for != deed.viewer.account.id:
            raise NoSuchMessage
        await self._desk.platform.ask(messages.remove, f"dismissed:{message.id}", message.id)
        return await self._answer(request, deed, Told((message.id,)))

    async def read(self, request: Request) -> Response:
        """Remember how far this persona has read."""
        deed = await self._deed(request)
        seq = whole(deed.text("seq")) or 0
        await self._desk.platform.ask(places.mark_read, deed.viewer.account.id, deed.place.id, seq)
        return await self._answer(request, deed, Told())

    async def _command(self, request: Request, deed: Deed, line: str) -> Response:
        if deed.place.archived:
            raise ReadOnly
        cards = await self._desk.conversation.commands(deed.origin)
        typed = commands.parse(line, cards)
        told = await carry(self._desk, inbound.command(deed.origin, typed), deed.turn(caption=typed.spoken))
        return await self._answer(request, deed, told)

    async def _heard(self, deed: Deed, line: str, said: int) -> Told:
        """Let the core hear what is its business: words to the bot, and that there are words under an entry."""
        if deed.place.kind is PlaceKind.DIRECT:
            answer = await carry(self._desk, Said(deed.origin, line.strip()), deed.turn())
            return Told((said, *answer.touched), answer.opened)
        if deed.place.kind is PlaceKind.THREAD:
            await self._desk.conversation.handle(Commented(deed.origin))
        return Told((said,))

    async def _deed(self, request: Request) -> Deed:
        viewer, place = await self._desk.here(request)
        sent = await inbound.read(request)
        update = next(iter(sent.get("update", ())), "") or uuid4().hex
        return Deed(viewer, place, sent, update, self._desk.origin(viewer, place, update))

    async def _message(self, deed: Deed) -> Message:
        number = whole(deed.text("message")) or 0
        found = await self._desk.platform.ask(messages.find_visible, deed.viewer.account.id, number)
        if found.place != deed.place.id:
            raise NoSuchMessage
        return found

    async def _again(self, request: Request, deed: Deed) -> Response:
        """Answer as before what was done before, when the line was lost; or raise `NoSuchMessage`."""
        told = await told_before(self._desk, deed.turn())
        if told is None:
            raise NoSuchMessage
        return await self._answer(request, deed, told)

    async def _answer(self, request: Request, deed: Deed, told: Told) -> Response:
        """Answer a script with the messages as they stand now, a plain form with the page."""
        if "application/json" not in request.headers.get("accept", ""):
            return RedirectResponse(address(deed.viewer.account.id, deed.place.id), status_code=303)
        changed: list[dict[str, object]] = []
        removed: list[int] = []
        for message in sorted(set(told.touched)):
            try:
                changed.append(await self._live.message(message, deed.viewer, deed.place))
            except NoSuchMessage:
                removed.append(message)
        return JSONResponse({"changed": changed, "removed": removed, "opened": told.opened})


def _opened(card: Message) -> OpenForm | None:
    if card.kind is not MessageKind.FORM:
        return None
    try:
        return codec.load_form(card.body)
    except codec.Unreadable:
        return None
