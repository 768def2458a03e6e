"""What becomes of pressed buttons: each is answered at once, unless there may be something to flash up."""

from dataclasses import replace
from typing import Final

from telegram import CallbackQuery, Message

from bot.adapters.telegram import callbacks, deep_links
from bot.adapters.telegram.answering import About, Acknowledgement, Answering
from bot.adapters.telegram.callbacks import (
    ActionPress,
    OptionPress,
    PagePress,
    StepPress,
    SuggestionPress,
    UnknownPress,
)
from bot.adapters.telegram.commands import Typed, called, parse
from bot.adapters.telegram.forming import Forming
from bot.adapters.telegram.groups import Groups
from bot.adapters.telegram.heard import says_something, speech_of
from bot.adapters.telegram.hearing import Hearing
from bot.adapters.telegram.identity import Me
from bot.adapters.telegram.moves import Idle, Leave
from bot.adapters.telegram.origin import part_of
from bot.adapters.telegram.private import Private
from bot.adapters.telegram.updates import Pressed
from bot.core.ui.commands import Audience, Placement
from bot.core.ui.inbound import ActionPressed, Origin, Spoken, Where
from bot.core.ui.replies import OpenForm, Reply
from bot.core.ui.views import Text, View

LONGEST_NOTICE: Final = 200
"""Characters of what flashes up (answerCallbackQuery)."""


class Pressing:
    """Takes in presses."""

    def __init__(
        self, hearing: Hearing, forming: Forming, private: Private, groups: Groups, answering: Answering, me: Me
    ) -> None:
        self._hearing, self._forming, self._private, self._answering = hearing, forming, private, answering
        self._groups, self._me = groups, me

    async def take(self, pressed: Pressed) -> None:
        """Take in a press."""
        answer = self._answering.acknowledgement(pressed.query.id)
        try:
            await self._take(pressed, callbacks.read(pressed.query.data or ""), answer)
        finally:
            answer.give()

    async def _take(self, pressed: Pressed, press: callbacks.Press, answer: Acknowledgement) -> None:
        match press:
            case OptionPress() | PagePress() | StepPress():
                await self._form(pressed, press.session, callbacks.written(press), answer)
            case SuggestionPress(typed) if pressed.origin.where is Where.PRIVATE:
                answer.give()
                await self._private.call(pressed.origin, called(typed, self._hearing.cards))
            case SuggestionPress(typed):
                group = int(pressed.origin.community)
                here = group if await self._groups.is_community(pressed.origin.community) else None
                answer.give(address=deep_links.to_command(self._me.username, here, typed))
            case ActionPress(token) | UnknownPress(token):
                await self._act(pressed, token, answer)

    async def _form(self, pressed: Pressed, session: str, data: str, answer: Acknowledgement) -> None:
        origin, about = pressed.origin, About(pressed=_message(pressed.query))
        ongoing = await self._hearing.conversation.going_on(origin, session)
        if ongoing is None:
            answer.give(self._hearing.words("telegram-form-over", origin))
            return
        move = self._forming.meant(ongoing, data)
        answer.give(move.said if isinstance(move, Idle) else "")
        await self._forming.go(origin, ongoing, move, about)
        if isinstance(move, Leave):
            await self._private.call(part_of(origin, "then"), self._left_for(pressed.query, move))

    def _left_for(self, query: CallbackQuery, leave: Leave) -> Typed:
        """Find the command that a form is left for: whole in the message that was asked about, else by its name."""
        meant = called(leave.command, self._hearing.cards)
        replied = _own_words(query)
        typed = parse(replied.text or "", self._me.username, self._hearing.cards) if replied else None
        return typed if typed is not None and typed.spoken == meant.spoken else meant

    async def _act(self, pressed: Pressed, token: str, answer: Acknowledgement) -> None:
        origin, query = pressed.origin, pressed.query
        about = About(pressed=_message(query))
        if origin.where is Where.PRIVATE:
            answer.give()
            reply = await self._hearing.tell(ActionPressed(origin, token, _about(origin, query)))
            await self._forming.answer(origin, reply, about)
            return
        about_it = origin if await self._groups.is_community(origin.community) else replace(origin, community="")
        reply = await self._hearing.tell(ActionPressed(about_it, token))
        self._answer_there(about_it, token, reply, answer, about)

    def _answer_there(self, origin: Origin, token: str, reply: Reply, answer: Acknowledgement, about: About) -> None:
        """Answer in a group: what is for one alone flashes up for them, and a form is a matter for two."""
        match reply.content:
            case OpenForm():
                group = int(origin.community) if origin.community else None
                answer.give(address=deep_links.to_action(self._me.username, token, group))
            case View() as view if reply.audience is Audience.ONLY_ME and reply.placement is Placement.NEW:
                answer.give(notice(view))
            case View():
                self._answering.reply(origin, reply, about)
            case None:
                pass


def notice(view: View) -> str:
    """Say a view in the few characters that may flash up."""
    said = "\n".join((view.title, *(block.text for block in view.blocks if isinstance(block, Text))))
    return said if len(said) <= LONGEST_NOTICE else f"{said[: LONGEST_NOTICE - 1]}…"


def _about(origin: Origin, query: CallbackQuery) -> Spoken | None:
    """Find what the presser had said that the button's message answers."""
    said = _own_words(query)
    if said is None or not says_something(said):
        return None
    return Spoken(part_of(origin, "about"), str(said.message_id), speech_of(said))


def _own_words(query: CallbackQuery) -> Message | None:
    message = query.message
    replied = message.reply_to_message if isinstance(message, Message) else None
    if replied is None or replied.from_user is None or replied.from_user.id != query.from_user.id:
        return None
    return replied


def _message(query: CallbackQuery) -> str:
    return str(query.message.message_id) if query.message else ""
