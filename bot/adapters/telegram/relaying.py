"""What one of a pair said, said again to the other; never twice, where that can't be found out."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from bot.adapters.telegram.messages import Messages, is_of_other_kind
from bot.adapters.telegram.pen import Pen, Piece
from bot.adapters.telegram.places import PLATFORM, Spot
from bot.adapters.telegram.reactions import reaction
from bot.adapters.telegram.refusals import Declined, MessageGone, Trouble, Unanswered, Unchanged
from bot.adapters.telegram.rest import Rest
from bot.adapters.telegram.saying import NO_PREVIEW, Posted, Saying
from bot.adapters.telegram.uploading import Loaded, Uploads
from bot.core.effects import Done, Doubtful, Outcome, ReactToMessage, RelayMessage
from bot.core.ui.speech import Attachment, AttachmentKind, Speech

_UNKNOWN = "its outcome isn't known"
_UNCOPYABLE = ("message to copy not found", "message can't be copied", "there are no messages to copy")


@dataclass(frozen=True)
class _Layout:
    """How a speech lies in messages: its files, and whether its words begin in the first one's caption."""

    files: int
    has_caption: bool

    def worded(self, messages: Sequence[int]) -> Sequence[int]:
        """Those of its messages that have its words."""
        if self.has_caption:
            return (*messages[:1], *messages[self.files :])
        return messages[: len(messages) - self.files]


class Relay:
    """Carries speech into places of a room."""

    def __init__(self, rest: Rest, pen: Pen, uploads: Uploads, messages: Messages) -> None:
        self._rest, self._pen, self._uploads, self._messages = rest, pen, uploads, messages

    async def relay(self, relaying: RelayMessage, *, doubtful: bool) -> Outcome:
        """Say it, or change what was said; changing it twice does no harm."""
        if relaying.replaces:
            return await self._replaced(relaying)
        if doubtful:
            return Doubtful(_UNKNOWN)
        saying = Saying(self._rest, self._spot(relaying), has_turn=True, reply_to=_first(relaying.reply_to))
        try:
            await self._said(saying, relaying)
        except Trouble as trouble:
            is_unknown = isinstance(trouble, Unanswered) and trouble.maybe_done
            if is_unknown or saying.posted.messages:
                return Doubtful(_UNKNOWN)
            raise
        return Done(saying.posted.ids)

    async def react(self, reacting: ReactToMessage) -> Done:
        """Show a reaction, or none where Telegram hasn't it; a chat may allow less, too."""
        message, chosen = _first(reacting.message), reaction(reacting.emojis)
        with suppress(Declined):
            await self._rest.ask(
                self._rest.bot.set_message_reaction,
                Spot.read(reacting.target.place),
                message_id=message,
                reaction=[chosen] if chosen else [],
            )
        return Done(reacting.message)

    async def _said(self, saying: Saying, relaying: RelayMessage) -> None:
        if not relaying.speech.attachments:
            await self._words(saying, relaying, relaying.speech)
        elif relaying.source.platform == PLATFORM:
            await self._copied(saying, relaying)
        else:
            await self._uploaded(saying, relaying)

    async def _words(self, saying: Saying, relaying: RelayMessage, speech: Speech) -> None:
        for piece in self._pieces(relaying, speech, caption=False):
            await saying.piece(piece)

    async def _copied(self, saying: Saying, relaying: RelayMessage) -> None:
        """Have Telegram copy it: nothing of the file goes through here."""
        source = Spot.read(relaying.source.place)
        messages = Posted.read(relaying.source.message, source.chat).messages
        layout = _layout(relaying)
        pieces = self._pieces(relaying, relaying.speech, caption=layout.has_caption)
        try:
            if layout.has_caption:
                await saying.copy(source, messages[0], pieces[0])
                for piece in pieces[1:]:
                    await saying.piece(piece)
                return
            for piece in pieces:
                await saying.piece(piece)
            if len(messages) > 1:
                await saying.copy_album(source, messages)
            else:
                await saying.copy(source, messages[0], None)
        except Declined as error:
            if not any(each in error.said for each in _UNCOPYABLE):
                raise
            await self._lost(saying, relaying)

    async def _lost(self, saying: Saying, relaying: RelayMessage) -> None:
        """Say that there was a file which can't be had any more; with the words, unless they are said already."""
        notes = [self._uploads.gone(each, relaying.language) for each in relaying.speech.attachments]
        said = Speech("") if saying.posted.messages else relaying.speech
        await self._words(saying, relaying, _with(said, notes))

    async def _uploaded(self, saying: Saying, relaying: RelayMessage) -> None:
        """Carry the files over; one that can't be carried is named in its place."""
        loaded, notes = await self._uploads.load(
            relaying.source.platform, relaying.speech.attachments, relaying.language
        )
        speech = _with(relaying.speech, notes)
        if not loaded:
            await self._words(saying, relaying, speech)
            return
        pieces = self._pieces(relaying, speech, caption=True)
        captions: list[Piece | None] = [pieces[0], *(None for _ in loaded[1:])]
        for each, caption in zip(loaded, captions, strict=True):
            await self._sent(saying, each, caption)
        for piece in pieces[1:]:
            await saying.piece(piece)

    async def _sent(self, saying: Saying, loaded: Loaded, caption: Piece | None) -> None:
        """Send a file; one that Telegram doesn't take as what it is goes as a document."""
        try:
            await saying.file(*self._uploads.sending(loaded), caption)
        except Declined:
            await saying.file(*self._uploads.sending(replace(loaded, kind=AttachmentKind.DOCUMENT)), caption)

    async def _replaced(self, relaying: RelayMessage) -> Done:
        spot = self._spot(relaying)
        posted, layout = Posted.read(relaying.replaces, spot.chat), _layout(relaying)
        pieces = self._pieces(relaying, relaying.speech, caption=layout.has_caption)
        worded = layout.worded(posted.messages)
        for message, piece in zip(worded, pieces, strict=False):
            if not await self._changed(spot, message, piece):
                return Done(posted.ids)
        await self._messages.take_back(spot, worded[len(pieces) :])
        kept = tuple(each for each in posted.messages if each not in worded[len(pieces) :])
        saying = Saying(self._rest, spot, has_turn=False)
        for piece in pieces[len(worded) :]:
            await saying.piece(piece)
        return Done(Posted(spot.chat, (*kept, *saying.posted.messages)).ids)

    async def _changed(self, spot: Spot, message: int, piece: Piece) -> bool:
        """Change the words of one message; false where it can't be changed any more."""
        text, entities = piece
        bot = self._rest.bot
        with suppress(Unchanged):
            try:
                await self._rest.ask(
                    bot.edit_message_text,
                    spot,
                    message_id=message,
                    text=text,
                    entities=entities,
                    link_preview_options=NO_PREVIEW,
                )
            except MessageGone:
                return False
            except Declined as error:
                if not is_of_other_kind(error):
                    raise
                await self._rest.ask(
                    bot.edit_message_caption, spot, message_id=message, caption=text, caption_entities=entities
                )
        return True

    def _pieces(self, relaying: RelayMessage, speech: Speech, *, caption: bool) -> tuple[Piece, ...]:
        return self._pen.say(speech, author=relaying.author, room=self._heading(relaying), caption=caption)

    def _heading(self, relaying: RelayMessage) -> str:
        """A topic of its own needs no heading."""
        return relaying.room if self._spot(relaying).mark else ""

    def _spot(self, relaying: RelayMessage) -> Spot:
        return Spot.read(relaying.target.place)


def takes_caption(attachment: Attachment) -> bool:
    """Whether words can stand under it: not under stickers, nor under video notes, which have no media type."""
    is_note = attachment.kind is AttachmentKind.VIDEO and not attachment.media_type
    return attachment.kind is not AttachmentKind.STICKER and not is_note


def _layout(relaying: RelayMessage) -> _Layout:
    files = relaying.speech.attachments
    if not files or relaying.source.platform != PLATFORM:
        return _Layout(len(files), has_caption=bool(files))
    messages = relaying.source.message.count(",") + 1
    is_copied_alone = messages == 1 and all(takes_caption(each) for each in files)
    return _Layout(messages, is_copied_alone)


def _with(speech: Speech, notes: Sequence[str]) -> Speech:
    """Add sentences of ours below somebody's words."""
    return replace(speech, text="\n".join(each for each in (speech.text, *notes) if each), attachments=())


def _first(messages: str) -> int | None:
    return int(messages.partition(",")[0]) if messages else None
