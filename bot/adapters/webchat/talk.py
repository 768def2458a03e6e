"""Putting the bot's answer where it belongs: a new message, in place of the one pressed, for all or only for me."""

import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime

from bot.adapters.webchat import codec
from bot.adapters.webchat.desk import Desk
from bot.adapters.webchat.limits import LIMITS
from bot.adapters.webchat.server import keys, messages
from bot.adapters.webchat.server.errors import NoSuchMessage
from bot.adapters.webchat.server.model import Draft, Message, MessageKind, Place, PlaceKind
from bot.core.ui.commands import Audience, Placement
from bot.core.ui.inbound import Inbound
from bot.core.ui.limits import fit
from bot.core.ui.replies import OpenForm, Reply
from bot.core.ui.views import View


@dataclass(frozen=True)
class Told:
    """What became of an answer: the messages that it touched, and the form that it opened."""

    touched: tuple[int, ...] = ()
    opened: int | None = None


@dataclass(frozen=True)
class Turn:
    """Where something was done, by pressing which message, by typing what."""

    account: str
    name: str
    place: Place
    update: str
    pressed: Message | None = None
    caption: str = ""
    is_last: bool = False
    """Whether the form that was pressed is done with, whatever the answer."""

    @property
    def key(self) -> str:
        """The answer's own key: told twice, it stands once."""
        return f"answer:{self.account}:{self.place.id}:{self.update}"

    def only_for(self, reply: Reply) -> str | None:
        """Who alone sees the answer; a conversation of two needs no such veil."""
        shared = reply.audience is Audience.HERE and not isinstance(reply.content, OpenForm)
        return None if shared or self.place.kind is PlaceKind.DIRECT else self.account


async def carry(desk: Desk, inbound: Inbound, turn: Turn) -> Told:
    """Tell the core what was done and put its answer into the place."""
    reply = await desk.conversation.handle(inbound)
    told = await desk.platform.ask(_put, reply, turn, desk.platform.now())
    desk.platform.bell.stir()
    return told


async def told_before(desk: Desk, turn: Turn) -> Told | None:
    """Find what was told when the same was done under the same name before, None where it wasn't."""
    return await desk.platform.ask(_told, turn)


def _told(connection: sqlite3.Connection, turn: Turn) -> Told | None:
    known = keys.answer(connection, turn.key) or keys.answer(connection, f"{turn.key}:card")
    if known is None:
        return None
    message = _visible(connection, turn.account, int(known))
    return Told((int(known),), int(known) if message and message.kind is MessageKind.FORM else None)


def _put(connection: sqlite3.Connection, reply: Reply, turn: Turn, at: datetime) -> Told:
    if turn.pressed:  # it may have been taken back or replaced meanwhile
        turn = replace(turn, pressed=_visible(connection, turn.account, turn.pressed.id))
    match reply.content:
        case None:
            return _put_away(connection, turn)
        case OpenForm():
            return _open(connection, reply.content, reply, turn, at)
        case View():
            return _show(connection, reply.content, reply, turn, at)


def _put_away(connection: sqlite3.Connection, turn: Turn) -> Told:
    if told := _told(connection, turn):  # the core is silent about what it has answered before
        return told
    if not turn.is_last or turn.pressed is None or turn.pressed.kind is not MessageKind.FORM:
        return Told()
    return Told((messages.remove(connection, f"{turn.key}:card", turn.pressed.id),))


def _open(connection: sqlite3.Connection, form: OpenForm, reply: Reply, turn: Turn, at: datetime) -> Told:
    draft = Draft(
        MessageKind.FORM,
        codec.dump(form),
        only_for=turn.only_for(reply),
        caption=turn.caption,
        parent=turn.pressed.id if turn.pressed else None,
    )
    if turn.pressed and turn.pressed.kind is MessageKind.FORM:
        again = messages.replace(connection, turn.key, turn.pressed.id, draft)
        return Told((again,), opened=again)
    opened = messages.post(connection, turn.key, turn.place.id, draft, at)
    stale = tuple(each for each in _cards_of(connection, form, turn) if each < opened)
    for each in stale:
        messages.remove(connection, f"{turn.key}:stale:{each}", each)
    return Told((*stale, opened), opened=opened)


def _show(connection: sqlite3.Connection, view: View, reply: Reply, turn: Turn, at: datetime) -> Told:
    only_for = turn.only_for(reply)
    is_mine = only_for or turn.place.kind is PlaceKind.DIRECT or not turn.caption
    draft = Draft(
        MessageKind.VIEW,
        codec.dump(fit(view, LIMITS)),
        only_for=only_for,
        caption=turn.caption if is_mine else f"{turn.name}: {turn.caption}",
    )
    target = _target(connection, reply, turn)
    done = (
        messages.post(connection, turn.key, turn.place.id, draft, at)
        if target is None
        else messages.replace(connection, turn.key, target, draft)
    )
    card = turn.pressed.id if turn.pressed and turn.pressed.kind is MessageKind.FORM else done
    if card != done:
        messages.remove(connection, f"{turn.key}:card", card)
    return Told(tuple({card, done}))


def _target(connection: sqlite3.Connection, reply: Reply, turn: Turn) -> int | None:
    """Find the message that the answer takes the place of, None for a new one."""
    pressed = turn.pressed
    if pressed is None:
        return None
    if reply.placement is Placement.IN_PLACE:
        origin = _visible(connection, turn.account, pressed.parent) if pressed.parent else None
        return next((each.id for each in (origin, pressed) if each and _may_replace(each, reply, turn)), None)
    return pressed.id if pressed.kind is MessageKind.FORM and _may_replace(pressed, reply, turn) else None


def _may_replace(message: Message, reply: Reply, turn: Turn) -> bool:
    """Whether the same people would see the answer as saw the message."""
    return message.author is None and message.only_for == turn.only_for(reply)


def _visible(connection: sqlite3.Connection, account: str, message: int) -> Message | None:
    try:
        return messages.find_visible(connection, account, message)
    except NoSuchMessage:
        return None


def _cards_of(connection: sqlite3.Connection, form: OpenForm, turn: Turn) -> tuple[int, ...]:
    """Find the cards of the same form here: the latest takes the place of the others, whose answers are in it."""
    window = messages.window(connection, turn.account, turn.place.id)
    return tuple(each.id for each in window.messages if _is_card_of(each, form))


def _is_card_of(message: Message, form: OpenForm) -> bool:
    if message.kind is not MessageKind.FORM:
        return False
    try:
        other = codec.load_form(message.body).form
    except codec.Unreadable:
        return False
    return (other.name, other.title) == (form.form.name, form.form.title)
