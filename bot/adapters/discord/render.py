"""From views to Discord's components: one container with a title, words, pictures and buttons."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO

import discord

from bot.adapters.discord.blocks import quietly, said
from bot.adapters.discord.custom_ids import ActionId, Pressed, SuggestionId, written
from bot.adapters.discord.escape import escaped, one_line
from bot.adapters.discord.limits import LIMITS, MESSAGE_COMPONENTS, MESSAGE_TEXT, PICTURE_ALT, ROW_BUTTONS
from bot.adapters.discord.wording import Words
from bot.core.ui.limits import ELLIPSIS, fit, length, shorten
from bot.core.ui.pictures import Painter, Theme
from bot.core.ui.views import Attachment, Picture, Tone, View, Weight
from bot.painting import Pictures, in_words, painted


class Layout(discord.ui.LayoutView):
    """A drawn view. Discord's library keeps nothing of it: each press says by its own id what it means."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    def is_finished(self) -> bool:
        """Say that no press is waited for, so that the library doesn't store the view."""
        return True


@dataclass(frozen=True)
class Rendered:
    """A message as it is sent: `layout` refers to `files` by name, so both go together."""

    layout: Layout
    files: tuple[discord.File, ...] = ()


@dataclass(frozen=True)
class Key:
    """A button: what pressing it means, or the address that it leads to."""

    label: str
    means: Pressed | str
    style: discord.ButtonStyle = discord.ButtonStyle.secondary


@dataclass(frozen=True)
class Surroundings:
    """What is drawn with a view and isn't in it."""

    language: str
    pictures: Pictures = field(default_factory=dict)
    """The PNG of each picture that could be painted; another is said by its table."""
    mentions: Sequence[str] = ()
    """The ids of those who are to notice it; whoever sends it allows these mentions and no other."""


async def rendered(
    view: View, *, words: Words, language: str, painter: Painter, mentions: Sequence[str] = ()
) -> Rendered:
    """Draw a view within Discord's limits."""
    around = Surroundings(language, await painted(view, painter, Theme.DARK), mentions)
    return laid_out(view, _keys(view), around, words)


def laid_out(view: View, keys: Sequence[Key], around: Surroundings, words: Words) -> Rendered:
    """Draw the words and pictures of a view over keys of one's own; its actions are left out."""
    rows = [_row(each) for each in _in_rows(keys)]
    layout, container = Layout(), discord.ui.Container[Layout](accent_colour=_COLOURS[view.tone])
    called = " ".join(f"<@{int(account)}>" for account in around.mentions)
    if called:
        layout.add_item(discord.ui.TextDisplay(called))
    room = MESSAGE_COMPONENTS - 1 - bool(called) - len(rows) - sum(len(row.children) for row in rows)
    files: list[discord.File] = []
    for part in _joined(_parts(view, around, words, MESSAGE_TEXT - len(called)), room):
        if isinstance(part, str):
            container.add_item(discord.ui.TextDisplay(part))
        elif isinstance(part, Attachment):
            files.append(discord.File(BytesIO(part.text.encode()), filename=part.name))
            container.add_item(discord.ui.File(files[-1]))
        else:
            files.append(_file(part, around.pictures, len(files)))
            container.add_item(discord.ui.MediaGallery(discord.MediaGalleryItem(files[-1])))
    for row in rows:
        container.add_item(row)
    layout.add_item(container)
    return Rendered(layout, tuple(files))


_COLOURS = {
    Tone.PLAIN: None,
    Tone.GOOD: discord.Colour(0x2E9E5B),
    Tone.ATTENTION: discord.Colour(0xE69F00),
    Tone.BAD: discord.Colour(0xD0453B),
}
_SIGNS = {Tone.PLAIN: "", Tone.GOOD: "✅ ", Tone.ATTENTION: "⚠️ ", Tone.BAD: "⛔ "}
"""Beside the colour, which never carries a meaning alone."""

_STYLES = {
    Weight.PRIMARY: discord.ButtonStyle.primary,
    Weight.NORMAL: discord.ButtonStyle.secondary,
    Weight.DANGER: discord.ButtonStyle.danger,
}

_Part = str | Picture | Attachment


def _keys(view: View) -> list[Key]:
    actions = [Key(each.label, ActionId(each.token), _STYLES[each.weight]) for each in view.actions]
    suggestions = [Key(each.label, SuggestionId(each.command)) for each in view.suggestions]
    return [*actions, *suggestions, *(Key(each.label, each.address) for each in view.links)]


def _in_rows(keys: Iterable[Key]) -> Iterator[Sequence[Key]]:
    """Set the keys in rows; one that means what another does already would make Discord refuse the message."""
    different: dict[Pressed | str, Key] = {}
    for key in keys:
        different.setdefault(key.means, key)
    kept = list(different.values())[: LIMITS.actions]
    for start in range(0, len(kept), ROW_BUTTONS):
        yield kept[start : start + ROW_BUTTONS]


def _row(keys: Iterable[Key]) -> discord.ui.ActionRow[Layout]:
    return discord.ui.ActionRow(*(_button(key) for key in keys))


def _button(key: Key) -> discord.ui.Button[Layout]:
    label = shorten(one_line(key.label), LIMITS.action_label, LIMITS) or ELLIPSIS
    if isinstance(key.means, str):
        return discord.ui.Button(label=label, url=key.means)
    return discord.ui.Button(label=label, custom_id=written(key.means), style=key.style)


def _parts(view: View, around: Surroundings, words: Words, room: int) -> list[_Part]:
    """Say a view in `room` characters: how much markup its words need shows only once they are said."""
    view = in_words(view, around.pictures)
    total, shown = LIMITS.total, fit(view, LIMITS)
    note = f"-# {escaped(words.words('discord-cut', around.language))}"
    parts = _said(shown, around.pictures)
    while total and _size(parts) + len(note) > room:
        total = total * 3 // 4
        shown = fit(view, replace(LIMITS, total=total))
        parts = _said(shown, around.pictures)
    if (shown.title, shown.blocks, shown.footnotes) != (view.title, view.blocks, view.footnotes):
        parts.append(note)
    return parts or [ELLIPSIS]


def _said(view: View, pictures: Pictures) -> list[_Part]:
    title = escaped(one_line(view.title))
    mark = "" if title.endswith(".") else "### "  # a whole sentence is no headline
    parts: list[_Part] = [f"{mark}{_SIGNS[view.tone]}{title}"] if title else []
    for block in view.blocks:
        part = block if isinstance(block, Picture) and block.drawing in pictures else said(block)
        if not isinstance(part, str) or part.strip():
            parts.append(part)
        if isinstance(block, Attachment):
            parts.append(block)
    parts += [quietly(each) for each in view.footnotes]
    return parts


def _size(parts: Iterable[_Part]) -> int:
    return sum(length(part, LIMITS) + len("\n") for part in parts if isinstance(part, str))


def _joined(parts: Sequence[_Part], room: int) -> list[_Part]:
    """Put neighbouring words into one component, from the end, until there are no more than `room`."""
    joined, place = list(parts), len(parts) - 1
    while len(joined) > room and place > 0:
        before, after = joined[place - 1], joined[place]
        if isinstance(before, str) and isinstance(after, str):
            joined[place - 1 : place + 1] = [f"{before}\n{after}"]
        place -= 1
    return joined


def _file(picture: Picture, pictures: Pictures, number: int) -> discord.File:
    alt = shorten(one_line(picture.alt), PICTURE_ALT, LIMITS)
    png = BytesIO(pictures[picture.drawing])
    return discord.File(png, filename=f"picture-{number + 1}.png", description=alt or None)
