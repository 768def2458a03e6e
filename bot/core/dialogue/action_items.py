"""Action items in chat: what one owes, taking something on, having it done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.excerpts import about, in_one_line
from bot.core.dialogue.fields import text_of
from bot.core.dialogue.samples import NOON, sample_action_item
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec, ShortcutSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.action_items import LONGEST_TEXT, ActionItem
from bot.core.domain.ids import ActionItemId
from bot.core.domain.weeks import zone_of
from bot.core.ui.commands import ShortcutKind
from bot.core.ui.forms import Answers, Day, Field, Form, Raw, ShortText
from bot.core.ui.inbound import ShortcutUsed
from bot.core.ui.replies import Reply
from bot.core.ui.views import Action, CheckItem, Checklist, Text, Tone, View, Weight
from bot.core.usecases.action_items import (
    add_action_item,
    finish_action_item,
    read_action_items,
    reopen_action_item,
)

BUTTONS = 3
SHOWN = 10
LONGEST_LABEL = 40


def items_view(talk: Talk, items: Sequence[ActionItem]) -> View:
    """Show what is owed, with a way to have the most pressing done."""
    if not items:
        return View(
            title=talk.say("action-items-none"),
            blocks=(Text(talk.say("action-items-why")),),
            actions=(talk.action("item_add", "", Weight.PRIMARY),),
            suggestions=talk.suggest("me"),
        )
    return View(
        title=talk.say("action-items-title", open=len(items)),
        blocks=(_checklist(talk, items),),
        actions=tuple(_ways_on(talk, items[:BUTTONS])),
        suggestions=talk.suggest("action add") if len(items) < BUTTONS else (),
    )


def added_view(talk: Talk, item: ActionItem) -> View:
    """Confirm what was taken on."""
    return View(
        title=talk.say("action-item-added"),
        blocks=(_checklist(talk, [item]),),
        actions=(talk.action("item_done", item.id),),
        suggestions=talk.suggest("action", "action add"),
        tone=Tone.GOOD,
    )


def done_view(talk: Talk, item: ActionItem, left: Sequence[ActionItem]) -> View:
    """Say that it is done, with a way back, and go on with what is left."""
    return View(
        title=talk.say("action-item-finished", item=item.text),
        blocks=(Text(talk.say("action-items-left", open=len(left))), *((_checklist(talk, left),) if left else ())),
        actions=(*_ways_on(talk, left[: BUTTONS - 1]), talk.action("item_undo", item.id)),
        suggestions=() if left else talk.suggest("action add", "me"),
        tone=Tone.GOOD,
    )


def add_form(talk: Talk, today: date) -> Form:
    """Ask what is owed, and by when."""
    return Form(
        name="action_item_add",
        title=talk.say("action-item-add-title"),
        intro=talk.say("action-item-add-intro"),
        fields=(_text_parameter(talk.say), replace(_due_parameter(talk.say), earliest=today)),
        submit=talk.say("action-item-add-submit"),
    )


def _parameters(say: Voice) -> tuple[Field, ...]:
    return _text_parameter(say), _due_parameter(say)


def _text_parameter(say: Voice) -> ShortText:
    return ShortText(
        name="text",
        label=say("field-action-item"),
        help=say("field-action-item-help"),
        longest=LONGEST_TEXT,
    )


def _due_parameter(say: Voice) -> Day:
    return Day(name="due", label=say("field-due"), help=say("field-action-item-due-help"), required=False)


def _checklist(talk: Talk, items: Sequence[ActionItem]) -> Checklist:
    return Checklist(tuple(CheckItem(_words(talk, each), done=False) for each in items[:SHOWN]))


def _words(talk: Talk, item: ActionItem) -> str:
    if item.due_on is None:
        return item.text
    return talk.say("action-item-due", item=item.text, due=talk.say.day(item.due_on))


def _ways_on(talk: Talk, items: Sequence[ActionItem]) -> Iterator[Action]:
    for each in items:
        label = talk.say("action-item-do", item=in_one_line(each.text, LONGEST_LABEL))
        yield talk.action("item_done", each.id, label=label)


def _open_ones(talk: Talk) -> Sequence[ActionItem]:
    return read_action_items(talk.work, talk.tools, talk.actor)


def _show(talk: Talk) -> Reply:
    return Reply(items_view(talk, _open_ones(talk)))


def _build(talk: Talk, _ref: str) -> Form:
    return add_form(talk, talk.tools.clock.now().astimezone(zone_of(talk.say.zone)).date())


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    due = answers.get("due")
    due_on = due if isinstance(due, date) else None
    return Reply(added_view(talk, add_action_item(talk.work, talk.tools, talk.actor, text_of(answers, "text"), due_on)))


def _about_message(_talk: Talk, used: ShortcutUsed) -> str:
    return about(used.text)


def _given_text(_talk: Talk, used: ShortcutUsed) -> Mapping[str, Raw]:
    text = in_one_line(used.text, LONGEST_TEXT)
    return {"text": (text,)} if text else {}


def _finish(talk: Talk, ref: str) -> Reply:
    item = finish_action_item(talk.work, talk.tools, talk.actor, ActionItemId(ref))
    return Reply(done_view(talk, item, _open_ones(talk)))


def _reopen(talk: Talk, ref: str) -> Reply:
    reopen_action_item(talk.work, talk.tools, talk.actor, ActionItemId(ref))
    return _show(talk)


ADD = FormSpec("action_item_add", add_action_item, _build, _submit)

FEATURE = Feature(
    commands=(
        CommandSpec("action", read_action_items, _show),
        CommandSpec("action", add_action_item, opens=ADD, verb="add", parameters=_parameters, completes=True),
    ),
    shortcuts=(
        ShortcutSpec(
            "save_action_item",
            ShortcutKind.MESSAGE,
            add_action_item,
            opens=ADD,
            ref=_about_message,
            given=_given_text,
        ),
    ),
    actions=(
        ActionSpec("item_add", add_action_item, opens=ADD),
        ActionSpec("item_done", finish_action_item, _finish),
        ActionSpec("item_undo", reopen_action_item, _reopen),
    ),
    forms=(ADD,),
    examples=(
        Example("command/action", lambda talk: items_view(talk, [sample_action_item(talk)] * 2)),
        Example("command/action:none", lambda talk: items_view(talk, [])),
        Example("command/action:many", lambda talk: items_view(talk, [sample_action_item(talk)] * 12)),
        Example("form/action_item_add", lambda talk: add_form(talk, NOON.date())),
        Example("form/action_item_add:done", lambda talk: added_view(talk, sample_action_item(talk))),
        Example(
            "action/item_done",
            lambda talk: done_view(talk, sample_action_item(talk), [sample_action_item(talk, due=False)]),
        ),
        Example("action/item_done:last", lambda talk: done_view(talk, sample_action_item(talk), [])),
        Example("action/item_undo", lambda talk: items_view(talk, [sample_action_item(talk)])),
    ),
)
