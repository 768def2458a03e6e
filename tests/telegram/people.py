"""A person at a Telegram client: writes, presses, follows links and reads, as far as the client lets them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from tests.telegram.links import ClientRefuses, deep_link
from tests.telegram.looking import Onlooker, Server
from tests.telegram.reading import Seen, buttons_of
from tests.telegram.server.accounts import User
from tests.telegram.server.chats import Chat, ChatType, Topic
from tests.telegram.server.entities import parsed
from tests.telegram.server.files import Kind, Media
from tests.telegram.server.members import Right
from tests.telegram.server.messages import Draft, Message, Words
from tests.telegram.server.posts import Query
from tests.telegram.server.wire import Json, utf16_length

_LONGEST = {False: 4_096, True: 1_024}
"""UTF-16 units of a text, and of the caption of a file."""


@dataclass(frozen=True)
class Pressed:
    """What came of pressing a button."""

    notice: str | None = None
    """What flashed up, or stood in an alert."""
    is_alert: bool = False
    opened: str | None = None
    """The address that the button opened."""


class Person(Onlooker):
    """Somebody with a Telegram client, who looks at one chat or topic at a time: at first the one with the bot."""

    def __init__(self, server: Server, user: User) -> None:
        super().__init__(server, user)
        self.pressed: list[Pressed] = []

    @classmethod
    def at_telegram(cls, server: Server, name: str, *, username: str | None = None, language: str = "en") -> Self:
        """Have somebody new at Telegram, of whom the bot knows nothing."""
        return cls(server, server.world.add_user(name, username=username, language=language))

    # What they write.

    async def sends(self, text: str, *, formatted: bool = False, reply_to: Seen | None = None) -> Seen:
        """Write a message where they look; `formatted` text is HTML that stands for what they set apart."""
        return self._send(Draft(_words(text, formatted=formatted), reply_to=_replied(reply_to)))

    async def replies_to(self, seen: Seen, text: str, *, formatted: bool = False) -> Seen:
        """Answer one message, in its topic."""
        return await self.sends(text, formatted=formatted, reply_to=seen)

    async def sends_photo(
        self, content: bytes = b"a photo", caption: str = "", *, reply_to: Seen | None = None
    ) -> Seen:
        """Send a picture."""
        return self._send_file(Kind.PHOTO, content, "", caption, reply_to)

    async def sends_document(
        self, name: str, content: bytes = b"a document", caption: str = "", *, reply_to: Seen | None = None
    ) -> Seen:
        """Send a file by its name."""
        return self._send_file(Kind.DOCUMENT, content, name, caption, reply_to)

    async def sends_voice(
        self, content: bytes = b"a voice", caption: str = "", *, reply_to: Seen | None = None
    ) -> Seen:
        """Send what they said aloud."""
        return self._send_file(Kind.VOICE, content, "", caption, reply_to)

    async def sends_file(self, kind: Kind, content: bytes, name: str = "", *, caption: str = "") -> Seen:
        """Send a file of any other kind."""
        return self._send_file(kind, content, name, caption, None)

    async def sends_album(self, *contents: bytes, caption: str = "") -> list[Seen]:
        """Send several pictures as one; the caption stands under the first."""
        number = f"1{self.id}{len(self._chat.messages)}"
        captions = [caption, *("" for _ in contents[1:])]
        files = [self._world.files.keep(Kind.PHOTO, content) for content in contents]
        return [
            self._send(Draft(_words(said), media, album=number)) for media, said in zip(files, captions, strict=True)
        ]

    async def edits(self, seen: Seen, text: str, *, formatted: bool = False) -> None:
        """Change the words of a message of their own."""
        message = self._own(seen)
        changed = replace(message.draft, words=_words(text, formatted=formatted, caption=message.media is not None))
        self._world.edit(message, changed, self.user)

    async def deletes(self, seen: Seen) -> None:
        """Delete a message for everybody: their own, any in the private chat, others' where they may."""
        if not (seen.message.chat.is_private or seen.message.chat.may(self.user, Right.DELETE_MESSAGES)):
            self._own(seen)
        self._world.delete(seen.message)

    async def reacts(self, seen: Seen, *emojis: str) -> None:
        """React to a message, in place of what they reacted before; with nothing, take it back."""
        self._demand_seen(seen.message.chat)
        self._world.react(seen.message, self.user, [{"type": "emoji", "emoji": emoji} for emoji in emojis])

    async def pins(self, seen: Seen) -> None:
        """Pin a message where they may."""
        self._demand_right(seen.message.chat, Right.PIN_MESSAGES)
        self._world.pin(seen.message, self.user)

    # What they press and follow.

    async def presses(self, label: str, *, on: Seen | None = None, to: Chat | None = None) -> Pressed:
        """Press a button, of the newest message that has it where they look; wait until the bot has answered it.

        A button that opens a link is followed, to a group where it asks for one; other pages are only noted.
        """
        message, button = self._find_button(label, [on] if on is not None else self.reads()[::-1])
        if "url" in button:
            if deep_link(button["url"]) is not None:
                await self.follows(button["url"], to=to)
            return self._noted(Pressed(opened=button["url"]))
        pressed = await self._press(message, button["callback_data"])
        if pressed.opened is not None and deep_link(pressed.opened) is not None:
            await self.follows(pressed.opened, to=to)
        return pressed

    async def forges(self, data: str, *, on: Message) -> Pressed:
        """Press a button that isn't there, on a message of any chat: a made-up client may send anything."""
        return await self._press(on, data)

    async def follows(self, link: str, *, to: Chat | None = None) -> Seen | None:
        """Follow a link to the bot and press Start there, or add it `to` a group as the link asks."""
        found = deep_link(link)
        if found is None or found.username.lower() != self._world.bot.username.lower():
            raise ClientRefuses(f"{link} doesn't lead to the bot")
        if found.start_group is not None:
            return self._adds_by_link(found.start_group, found.rights, to)
        self.at_home()
        if found.start is None and self.home.is_started:
            return None
        return await self.sends(f"/start {found.start or ''}".strip())

    async def blocks(self) -> None:
        """Block the bot."""
        self._world.block(self.user)

    # Groups, forums and channels.

    def founds_group(self, title: str) -> Chat:
        """Found a basic group, and look at it."""
        return self.at(self._world.add_group(title, self.user)).chat

    def founds_supergroup(self, title: str, *, forum: bool = False, username: str | None = None) -> Chat:
        """Found a supergroup or a forum, and look at it."""
        return self.at(self._world.add_supergroup(title, self.user, username=username, forum=forum)).chat

    def founds_channel(self, title: str, *, username: str | None = None) -> Chat:
        """Found a channel, and look at it."""
        return self.at(self._world.add_channel(title, self.user, username=username)).chat

    def joins(self, chat: Chat) -> Self:
        """Come into a group or channel, and look at it."""
        self._world.join(chat, self.user)
        return self.at(chat)

    async def leaves(self, chat: Chat) -> None:
        """Go out of a group or channel."""
        self._world.leave(chat, self.user)
        self.at_home()

    async def adds_bot(self, chat: Chat, rights: Right | None = None) -> None:
        """Add the bot, as an administrator where rights are given."""
        self._world.join(chat, self._world.bot.user, by=self.user)
        if rights is not None:
            self._demand_right(chat, Right.PROMOTE_MEMBERS)
            self._world.promote(chat, self._world.bot.user, rights, by=self.user)

    async def removes(self, other: "Person | User", chat: Chat) -> None:
        """Put somebody out, or the bot."""
        self._demand_right(chat, Right.RESTRICT_MEMBERS)
        self._world.leave(chat, other.user if isinstance(other, Person) else other, by=self.user)

    async def opens_topic(self, name: str, chat: Chat | None = None) -> Topic:
        """Open a topic, and look at it."""
        where = chat or self._chat
        if where.is_private and not self._world.bot.users_create_topics:
            raise ClientRefuses("the bot lets nobody open topics in its private chats")
        self._demand_right(where, Right.MANAGE_TOPICS)
        topic = self._world.add_topic(where, name, self.user)
        self.at(where, topic)
        return topic

    # How it is done.

    def _send(self, draft: Draft) -> Seen:
        self._demand_writable(draft.words)
        reply = draft.reply_to
        thread = reply.thread if reply is not None and reply.chat is self._chat else self._topic
        return Seen(self._world.write(self._chat, replace(draft, thread=thread), self.user))

    def _send_file(self, kind: Kind, content: bytes, name: str, caption: str, reply_to: Seen | None) -> Seen:
        media: Media = self._world.files.keep(kind, content, name)
        return self._send(Draft(_words(caption, caption=True), media, reply_to=_replied(reply_to)))

    def _demand_writable(self, words: Words) -> None:
        chat = self._chat
        self._demand_seen(chat)
        if chat.is_private:
            if words.text.startswith("/start"):
                self._world.start(self.user)
            elif chat.is_blocked or not chat.is_started:
                raise ClientRefuses(f"the client shows {self.user.name} nothing but a button to start the bot")
        elif chat.type is ChatType.CHANNEL:
            self._demand_right(chat, Right.POST_MESSAGES)

    async def _press(self, message: Message, data: str) -> Pressed:
        query = self._world.press(message, self.user, data, asyncio.get_running_loop().time())
        await self.until(lambda: query.answered_at is not None, f"an answer to the button on {Seen(message).text!r}")
        return self._noted(_outcome(query))

    def _noted(self, pressed: Pressed) -> Pressed:
        self.pressed.append(pressed)
        return pressed

    def _find_button(self, label: str, among: Sequence[Seen]) -> tuple[Message, Json]:
        for seen in among:
            for button in buttons_of(seen.message):
                if button["text"] == label:
                    return seen.message, button
        raise ClientRefuses(f"{self.user.name} sees no button {label!r} in {self._chat.name!r}")

    def _adds_by_link(self, payload: str, rights: Right | None, chat: Chat | None) -> Seen | None:
        if chat is None:
            raise ClientRefuses("the client asks which group to add the bot to")
        self.at(chat)
        self._world.join(chat, self._world.bot.user, by=self.user)
        if rights is not None and chat.may(self.user, Right.PROMOTE_MEMBERS):
            self._world.promote(chat, self._world.bot.user, rights, by=self.user)
        if not payload:
            return None
        return self._send(Draft(_words(f"/start@{self._world.bot.username} {payload}")))

    def _own(self, seen: Seen) -> Message:
        mine = seen.message.sender is self.user or seen.message.chat.member(self.user).is_anonymous
        if not mine or seen.message.is_deleted:
            raise ClientRefuses(f"{seen.text!r} isn't {self.user.name}'s to change")
        return seen.message

    def _demand_right(self, chat: Chat, right: Right) -> None:
        self._demand_seen(chat)
        everybody = chat.type is ChatType.GROUP and right is Right.PIN_MESSAGES
        if not (everybody or chat.may(self.user, right)):
            raise ClientRefuses(f"{self.user.name} may not do this in {chat.name!r}")


def _words(text: str, *, formatted: bool = False, caption: bool = False) -> Words:
    words = parsed(text, "HTML" if formatted else None)
    if utf16_length(words.text) > _LONGEST[caption]:
        raise ClientRefuses(f"the client cuts this in pieces: it is longer than {_LONGEST[caption]}")
    return words


def _replied(seen: Seen | None) -> Message | None:
    return None if seen is None else seen.message


def _outcome(query: Query) -> Pressed:
    return Pressed(query.notice, query.is_alert, query.url)
