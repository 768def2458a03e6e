"""What a form holds for the questions that nobody was asked yet: kept answers, and what it suggests itself."""

from collections.abc import Iterator, Mapping

from bot.adapters.discord.modals import pages
from bot.adapters.discord.wording import Speaker
from bot.core.ui.forms import Choice, Confirm, Field, FieldError, Raw, Scale, Several
from bot.core.ui.reading import YES, read
from bot.core.ui.replies import OpenForm
from bot.core.ui.views import FieldRow


def suggested(opened: OpenForm) -> Mapping[str, Raw]:
    """Return what a form suggests for every question without an answer."""
    return {field.name: field.default for field in opened.form.fields if field.default and _is_open(field, opened)}


def can_be_sent(opened: OpenForm, page: int) -> bool:
    """Whether nothing from this page on has to be asked; before its first page nobody has answered anything."""
    return page > 0 and all(_can_stand(field, opened) for field in _rest(opened, page))


def left_as_it_is(opened: OpenForm, page: int, say: Speaker) -> tuple[FieldRow, ...]:
    """Say how each question from this page on would be answered without having been asked."""
    open_ones = (field for field in _rest(opened, page) if _is_open(field, opened))
    return tuple(FieldRow(field.label, _said(field, say)) for field in open_ones)


def _rest(opened: OpenForm, page: int) -> Iterator[Field]:
    for fields in pages(opened.form)[page:]:
        yield from fields


def _is_open(field: Field, opened: OpenForm) -> bool:
    return field.name not in opened.answers


def _can_stand(field: Field, opened: OpenForm) -> bool:
    return not isinstance(read(field, opened.answers.get(field.name, field.default)), FieldError)


def _said(field: Field, say: Speaker) -> str:
    given = field.default
    match field:
        case Confirm():
            return "✅" if given == (YES,) else "⬜"
        case Scale() if not given and field.unknown:
            return field.unknown
        case Choice() | Several():
            given = tuple(each.label for each in field.options if each.value in given)
        case Scale():
            given = tuple(each.label for each in field.steps if each.value in given)
        case _:
            pass
    return ", ".join(given) or say("discord-no-answer")
