"""Messages that follow each other in one place, each in its turn."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Protocol, TypeVar

from telegram import InlineKeyboardMarkup, InputFile, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode

from bot.adapters.telegram.pen import Part, Piece
from bot.adapters.telegram.places import Spot
from bot.adapters.telegram.rest import Rest
from bot.core.effects import Priority

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
PICTURE = "picture.png"


class Numbered(Protocol):
    """What Telegram tells of a message that it took."""

    @property
    def message_id(self) -> int:
        """Its number in its chat."""


T = TypeVar("T")


@dataclass(frozen=True)
class Posted:
    """Messages that say one thing, and the chat that they are in."""

    chat: int
    messages: tuple[int, ...]

    @classmethod
    def read(cls, text: str, chat: int) -> "Posted":
        """Read what was written; where only the messages are named, they are in this chat."""
        at, _, ids = text.rpartition(":")
        return cls(int(at) if at else chat, tuple(int(each) for each in ids.split(",")))

    @property
    def ids(self) -> str:
        """Name the messages alone."""
        return ",".join(map(str, self.messages))

    def __str__(self) -> str:
        """Write it as one external id."""
        return f"{self.chat}:{self.ids}"


class Saying:
    """Says one thing after another in a place; where `has_turn`, the first message's turn was waited for already."""

    def __init__(
        self,
        rest: Rest,
        spot: Spot,
        *,
        has_turn: bool,
        priority: Priority = Priority.ANSWER,
        reply_to: int | None = None,
        silent: bool = False,
    ) -> None:
        self._rest, self._spot, self._has_turn, self._priority = rest, spot, has_turn, priority
        self._reply_to, self._silent = reply_to, silent
        self._said: list[int] = []

    @property
    def posted(self) -> Posted:
        """What was said so far."""
        return Posted(self._rest.where(self._spot).chat, tuple(self._said))

    async def part(self, part: Part) -> None:
        """Say a part of a view."""
        if part.file is not None:
            name, content = part.file
            await self._say(self._rest.bot.send_document, document=InputFile(content, name))
            return
        if part.picture is None:
            await self._say(
                self._rest.bot.send_message,
                text=part.html,
                parse_mode=ParseMode.HTML,
                reply_markup=part.keyboard,
                link_preview_options=NO_PREVIEW,
            )
            return
        await self._say(
            self._rest.bot.send_photo,
            photo=InputFile(part.picture, PICTURE),
            caption=part.html,
            parse_mode=ParseMode.HTML,
            reply_markup=part.keyboard,
        )

    async def piece(self, piece: Piece, keyboard: InlineKeyboardMarkup | None = None) -> None:
        """Say somebody's words."""
        text, entities = piece
        await self._say(
            self._rest.bot.send_message,
            text=text,
            entities=entities,
            reply_markup=keyboard,
            link_preview_options=NO_PREVIEW,
        )

    async def copy(self, source: Spot, message: int, caption: Piece | None) -> None:
        """Say a file again that was sent in another chat, under other words."""
        await self._say(
            self._rest.bot.copy_message, from_chat_id=source.chat, message_id=message, **_captioned(caption)
        )

    async def copy_album(self, source: Spot, messages: Sequence[int]) -> None:
        """Say an album again without its words."""
        await self._say_several(
            len(messages),
            self._rest.bot.copy_messages,
            from_chat_id=source.chat,
            message_ids=sorted(messages),
            remove_caption=True,
        )

    async def file(
        self, send: Callable[..., Awaitable[Message]], parameter: str, file: InputFile, caption: Piece | None
    ) -> None:
        """Send a file; `send` is a method of the library's bot, `parameter` its name for the file."""
        await self._say(send, **{parameter: file}, **_captioned(caption))

    async def _say(self, call: Callable[..., Awaitable[Numbered]], **given: object) -> None:
        told = await self._made(call, given | self._replying())
        self._said.append(told.message_id)

    async def _say_several(
        self, messages: int, call: Callable[..., Awaitable[Sequence[Numbered]]], **given: object
    ) -> None:
        self._said += [each.message_id for each in await self._made(call, given, messages)]

    async def _made(self, call: Callable[..., Awaitable[T]], given: dict[str, object], messages: int = 1) -> T:
        around = {"message_thread_id": self._spot.thread, "disable_notification": self._silent or None}
        has_turn, self._has_turn = self._has_turn and messages == 1, False
        async with nullcontext() if has_turn else self._rest.taking(self._spot, self._priority, messages):
            return await self._rest.make(call, self._spot, **given, **around)

    def _replying(self) -> dict[str, object]:
        """Only what comes first answers what is answered."""
        if self._reply_to is None or self._said:
            return {}
        return {"reply_parameters": ReplyParameters(self._reply_to, allow_sending_without_reply=True)}


def _captioned(caption: Piece | None) -> dict[str, object]:
    if caption is None:
        return {}
    text, entities = caption
    return {"caption": text, "caption_entities": entities}
