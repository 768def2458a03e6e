"""A whole form as one message: what every field would say, the way to send it, the ways to change it."""

from collections.abc import Iterator
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup

from bot.adapters.telegram.answers import Reader, said_answer
from bot.adapters.telegram.asking_state import Asking, answer_to, asked_fields, session_of
from bot.adapters.telegram.blocks import named
from bot.adapters.telegram.callbacks import PagePress, Step, StepPress
from bot.adapters.telegram.escape import one_line, plain, quoted
from bot.adapters.telegram.keyboards import Key, keyboard, laid_out
from bot.adapters.telegram.limits import LIMITS, MESSAGE
from bot.adapters.telegram.options import PAGE, mark_of
from bot.adapters.telegram.questions import titled
from bot.adapters.telegram.rich import Rich, first_message, html, joined, run
from bot.core.ui.forms import Field, Raw
from bot.core.ui.limits import shorten
from bot.core.ui.replies import OpenForm
from bot.core.ui.views import Weight


@dataclass(frozen=True)
class Summary:
    """A form before it is sent: one message of HTML with its keyboard."""

    html: str
    keyboard: InlineKeyboardMarkup | None
    asking: Raw
    """The answer to keep under `ASKING`, once the message is known (`standing_in`)."""


def summary(opened: OpenForm, now: Asking, reader: Reader, page: int = 0) -> Summary:
    """Show a form as it would be sent; `page` is the page of what can be changed."""
    text = joined(_told(opened, reader), "\n\n")
    return Summary(html(first_message(text, MESSAGE)), keyboard(_rows(opened, reader, page)), now.written)


def _told(opened: OpenForm, reader: Reader) -> Iterator[Rich]:
    yield titled(opened)
    if opened.trouble:
        yield run(f"⚠️ {plain(opened.trouble)}")
    elif opened.form.intro and not asked_fields(opened.form):
        yield run(plain(opened.form.intro))  # else it was said with the first question
    yield joined((_row(opened, each, reader) for each in opened.form.fields), "\n")
    yield run(reader.say("telegram-form-check", submit=one_line(plain(opened.form.submit))))


def _row(opened: OpenForm, field: Field, reader: Reader) -> Rich:
    answer = quoted(said_answer(field, answer_to(opened, field), reader))
    most = min(_ANSWER, _ROOM // len(opened.form.fields))
    label = shorten(one_line(field.label), most, LIMITS)
    return joined((named(label), run(shorten(answer, most, LIMITS))), "\n" if "\n" in answer else " ")


def _rows(opened: OpenForm, reader: Reader, page: int) -> Iterator[list[Key]]:
    session, say, fields = session_of(opened.token), reader.say, opened.form.fields
    count = max(1, -(-len(fields) // PAGE))
    page = min(max(page, 0), count - 1)
    yield [Key(opened.form.submit, StepPress(session, Step.SEND), Weight.PRIMARY)]
    shown = fields[page * PAGE : (page + 1) * PAGE]
    labels = ((each, say("telegram-form-change", label=one_line(plain(each.label)))) for each in shown)
    keys = (Key(label, StepPress(session, Step.CHANGE, mark_of(each.name))) for each, label in labels)
    yield from map(list, laid_out(keys))
    turns = ((page - 1, "◀"), (page + 1, "▶"))
    if turning := [Key(sign, PagePress(session, to)) for to, sign in turns if 0 <= to < count]:
        yield turning
    yield [Key(say("telegram-form-cancel"), StepPress(session, Step.CANCEL))]


_ANSWER = 300
"""Of each answer, enough to know it by."""
_ROOM = 1600
"""Of labels and of answers each, in one message with the title and the words around them."""
