"""What somebody said in their own words: text with its formatting, and what they attached.

Unlike a view it is somebody else's, and is carried as it is: `written` and `read` keep it as one string on its way.
"""

import json
from dataclasses import dataclass
from enum import Enum


class Style(Enum):
    """How a stretch of text is set apart."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SPOILER = "spoiler"
    CODE = "code"
    PRE = "pre"
    """A block of code; `Span.target` is its language."""
    QUOTE = "quote"
    LINK = "link"
    """`Span.target` is the address."""


@dataclass(frozen=True)
class Span:
    """A stretch of text that is set apart: `start` and `length` count code points. Spans may nest, never cross."""

    style: Style
    start: int
    length: int
    target: str = ""


class AttachmentKind(Enum):
    """What an attachment is to those who get it; whatever has no kind of its own is a document."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    AUDIO = "audio"
    VIDEO = "video"
    STICKER = "sticker"


@dataclass(frozen=True)
class Attachment:
    """Something attached; `ref` is what its own platform needs to find it, `size` is in bytes, 0 if unknown."""

    kind: AttachmentKind
    ref: str
    name: str = ""
    size: int = 0
    media_type: str = ""


@dataclass(frozen=True)
class Speech:
    """One message as somebody said it; `text` is the caption where there are attachments."""

    text: str
    spans: tuple[Span, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def written(speech: Speech) -> str:
    """Write it as one string."""
    return json.dumps(
        {
            "text": speech.text,
            "spans": [[each.style.value, each.start, each.length, each.target] for each in speech.spans],
            "attachments": [
                [each.kind.value, each.ref, each.name, each.size, each.media_type] for each in speech.attachments
            ],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def read(text: str) -> Speech:
    """Read what `written` wrote."""
    parts = json.loads(text)
    return Speech(
        parts["text"],
        tuple(Span(Style(style), *rest) for style, *rest in parts["spans"]),
        tuple(Attachment(AttachmentKind(kind), *rest) for kind, *rest in parts["attachments"]),
    )
