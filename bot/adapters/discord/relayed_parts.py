"""What somebody said elsewhere, as messages of Discord: under their name, in parts where it takes several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.adapters.discord.escape import escaped, one_line
from bot.adapters.discord.speech_write import LONGEST, length, pieces
from bot.adapters.discord.wording import Words
from bot.core.effects import RelayMessage
from bot.core.ui.speech import Attachment, AttachmentKind

LARGEST_FILE: Final = 10 * 1024 * 1024
"""Bytes of a file, and here of all in one message (topics, uploading files)."""
MOST_FILES: Final = 10
"""In one message (API reference, create message)."""

_LONGEST_NAME: Final = 80
_LONGEST_FILE_NAME: Final = 60
_ROOM_FOR_LINE: Final = 150
"""Characters that a line about a file takes, or so."""
_NAMES: Final = {
    AttachmentKind.PHOTO: "photo.jpg",
    AttachmentKind.DOCUMENT: "file",
    AttachmentKind.VOICE: "voice.ogg",
    AttachmentKind.AUDIO: "audio.mp3",
    AttachmentKind.VIDEO: "video.mp4",
    AttachmentKind.STICKER: "sticker.webp",
}
_MEGA: Final = 1024 * 1024


@dataclass(frozen=True)
class Part:
    """One message."""

    text: str
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class Lines:
    """Says in a room's language what can't be carried."""

    words: Words
    language: str

    def too_large(self, attachment: Attachment) -> str:
        """Name a file that is too large."""
        size = attachment.size or LARGEST_FILE
        named = _size(size) if attachment.size else f"> {_size(size)}"
        facts = {"name": _shown_name(attachment), "size": named, "limit": _size(LARGEST_FILE)}
        return self.words.words("discord-file-too-large", self.language, **facts)

    def gone(self, attachment: Attachment) -> str:
        """Name a file that is gone."""
        size = _size(attachment.size) if attachment.size else "?"
        return self.words.words("discord-file-gone", self.language, name=_shown_name(attachment), size=size)


def parts_of(relayed: RelayMessage, lines: Lines, unseen: str) -> Sequence[Part]:
    """Part what was said into messages: always the same ones, whichever files can be had in the end.

    The first one bears a mark that nobody sees.
    """
    speech = relayed.speech
    fitting = [each for each in speech.attachments if each.size <= LARGEST_FILE]
    too_large = [lines.too_large(each) for each in speech.attachments if each.size > LARGEST_FILE]
    head = f"**{escaped(one_line(relayed.author)[:_LONGEST_NAME]) or '?'}**:{unseen}"
    texts = pieces(speech.text, speech.spans, first=LONGEST - length(head) - 1) if speech.text.strip() else [""]
    gap = "\n" if texts[0].startswith(("> ", "```")) else " " * bool(texts[0])
    parts = [Part(f"{head}{gap}{texts[0]}"), *map(Part, texts[1:])]
    for line in too_large:
        _append(parts, line)
    for batch in _batches(fitting):
        if parts[-1].attachments or length(parts[-1].text) + _ROOM_FOR_LINE * len(batch) > LONGEST:
            parts.append(Part(""))
        parts[-1] = replace(parts[-1], attachments=batch)
    return parts


def file_name(attachment: Attachment) -> str:
    """Name a file as it is uploaded."""
    return one_line(attachment.name) or _NAMES[attachment.kind]


def with_lines(text: str, lines: Sequence[str]) -> str:
    """Put lines under a message's words, as far as they fit."""
    for line in lines:
        longer = f"{text}\n{line}" if text else line
        text = longer if length(longer) <= LONGEST else text
    return text


def _append(parts: list[Part], line: str) -> None:
    longer = f"{parts[-1].text}\n{line}"
    if length(longer) > LONGEST:
        parts.append(Part(line))
    else:
        parts[-1] = replace(parts[-1], text=longer)


def _batches(attachments: Sequence[Attachment]) -> Iterator[tuple[Attachment, ...]]:
    """Share files out to messages; one whose size nobody knows may be as large as they come."""
    batch: list[Attachment] = []
    size = 0
    for each in attachments:
        takes = each.size or LARGEST_FILE
        if batch and (len(batch) == MOST_FILES or size + takes > LARGEST_FILE):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(each)
        size += takes
    if batch:
        yield tuple(batch)


def _shown_name(attachment: Attachment) -> str:
    name = file_name(attachment)
    return escaped(name if len(name) <= _LONGEST_FILE_NAME else f"{name[:_LONGEST_FILE_NAME]}\N{HORIZONTAL ELLIPSIS}")


def _size(size: int) -> str:
    return f"{size / _MEGA:.1f}".removesuffix(".0") + "\N{NO-BREAK SPACE}MB"
