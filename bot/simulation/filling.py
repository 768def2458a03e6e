"""How a scripted person fills in a form: with their own wishes, else as it stands, else with anything that goes."""

from collections.abc import Callable, Mapping, Sequence

from bot.core.ui.forms import (
    Choice,
    Confirm,
    Day,
    Field,
    File,
    Form,
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
from bot.core.ui.replies import OpenForm

Look = Callable[[str], Sequence[Option]]
"""Asks what a named search offers for no words at all."""


def fill(opened: OpenForm, wanted: Mapping[str, str | Raw], look: Look) -> Mapping[str, Raw]:
    """Answer every field; raise KeyError for a wish that the form has no field for."""
    fields = {field.name: field for field in opened.form.fields}
    unknown = wanted.keys() - fields.keys()
    if unknown:
        raise KeyError(_story(opened.form, unknown))
    return {name: _answer(field, opened, wanted.get(name), look) for name, field in fields.items()}


def _answer(field: Field, opened: OpenForm, wish: str | Raw | None, look: Look) -> Raw:
    if wish is not None:
        return (wish,) if isinstance(wish, str) else wish
    standing = opened.answers.get(field.name) or field.default
    return standing if standing or not field.required else _anything(field, look)


def _anything(field: Field, look: Look) -> Raw:
    match field:
        case Choice(options=options) | Several(options=options):
            return (options[0].value,)
        case SearchedChoice(source=source) | Person(source=source):
            return (look(source)[0].value,)
        case Scale(low=low) | Number(low=low):
            return (str(int(low)),)
        case ShortText() | LongText():
            return ("Something worth saying",)
        case TimeZone():
            return ("Europe/Madrid",)
        case Day() | Instant() | File() | Confirm():
            raise NotImplementedError(field.name)


def _story(form: Form, unknown: set[str]) -> str:
    return f"the form {form.name} has no {', '.join(sorted(unknown))}"
