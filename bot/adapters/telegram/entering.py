"""Coming in through `/start`: plainly, by a link that says why, or by the bot being added to a group."""

from dataclasses import replace

from bot.adapters.telegram.answering import NOTHING, Answering
from bot.adapters.telegram.commands import Typed, called
from bot.adapters.telegram.deep_links import (
    AccountLink,
    ActionLink,
    CommandLink,
    ConnectLink,
    EnterLink,
    RoomLink,
    SetupLink,
    UnknownLink,
    in_words,
    read,
)
from bot.adapters.telegram.forming import Forming
from bot.adapters.telegram.hearing import Hearing
from bot.adapters.telegram.origin import part_of
from bot.core.ui.inbound import ActionPressed, CommandCalled, Entered, Origin
from bot.core.ui.views import Tone, View


class Entering:
    """Takes in those who come."""

    def __init__(self, hearing: Hearing, forming: Forming, answering: Answering) -> None:
        self._hearing, self._forming, self._answering = hearing, forming, answering

    async def enter(self, origin: Origin, parameter: str) -> None:
        """Take in somebody who starts the private chat."""
        match read(parameter):
            case EnterLink(group, command):
                await self._from_group(origin, group, self._called(command) if command else Typed("me"))
            case ActionLink(token, int(group)):
                await self._from_group(origin, group, ActionPressed(origin, token))
            case ActionLink(token):
                await self._forming.answer(origin, await self._hearing.tell(ActionPressed(origin, token)))
            case CommandLink(command):
                await self._call(origin, self._called(command))
            case AccountLink(code):
                await self._forming.answer(origin, await self._hearing.tell(CommandCalled(origin, "link", text=code)))
            case ConnectLink() | SetupLink() | RoomLink():
                self._say(origin, "telegram-for-a-group")
            case UnknownLink():
                await self._greet(origin)

    async def come_back(self, origin: Origin) -> None:
        """Take in somebody who lets the bot write again; a greeting comes when they say something."""
        community = await self._hearing.conversation.at(origin)
        if community:
            await self._hearing.tell(Entered(replace(origin, community=community)))

    async def _greet(self, origin: Origin) -> None:
        await self.come_back(part_of(origin, "came"))
        is_known = bool(await self._hearing.conversation.at(origin))
        await self._call(origin, Typed("me" if is_known else "help"))

    async def _from_group(self, origin: Origin, group: int, does: Typed | ActionPressed) -> None:
        """Go on here with what was begun in a group, for who belongs there."""
        belonging = await self._hearing.rights.of(group, int(origin.account))
        if not belonging.is_member:
            self._say(origin, "telegram-not-a-member")
            return
        there = replace(origin, community=str(group))
        reply = await self._hearing.tell(Entered(part_of(there, "came")))
        if reply.content is not None:
            await self._forming.answer(origin, reply)
            return
        if isinstance(does, Typed):
            await self._call(there, does)
        else:
            await self._forming.answer(origin, await self._hearing.tell(replace(does, origin=there)))

    async def _call(self, origin: Origin, typed: Typed) -> None:
        await self._forming.answer(origin, await self._hearing.call(origin, typed))

    def _called(self, command: str) -> Typed:
        return called(in_words(command), self._hearing.cards)

    def _say(self, origin: Origin, key: str) -> None:
        self._answering.show(origin, View(self._hearing.words(key, origin), tone=Tone.ATTENTION), NOTHING)
