"""One field of a form as a message: what is asked, how to answer, what was wrong, and what can be pressed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from telegram import InlineKeyboardMarkup

from bot.adapters.telegram.answers import Reader, said_answer, said_error, scale_words
from bot.adapters.telegram.asking_state import Asking, Course, answer_to, asked_fields, before, session_of
from bot.adapters.telegram.callbacks import OptionPress, PagePress, Step, StepPress
from bot.adapters.telegram.escape import one_line, plain, quoted
from bot.adapters.telegram.keyboards import Key, keyboard, laid_out
from bot.adapters.telegram.limits import LIMITS, MESSAGE, ROW_WIDTH
from bot.adapters.telegram.options import NO, Page, mark_of, options_of, page_of, page_with
from bot.adapters.telegram.rich import BOLD, ITALIC, QUOTE, Rich, first_message, html, joined, run
from bot.core.ui.forms import (
    Choice,
    Confirm,
    Day,
    Field,
    FieldError,
    File,
    Instant,
    LongText,
    Number,
    Option,
    Person,
    Raw,
    Scale,
    SearchedChoice,
    Several,
    ShortText,
    TimeZone,
)
from bot.core.ui.limits import shorten
from bot.core.ui.reading import read
from bot.core.ui.replies import OpenForm
from bot.core.ui.views import Weight


@dataclass(frozen=True)
class Question:
    """A field that is asked now: one message of HTML with its keyboard."""

    field: Field
    html: str
    keyboard: InlineKeyboardMarkup | None
    asking: Raw
    """The answer to keep under `ASKING`, once the message is known (`standing_in`)."""


def question(opened: OpenForm, field: Field, now: Asking, reader: Reader, page: int | None = None) -> Question:
    """Ask a field; `page` is the page of its options, the one with its answer if None."""
    given = answer_to(opened, field)
    options = options_of(field, now.found, reader.today, reader.say)
    shown = page_of(options, page_with(options, given[0] if given else "") if page is None else page)
    text = joined(_told(opened, field, now, reader, shown), "\n\n")
    keys = _keyboard(opened, field, reader, shown)
    return Question(field, html(first_message(text, MESSAGE)), keys, now.written)


def titled(opened: OpenForm, beside: str = "") -> Rich:
    """Say which form it is, and how far it is."""
    title = run(one_line(plain(opened.form.title)), BOLD)
    return joined((title, run(beside)), " · ")


def _told(opened: OpenForm, field: Field, now: Asking, reader: Reader, page: Page) -> Iterator[Rich]:
    yield titled(opened, _progress(opened, field, now, reader))
    if opened.form.intro and field in asked_fields(opened.form)[:1] and now.course is not Course.REVIEW:
        yield run(plain(opened.form.intro))
    asked = run(one_line(plain(field.label)), BOLD)
    yield joined((asked, run(plain(field.help))), "\n")
    if error := _error(opened, field, now, reader):
        yield run(f"⚠️ {plain(error)}")
    yield joined(_means(field, page), "\n")
    if _is_repeated(opened, field):
        answer = shorten(said_answer(field, answer_to(opened, field), reader), _ANSWER, LIMITS)
        yield joined((run(reader.say("telegram-form-now"), ITALIC), run(quoted(answer), QUOTE)), "\n")
    yield run(_hint(field, now, reader), ITALIC)
    if page.count > 1:
        yield run(reader.say("telegram-form-page", page=page.number + 1, pages=page.count), ITALIC)


def _progress(opened: OpenForm, field: Field, now: Asking, reader: Reader) -> str:
    names = [each.name for each in asked_fields(opened.form)]
    if now.course is Course.REVIEW or len(names) == 1 or field.name not in names:
        return ""
    return reader.say("telegram-form-part", part=names.index(field.name) + 1, parts=len(names))


def _error(opened: OpenForm, field: Field, now: Asking, reader: Reader) -> str:
    """Say what is wrong: as the core said it, else as the answer itself shows it; and what is wrong with the whole."""
    if said := opened.errors.get(field.name) or opened.trouble:
        return said
    if field.name not in now.wrong:
        return ""
    found = read(field, answer_to(opened, field))
    return said_error(found, reader) if isinstance(found, FieldError) else reader.say("telegram-form-look-again")


def _means(field: Field, page: Page) -> Iterator[Rich]:
    """Say what the options mean that have more to them than their buttons show."""
    if isinstance(field, Scale):
        if not _fit_buttons(page.options):
            yield from (run(f"{plain(scale_words(each))}") for each in page.options)
        return
    for each in page.options:
        if each.description:
            yield (*run(one_line(plain(each.label)), BOLD), *run(f": {one_line(plain(each.description))}"))


def _is_repeated(opened: OpenForm, field: Field) -> bool:
    """Whether an answer is shown: one that no button shows as chosen."""
    return _is_typed(field) and any(answer_to(opened, field))


def _is_typed(field: Field) -> bool:
    return not isinstance(field, Choice | Several | Scale | Confirm)


def _hint(field: Field, now: Asking, reader: Reader) -> str:  # noqa: PLR0911  one line for each kind of field
    """Say how to answer, where that doesn't go without saying."""
    say = reader.say
    match field:
        case ShortText() | LongText():
            return say("telegram-hint-text")
        case SearchedChoice() | Person() | TimeZone():
            return say("telegram-hint-found") if now.found else "" if field.help else say("telegram-hint-search")
        case Day():
            return say("telegram-hint-day")
        case Instant():
            return say("telegram-hint-instant")
        case Number():
            if field.high - field.low > _ANY:
                return say("telegram-hint-any-number")
            return say("telegram-hint-number", low=f"{field.low:g}", high=f"{field.high:g}")
        case File():
            return say("telegram-hint-file", endings=", ".join(field.endings), kilobytes=field.most_bytes // 1000)
        case Several():
            return say("telegram-hint-several", done=say("telegram-form-done"))
        case Choice() | Scale() | Confirm():
            return ""
        case _:
            assert_never(field)


def _keyboard(opened: OpenForm, field: Field, reader: Reader, page: Page) -> InlineKeyboardMarkup | None:
    session = session_of(opened.token)
    rows = [
        *laid_out(_option_keys(opened, field, page, session)),
        _turning(page, session, mark_of(field.name)),
        *laid_out(_answering(opened, field, reader, session)),
        _leaving(opened, session, reader),
    ]
    return keyboard(row for row in rows if row)


def _option_keys(opened: OpenForm, field: Field, page: Page, session: str) -> Iterator[Key]:
    given = answer_to(opened, field)
    chosen = given or ((NO,) if isinstance(field, Confirm) and field.name in opened.answers else ())
    for each in page.options:
        label = _label(field, each, page.options)
        shown = f"✓ {label}" if each.value in chosen else label
        yield Key(shown, OptionPress(session, mark_of(field.name), mark_of(each.value)))


def _label(field: Field, option: Option, beside: Sequence[Option]) -> str:
    if not isinstance(field, Scale):
        return option.label or option.value
    return scale_words(option) if _fit_buttons(beside) else option.value


def _fit_buttons(steps: Sequence[Option]) -> bool:
    return all(len(scale_words(each)) <= ROW_WIDTH for each in steps)


def _turning(page: Page, session: str, field: str) -> list[Key]:
    """Turn pages; there is nothing before the first and after the last."""
    back = [Key("◀", PagePress(session, page.number - 1, field))] if page.number else []
    on = [Key("▶", PagePress(session, page.number + 1, field))] if page.number + 1 < page.count else []
    return [*back, *on]


def _answering(opened: OpenForm, field: Field, reader: Reader, session: str) -> Iterator[Key]:
    say, name = reader.say, mark_of(field.name)
    if isinstance(field, Several):
        yield Key(say("telegram-form-done"), StepPress(session, Step.DONE, name), Weight.PRIMARY)
    if _is_repeated(opened, field):
        yield Key(say("telegram-form-keep"), StepPress(session, Step.KEEP, name))
    if not field.required and not isinstance(field, Confirm | Several):
        unknown = field.unknown if isinstance(field, Scale) else ""
        yield Key(unknown or say("telegram-form-skip"), StepPress(session, Step.SKIP, name))


def _leaving(opened: OpenForm, session: str, reader: Reader) -> list[Key]:
    back = [Key(reader.say("telegram-form-back"), StepPress(session, Step.BACK))] if before(opened) else []
    return [*back, Key(reader.say("telegram-form-cancel"), StepPress(session, Step.CANCEL))]


_ANY = 1e6
"""From here on the limits of a number are none that a person would think of."""
_ANSWER = 1000
"""Of an answer that is shown again: enough to know it by."""
