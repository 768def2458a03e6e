"""Where a form that is asked field by field stands, as its session keeps it: every step is found from that alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from bot.core.dialogue.conversation import ASKING
from bot.core.ui.forms import Confirm, Field, FieldError, Form, Option, Raw
from bot.core.ui.reading import read
from bot.core.ui.replies import OpenForm


class Course(Enum):
    """What comes when nothing is left to be asked."""

    STRAIGHT = "straight"
    """The form is sent: everything in it was asked for just now."""
    SUMMARY = "summary"
    """A summary: something in it was filled in without being asked for."""
    REVIEW = "review"
    """The summary again, which was shown before: fields are changed one by one."""


@dataclass(frozen=True)
class Asking:
    """What stands before the person."""

    field: str
    """The field that is asked; empty for the summary."""
    course: Course
    wrong: tuple[str, ...] = ()
    """The fields that the core found fault with and that weren't answered since."""
    found: tuple[Option, ...] = ()
    """What the asked field may have been meant to say: options to choose from."""
    message: str = ""
    """The adapter's own word for the message that it stands in."""

    @property
    def written(self) -> Raw:
        """The answer named `ASKING`."""
        found = (_BETWEEN.join((each.value, each.label, each.description)) for each in self.found)
        return (self.field, self.message, self.course.value, _BETWEEN.join(self.wrong), *found)


def asking(opened: OpenForm) -> Asking:
    """Find where a form stands: at what the core found wrong, else where it was kept to stand, else at its start."""
    kept = _kept(opened) or _beginning(opened)
    wrong = tuple(each.name for each in opened.form.fields if each.name in opened.errors)
    if wrong:
        return replace(kept, field=wrong[0], wrong=tuple(dict.fromkeys((*wrong, *kept.wrong))), found=())
    if opened.trouble:
        alone = opened.form.fields[0].name if len(opened.form.fields) == 1 else ""
        return replace(kept, field=alone, course=Course.STRAIGHT if alone else Course.REVIEW, found=())
    return kept


def message_of(opened: OpenForm) -> str:
    """The message that the form was kept to stand in; empty where that isn't known."""
    kept = _kept(opened)
    return kept.message if kept else ""


def standing_in(asking: Raw, message: str) -> Raw:
    """Say in which message a form stands, for `asking` as it was written."""
    return (*asking[:1], message, *asking[2:])


def after(opened: OpenForm, answers: Mapping[str, Raw], answered: str) -> Asking | None:
    """Say what comes after a field was answered; None when the form is to be sent."""
    now = asking(opened)
    now = replace(now, wrong=tuple(each for each in now.wrong if each != answered))
    if answered != now.field:
        return now
    if now.wrong:
        return replace(now, field=now.wrong[0], found=())
    left = () if now.course is Course.REVIEW else open_fields(opened.form, answers)
    if left:
        return replace(now, field=left[0].name, found=())
    if now.course is Course.STRAIGHT:
        return None
    return replace(now, field="", course=Course.REVIEW, found=())


def before(opened: OpenForm) -> Asking | None:
    """Say what came before what is asked now; None for nothing."""
    now, names = asking(opened), [each.name for each in asked_fields(opened.form)]
    if now.course is Course.REVIEW:
        return replace(now, field="", found=()) if now.field else None
    place = names.index(now.field) if now.field in names else 0
    return replace(now, field=names[place - 1], found=()) if place else None


def asked_fields(form: Form) -> Sequence[Field]:
    """List what is asked without the person's asking for it: what has no default, or what a form is all about."""
    return form.fields if len(form.fields) == 1 else [each for each in form.fields if not is_filled_in(each)]


def is_filled_in(field: Field) -> bool:
    """Whether a field has an answer before anybody gives one: a tick that nobody has to set is not set."""
    return bool(field.default) or (isinstance(field, Confirm) and not field.required)


def open_fields(form: Form, answers: Mapping[str, Raw]) -> Sequence[Field]:
    """List what still has to be asked: what nobody has answered or filled in, and what can't stand as it is."""
    return [each for each in form.fields if _is_open(each, answers)]


def answers_of(opened: OpenForm) -> Mapping[str, Raw]:
    """What would be sent: the answers, and the defaults of what nobody has answered."""
    return {each.name: answer_to(opened, each) for each in opened.form.fields}


def answer_to(opened: OpenForm, field: Field) -> Raw:
    """The answer that a field has: given, else filled in."""
    return opened.answers.get(field.name, field.default)


def field_named(form: Form, name: str) -> Field | None:
    """Find a field."""
    return next((each for each in form.fields if each.name == name), None)


def session_of(token: str) -> str:
    """The session in a form's token, `form:ref:session:mac` (`bot.core.ui.tokens`)."""
    return token.rsplit(":", 2)[-2] if ":" in token else ""


def _is_open(field: Field, answers: Mapping[str, Raw]) -> bool:
    if field.name not in answers:
        return not is_filled_in(field)
    return isinstance(read(field, answers[field.name]), FieldError)


def _kept(opened: OpenForm) -> Asking | None:
    name, message, course, wrong, *found = (*opened.answers.get(ASKING, ()), *[""] * _PARTS)[: _longest(opened)]
    if course not in _COURSES or (name and field_named(opened.form, name) is None):
        return None
    options = tuple(Option(*each.split(_BETWEEN)) for each in found if each.count(_BETWEEN) == _IN_OPTION)
    named = (each for each in wrong.split(_BETWEEN) if field_named(opened.form, each))
    return Asking(name, _COURSES[course], tuple(named), options, message)


def _longest(opened: OpenForm) -> int:
    return max(_PARTS, len(opened.answers.get(ASKING, ())))


def _beginning(opened: OpenForm) -> Asking:
    fields = opened.form.fields
    if len(fields) == 1 and fields[0].name not in opened.answers:
        return Asking(fields[0].name, Course.STRAIGHT)
    is_begun = any(is_filled_in(each) or each.name in opened.answers for each in fields)
    if left := open_fields(opened.form, opened.answers):
        return Asking(left[0].name, Course.SUMMARY if is_begun else Course.STRAIGHT)
    return Asking("", Course.REVIEW)


_BETWEEN = "\n"
_IN_OPTION = 2
_PARTS = 4
_COURSES = {each.value: each for each in Course}
