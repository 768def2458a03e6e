"""Texts read as Telegram reads them: HTML, given entities, and what it finds by itself."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape

from tests.telegram.server.messages import Words
from tests.telegram.server.refusals import bad_request
from tests.telegram.server.wire import Json, utf16_length

_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "a": "text_link", "tg-emoji": "custom_emoji", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "tg-time": "date_time",
}  # fmt: skip
_TOKEN = re.compile(r"<(/?)([A-Za-z0-9-]*)([^>]*)>?|(&(?:lt|gt|amp|quot|#\d+|#x[0-9A-Fa-f]+);)")
_ATTRIBUTE = re.compile(r"""([A-Za-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_FOUND = {
    "bot_command": re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])"),
    "url": re.compile(r"\bhttps?://[^\s<>\"]*[^\s<>\".,;:!?)]"),
    "mention": re.compile(r"(?<![\w/@])@[A-Za-z0-9_]{4,32}\b"),
    "hashtag": re.compile(r"(?<![\w#&])#\w*[^\W\d]\w*"),
}
_CLOSED = frozenset({"code", "pre", "text_link", "text_mention", "url", "bot_command"})
"""Inside these nothing else is found."""


@dataclass
class _Open:
    tag: str
    start: int
    extra: Json


def parsed(text: str, mode: str | None, entities: Iterable[Json] = ()) -> Words:
    """Read a text as it was sent, without the white space around it."""
    words = Words(text, tuple(entities))
    if mode and mode.lower() == "html":
        words = read_html(text)
    elif mode:
        raise bad_request(f"this server reads no {mode}: only HTML and entities")
    return found_in(_stripped(words))


def found_in(words: Words) -> Words:
    """Add what Telegram finds by itself: commands, links, mentions, hashtags."""
    kept = list(words.entities)
    for kind, pattern in _FOUND.items():
        for match in pattern.finditer(words.text):
            start, length = utf16_length(words.text[: match.start()]), utf16_length(match.group())
            if not any(each["type"] in _CLOSED and _overlap(each, start, length) for each in kept):
                kept.append({"type": kind, "offset": start, "length": length})
    return Words(words.text, tuple(sorted(kept, key=lambda each: (each["offset"], -each["length"]))))


def covered(words: Words, entity: Json) -> str:
    """The part of a text that an entity is about."""
    units = words.text.encode("utf-16-le")
    return units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")


def read_html(text: str) -> Words:
    """Read Telegram's HTML, or refuse it in Telegram's words."""
    said, entities, opened, at = "", list[Json](), list[_Open](), 0
    for token in _TOKEN.finditer(text):
        said += text[at : token.start()]
        at = token.end()
        closing, tag, rest, reference = token.groups()
        if reference:
            said += unescape(reference)
        elif closing:
            entities += _close(opened, tag.lower(), utf16_length(said), token.start())
        else:
            opened.append(_open(tag.lower(), rest, utf16_length(said), token.start(), opened))
    if opened:
        raise _unparsed(f'Can\'t find end tag corresponding to start tag "{opened[-1].tag}"')
    return Words(said + text[at:], tuple(sorted(entities, key=lambda each: (each["offset"], -each["length"]))))


def _open(tag: str, rest: str, start: int, at: int, outer: Sequence[_Open]) -> _Open:
    attributes = {name: a or b or c for name, a, b, c in _ATTRIBUTE.findall(rest)}
    if tag not in _TYPES:
        raise _unparsed(f'Unsupported start tag "{tag}" at byte offset {at}')
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise _unparsed(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    extra: Json = {}
    language = attributes.get("class", "").removeprefix("language-")
    if tag == "a":
        extra = {"url": unescape(attributes.get("href", ""))}
    elif tag == "tg-emoji":
        extra = {"custom_emoji_id": attributes.get("emoji-id", "")}
    elif tag == "code" and language and outer and outer[-1].tag == "pre":
        outer[-1].extra["language"] = language
    elif tag == "blockquote" and "expandable" in rest:
        extra = {"type": "expandable_blockquote"}
    return _Open(tag, start, extra)


def _close(opened: list[_Open], tag: str, end: int, at: int) -> list[Json]:
    if not opened:
        raise _unparsed(f"Unexpected end tag at byte offset {at}")
    last = opened.pop()
    if last.tag != tag:
        raise _unparsed(f'Unmatched end tag at byte offset {at}, expected "</{last.tag}>", found "</{tag}>"')
    inside_pre = tag == "code" and bool(opened) and opened[-1].tag == "pre"
    if end == last.start or inside_pre or (tag == "a" and not last.extra["url"]):
        return []
    entity = {"type": _TYPES[tag], "offset": last.start, "length": end - last.start}
    return [entity | last.extra]


def _stripped(words: Words) -> Words:
    text = words.text.strip()
    shift, length = utf16_length(words.text[: len(words.text) - len(words.text.lstrip())]), utf16_length(text)
    kept = []
    for entity in words.entities:
        start = max(0, entity["offset"] - shift)
        end = min(length, entity["offset"] + entity["length"] - shift)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return Words(text, tuple(kept))


def _overlap(entity: Json, start: int, length: int) -> bool:
    return bool(entity["offset"] < start + length and start < entity["offset"] + entity["length"])


def _unparsed(why: str) -> Exception:
    return bad_request(f"can't parse entities: {why}")
