"""What was drawn for Telegram, as a test looks at it: read by the rules of the tests' own Bot API server."""

from collections.abc import Iterable, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.adapters.library.content import read_texts
from bot.adapters.telegram.callbacks import Press, read
from bot.app import CONFIG
from bot.core.dialogue.catalogue import Catalogue
from tests.telegram.server.entities import covered, read_html


class Catalogued:
    """The program's own texts, without a conversation around them."""

    def __init__(self) -> None:
        self._catalogue = Catalogue(read_texts(CONFIG))

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        return self._catalogue.voice(language)(key, **facts)


def words(html: str) -> str:
    """What a person reads of HTML; Telegram refuses what it can't parse, and so does this."""
    return read_html(html).text


def formatted(html: str) -> list[tuple[str, str]]:
    """What is set apart in HTML: how, and which words."""
    read_words = read_html(html)
    return [(each["type"], covered(read_words, each)) for each in read_words.entities]


def buttons(keyboard: InlineKeyboardMarkup | None) -> Sequence[InlineKeyboardButton]:
    """Every button, in the order of reading."""
    return [each for row in (keyboard.inline_keyboard if keyboard else ()) for each in row]


def labels(drawn: Iterable[InlineKeyboardButton]) -> list[str]:
    """What buttons say."""
    return [each.text for each in drawn]


def rows(keyboard: InlineKeyboardMarkup | None) -> list[list[str]]:
    """What buttons say, row by row."""
    return [labels(row) for row in (keyboard.inline_keyboard if keyboard else ())]


def presses(keyboard: InlineKeyboardMarkup | None) -> dict[str, Press]:
    """What each button that can be pressed means, by its label."""
    return {each.text: read(str(each.callback_data)) for each in buttons(keyboard) if each.callback_data}


def links(keyboard: InlineKeyboardMarkup | None) -> dict[str, str]:
    """Where each button that leads away leads, by its label."""
    return {each.text: each.url for each in buttons(keyboard) if each.url}


def said(html: str, keyboard: InlineKeyboardMarkup | None) -> str:
    """All that a person reads of a message."""
    return "\n".join((words(html), *labels(buttons(keyboard))))
