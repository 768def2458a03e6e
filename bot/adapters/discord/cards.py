"""What stands between the modals of a form, for its person alone: going on, putting right, putting away."""

from collections.abc import Iterator

import discord

from bot.adapters.discord.custom_ids import CancelId, FormId, SendId
from bot.adapters.discord.modals import pages
from bot.adapters.discord.render import Key, Layout, Surroundings, laid_out
from bot.adapters.discord.suggested import can_be_sent, left_as_it_is
from bot.adapters.discord.wording import Speaker, Words
from bot.core.ui.forms import Form
from bot.core.ui.replies import OpenForm
from bot.core.ui.views import Block, FieldRow, Fields, Text, Tone, View


def form_card(opened: OpenForm, page: int, *, words: Words, language: str) -> Layout:
    """Draw the way into a page of an opened form, or what is wrong with it and the way to the first such answer."""
    say, is_wrong = Speaker(words, language), bool(opened.errors or opened.trouble)
    on = _correcting(opened, say) if is_wrong else _going_on(opened, page, say)
    keys = (*on, Key(say("discord-form-put-away"), CancelId(opened.token)))
    means = say("discord-form-means-there" if opened.errors else "discord-form-means", submit=opened.form.submit)
    blocks = (*(_wrong(opened) if is_wrong else _before(opened, page, say)), Text(means))
    view = View(opened.form.title, blocks, tone=Tone.ATTENTION if is_wrong else Tone.PLAIN)
    return laid_out(view, keys, Surroundings(language), words).layout


def _correcting(opened: OpenForm, say: Speaker) -> tuple[Key, ...]:
    to = FormId(_first_wrong(opened), opened.token, bool(opened.errors))
    return (Key(say("discord-form-correct"), to, _PRIMARY),)


def _going_on(opened: OpenForm, page: int, say: Speaker) -> tuple[Key, ...]:
    """Go on to the next page; where none of what is left has to be asked, the form can be sent as well."""
    label, to = say("discord-form-continue"), FormId(page, opened.token)
    if not can_be_sent(opened, page):
        return (Key(label, to, _PRIMARY),)
    return Key(opened.form.submit, SendId(opened.token), _PRIMARY), Key(label, to)


def _first_wrong(opened: OpenForm) -> int:
    """Find the page of the first answer that can't stand; the first page where that is the form as a whole."""
    for number, fields in enumerate(pages(opened.form)):
        if any(field.name in opened.errors for field in fields):
            return number
    return 0


def _wrong(opened: OpenForm) -> Iterator[Block]:
    if opened.trouble:
        yield Text(opened.trouble)
    yield Fields(tuple(FieldRow(label, error) for label, error in _errors(opened.form, opened)))


def _errors(form: Form, opened: OpenForm) -> Iterator[tuple[str, str]]:
    """Say every error under its question; one whose question isn't there any more, at the end."""
    labels = {field.name: field.label for field in form.fields}
    yield from ((label, opened.errors[name]) for name, label in labels.items() if name in opened.errors)
    yield from (("", error) for name, error in opened.errors.items() if name not in labels)


def _before(opened: OpenForm, page: int, say: Speaker) -> Iterator[Block]:
    if opened.form.intro and page == 0:
        yield Text(opened.form.intro)
    parts = len(pages(opened.form))
    if parts > 1:
        yield Text(say("discord-form-part", part=page + 1, parts=parts))
    if opened.answers:
        yield Text(say("discord-form-kept"))
    if can_be_sent(opened, page) and (rows := left_as_it_is(opened, page, say)):
        yield Text(say("discord-form-as-it-is", submit=opened.form.submit))
        yield Fields(rows)


_PRIMARY = discord.ButtonStyle.primary
