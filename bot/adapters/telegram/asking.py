"""Forms asked in a chat, one field at a time: what is shown next, and what becomes of what is pressed or typed.

All of it is worked out from the opened form alone: which field was asked, what was found for it and what the core
found wrong is kept with the answers (`asking_state`), so a restart, a redelivered update or another process changes
nothing. What a field's default or an earlier answer says isn't asked: it stands in a summary, where it can be changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.adapters.telegram.answers import Reader
from bot.adapters.telegram.asking_state import (
    Asking,
    Course,
    after,
    answer_to,
    answers_of,
    asking,
    before,
    field_named,
    open_fields,
)
from bot.adapters.telegram.callbacks import FormPress, OptionPress, PagePress, Step, StepPress
from bot.adapters.telegram.escape import one_line
from bot.adapters.telegram.options import NO, mark_of, marked, options_of, page_with
from bot.adapters.telegram.questions import Question, question
from bot.adapters.telegram.summaries import Summary, summary
from bot.adapters.telegram.typed import typed_answer
from bot.core.dialogue.conversation import ASKING
from bot.core.ui.forms import (
    Confirm,
    Field,
    FieldError,
    File,
    Option,
    Person,
    Raw,
    SearchedChoice,
    Several,
    TimeZone,
)
from bot.core.ui.reading import read
from bot.core.ui.replies import OpenForm


@dataclass(frozen=True)
class Change:
    """Answers to keep; a `final` one carries the form out, else `next_step` shows how it goes on."""

    answers: Mapping[str, Raw]
    final: bool = False
    page: int | None = None
    """The page of options that the next step is to stand at."""


@dataclass(frozen=True)
class Refused:
    """An answer that can't stand and isn't kept: the question is asked again with the reason beside it (`refused`)."""

    field: str
    error: FieldError


@dataclass(frozen=True)
class LookUp:
    """Typed words that are to be searched for in `source`; what is found goes to `found`."""

    field: str
    source: str
    text: str


@dataclass(frozen=True)
class Shown:
    """Nothing to keep: the step that stands is shown again, at this page."""

    page: int | None = None


@dataclass(frozen=True)
class PutAway:
    """The form is put away for good; then comes the command, as typed without its slash, if there is one."""

    command: str = ""


@dataclass(frozen=True)
class Stale:
    """The button is of a field or an option that the form hasn't any more: the step that stands is shown again."""


Outcome = Change | Refused | LookUp | Shown | PutAway | Stale


def next_step(opened: OpenForm, reader: Reader, page: int | None = None) -> Question | Summary:
    """Show where an opened form stands: a field to be answered, or all of it before it is sent."""
    now = asking(opened)
    field = field_named(opened.form, now.field)
    if field is None:
        return summary(opened, now, reader, page or 0)
    standing = replace(opened, answers={**opened.answers, ASKING: now.written})
    return question(standing, field, now, reader, page)


def pressed(opened: OpenForm, press: FormPress, reader: Reader) -> Outcome:
    """Say what a press on one of the form's buttons means, also on a message that has been overtaken."""
    match press:
        case PagePress(page=page):
            return Shown(page)
        case OptionPress():
            return _chosen(opened, press, reader)
        case StepPress():
            return _stepped(opened, press)


def typed(opened: OpenForm, text: str, reader: Reader) -> Outcome:
    """Say what typed words mean as the answer to the field that is asked; a summary takes none."""
    field = field_named(opened.form, asking(opened).field)
    if field is None or isinstance(field, File):
        return Shown()
    if isinstance(field, SearchedChoice | Person | TimeZone):
        is_zone = isinstance(field, TimeZone) and not isinstance(read(field, (text.strip(),)), FieldError)
        return _answered(opened, field, (text.strip(),)) if is_zone else LookUp(field.name, field.source, text.strip())
    return _answered(opened, field, typed_answer(field, text, reader))


def found(opened: OpenForm, looked_up: LookUp, options: Sequence[Option]) -> Outcome:
    """Say what a search means: the one option that is called so is the answer, others are offered as buttons."""
    field = field_named(opened.form, looked_up.field)
    if field is None:
        return Stale()
    said = looked_up.text.casefold()
    named = [each for each in options if said in {each.value.casefold(), each.label.casefold()}]
    if len(named) == 1:
        return _answered(opened, field, (named[0].value,))
    if not options:
        return Refused(field.name, FieldError("nothing-like-it", {"given": looked_up.text[:60]}))
    kept = tuple(Option(*map(one_line, (each.value, each.label, each.description))) for each in options[:_OFFERED])
    return Change({ASKING: replace(asking(opened), field=field.name, found=kept).written})


def filed(opened: OpenForm, text: str) -> Outcome:
    """Take the text of a document that was sent; it answers nothing where no file is asked for."""
    field = field_named(opened.form, asking(opened).field)
    return _answered(opened, field, (text,)) if isinstance(field, File) else Shown()


def refused(opened: OpenForm, refusal: Refused, words: str) -> OpenForm:
    """Put the words for a refusal (`said_error`) beside its field, for `next_step` to ask again."""
    return replace(opened, errors={refusal.field: words}, trouble="")


def _chosen(opened: OpenForm, press: OptionPress, reader: Reader) -> Outcome:
    field, now = _marked_field(opened, press.field), asking(opened)
    if field is None:
        return Stale()
    options = options_of(field, now.found if field.name == now.field else (), reader.today, reader.say)
    value = marked(options, press.option)
    if value is None:
        return Stale()
    if isinstance(field, Several):
        return _toggled(opened, field, value, page_with(options, value))
    return _answered(opened, field, () if isinstance(field, Confirm) and value == NO else (value,))


def _toggled(opened: OpenForm, field: Several, value: str, page: int) -> Outcome:
    """Put an option in or take it out, and stay at the field; the order is the form's."""
    given = answer_to(opened, field)
    now = {each.value for each in field.options if (each.value in given) is not (each.value == value)}
    if len(now) > field.most:
        return Refused(field.name, FieldError("too-many", {"most": field.most}))
    kept = tuple(each.value for each in field.options if each.value in now)
    return Change({field.name: kept, ASKING: asking(opened).written}, page=page)


def _stepped(opened: OpenForm, press: StepPress) -> Outcome:
    match press.step:
        case Step.SEND:
            return _sent(opened)
        case Step.BACK:
            earlier = before(opened)
            return Change({ASKING: earlier.written}) if earlier else Shown()
        case Step.CANCEL:
            return PutAway()
        case Step.LEAVE:
            return PutAway(press.about)
        case Step.STAY:
            return Shown()
        case Step.SKIP | Step.KEEP | Step.DONE | Step.CHANGE:
            field = _marked_field(opened, press.about)
            return _stepped_at(opened, field, press.step) if field else Stale()


def _stepped_at(opened: OpenForm, field: Field, step: Step) -> Outcome:
    if step is Step.CHANGE:
        return Change({ASKING: replace(asking(opened), field=field.name, course=Course.REVIEW, found=()).written})
    return _answered(opened, field, () if step is Step.SKIP else answer_to(opened, field))


def _answered(opened: OpenForm, field: Field, raw: Raw) -> Outcome:
    """Keep an answer that can stand, and go on; the last one sends the form where nothing needs to be looked over."""
    checked = read(field, raw)
    if isinstance(checked, FieldError):
        return Refused(field.name, checked)
    answers = {**opened.answers, field.name: raw}
    further = after(opened, answers, field.name)
    if further is None:
        return _sent(replace(opened, answers=answers, errors={}, trouble=""))
    return Change({field.name: raw, ASKING: further.written})


def _sent(opened: OpenForm) -> Outcome:
    """Send all of it with what was filled in; what can't stand is asked first."""
    now = asking(opened)
    if left := open_fields(opened.form, opened.answers):
        names = tuple(each.name for each in left)
        return Change({ASKING: Asking(names[0], now.course, names, (), now.message).written})
    return Change({**answers_of(opened), ASKING: replace(now, wrong=(), found=()).written}, final=True)


def _marked_field(opened: OpenForm, mark: str) -> Field | None:
    return next((each for each in opened.form.fields if mark_of(each.name) == mark), None)


_OFFERED = 8
"""Options that are offered for typed words: more words find fewer."""
