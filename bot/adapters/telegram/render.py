"""From views to Telegram's messages: words in one or more, pictures before them, buttons under the last."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from telegram import InlineKeyboardMarkup

from bot.adapters.telegram.blocks import said
from bot.adapters.telegram.deep_links import as_telegram_types
from bot.adapters.telegram.escape import one_line, plain
from bot.adapters.telegram.keyboards import Public, keyboard, keys_of, laid_out
from bot.adapters.telegram.limits import CAPTION, LIMITS, MESSAGE, MOST_PARTS
from bot.adapters.telegram.rich import BOLD, ITALIC, Rich, Run, html, joined, run, split, text_of
from bot.adapters.telegram.splitting import units
from bot.adapters.telegram.wording import Words
from bot.core.ui.limits import ELLIPSIS, fit, shorten
from bot.core.ui.views import Attachment, Block, Heading, Picture, Tone, View
from bot.painting import Pictures, in_words


@dataclass(frozen=True)
class Photo:
    """A picture that is sent before the words; its caption is HTML."""

    png: bytes
    caption: str


@dataclass(frozen=True)
class Rendered:
    """A view as it is sent: the pictures, then each part as a message of HTML, the keyboard under the last one."""

    parts: tuple[str, ...]
    keyboard: InlineKeyboardMarkup | None = None
    pictures: tuple[Photo, ...] = ()
    files: tuple[Attachment, ...] = ()
    """What is sent after the pictures and before the words, which say what it is."""


@dataclass(frozen=True)
class Surroundings:
    """What is drawn with a view and isn't in it."""

    language: str
    pictures: Pictures = field(default_factory=dict)
    """The PNG of each picture that could be painted; another is said by its table."""
    room: str = ""
    """The title of the room that it is said in, where several rooms share one chat."""
    hashtag: str = ""
    """What the posts of one thread are found by, where it has no topic (`places.hashtag`)."""
    public: Public | None = None
    """Set where others than the person themselves read along."""
    commands: Collection[str] = ()
    """The commands of two words that there are (`goal add`), which are told as Telegram types them (`/goal_add`)."""


def rendered(view: View, around: Surroundings, words: Words) -> Rendered:
    """Draw a view within Telegram's limits."""
    above = room_heading(around.room)
    room = MESSAGE - units(text_of(above)) - units("\n")
    parts = [joined((above, part), "\n") for part in _parts(view, around, words, room)]
    return Rendered(
        tuple(map(html, parts)),
        keyboard(laid_out(keys_of(view, around.public))),
        tuple(_photos(view, around)),
        tuple(block for block in view.blocks if isinstance(block, Attachment)),
    )


def room_heading(title: str) -> Rich:
    """Say quietly which room a message belongs to; nothing without a title."""
    line = shorten(one_line(plain(title)), LIMITS.title, LIMITS)
    return run(f"💬 {line}", BOLD) if line else ()


_SIGNS = {Tone.PLAIN: "", Tone.GOOD: "✅ ", Tone.ATTENTION: "⚠️ ", Tone.BAD: "⛔ "}
"""A message has no colour: the sign and the words tell the tone."""


def _parts(view: View, around: Surroundings, words: Words, room: int) -> list[Rich]:
    """Say a view in messages of at most `room` units, and no more messages than anybody wants of one view."""
    view = in_words(view, around.pictures)
    total, shown = LIMITS.total, fit(view, LIMITS)
    parts = _told(view, shown, around, words, room)
    while total and len(parts) > MOST_PARTS:
        total = total * 3 // 4
        shown = fit(view, replace(LIMITS, total=total))
        parts = _told(view, shown, around, words, room)
    return parts or [run(ELLIPSIS)]


def _told(view: View, shown: View, around: Surroundings, words: Words, room: int) -> list[Rich]:
    is_cut = (shown.title, shown.blocks, shown.footnotes) != (view.title, view.blocks, view.footnotes)
    note = run(words.words("telegram-cut", around.language), ITALIC) if is_cut else ()
    below = joined((note, run(around.hashtag)), "\n\n")
    told = joined((_typable(_body(shown, around), around.commands), below), "\n\n")
    return list(split(told, room))


def _body(view: View, around: Surroundings) -> Rich:
    """Say title and blocks: a blank line between blocks, none between a heading and what it heads."""
    body, gap = _title(view), "\n\n"
    for block in view.blocks:
        if words := _block(block, around):
            body = joined((body, words), gap)
            gap = "\n" if isinstance(block, Heading) else "\n\n"
    return joined((body, *(run(plain(each), ITALIC) for each in view.footnotes)), "\n\n")


def _typable(rich: Rich, commands: Collection[str]) -> Rich:
    """Make one word of every command that is told, so that a tap sends it; those in people's words are broken."""
    if not commands:
        return rich
    known = re.compile(rf"(?<!\w)/(?:{'|'.join(map(re.escape, commands))})(?!\w)")
    return tuple(Run(known.sub(lambda found: as_telegram_types(found[0]), each.text), each.marks) for each in rich)


def _title(view: View) -> Rich:
    title = one_line(plain(view.title))
    marks = () if title.endswith(".") else (BOLD,)  # a whole sentence is no headline
    return (Run(f"{_SIGNS[view.tone]}{title}", marks),) if title else ()


def _block(block: Block, around: Surroundings) -> Rich:
    if isinstance(block, Picture) and block.drawing in around.pictures:
        return ()  # its photo comes with its words as the caption
    return said(block)


def _photos(view: View, around: Surroundings) -> Iterator[Photo]:
    above = room_heading(around.room)
    left = CAPTION - units(text_of(above)) - units("\n")
    for block in fit(view, LIMITS).blocks:
        if isinstance(block, Picture) and block.drawing in around.pictures:
            caption = shorten(plain(block.alt).strip(), left, LIMITS)
            yield Photo(around.pictures[block.drawing], html(joined((above, run(caption)), "\n")))
