"""What can be given with a command, and what comes of it."""

import pytest

from bot.core.dialogue.features import FEATURES
from bot.core.dialogue.specs import CommandSpec
from bot.core.ui.commands import Access
from bot.core.ui.forms import Raw
from bot.core.ui.inbound import CommandCalled
from bot.core.ui.replies import Reply
from tests.core.dialogue.chat import Chat, Someone, opened_form, shown

WITH_PARAMETERS = [spec for each in FEATURES for spec in each.commands if spec.parameters and spec.opens]


def typed(spec: CommandSpec) -> str:
    return f"{spec.name} {spec.verb}".strip()


def gives(who: Someone, command: str, **answers: str) -> Reply:
    name, _, verb = command.partition(" ")
    given: dict[str, Raw] = {field: (answer,) for field, answer in answers.items()}
    who.seen = who.chat.handle(CommandCalled(who.origin, name, verb, answers=given))
    return who.seen


def test_the_commands_with_parameters_are_these(chat: Chat) -> None:
    cards = {card.typed: [field.name for field in card.parameters] for card in chat.router.registry("en")}
    assert {command: names for command, names in cards.items() if names} == {
        "join mentee": ["destination", "direction", "hours"],
        "join mentor": ["role", "capacity"],
        "pair": ["mentee"],
        "propose": ["mentee", "mentor"],
        "round why": ["mentee", "mentor"],
        "round swap": ["mentee", "other"],
        "gap evidence": ["competency"],
        "gap cell": ["competency"],
        "goal add": ["title", "target", "due"],
        "action add": ["text", "due"],
        "availability": ["times"],
        "pause": ["until"],
        "block": ["person"],
        "settings": ["zone", "language"],
        "setup": ["name", "zone", "language"],
        "connect": ["code"],
        "link": ["code"],
    }


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("spec", WITH_PARAMETERS, ids=typed)
def test_a_parameter_is_a_field_of_the_form_that_isn_t_filled_in(
    spec: CommandSpec, language: str, chat: Chat, mona: Someone, grace: Someone, ada: Someone
) -> None:
    moderates = dict.fromkeys(("setup", "pair", "propose", "round why", "round swap"), mona)
    who = {**moderates, "join mentor": grace, "pause": grace}.get(typed(spec), ada)
    fields = {field.name: type(field) for field in opened_form(who.calls(typed(spec))).form.fields}
    assert spec.parameters is not None
    for each in spec.parameters(chat.catalogue.voice(language)):
        assert fields[each.name] is type(each)
        assert not each.default
        assert each.label


def test_what_is_given_is_filled_in(ada: Someone) -> None:
    form = opened_form(gives(ada, "goal add", title="Lead two reviews", target="2"))
    assert (form.answers["title"], form.answers["target"]) == (("Lead two reviews",), ("2",))


def test_a_form_that_needs_nothing_else_is_carried_out_at_once(mona: Someone, grace: Someone, ada: Someone) -> None:
    called = CommandCalled(mona.origin, "pair", answers={"mentee": ("Ada",)})
    assert mona.chat.router.traits(called).access is Access.WRITE
    assert shown(mona.chat.handle(called)).title == "One mentor fits Ada"


def test_what_can_t_be_carried_out_is_shown_with_what_is_wrong(mona: Someone, ada: Someone) -> None:
    assert opened_form(gives(mona, "pair", mentee="Nobody")).errors.keys() == {"mentee"}


def test_a_moderator_with_nobody_to_pair_is_told_so(mona: Someone) -> None:
    assert "Nobody waits for a mentor" in shown(gives(mona, "pair", mentee="Ada")).title
