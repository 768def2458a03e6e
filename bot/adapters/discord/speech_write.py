r"""Writes speech in Discord's markdown: its formatting as far as Discord has it, and every other sign as it stands.

A style is written anew on each line, so that neither a quote nor a list nor a heading can begin within it; signs that
would run into each other are kept apart by one that nobody sees.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import Final

from bot.adapters.discord.escape import escaped, plain
from bot.core.ui.speech import Span, Style

LONGEST: Final = 2_000
"""Characters of a message's content (API reference, create message)."""


def write_words(text: str, spans: Sequence[Span] = ()) -> str:
    """Write text with its spans."""
    return _write(*_seen(text, spans))


def pieces(text: str, spans: Sequence[Span], room: int = LONGEST, *, first: int = LONGEST) -> list[str]:
    """Write it in as many messages as it takes, cut where lines or words end; the first has less room."""
    text, spans = _seen(text, spans)
    written: list[str] = []
    left, cut = first, 0
    while cut < len(text) or not written:
        end = _fitting(text, spans, cut, left)
        written.append(_write(text[cut:end], _between(spans, cut, end)))
        left, cut = room, end + text[end : end + 1].isspace()
    return written


def length(text: str) -> int:
    """Count as Discord's clients do: in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


_SIGNS: Final = {
    Style.SPOILER: "||",
    Style.BOLD: "**",
    Style.UNDERLINE: "__",
    Style.STRIKE: "~~",
    Style.ITALIC: "*",
}
_ORDER: Final = (*_SIGNS, Style.LINK, Style.CODE)
"""From the outside in."""
_APART: Final = "\N{ZERO WIDTH SPACE}"
_MARKERS: Final = frozenset("*_~|`")
_IN_CODE: Final = re.compile(r"[*_~|\[\]]")
_IN_ADDRESS: Final = r"[^\s<>\\\"'`|\[\](){}]"
_ADDRESS: Final = re.compile(rf"https?://(?:{_IN_ADDRESS}|\({_IN_ADDRESS}*\))*(?<![.,:;!?*])")
_LOUD: Final = re.compile("@(?:everyone|here)", re.IGNORECASE)
_SAFE: Final = str.maketrans({"(": "%28", ")": "%29", "\\": "%5C"})
_WEB: Final = re.compile(r"https?://[^\s<>]+$")
_BREAKS: Final = frozenset("\v\f\x85\u2028\u2029")
_LANGUAGE: Final = re.compile(r"[A-Za-z0-9_+\-.#]+$")
_BRACKETS: Final = str.maketrans("[]", "()")
_ENDS: Final = re.compile(r"[.,;!?)]*(?=\s|$)")
_NAMES: Final = re.compile(r":[\w+-]*$")
"""What would be the name of an emoji with the "https:" of an address behind it."""


class _Writing:
    """Text with, for each sign of it, what it is set apart as."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._text = text
        self._held: dict[Style, list[str | None]] = {}
        for span in spans:
            if span.style in _ORDER:
                held = self._held.setdefault(span.style, [None] * len(text))
                held[span.start : span.start + span.length] = [span.target] * len(text[span.start :][: span.length])
        self._free_code(spans)

    def line(self, start: int, end: int) -> str:
        """Write a line of it."""
        return self._written(start, end, 0)

    def _free_code(self, spans: Sequence[Span]) -> None:
        """Take other styles from code with signs in it that would end them: nothing can be escaped there."""
        for span in spans:
            end = span.start + span.length
            if span.style is Style.CODE and _IN_CODE.search(self._text[span.start : end]):
                for style in self._held.keys() - {Style.CODE}:
                    self._held[style][span.start : end] = [None] * len(self._text[span.start : end])

    def _written(self, start: int, end: int, depth: int) -> str:
        if depth == len(_ORDER):
            return self._words(start, end)
        style = _ORDER[depth]
        held = self._held.get(style)
        if held is None:
            return self._written(start, end, depth + 1)
        written = ""
        for target, run in groupby(range(start, end), held.__getitem__):
            places = list(run)
            piece = self._piece(style, target, places[0], places[-1] + 1, depth)
            both_mark = bool(written) and written[-1] in _MARKERS and piece[:1] in _MARKERS
            written += _APART + piece if both_mark else piece
        return written

    def _piece(self, style: Style, target: str | None, start: int, end: int, depth: int) -> str:
        words = self._text[start:end]
        if target is None or not words.strip():
            return self._written(start, end, depth + 1)
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        return f"{before}{self._marked(style, target, start, end, depth)}{after}"

    def _marked(self, style: Style, target: str, start: int, end: int, depth: int) -> str:
        if style is Style.CODE:
            return _code(self._text[start:end])
        if style is Style.LINK:
            return self._link(target, start, end, depth)
        sign = _SIGNS[style]
        inner = self._written(start, end, depth + 1)
        is_unclear = inner[-1] in _MARKERS and inner[-2:-1] == "\\"
        return f"{sign}{inner}{_APART if is_unclear else ''}{sign}"

    def _link(self, target: str, start: int, end: int, depth: int) -> str:
        """Put words over an address; Discord shows no words that are an address themselves."""
        words = self._text[start:end]
        if not _WEB.match(target) or words.rstrip("/") == target.rstrip("/"):
            return self._written(start, end, depth + 1)
        target = target.translate(_SAFE)
        if "://" in words:
            return f"{self._written(start, end, depth + 1)} (<{target}>)"
        label = _Writing(words.translate(_BRACKETS), self._within(start, end)).line(0, end - start)
        return f"[{label}](<{target}>)"

    def _within(self, start: int, end: int) -> list[Span]:
        code = self._held.get(Style.CODE)
        if code is None:
            return []
        return [Span(Style.CODE, at - start, 1) for at in range(start, end) if code[at] is not None]

    def _words(self, start: int, end: int) -> str:
        """Write plain words; an address among them stays one that can be followed."""
        words, written, place = self._text[start:end], "", 0
        for found in _ADDRESS.finditer(words):
            is_torn = _MARKERS & set(found[0]) and self._is_set_apart(start + found.start())
            if is_torn or _LOUD.search(found[0]):
                continue
            is_free = _ENDS.match(self._text, start + found.end()) and not _NAMES.search(words[: found.start()])
            written += escaped(words[place : found.start()]) + (found[0] if is_free else f"<{found[0]}>")
            place = found.end()
        return written + escaped(words[place:])

    def _is_set_apart(self, place: int) -> bool:
        return any(held[place] is not None for held in self._held.values())


def _write(text: str, spans: Sequence[Span]) -> str:
    return "\n".join(_blocks(text, _Writing(text, spans), spans))


def _seen(text: str, spans: Sequence[Span]) -> tuple[str, Sequence[Span]]:
    """Leave out what nobody sees, with the spans where they were; every line break is one of a kind."""
    signs = ["\n" if each in _BREAKS else plain(each) for each in text.replace("\r\n", " \n")]
    if all(signs):
        return "".join(signs), spans
    places = [0, *accumulate(map(len, signs))]
    kept = []
    for span in spans:
        start, end = places[min(span.start, len(text))], places[min(span.start + span.length, len(text))]
        kept.append(Span(span.style, start, end - start, span.target))
    return "".join(signs), [span for span in kept if span.length]


def _blocks(text: str, writing: _Writing, spans: Sequence[Span]) -> Iterator[str]:
    """Write line by line, blocks of code whole, and quotes with their sign."""
    fences = _fences(text, spans)
    quotes = [span for span in spans if span.style is Style.QUOTE]
    for start, end in _parts(text, fences):
        quote = (
            "> "
            if any(span.start < max(end, start + 1) and start < span.start + span.length for span in quotes)
            else ""
        )
        if start in fences:
            block = _fence(text[start:end], fences[start].target)
            yield "\n".join(quote + line for line in block.split("\n"))
        else:
            yield quote + writing.line(start, end)


def _fences(text: str, spans: Sequence[Span]) -> Mapping[int, Span]:
    """Find the blocks of code by where their words begin; one that only holds space is none."""
    found: dict[int, Span] = {}
    end = 0
    for span in sorted(spans, key=lambda each: each.start):
        words = text[span.start : span.start + span.length]
        if span.style is Style.PRE and span.start >= end and words.strip():
            found[span.start] = span
            end = span.start + span.length
    return found


def _parts(text: str, fences: Mapping[int, Span]) -> Iterator[tuple[int, int]]:
    """Part a text into lines and blocks of code, line breaks between them left out."""
    place = 0
    for start, span in fences.items():
        yield from _lines(text, place, start)
        yield start, start + span.length
        place = start + span.length
        place += text.startswith("\n", place)
    yield from _lines(text, place, len(text), is_last=True)


def _lines(text: str, start: int, end: int, *, is_last: bool = False) -> Iterator[tuple[int, int]]:
    if start >= end and not (is_last and start == 0):
        return
    if not is_last and text[end - 1] == "\n":
        end -= 1
    for line in text[start:end].split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _fence(words: str, language: str) -> str:
    inside = re.sub("`(?=`)", f"`{_APART}", words.strip("\n"))
    named = language if _LANGUAGE.match(language) else ""
    return f"```{named}\n{inside}\n```"


def _code(words: str) -> str:
    if "`" not in words:
        return f"`{words}`"
    inside = re.sub("`(?=`)", f"`{_APART}", words)
    before = _APART if inside.startswith("`") else ""
    after = _APART if inside.endswith("`") else ""
    return f"``{before}{inside}{after}``"


def _fitting(text: str, spans: Sequence[Span], start: int, room: int) -> int:
    """Find how far it can be written in so much room."""
    least, most = start, min(len(text), start + room)
    while least < most:
        middle = (least + most + 1) // 2
        if _takes(text, spans, start, middle) <= room:
            least = middle
        else:
            most = middle - 1
    if least >= len(text):
        return least
    for sign in ("\n", " "):
        at = text.rfind(sign, start + (least - start) // 2, least + 1)
        if at > start and _takes(text, spans, start, at) <= room:
            return at
    return max(least, start + 1)


def _takes(text: str, spans: Sequence[Span], start: int, end: int) -> int:
    return length(write_words(text[start:end], _between(spans, start, end)))


def _between(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """Cut spans to a stretch of their text."""
    cut = []
    for span in spans:
        begins, ends = max(span.start, start), min(span.start + span.length, end)
        if begins < ends:
            cut.append(Span(span.style, begins - start, ends - begins, span.target))
    return cut
