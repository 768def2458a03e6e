"""A person's message as speech: its words, and everything else that a message can hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from bot.adapters.discord.events import Known, Payload, name_of
from bot.adapters.discord.speech_read import Words, read_words
from bot.core.ui.speech import Attachment, AttachmentKind, Span, Speech, Style

CDN: Final = "https://cdn.discordapp.com"
MEDIA: Final = "https://media.discordapp.net"

_FORWARD: Final = 1
"""A message reference that brings another message along (Message: message reference types)."""
_VOICE_MESSAGE: Final = 1 << 13
_STICKERS: Final = {1: (CDN, "png", "image/png"), 2: (CDN, "png", "image/png"), 4: (MEDIA, "gif", "image/gif")}
"""Where stickers lie, by format; the third, Lottie, is no picture (Sticker: format types)."""
_MENTION: Final = re.compile(r"\s*<@!?(\d{1,20})>[\s,:]*")
_DRAWINGS: Final = frozenset({"image/gif", "image/svg+xml"})
"""Pictures that aren't photos to other platforms."""
_KINDS: Final = {
    "image": AttachmentKind.PHOTO,
    "video": AttachmentKind.VIDEO,
    "audio": AttachmentKind.AUDIO,
}


@dataclass(frozen=True)
class _Called:
    """How what a message mentions is called in its guild; Discord sends people's names along."""

    message: Payload
    known: Known

    def person(self, account: str) -> str:
        """Name somebody."""
        for user in self.message.get("mentions", ()):
            if str(user["id"]) == account:
                return str((user.get("member") or {}).get("nick") or name_of(user))
        return account

    def place(self, channel: str) -> str:
        """Name a channel."""
        return self.known.place_name(int(self.message["guild_id"]), int(channel)) or channel

    def role(self, role: str) -> str:
        """Name a role."""
        return self.known.role_name(int(self.message["guild_id"]), int(role)) or role


def speech_of(message: Payload, known: Known) -> Speech:
    """Read a message of a guild; a mention of the bot in front of the words is for the bot, and left out."""
    called = _Called(message, known)
    said = read_words(_for_others(message.get("content", ""), known), called)
    attachments = [*_attachments(message), *_stickers(message)]
    if (message.get("message_reference") or {}).get("type") == _FORWARD:
        for snapshot in message.get("message_snapshots", ()):
            forwarded = snapshot["message"]
            said = _joined(said, _quoted(read_words(forwarded.get("content", ""), called)))
            attachments += _attachments(forwarded)
    if poll := message.get("poll"):
        said = _joined(said, _asked(poll))
    return Speech(said.text, said.spans, tuple(attachments))


def _for_others(content: str, known: Known) -> str:
    mention = _MENTION.match(content)
    return content[mention.end() :] if mention and known.is_me(int(mention[1])) else content


def _attachments(message: Payload) -> Iterator[Attachment]:
    is_voice = bool(message.get("flags", 0) & _VOICE_MESSAGE)
    for each in message.get("attachments", ()):
        media = str(each.get("content_type") or "").partition(";")[0]
        kind = _KINDS.get(media.partition("/")[0], AttachmentKind.DOCUMENT)
        if media in _DRAWINGS:
            kind = AttachmentKind.DOCUMENT
        elif is_voice and kind is AttachmentKind.AUDIO:
            kind = AttachmentKind.VOICE
        yield Attachment(kind, each["url"], each["filename"], each["size"], media)


def _stickers(message: Payload) -> Iterator[Attachment]:
    for each in message.get("sticker_items", ()):
        if each["format_type"] in _STICKERS:
            host, ending, media = _STICKERS[each["format_type"]]
            address = f"{host}/stickers/{each['id']}.{ending}"
            yield Attachment(AttachmentKind.STICKER, address, f"{each['name']}.{ending}", 0, media)


def _asked(poll: Payload) -> Words:
    """Write a poll as its question and its answers."""
    question = str((poll.get("question") or {}).get("text") or "")
    answers = [str((each.get("poll_media") or {}).get("text") or "") for each in poll.get("answers", ())]
    lines = "".join(f"\n\N{BULLET} {answer}" for answer in answers)
    return Words(question + lines, (Span(Style.BOLD, 0, len(question)),) if question else ())


def _quoted(words: Words) -> Words:
    return Words(words.text, (*words.spans, Span(Style.QUOTE, 0, len(words.text)))) if words.text else words


def _joined(above: Words, below: Words) -> Words:
    """Put words under others."""
    if not above.text or not below.text:
        return above if above.text else below
    behind = len(above.text) + 1
    moved = tuple(replace(each, start=each.start + behind) for each in below.spans)
    return Words(f"{above.text}\n{below.text}", (*above.spans, *moved))
