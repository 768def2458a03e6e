"""Files of other platforms, fetched there and uploaded here."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass

from telegram import InputFile, Message

from bot.adapters.telegram.refusals import Unanswered
from bot.adapters.telegram.rest import Rest
from bot.adapters.telegram.voice import Voice
from bot.core.effects import FileGone, Files, FileTooLarge
from bot.core.ui.speech import Attachment, AttachmentKind

MOST_PHOTO = 10 * 1024 * 1024
MOST_UPLOADED = 50 * 1024 * 1024
"""Bytes of a photo, and of any other file, that a bot may send (Sending files)."""
_MEGABYTE = 1024 * 1024
_KILOBYTE = 1024


@dataclass(frozen=True)
class Loaded:
    """A file on its way, and what it is to be sent as."""

    kind: AttachmentKind
    name: str
    content: bytes


class Uploads:
    """Gets files, and says of those that can't be had why."""

    def __init__(self, rest: Rest, files: Files, voice: Voice) -> None:
        self._rest, self._files, self._voice = rest, files, voice

    async def load(
        self, platform: str, attachments: Iterable[Attachment], language: str
    ) -> tuple[Sequence[Loaded], Sequence[str]]:
        """Get all that can be had, and a sentence for each of the others."""
        loaded, notes = [], []
        for each in attachments:
            try:
                content = await self._fetched(platform, each)
            except FileTooLarge as error:
                notes.append(self._too_large(each, min(error.limit, MOST_UPLOADED), language))
            except FileGone:
                notes.append(self.gone(each, language))
            else:
                loaded.append(Loaded(_kind(each, len(content)), each.name or each.kind.value, content))
        return loaded, notes

    def gone(self, attachment: Attachment, language: str) -> str:
        """Say that a file can't be had any more."""
        return self._voice.words("telegram-file-gone", language, name=self._name(attachment, language))

    def sending(self, loaded: Loaded) -> tuple[Callable[..., Awaitable[Message]], str, InputFile]:
        """Say how a file is sent: the library's method, its parameter, the file."""
        bot, file = self._rest.bot, InputFile(loaded.content, loaded.name)
        match loaded.kind:
            case AttachmentKind.PHOTO:
                return bot.send_photo, "photo", file
            case AttachmentKind.VOICE:
                return bot.send_voice, "voice", file
            case AttachmentKind.AUDIO:
                return bot.send_audio, "audio", file
            case AttachmentKind.VIDEO:
                return bot.send_video, "video", file
            case AttachmentKind.DOCUMENT | AttachmentKind.STICKER:
                return bot.send_document, "document", file

    async def _fetched(self, platform: str, attachment: Attachment) -> bytes:
        if attachment.size > MOST_UPLOADED:
            raise FileTooLarge(MOST_UPLOADED)
        try:
            content = await self._files.fetch(platform, attachment, MOST_UPLOADED)
        except OSError as error:  # nothing was said yet: the next try may get it
            raise Unanswered(type(error).__name__, maybe_done=False) from None
        if not content:  # Telegram takes no empty files
            raise FileGone
        return content

    def _too_large(self, attachment: Attachment, limit: int, language: str) -> str:
        return self._voice.words(
            "telegram-file-too-large",
            language,
            name=self._name(attachment, language),
            size=_size(attachment.size) if attachment.size else f"> {_size(limit)}",
            limit=_size(limit),
        )

    def _name(self, attachment: Attachment, language: str) -> str:
        return attachment.name or self._voice.words(f"telegram-file-{attachment.kind.value}", language)


def _kind(attachment: Attachment, size: int) -> AttachmentKind:
    """Say what a file goes as: a picture that is too large for a photo goes as a document."""
    is_picture = attachment.kind is AttachmentKind.STICKER and attachment.media_type.startswith("image/")
    if attachment.kind is AttachmentKind.PHOTO or is_picture:
        return AttachmentKind.PHOTO if size <= MOST_PHOTO else AttachmentKind.DOCUMENT
    return attachment.kind


def _size(size: int) -> str:
    """Write a size as people read it."""
    return f"{size / _MEGABYTE:.0f} MB" if size >= _MEGABYTE else f"{max(1, round(size / _KILOBYTE))} kB"
