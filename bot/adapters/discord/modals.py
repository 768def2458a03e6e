"""Forms as modals: pages of at most five parts, each field under its label, and what is too long for one above all.

Discord gives a modal five parts at the top level, and a text is one of them.
"""

from collections.abc import Iterable, Mapping, Sequence

from discord import ui

from bot.adapters.discord.asking import NO_LABELS, asked, hint, is_typed, two_lines
from bot.adapters.discord.blocks import strong
from bot.adapters.discord.custom_ids import ModalId, written
from bot.adapters.discord.escape import escaped, one_line
from bot.adapters.discord.limits import LABEL, LABEL_DESCRIPTION, LIMITS, MESSAGE_TEXT, MODAL_PARTS, MODAL_TITLE
from bot.adapters.discord.wording import Speaker, Words
from bot.core.ui.forms import Choice, Field, File, Form, Option, Scale, Several
from bot.core.ui.limits import ELLIPSIS, length, shorten
from bot.core.ui.replies import OpenForm


class FormModal(ui.Modal):
    """A page of a form. Discord's library keeps nothing of it: what comes back says by its own id what it is."""

    def is_finished(self) -> bool:
        """Say that no answer is waited for, so that the library doesn't store the modal."""
        return True


def modal(
    opened: OpenForm,
    page: int,
    *,
    words: Words,
    language: str,
    labels: Mapping[str, str] = NO_LABELS,
    corrects: bool = False,
) -> ui.Modal:
    """Draw one page of an opened form, pages counted from 0; one that there isn't is the last.

    `labels` says how the answers of searched fields are called, by the field's name. Where all of the form was
    answered before, and this page `corrects` it, sending it carries the form out.
    """
    every, say = pages(opened.form), Speaker(words, language)
    page = min(max(page, 0), len(every) - 1)
    means = ModalId(page, opened.token, is_last=corrects or page == len(every) - 1)
    title = _title(opened.form, page, 1 if corrects else len(every))
    drawn = FormModal(title=title, custom_id=written(means))
    if above := _above(opened.form, page, every[page]):
        drawn.add_item(ui.TextDisplay(above))
    for field in every[page]:
        description = shorten(one_line(_description(opened, field, say)), LABEL_DESCRIPTION, LIMITS)
        label = shorten(one_line(field.label), LABEL, LIMITS) or ELLIPSIS
        component = asked(field, opened.answers, say, labels)
        drawn.add_item(ui.Label(text=label, description=description or None, component=component))
    return drawn


def pages(form: Form) -> Sequence[Sequence[Field]]:
    """Share a form's fields out to modals; at least one page, whatever there is to ask."""
    return _paged(form.fields, has_opening=bool(_opening(form)) and not _is_tight(form))


def _title(form: Form, page: int, count: int) -> str:
    part = f" · {page + 1}/{count}" if count > 1 else ""
    return shorten(one_line(form.title), MODAL_TITLE - len(part), LIMITS) + part or ELLIPSIS


def _above(form: Form, page: int, fields: Sequence[Field]) -> str:
    opening = _opening(form) if page == 0 and not _is_tight(form) else []
    notes = [line for field in fields for line in _note(field)]
    return _joined([*opening, *notes]) or ("" if fields else escaped(form.submit) or ELLIPSIS)


def _paged(fields: Iterable[Field], *, has_opening: bool) -> list[list[Field]]:
    every: list[list[Field]] = [[]]
    has_note = has_opening
    for field in fields:
        will_have_note = has_note or bool(_note(field))
        if len(every[-1]) + 1 + will_have_note > MODAL_PARTS:
            every.append([])
            will_have_note = bool(_note(field))
        every[-1].append(field)
        has_note = will_have_note
    return every


def _is_tight(form: Form) -> bool:
    """Whether the form's own words would cost another modal above the fields, and fit under the first label."""
    first = form.fields[0] if form.fields else None
    if first is None or _note(first) or _is_too_long(form.title, _TITLE):
        return False
    if _is_too_long(_together(first.help, form.intro), LABEL_DESCRIPTION):
        return False
    return len(_paged(form.fields, has_opening=True)) > len(_paged(form.fields, has_opening=False))


def _opening(form: Form) -> list[str]:
    """Say what stands above the first field: a title that is too long for a modal, and the form's own words."""
    title = [strong(form.title)] if _is_too_long(form.title, _TITLE) else []
    return [*title, *([escaped(form.intro)] if form.intro else [])]


def _description(opened: OpenForm, field: Field, say: Speaker) -> str:
    """Say what is wrong with an answer, else how to answer."""
    if error := opened.errors.get(field.name):
        return error
    if isinstance(field, File) and opened.answers.get(field.name):
        return say("discord-file-kept")
    is_first = field is opened.form.fields[0]
    intro = opened.form.intro if is_first and _is_tight(opened.form) else ""
    how = "" if _is_too_long(field.help, LABEL_DESCRIPTION) else field.help  # in whole above
    return _together(how, intro) or hint(field, say)


def _together(*texts: str) -> str:
    return " ".join(text for text in texts if text)


def _note(field: Field) -> list[str]:
    """Say in whole what is too long for a field's own parts."""
    lines: list[str] = []
    if _is_too_long(field.label, LABEL) or _is_too_long(field.help, LABEL_DESCRIPTION):
        lines.append(escaped(one_line(field.help)))
    lines += [f"- {_together(strong(each.label), escaped(one_line(each.description)))}" for each in _untold(field)]
    return [strong(field.label), *filter(None, lines)] if lines else []


def _untold(field: Field) -> Iterable[Option]:
    """List the options that don't fit into the field's component."""
    match field:
        case Choice() if is_typed(field):
            return field.options
        case Choice() | Several():
            options: Iterable[Option] = field.options
        case Scale():
            options = field.steps
        case _:
            return ()
    return [each for each in options if two_lines(each) is None]


def _joined(lines: Iterable[str]) -> str:
    """Put lines together, as many as a text can hold."""
    text = ""
    for line in lines:
        if length(text, LIMITS) + len("\n") + length(line, LIMITS) > MESSAGE_TEXT:
            break
        text = f"{text}\n{line}" if text else line
    return text


def _is_too_long(text: str, longest: int) -> bool:
    return length(one_line(text), LIMITS) > longest


_PART_OF = len(" · 99/99")
_TITLE = MODAL_TITLE - _PART_OF
