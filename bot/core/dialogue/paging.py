"""Long lists a page at a time."""

from collections.abc import Sequence
from typing import TypeVar

from bot.core.dialogue.talk import Talk
from bot.core.ui.views import Action, Text, Weight

T = TypeVar("T")


def page_of(items: Sequence[T], page: int, size: int) -> tuple[Sequence[T], int, int]:
    """Take a page, counted from 0, with its number and how many there are; one that is no more becomes the last."""
    pages = max(1, -(-len(items) // size))
    page = min(max(page, 0), pages - 1)
    return items[page * size : (page + 1) * size], page, pages


def page_words(talk: Talk, page: int, pages: int) -> tuple[Text, ...]:
    """Say which page it is, where there are several."""
    return (Text(talk.say("page-of", page=page + 1, pages=pages)),) if pages > 1 else ()


def turning(talk: Talk, route: str, page: int, pages: int, about: str = "") -> tuple[Action, ...]:
    """Offer to turn the page; a button's ref is the page's number, behind what the list is `about`."""
    before = f"{about}." if about else ""
    onward = (talk.action(route, f"{before}{page + 1}", Weight.PRIMARY, talk.say("page-next")),)
    back = (talk.action(route, f"{before}{page - 1}", label=talk.say("page-before")),)
    return (*(onward if page + 1 < pages else ()), *(back if page else ()))


def page_in(ref: str) -> int:
    """Read a page's number from a button; what is none is the first page's."""
    number = ref.rpartition(".")[2]
    return int(number) if number.isdecimal() else 0
