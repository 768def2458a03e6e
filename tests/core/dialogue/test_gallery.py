"""Everything that can be shown is in the gallery, and everything in it is fit to be shown."""

import re

import pytest

from bot.core.dialogue.features import FEATURES
from bot.core.dialogue.gallery import examples, stage
from bot.core.dialogue.specs import Example
from bot.core.dialogue.talk import Talk
from bot.core.ui.forms import Form, Scale
from bot.core.ui.tokens import LONGEST_ACTION, LONGEST_FORM
from bot.core.ui.views import View, Weight
from tests.core.dialogue.chat import Chat

NAMES = [example.name for example in examples()]
ID = "a" * 16


@pytest.fixture(params=["en", "es"])
def talk(request: pytest.FixtureRequest, chat: Chat) -> Talk:
    with chat.database.read() as work:
        return stage(chat.catalogue, chat.tools, chat.signer, request.param, work)


@pytest.mark.parametrize("example", examples(), ids=NAMES)
def test_an_example_shows_a_few_ways_on(example: Example, talk: Talk) -> None:
    made = example.make(talk)

    if isinstance(made, Form):
        assert made.title
        assert made.submit
        assert len({field.name for field in made.fields}) == len(made.fields)
        return
    assert made.title
    assert len(made.actions) + len(made.suggestions) <= 3
    assert sum(action.weight is Weight.PRIMARY for action in made.actions) <= 1


def test_buttons_fit_the_tightest_surface(talk: Talk) -> None:
    made = {example.name: example.make(talk) for example in examples()}
    tokens = [(name, each.token) for name, shown in made.items() if isinstance(shown, View) for each in shown.actions]

    assert tokens
    assert [(name, token) for name, token in tokens if len(token.encode()) > LONGEST_ACTION] == []


def test_answers_say_what_can_be_done_next(talk: Talk) -> None:
    # said to several
    ends = {
        "notice/room_check_in",
        "notice/goal_set",
        "notice/goal_done",
        "notice/growth_entry",
        "notice/roadmap_begun",
    }
    ends |= {"command/help", "action/me_change"}
    silent = [
        example.name
        for example in examples()
        if isinstance(made := example.make(talk), View) and not made.actions and not made.suggestions
    ]
    assert set(silent) - ends == set()


def test_every_command_shortcut_action_form_and_notice_has_an_example() -> None:
    shown = {name.partition(":")[0] for name in NAMES}
    commands = {f"command/{spec.name}" for each in FEATURES for spec in each.commands if spec.opens is None}
    actions = {f"action/{spec.route}" for each in FEATURES for spec in each.actions if spec.opens is None}
    forms = {f"form/{spec.name}" for each in FEATURES for spec in each.forms}
    notices = {f"notice/{spec.name}" for each in FEATURES for spec in each.notices}
    shortcuts = {f"shortcut/{spec.name}" for each in FEATURES for spec in each.shortcuts if spec.opens is None}

    assert (commands | actions | forms | notices | shortcuts) - shown == set()


def test_examples_have_names_of_their_own() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_forms_that_open_are_registered() -> None:
    registered = {spec.name for each in FEATURES for spec in each.forms}
    by_command = {spec.opens.name for each in FEATURES for spec in each.commands if spec.opens}
    by_action = {spec.opens.name for each in FEATURES for spec in each.actions if spec.opens}
    by_shortcut = {spec.opens.name for each in FEATURES for spec in each.shortcuts if spec.opens}
    assert by_command | by_action | by_shortcut <= registered


def test_forms_are_named_as_their_spec(talk: Talk) -> None:
    for example in examples():
        made = example.make(talk)
        if isinstance(made, Form):
            assert example.name.partition(":")[0] == f"form/{made.name}"


def test_commands_have_names_that_every_surface_takes() -> None:
    for each in FEATURES:
        for spec in each.commands:
            assert re.fullmatch(r"[a-z0-9_]{1,32}", spec.name)
            assert re.fullmatch(r"[a-z0-9_]{0,32}", spec.verb)


@pytest.mark.parametrize("route", [spec.route for each in FEATURES for spec in each.actions])
def test_a_button_has_room_for_what_it_is_about(route: str, chat: Chat) -> None:
    ref = f"{ID}.{ID}" if route == "pair_propose" else ID
    assert len(chat.signer.action(route, ref).encode()) <= LONGEST_ACTION


@pytest.mark.parametrize("name", [spec.name for each in FEATURES for spec in each.forms])
def test_a_form_has_room_for_its_session(name: str, chat: Chat) -> None:
    assert len(chat.signer.form(name, ID, ID).encode()) <= LONGEST_FORM


def test_a_level_is_told_in_words(talk: Talk) -> None:
    form = next(example for example in examples() if example.name == "form/gap_rate").make(talk)
    assert isinstance(form, Form)
    for field in form.fields:
        assert isinstance(field, Scale)
        assert [step.label for step in field.steps] == ["0", "1", "2", "3", "4", "5"]
        assert all(step.description for step in field.steps)
