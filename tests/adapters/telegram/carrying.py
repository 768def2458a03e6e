"""A surface that carries out on our own Telegram, by the real library, with a pen that draws plainly."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from bot.adapters.telegram.outbound import Telegram
from bot.adapters.telegram.pen import Drawn, Part, Piece
from bot.adapters.telegram.places import Spot
from bot.adapters.telegram.rest import Rest
from bot.core.domain.communities import PlaceKind
from bot.core.effects import (
    Delivery,
    Done,
    FileGone,
    FileTooLarge,
    OpenRoom,
    OpenThread,
    PrepareHomes,
    Priority,
    RelayMessage,
    SendMessage,
    Source,
    Target,
    ToAccount,
    ToPlace,
)
from bot.core.ui.speech import Attachment, Speech
from bot.core.ui.views import Action, Picture, Text, View
from tests.telegram.people import Person
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.chats import Chat

TITLES = {PlaceKind.COMMONS: "mentorship", PlaceKind.ROOMS: "Mentorship rooms", PlaceKind.THREADS: "growth"}
ELSEWHERE = Source("discord", "c", "m")
LONGEST_CAPTION = 40
LONGEST_TEXT = 100


class PlainPen:
    """Draws a part a block; short limits, so that a test needs no long texts."""

    async def draw(
        self, view: View, *, spot: Spot, language: str, room: str, mentions: tuple[str, ...], community: str
    ) -> Drawn:
        keyboard = InlineKeyboardMarkup.from_column(
            [InlineKeyboardButton(each.label, callback_data=each.token) for each in view.actions]
        )
        heads = [each for each in (f"#{spot.mark}" if spot.chat < 0 and spot.mark else room, view.title) if each]
        heads += [f'<a href="tg://user?id={each}">you</a>' for each in mentions]
        parts = []
        for number, block in enumerate(view.blocks or (Text(""),)):
            is_last = number >= len(view.blocks) - 1
            words = block.text if isinstance(block, Text) else ""
            html = "\n".join([*(heads if number == 0 else ()), escape(words)])
            picture = b"\x89PNG\r\n\x1a\n" if isinstance(block, Picture) else None
            parts.append(Part(html, keyboard if is_last and view.actions else None, picture))
        return Drawn(tuple(parts))

    def say(self, speech: Speech, *, author: str, room: str, caption: bool) -> tuple[Piece, ...]:
        text = f"{author}: {speech.text}".rstrip(": ") if speech.text else author
        text = f"{room}\n{text}" if room else text
        pieces = []
        limit = LONGEST_CAPTION if caption else LONGEST_TEXT
        while text:
            pieces.append(text[:limit])
            text, limit = text[limit:], LONGEST_TEXT
        start = pieces[0].index(author)
        bold = [MessageEntity(MessageEntity.BOLD, start, len(author))]
        return tuple((piece, bold if number == 0 else []) for number, piece in enumerate(pieces))


@dataclass
class Shelf:
    """Files by their ref, of any platform."""

    files: dict[str, bytes] = field(default_factory=dict)

    async def fetch(self, platform: str, attachment: Attachment, most: int) -> bytes:
        if attachment.ref not in self.files:
            raise FileGone
        if len(self.files[attachment.ref]) > most:
            raise FileTooLarge(most)
        return self.files[attachment.ref]


class Keys:
    """Says which text it would say, and about what."""

    def languages(self) -> tuple[str, ...]:
        return ("en", "es")

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        return " ".join([key, *map(str, facts.values())])


@dataclass
class CountedTurns:
    """Takes note of the turns that are asked for, and lets everybody go at once."""

    places: list[str] = field(default_factory=list)

    @asynccontextmanager
    async def taking(self, place: str, priority: Priority = Priority.ANSWER, messages: int = 1) -> AsyncIterator[None]:
        self.places += [place] * messages
        yield

    async def undisturbed(self) -> None:
        """Changing a message is none."""


@dataclass
class Carrier:
    """The surface with the server that it speaks to."""

    surface: Telegram
    rest: Rest
    server: TelegramServer
    files: Shelf
    turns: CountedTurns
    moves: list[tuple[int, int]]

    async def done(self, delivery: Delivery, key: str = "a key", *, again: bool = False) -> Done:
        """Deliver what can't but succeed."""
        outcome = await self.surface.deliver(delivery, key, again=again)
        assert isinstance(outcome, Done), outcome
        return outcome

    async def forum(self, owner: Person, title: str = "Harbour", *, forum: bool = True) -> Chat:
        """A group of somebody's in which the bot may do all that it needs to."""
        chat = owner.founds_supergroup(title, forum=forum)
        await owner.adds_bot(chat)
        self.server.world.promote(chat, self.server.world.bot.user)
        return chat

    async def prepared(self, chat: Chat, **known: str) -> Mapping[PlaceKind, str]:
        done = await self.done(preparing(chat, **known))
        return done.places


def preparing(chat: Chat, **known: str) -> PrepareHomes:
    return PrepareHomes(str(chat.id), TITLES, {PlaceKind(kind): place for kind, place in known.items()})


def saying(target: Target, *texts: str, **more: object) -> SendMessage:
    actions = (Action("Open", "open:something:mac"),)
    view = View("Hello", tuple(map(Text, texts)), actions)
    return SendMessage(target, view, language="en", **more)  # type: ignore[arg-type]


def relaying(place: str, text: str, *files: Attachment, source: Source = ELSEWHERE, **more: object) -> RelayMessage:
    return RelayMessage(ToPlace(place), "Ana Lima", Speech(text, (), files), source, **more)  # type: ignore[arg-type]


def opening(*people: Person, title: str = "Ana & Ben") -> OpenRoom:
    return OpenRoom("-100", title, tuple(str(each.id) for each in people))


def thread(homes: Mapping[PlaceKind, str], title: str = "Priya Nair’s growth") -> OpenThread:
    return OpenThread("-100", title, "1", homes)


def to(person: Person, place: str = "") -> ToAccount:
    return ToAccount(str(person.id), place)


@asynccontextmanager
async def carrying(server: TelegramServer) -> AsyncIterator[Carrier]:
    """Log in, and carry out from there."""
    moves: list[tuple[int, int]] = []

    async def moved(old: int, new: int) -> None:
        moves.append((old, new))

    turns, files = CountedTurns(), Shelf()
    rest = Rest(server.token, server.url, turns=turns, moved=moved)
    await rest.log_in()
    surface = Telegram(rest, PlainPen(), files)
    surface.speak_for(Keys())
    try:
        yield Carrier(surface, rest, server, files, turns, moves)
    finally:
        await rest.close()
