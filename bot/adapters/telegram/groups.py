"""What is written in groups: the bot says little there, and asks people over into the private chat."""

import asyncio
from dataclasses import replace
from functools import partial
from typing import Final

from telegram import Message

from bot.adapters.telegram.answering import NOTHING, About, Answering
from bot.adapters.telegram.commands import OWN, START, Typed, called, parse
from bot.adapters.telegram.deep_links import ConnectLink, RoomLink, SetupLink, to_command
from bot.adapters.telegram.deep_links import read as read_link
from bot.adapters.telegram.heard import replied_to, speech_of
from bot.adapters.telegram.hearing import Hearing, command
from bot.adapters.telegram.identity import Me
from bot.adapters.telegram.origin import PLATFORM, is_anonymous, part_of, thread_in
from bot.adapters.telegram.updates import WrittenInGroup
from bot.core.ui.commands import Access, Audience
from bot.core.ui.inbound import ActionPressed, BroughtIn, Commented, Inbound, Origin, Spoken
from bot.core.ui.replies import OpenForm, Reply
from bot.core.ui.views import Link, Tone, View

SETUP: Final = "setup"
_FOUNDING: Final = frozenset({SETUP, "connect"})
"""The commands that make a group a community."""
GREETING_AFTER: Final = 3.0
"""Seconds after which a group that the bot was added to hears what it is there for, unless somebody has told it."""
KNOWN_FOR: Final = 60.0
"""Seconds after which it is looked up again which groups are communities."""


class Groups:
    """Takes in what is written in groups."""

    def __init__(self, hearing: Hearing, answering: Answering, me: Me) -> None:
        self._hearing, self._answering, self._me = hearing, answering, me
        self._known: frozenset[str] = frozenset()
        self._known_until = 0.0
        self._greetings: dict[int, asyncio.TimerHandle] = {}
        self._greeting: set[asyncio.Task[None]] = set()

    def greet_soon(self, origin: Origin) -> None:
        """Say what the bot can do in a group that it was added to by hand; a link would have told it what for."""
        group = int(origin.community)
        greet = partial(self._begin_greeting, origin)
        self.let_be(group)
        self._greetings[group] = asyncio.get_running_loop().call_later(GREETING_AFTER, greet)

    def let_be(self, group: int) -> None:
        """Greet nobody there: it is known what for the bot came, or it is gone."""
        if (timer := self._greetings.pop(group, None)) is not None:
            timer.cancel()

    def close(self) -> None:
        """Greet nobody any more."""
        for each in list(self._greetings):
            self.let_be(each)

    async def take(self, written: WrittenInGroup) -> None:
        """Take in a message."""
        typed = parse(written.message.text or "", self._me.username, self._hearing.cards)
        if typed is None:
            await self._overhear(written)
        elif typed.is_addressed or typed.is_known:
            self.let_be(written.message.chat.id)
            await self._command(written, typed)

    async def is_community(self, group: str) -> bool:
        """Whether a group is a community, where nobody's words but commands are the bot's business."""
        moment = asyncio.get_running_loop().time()
        if group not in self._known and self._known_until <= moment:
            self._known = frozenset(await self._hearing.conversation.communities(PLATFORM))
            self._known_until = moment + KNOWN_FOR
        return group in self._known

    def forget(self) -> None:
        """Look up anew which groups are communities."""
        self._known, self._known_until = frozenset(), 0.0

    def _begin_greeting(self, origin: Origin) -> None:
        self._greetings.pop(int(origin.community), None)
        greeting = asyncio.create_task(self._greet(origin))
        self._greeting.add(greeting)
        greeting.add_done_callback(self._greeting.discard)

    async def _greet(self, origin: Origin) -> None:
        if not await self.is_community(origin.community):
            self._lead_over(origin, int(origin.community), SETUP, "telegram-setup-in-private")

    async def _overhear(self, written: WrittenInGroup) -> None:
        """Take in words that are for nobody in particular: a room's, or a comment in a topic of the bot's own."""
        message, origin = written.message, written.origin
        if not await self.is_community(str(message.chat.id)):
            spoken = Spoken(
                replace(origin, community=""), str(message.message_id), speech_of(message), replied_to(message)
            )
            reply = await self._hearing.tell(spoken)
            if reply.audience is Audience.HERE:
                self._answering.reply(origin, reply, _to(message))
        elif thread_in(origin.place) and not self._is_strangers(message):
            await self._hearing.tell(Commented(origin))

    def _is_strangers(self, message: Message) -> bool:
        """Whether the topic is known to be somebody else's: what replies to nothing names the topic's head."""
        head = message.reply_to_message
        if head is None or head.forum_topic_created is None or head.from_user is None:
            return False
        return head.from_user.id != self._me.id

    async def _command(self, written: WrittenInGroup, typed: Typed) -> None:
        if typed.name == START:
            await self._start(written, typed.text)
        elif typed.name in OWN:
            await self._note(written, "help", "telegram-in-private")
        elif typed.name == SETUP:
            await self._set_up(written)
        else:
            await self._call(written, typed)

    async def _start(self, written: WrittenInGroup, parameter: str) -> None:
        """Take in what a link had the bot added to this group for."""
        match read_link(parameter):
            case ConnectLink(code):
                await self._call(written, called(f"connect {code}", self._hearing.cards))
            case RoomLink(token):
                await self._bind(written, token)
            case SetupLink():
                await self._set_up(written)
            case _:
                await self._note(written, "help", "telegram-in-private")

    async def _bind(self, written: WrittenInGroup, token: str) -> None:
        if is_anonymous(written.message):
            self._say(written, "telegram-anonymous-room")
            return
        reply = await self._hearing.tell(ActionPressed(replace(written.origin, community=""), token))
        self._answering.reply(written.origin, reply, _to(written.message))

    async def _set_up(self, written: WrittenInGroup) -> None:
        """Have the group be a community, and its administrator go on in private."""
        origin, message = written.origin, written.message
        if not is_anonymous(message):
            belonging = await self._hearing.rights.of(message.chat.id, int(origin.account))
            if not belonging.is_administrator:
                self._say(written, "telegram-only-administrators")
                return
        await self._bring(written)
        await self._note(written, SETUP, "telegram-setup-in-private")

    async def _bring(self, written: WrittenInGroup) -> None:
        """Have the group be a community, if it is none."""
        by_nobody = replace(part_of(written.origin, "brought"), account="")  # what to do first is said here
        await self._hearing.tell(BroughtIn(by_nobody, written.message.chat.title or ""))
        self.forget()

    async def _call(self, written: WrittenInGroup, typed: Typed) -> None:
        """Carry out what is for all or is done by the command itself; everything else is a matter for two."""
        inbound = command(written.origin, typed)
        if not self._is_done_here(inbound):
            await self._note(written, typed.spoken, "telegram-in-private")
        elif is_anonymous(written.message):
            await self._note(written, f"{typed.spoken} {typed.text}".strip(), "telegram-anonymous")
        else:
            if self._hearing.traits(inbound).administrative:  # tying it to a community begins with being one
                await self._bring(written)
            await self._answer(written, typed, await self._hearing.tell(inbound))

    def _is_done_here(self, inbound: Inbound) -> bool:
        traits = self._hearing.traits(inbound)
        return not traits.opens_form and (traits.audience is Audience.HERE or traits.access is Access.WRITE)

    async def _answer(self, written: WrittenInGroup, typed: Typed, reply: Reply) -> None:
        if isinstance(reply.content, OpenForm):
            await self._note(written, typed.spoken, "telegram-in-private")
        else:
            self._answering.reply(written.origin, reply, _to(written.message))

    async def _note(self, written: WrittenInGroup, typed: str, key: str) -> None:
        """Lead over into the private chat: on behalf of this community, where it is one or is to be one."""
        origin, group = written.origin, written.message.chat.id
        is_one = typed.partition(" ")[0] in _FOUNDING or await self.is_community(str(group))
        self._lead_over(origin, group if is_one else None, typed, key, _to(written.message))

    def _lead_over(self, origin: Origin, group: int | None, typed: str, key: str, about: About = NOTHING) -> None:
        address = to_command(self._me.username, group, typed)
        link = Link(self._hearing.words("telegram-to-private", origin), address)
        self._answering.show(origin, View(self._hearing.words(key, origin), links=(link,)), about)

    def _say(self, written: WrittenInGroup, key: str) -> None:
        view = View(self._hearing.words(key, written.origin), tone=Tone.ATTENTION)
        self._answering.show(written.origin, view, _to(written.message))


def _to(message: Message) -> About:
    return About(reply_to=str(message.message_id))
