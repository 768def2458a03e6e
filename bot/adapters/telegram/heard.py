"""What somebody said on Telegram, as the core carries it."""

from collections.abc import Iterator
from typing import Final

from telegram import Message

from bot.adapters.telegram.speech import heard
from bot.core.ui.speech import Attachment, AttachmentKind, Speech

_FILES: Final = {
    "document": AttachmentKind.DOCUMENT,
    "voice": AttachmentKind.VOICE,
    "audio": AttachmentKind.AUDIO,
    "video": AttachmentKind.VIDEO,
    "video_note": AttachmentKind.VIDEO,
    "sticker": AttachmentKind.STICKER,
}
"""By the fields of Message."""

_JPEG: Final = "image/jpeg"


def speech_of(message: Message) -> Speech:
    """Read a message's words and what is attached to it."""
    text = message.text or message.caption or ""
    entities = message.entities or message.caption_entities
    return Speech(text, heard(text, entities), tuple(_attachments(message)))


def says_something(message: Message) -> bool:
    """Whether there is anything in a message that can be carried."""
    speech = speech_of(message)
    return bool(speech.text or speech.attachments)


def replied_to(message: Message) -> str:
    """Name the message that one replies to; in a topic, what replies to nothing names the topic's head."""
    replied = message.reply_to_message
    return "" if replied is None or replied.forum_topic_created is not None else str(replied.message_id)


def _attachments(message: Message) -> Iterator[Attachment]:
    """Read what is attached; an animation comes as a document as well, for those who don't know it."""
    if message.photo:
        largest = message.photo[-1]
        yield Attachment(AttachmentKind.PHOTO, largest.file_id, "", largest.file_size or 0, _JPEG)
    for name, kind in _FILES.items():
        file = getattr(message, name)
        if file is not None:
            called, media_type = getattr(file, "file_name", None), getattr(file, "mime_type", None)
            known = media_type or _type_of(message)
            yield Attachment(kind, file.file_id, called or "", file.file_size or 0, known)


def _type_of(message: Message) -> str:
    """Say what a file is that Telegram names no type of (Sticker: `is_animated`, `is_video`; VideoNote)."""
    sticker = message.sticker
    if sticker is None:
        return "video/mp4" if message.video_note is not None else ""
    if sticker.is_animated:
        return "application/x-tgsticker"
    return "video/webm" if sticker.is_video else "image/webp"
