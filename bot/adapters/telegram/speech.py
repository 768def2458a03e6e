"""What people say, between Telegram's entities and the core's spans: UTF-16 units there, code points here."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from telegram import MessageEntity

from bot.adapters.telegram.escape import one_line, plain
from bot.adapters.telegram.limits import LIMITS, MESSAGE
from bot.adapters.telegram.render import room_heading
from bot.adapters.telegram.rich import text_of
from bot.adapters.telegram.spans import cut_out, nested
from bot.adapters.telegram.splitting import stretches, units
from bot.core.ui.limits import shorten
from bot.core.ui.speech import Span, Speech, Style


@dataclass(frozen=True)
class Piece:
    """One message's text, or a caption, with its entities; sent as these and without a `parse_mode`."""

    text: str
    entities: tuple[MessageEntity, ...] = ()


def heard(text: str, entities: Iterable[MessageEntity]) -> tuple[Span, ...]:
    """Read the entities of a text; what the core has no word for, and what Telegram finds by itself, is left out."""
    at = list(accumulate(map(units, text), initial=0))
    return nested(_spans(entities, at), len(text))


def carried(
    speech: Speech, *, author: str = "", room: str = "", longest: int = MESSAGE, first: int | None = None
) -> tuple[Piece, ...]:
    """Say somebody's words under their name, in pieces of at most `longest` UTF-16 units, the first one of `first`.

    The name stands on the first piece, the title of the room on each. Nothing comes of no words and no name.
    """
    text = speech.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    spans = nested(speech.spans, len(text))
    above = f"{text_of(room_heading(room))}\n" if room_heading(room) else ""
    name = shorten(one_line(plain(author)), LIMITS.title, LIMITS)
    taken = units(above)
    opening = max(1, (first or longest) - taken - units(name) - len(": "))
    pieces = list(stretches(text, longest - taken, opening))
    if not pieces and name:
        return (_piece(above, name, "", ()),)
    return tuple(
        _piece(above, _called(name, spans, start) if number == 0 else "", text[start:end], cut_out(spans, start, end))
        for number, (start, end) in enumerate(pieces)
    )


def _called(name: str, spans: Sequence[Span], start: int) -> str:
    """Put the name before the words: on a line of its own before what stands by itself."""
    stands_alone = any(each.style in _BLOCKS and each.start <= start < each.start + each.length for each in spans)
    gap = "\n" if stands_alone else " "
    return f"{name}:{gap}" if name else ""


def _piece(above: str, name: str, text: str, spans: Iterable[Span]) -> Piece:
    before = len(above) + len(name)
    marked = [Span(Style.BOLD, start, len(words.strip())) for start, words in ((0, above), (len(above), name)) if words]
    shifted = [Span(each.style, each.start + before, each.length, each.target) for each in spans]
    whole = above + name + text
    at = list(accumulate(map(units, whole), initial=0))
    entities = (_entity(each, at) for each in (*marked, *shifted))
    return Piece(whole, tuple(each for each in entities if each))


def _entity(span: Span, at: Sequence[int]) -> MessageEntity | None:
    if span.style is Style.LINK and not span.target.startswith(_ADDRESSES):
        return None
    start = at[span.start]
    return MessageEntity(
        _KINDS[span.style],
        start,
        at[span.start + span.length] - start,
        url=span.target if span.style is Style.LINK else None,
        language=span.target or None if span.style is Style.PRE else None,
    )


def _spans(entities: Iterable[MessageEntity], at: Sequence[int]) -> Iterator[Span]:
    """Read entities; one that begins or ends within a pair of surrogates takes the whole sign in."""
    for each in entities:
        style = _STYLES.get(each.type)
        if style is None or each.length <= 0:
            continue
        start = bisect_right(at, max(0, each.offset)) - 1
        end = min(bisect_left(at, each.offset + each.length), len(at) - 1)
        target = each.url if style is Style.LINK else each.language if style is Style.PRE else ""
        yield Span(style, start, end - start, target or "")


_KINDS = {
    Style.BOLD: MessageEntity.BOLD,
    Style.ITALIC: MessageEntity.ITALIC,
    Style.UNDERLINE: MessageEntity.UNDERLINE,
    Style.STRIKE: MessageEntity.STRIKETHROUGH,
    Style.SPOILER: MessageEntity.SPOILER,
    Style.CODE: MessageEntity.CODE,
    Style.PRE: MessageEntity.PRE,
    Style.QUOTE: MessageEntity.BLOCKQUOTE,
    Style.LINK: MessageEntity.TEXT_LINK,
}
_STYLES = {kind: style for style, kind in _KINDS.items()} | {MessageEntity.EXPANDABLE_BLOCKQUOTE: Style.QUOTE}
_BLOCKS = frozenset({Style.PRE, Style.QUOTE})
_ADDRESSES = ("https://", "http://")
