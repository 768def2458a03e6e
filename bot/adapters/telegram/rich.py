"""Text with its formatting before it becomes Telegram's HTML: measured and cut where no tag is in the way."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from bot.adapters.telegram.splitting import stretches
from bot.core.ui.limits import ELLIPSIS


@dataclass(frozen=True)
class Mark:
    """How text is set apart: one of Telegram's tags; `target` is the address of an `a`."""

    tag: str
    target: str = ""


@dataclass(frozen=True)
class Run:
    """A stretch of text, within marks from the outermost to the innermost."""

    text: str
    marks: tuple[Mark, ...] = ()


Rich = tuple[Run, ...]

BOLD, ITALIC, CODE = Mark("b"), Mark("i"), Mark("code")
PRE, QUOTE = Mark("pre"), Mark("blockquote")


def run(text: str, *marks: Mark) -> Rich:
    """Set a text within marks."""
    return (Run(text, marks),) if text else ()


def within(mark: Mark, rich: Rich) -> Rich:
    """Set all of it within one more mark."""
    return tuple(Run(each.text, (mark, *each.marks)) for each in rich)


def joined(parts: Iterable[Rich], between: str) -> Rich:
    """Put parts together, those without words left out."""
    runs: list[Run] = []
    for part in parts:
        if part and runs:
            runs.append(Run(between))
        runs += part
    return tuple(runs)


def text_of(rich: Rich) -> str:
    """The text alone, as Telegram measures it."""
    return "".join(each.text for each in rich)


def html(rich: Rich) -> str:
    """Write it as Telegram's HTML; neighbours within the same mark share one tag."""
    written: list[str] = []
    opened: tuple[Mark, ...] = ()
    for each in rich:
        shared = _shared(opened, each.marks)
        written += [f"</{mark.tag}>" for mark in reversed(opened[shared:])]
        written += [_opening(mark) for mark in each.marks[shared:]]
        written.append(escape(each.text, quote=False))
        opened = each.marks
    written += [f"</{mark.tag}>" for mark in reversed(opened)]
    return "".join(written)


def split(rich: Rich, longest: int, first: int | None = None) -> Iterator[Rich]:
    """Cut it to messages of at most `longest` UTF-16 units, the first one of `first`."""
    for start, end in stretches(text_of(rich), longest, first):
        yield tuple(_sliced(rich, start, end))


def first_message(rich: Rich, longest: int) -> Rich:
    """Take as much as one message holds; an ellipsis where there is nothing to say."""
    return next(split(rich, longest), run(ELLIPSIS))


def _sliced(rich: Rich, start: int, end: int) -> Iterator[Run]:
    at = 0
    for each in rich:
        text = each.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield Run(text, each.marks)
        at += len(each.text)


def _shared(one: Sequence[Mark], other: Sequence[Mark]) -> int:
    """Count the marks that both begin with."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count


def _opening(mark: Mark) -> str:
    return f'<{mark.tag} href="{escape(mark.target)}">' if mark.target else f"<{mark.tag}>"
