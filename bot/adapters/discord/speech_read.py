r"""Reads what people write in Discord's markdown into plain text with spans.

After the rules of Discord's own clients: what is no markup to them is text here, to the letter. Lists stay the lines
that they are; a heading is bold.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final, Protocol

from bot.core.ui.speech import Span, Style


class Names(Protocol):
    """How what a message mentions is called, by id."""

    def person(self, account: str) -> str:
        """Name somebody."""

    def place(self, channel: str) -> str:
        """Name a channel."""

    def role(self, role: str) -> str:
        """Name a role."""


@dataclass(frozen=True)
class Words:
    """Text as it is read, and how stretches of it are set apart."""

    text: str
    spans: tuple[Span, ...] = ()


def read_words(content: str, names: Names) -> Words:
    """Read a message's content."""
    reading = _Reading(names)
    reading.blocks(content.replace("\r\n", "\n"), at_top=True)
    return Words(reading.text, tuple(reading.spans))


_QUOTE = re.compile(r" *>>> (?P<rest>[\s\S]*)|(?: *> [^\n]*(?:\n|$))+")
_QUOTE_SIGN = re.compile(r"^ *> ", re.MULTILINE)
_FENCE = re.compile(r"```(?:([a-z0-9_+\-.#]+)\n)?\n*([\s\S]*?\S[\s\S]*?)\n*```", re.IGNORECASE)
_HEADING = re.compile(r"[^\S\n]*#{1,3}[^\S\n]+(\S[^\n]*)")
_SUBTEXT = re.compile(r"[^\S\n]*-#[^\S\n]+(?=\S)")
_NEXT_BLOCK = re.compile(r"(?<!\\)```|\n(?=[^\S\n]*(?:>(?:>>)?|#{1,3}|-#)\s)")

_PLAIN = re.compile(r"[^\\*_~|`<\[h]+")
_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_CODE = re.compile(r"(`+)(?!`)([\s\S]*?[^`])\1(?!`)")
_ADDRESS = re.compile(r"https?://[^\s<]*[^\s<.,:;\"'\])]")
_BRACKETED = re.compile(r"<(https?://[^\s<>]+)>")
_MASKED = re.compile(
    r"\[((?:\\.|[^\[\]\\\n])+)\]\(\s*<?(https?://(?:[^\s<>()]|\([^\s<>()]*\))+)>?(?:\s+\"[^\"\n]*\")?\s*\)"
)
_NAMED = re.compile(r"<(@!?|@&|#)(\d{1,20})>")
_EMOJI = re.compile(r"<a?(:\w+:)\d+>")
_COMMAND = re.compile(r"<(/[^<>:\n]+):\d+>")
_MOMENT = re.compile(r"<t:(-?\d{1,11})(?::([tTdDfFsSR]))?>")
_STYLES: Final = (
    (Style.BOLD, "**", re.compile(r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)")),
    (Style.UNDERLINE, "__", re.compile(r"__((?:\\[\s\S]|[^\\])+?)__(?!_)")),
    (Style.STRIKE, "~~", re.compile(r"~~(?=\S)((?:\\[\s\S]|[^\\])*?(?:\\\S|[^\s\\]))~~(?!_)")),
    (Style.SPOILER, "||", re.compile(r"\|\|((?:\\[\s\S]|[^\\])+?)\|\|")),
    (
        Style.ITALIC,
        "*",
        re.compile(r"\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)"),
    ),
    (Style.ITALIC, "_", re.compile(r"\b_((?:__|\\[\s\S]|[^\\_])+?)_\b")),
)
_ANY = re.compile(r"`+|[\s\S]")
_DEEPEST: Final = 8
_UNSEEN: Final = str.maketrans("", "", "\u200b\u2060")
_MOMENTS: Final = {"t": "%H:%M UTC", "T": "%H:%M:%S UTC", "d": "%Y-%m-%d", "D": "%Y-%m-%d"}
_WHOLE_MOMENT: Final = "%Y-%m-%d %H:%M UTC"


@dataclass
class _Reading:
    """What was read so far."""

    names: Names
    text: str = ""
    spans: list[Span] = field(default_factory=list)

    def blocks(self, content: str, *, at_top: bool) -> None:
        """Read quotes, blocks of code and headings, and what lies between them."""
        place = 0
        while place < len(content):
            begins_line = place == 0 or content[place - 1] == "\n"
            if begins_line and at_top and (found := _QUOTE.match(content, place)):
                self._quote(found)
            elif found := _FENCE.match(content, place):
                self._fence(found, is_last=content[found.end() :].strip("\n") == "")
            elif begins_line and (found := _HEADING.match(content, place)):
                self._styled(Style.BOLD, found[1], 0)
            elif begins_line and (found := _SUBTEXT.match(content, place)):
                pass
            else:
                end = next(_ends(content, place), len(content))
                self._inline(content[place:end], 0)
                place = end
                continue
            place = found.end()

    def _quote(self, found: re.Match[str]) -> None:
        start, quoted = len(self.text), found["rest"]
        is_open = quoted is None and found[0].endswith("\n")
        self.blocks(_QUOTE_SIGN.sub("", found[0]).removesuffix("\n") if quoted is None else quoted, at_top=False)
        self._mark(Style.QUOTE, start)
        self.text += "\n" if is_open else ""

    def _fence(self, found: re.Match[str], *, is_last: bool) -> None:
        if self.text and not self.text.endswith("\n"):
            self.text += "\n"
        start = len(self.text)
        self._add(found[2])
        self._mark(Style.PRE, start, found[1] or "")
        if not is_last and found.string[found.end()] != "\n":
            self.text += "\n"

    def _inline(self, content: str, depth: int) -> None:
        place = 0
        unclosed: set[str] = set()
        while place < len(content):
            if found := _PLAIN.match(content, place):
                self._add(found[0])
                place = found.end()
            else:
                place = self._sign(content, place, depth, unclosed)

    def _sign(self, content: str, place: int, depth: int, unclosed: set[str]) -> int:
        """Read what begins with a sign that may be markup; return where it ends."""
        if found := _ESCAPE.match(content, place):
            self._add(found[1])
        elif found := _CODE.match(content, place):
            start = len(self.text)
            self._add(found[2])
            self._mark(Style.CODE, start)
        elif (found := _ADDRESS.match(content, place)) or (found := _BRACKETED.match(content, place)):
            self._add(found[found.re.groups])
        elif found := _MASKED.match(content, place):
            start = len(self.text)
            self._inline(found[1], depth + 1)
            self._mark(Style.LINK, start, found[2])
        elif (said := self._told(content, place)) is not None:
            found, words = said
            self._add(words)
        elif (end := self._style(content, place, depth, unclosed)) is not None:
            return end
        else:
            found = next(_ANY.finditer(content, place))
            self._add(found[0])
        return found.end()

    def _told(self, content: str, place: int) -> tuple[re.Match[str], str] | None:
        """Say what stands for something else: mentions, emoji, commands and moments."""
        if found := _NAMED.match(content, place):
            return found, self._name(found[1], found[2])
        if (found := _EMOJI.match(content, place)) or (found := _COMMAND.match(content, place)):
            return found, found[1]
        if found := _MOMENT.match(content, place):
            return found, _moment(found)
        return None

    def _name(self, kind: str, number: str) -> str:
        match kind:
            case "#":
                return f"#{self.names.place(number)}"
            case "@&":
                return f"@{self.names.role(number)}"
            case _:
                return f"@{self.names.person(number)}"

    def _style(self, content: str, place: int, depth: int, unclosed: set[str]) -> int | None:
        """Read a stretch of one style; a sign that nothing closes is not looked for again."""
        for style, sign, pattern in _STYLES:
            if depth >= _DEEPEST or sign in unclosed or not content.startswith(sign, place):
                continue
            if found := pattern.match(content, place):
                self._styled(style, found[1], depth + 1)
                return found.end()
            if len(sign) > 1:
                unclosed.add(sign)
        return None

    def _styled(self, style: Style, content: str, depth: int) -> None:
        start = len(self.text)
        self._inline(content, depth)
        self._mark(style, start)

    def _add(self, words: str) -> None:
        self.text += words.translate(_UNSEEN)

    def _mark(self, style: Style, start: int, target: str = "") -> None:
        if len(self.text) > start:
            self.spans.append(Span(style, start, len(self.text) - start, target))


def _ends(content: str, place: int) -> Iterator[int]:
    """Find where another block may begin, behind what is at this place."""
    for found in _NEXT_BLOCK.finditer(content, place):
        if found[0] == "\n":
            yield found.end()
        elif found.start() > place and _FENCE.match(content, found.start()):
            yield found.start()


def _moment(found: re.Match[str]) -> str:
    try:
        moment = datetime.fromtimestamp(int(found[1]), UTC)
    except (OverflowError, ValueError, OSError):
        return found[0]
    return moment.strftime(_MOMENTS.get(found[2] or "", _WHOLE_MOMENT))
