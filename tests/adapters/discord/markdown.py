"""Discord's markdown as its clients read it, as far as tests need it: the words that are shown, and every mark found.

Written after the rules of the clients' parser and not after what the adapter escapes, so that the two can disagree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_BLOCKS = (
    ("fence", re.compile(r"```(?:[a-z0-9_+\-.#]+\n)?\n*([\s\S]*?)\n*```", re.IGNORECASE)),
    ("heading", re.compile(r"[^\S\n]*#{1,3}[^\S\n]+(?=\S)")),
    ("subtext", re.compile(r"[^\S\n]*-#[^\S\n]+(?=\S)")),
    ("quote", re.compile(r"[^\S\n]*>(?:>>)?[^\S\n]")),
    ("list", re.compile(r"[^\S\n]*(?:[-*+]|\d+[.)])[^\S\n]+(?=\S)")),
)
"""What begins at the start of a line."""

_INLINE = (
    ("escape", re.compile(r"\\([^0-9A-Za-z\s])")),
    ("timestamp", re.compile(r"<t:(-?\d{1,17})(?::[tTdDfFsSR])?>")),
    ("mention", re.compile(r"<(?:@[!&]?|#|id:|/[^<>:]+:)\w+>|@everyone|@here")),
    ("emoji", re.compile(r"<a?:\w+:\d+>|:[\w+\-]+(?:::skin-tone-\d)?:")),
    ("link", re.compile(r"<\w+://[^\s<>]+>|(?:https?|discord|steam)://[^\s<]+|<(?:\+|[^\s<>]+@)[^\s<>]+>")),
    ("masked link", re.compile(r"\[((?:\\.|[^\[\]\\])+)\]\([^\s)]+\)")),
    ("code", re.compile(r"(`+)(?!`)([\s\S]*?[^`])\1(?!`)")),
    ("strong", re.compile(r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)")),
    ("underline", re.compile(r"__((?:\\[\s\S]|[^\\])+?)__(?!_)")),
    ("strike", re.compile(r"~~((?:\\[\s\S]|[^\\])+?)~~(?!_)")),
    ("spoiler", re.compile(r"\|\|((?:\\[\s\S]|[^\\])+?)\|\|")),
    ("emphasis", re.compile(r"\*(?=\S)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)|\b_((?:\\[\s\S]|[^\\_])+?)_\b")),
)

_PINGS = re.compile(r"@everyone|@here|<@[!&]?\d+>")
"""What the server looks for, in the text as it was sent: to it, a backslash is a sign like another."""


@dataclass
class Read:
    """What a person reads, and what the client made of the text besides."""

    words: str = ""
    marks: list[str] = field(default_factory=list)
    timestamps: list[int] = field(default_factory=list)


def read(content: str) -> Read:
    """Read a text display."""
    result = Read(marks=["ping" for _ in _PINGS.finditer(content)])
    result.words = "".join(_blocks(content, result)).replace("\N{ZERO WIDTH SPACE}", "")
    return result


def _blocks(text: str, result: Read) -> Iterator[str]:
    place = 0
    while place < len(text):
        for name, pattern in _BLOCKS:
            if found := pattern.match(text, place):
                result.marks.append(name)
                yield found[1] if name == "fence" else ""
                place = found.end()
                break
        else:
            end = text.find("\n", place) + 1 or len(text)
            if (fence := text.find("```", place, end)) > place and text[fence - 1] != "\\":
                end = fence
            yield from _inline(text[place:end], result)
            place = end


def _inline(text: str, result: Read) -> Iterator[str]:
    place = 0
    while place < len(text):
        for name, pattern in _INLINE:
            if found := pattern.match(text, place):
                yield from _shown(name, found, result)
                place = found.end()
                break
        else:
            yield text[place]
            place += 1


def _shown(name: str, found: re.Match[str], result: Read) -> Iterator[str]:
    if name == "escape":
        yield found[1]
        return
    result.marks.append(name)
    inside = next((group for group in found.groups()[::-1] if group), "")
    if name == "timestamp":
        result.timestamps.append(int(inside))
        yield f"<{inside}>"
    elif name == "code":
        yield inside
    elif name in {"mention", "emoji", "link"}:
        yield found[0]
    else:
        yield from _inline(inside, result)
