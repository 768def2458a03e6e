"""The registry at Discord: groups, typed options in every language, who sees them, and when they are sent anew."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from bot.adapters.discord.commands import fingerprint, payloads
from bot.adapters.discord.options import answer
from bot.core.dialogue.features import FEATURES
from bot.core.dialogue.router import Router
from bot.core.ports import Tools
from bot.core.ui.commands import CommandCard, ShortcutCard, ShortcutKind
from bot.core.ui.forms import (
    Choice,
    Confirm,
    Day,
    Field,
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
from bot.core.ui.tokens import Signer
from tests.adapters.discord.talking import Talking
from tests.core.dialogue.chat import CountedIds, StoppedClock, content
from tests.discord.server.rest.contract import contract
from tests.servers.contracts import FOLDER

ENGLISH, SPANISH = ("en-GB", "en-US"), ("es-419", "es-ES")
STRING, INTEGER, BOOLEAN, NUMBER, ATTACHMENT = 3, 4, 5, 10, 11
LEVELS = (Option("0", "None yet"), Option("1", "Learning"))
UP_OR_SIDE = (Option("up", "Vertical"), Option("side", "Horizontal"))

Payload = Mapping[str, Any]

TYPED: Mapping[str, tuple[Field, Payload]] = {
    "short text": (ShortText(name="x", label="X", longest=40), {"type": STRING, "max_length": 40}),
    "long text": (LongText(name="x", label="X", longest=9000), {"type": STRING, "max_length": 6000}),
    "number": (Number(name="x", label="X", low=1.5, high=20.7), {"type": INTEGER, "min_value": 2, "max_value": 20}),
    "decimals": (
        Number(name="x", label="X", low=0.5, high=float("inf"), decimals=True),
        {"type": NUMBER, "min_value": 0.5},
    ),
    "confirm": (Confirm(name="x", label="X"), {"type": BOOLEAN}),
    "day": (Day(name="x", label="X"), {"type": STRING, "max_length": 10}),
    "instant": (Instant(name="x", label="X"), {"type": STRING, "max_length": 19}),
    "searched": (SearchedChoice(name="x", label="X", source="role"), {"type": STRING, "autocomplete": True}),
    "person": (Person(name="x", label="X", source="mentee"), {"type": STRING, "autocomplete": True}),
    "zone": (TimeZone(name="x", label="X"), {"type": STRING, "autocomplete": True}),
    "file": (File(name="x", label="X", endings=(".csv",), most_bytes=9), {"type": ATTACHMENT}),
}
CHOSEN: Mapping[str, tuple[Field, int, Sequence[object]]] = {
    "choice": (Choice(name="x", label="X", options=UP_OR_SIDE), STRING, ["up", "side"]),
    "several": (Several(name="x", label="X", options=UP_OR_SIDE), STRING, ["up", "side"]),
    "scale": (Scale(name="x", label="X", low=0, high=1, steps=LEVELS), INTEGER, [0, 1]),
}


def card(typed: str, *parameters: Field, summary: str = "What it does", moderators: bool = False) -> CommandCard:
    name, _, verb = typed.partition(" ")
    return CommandCard(name, verb, summary, moderators, parameters)


def registered(*cards: CommandCard, shortcuts: Sequence[ShortcutCard] = ()) -> list[Payload]:
    return list(payloads(Talking(lambda _: cards, lambda _: shortcuts)))


def option_of(field: Field) -> Payload:
    (command,) = registered(card("goal", field))
    (option,) = command["options"]
    return dict(option)


def test_a_command_without_verbs_stands_by_itself() -> None:
    (command,) = registered(card("me", summary="Where you stand"))

    assert (command["type"], command["name"], command["description"]) == (1, "me", "Where you stand")
    assert command["options"] == []


def test_a_stem_with_verbs_is_a_group_whose_bare_command_is_show() -> None:
    (group,) = registered(card("goal"), card("goal add", ShortText(name="title", label="Title")))

    assert [(each["type"], each["name"]) for each in group["options"]] == [(1, "show"), (1, "add")]
    assert [each["name"] for each in group["options"][1]["options"]] == ["title"]


def test_everything_is_described_under_every_locale_of_its_language() -> None:
    talking = Talking(lambda language: [card("me", summary={"en": "Where you stand", "es": "Dónde estás"}[language])])

    (command,) = payloads(talking)

    assert command["description_localizations"] == {
        **dict.fromkeys(ENGLISH, "Where you stand"),
        **dict.fromkeys(SPANISH, "Dónde estás"),
    }


def test_an_option_bears_its_label_as_a_name_where_that_can_be_one() -> None:
    labels = {"en": ("Title", "Hours"), "es": ("Título", "¿Cuántas horas a la semana quieres dedicarle?")}
    talking = Talking(
        lambda language: [
            card(
                "goal",
                ShortText(name="title", label=labels[language][0]),
                Number(name="hours", label=labels[language][1], low=1, high=9),
            )
        ]
    )

    (command,) = payloads(talking)
    options: Any = command["options"]

    assert [each["name"] for each in options] == ["title", "hours"]
    assert [each["name_localizations"]["es-ES"] for each in options] == ["título", "hours"]
    assert [each["name_localizations"]["en-US"] for each in options] == ["title", "hours"]
    assert options[0]["description_localizations"]["es-419"] == "Título"


def test_two_options_never_get_the_same_name() -> None:
    talking = Talking(
        lambda language: [
            card(
                "goal",
                ShortText(name="start", label="Value"),
                ShortText(name="target", label="Value"),
                ShortText(name="value", label="Anything"),
            )
        ]
    )

    (command,) = payloads(talking)
    options: Any = command["options"]

    assert [each["name_localizations"]["es-ES"] for each in options] == ["start", "target", "anything"]


@pytest.mark.parametrize(("field", "expected"), TYPED.values(), ids=list(TYPED))
def test_a_field_is_an_option_of_its_own_type(field: Field, expected: Payload) -> None:
    option = option_of(field)

    assert {key: option[key] for key in expected} == expected
    assert option["required"] is False


@pytest.mark.parametrize(("field", "kind", "values"), CHOSEN.values(), ids=list(CHOSEN))
def test_a_few_options_are_choices(field: Field, kind: int, values: list[object]) -> None:
    option = option_of(field)

    assert option["type"] == kind
    assert [each["value"] for each in option["choices"]] == values
    assert all(each["name_localizations"]["es-ES"] == each["name"] for each in option["choices"])


def test_more_options_than_discord_shows_are_left_to_be_typed() -> None:
    many = tuple(Option(str(number), f"Number {number}") for number in range(26))

    assert "choices" not in option_of(Choice(name="x", label="X", options=many))


@pytest.mark.parametrize(
    ("field", "given", "raw"),
    [
        (Confirm(name="x", label="X"), True, ("yes",)),
        (Confirm(name="x", label="X"), False, ()),
        (Number(name="x", label="X", low=0, high=9), 4, ("4",)),
        (Number(name="x", label="X", low=0, high=9, decimals=True), 2.5, ("2.5",)),
        (ShortText(name="x", label="X"), "A talk", ("A talk",)),
    ],
)
def test_what_is_given_for_an_option_is_the_field_s_answer(field: Field, given: str | float, raw: Raw) -> None:
    assert answer(field, given) == raw


def test_only_moderators_see_their_commands_unless_a_guild_says_otherwise() -> None:
    setup, both = registered(card("setup", moderators=True), card("pair", moderators=True), card("pair show"))

    assert setup["default_member_permissions"] == str(1 << 5)
    assert "default_member_permissions" not in both


def test_commands_are_for_guilds_and_for_direct_messages() -> None:
    me, wave = registered(card("me"), shortcuts=[ShortcutCard("wave", ShortcutKind.PERSON, "Wave")])

    assert all((each["contexts"], each["integration_types"]) == ([0, 1], [0]) for each in (me, wave))


def test_shortcuts_are_in_the_menus_of_people_and_messages() -> None:
    labels = {"en": ("Mentorship profile", "Save"), "es": ("Perfil", "Guardar")}
    talking = Talking(
        lambda _: (),
        lambda language: [
            ShortcutCard("profile", ShortcutKind.PERSON, labels[language][0]),
            ShortcutCard("save", ShortcutKind.MESSAGE, labels[language][1]),
        ],
    )

    profile, save = payloads(talking)

    assert (profile["type"], profile["name"]) == (2, "Mentorship profile")
    assert (save["type"], save["name"]) == (3, "Save")
    assert "description" not in save
    localised: Any = save["name_localizations"]
    assert (localised["es-ES"], localised["en-US"]) == ("Guardar", "Save")


def test_the_fingerprint_tells_whether_anything_has_changed() -> None:
    before = registered(card("me"), card("goal"))

    assert fingerprint(list(map(dict, before))) == fingerprint(list(map(dict, registered(card("me"), card("goal")))))
    changed = registered(card("me"), card("goal", summary="Something else"))
    assert fingerprint(list(map(dict, before))) != fingerprint(list(map(dict, changed)))


def test_the_whole_registry_is_valid_for_discord() -> None:
    checker = contract()
    if checker is None:
        pytest.skip(f"no published API description to check against: {FOLDER.resolve()} is missing")
    catalogue, library = content()
    router = Router(FEATURES, catalogue, Signer(bytes(32)), Tools(StoppedClock(), CountedIds(), library))
    sent = payloads(Talking(router.registry, router.shortcut_cards))

    problems = checker.check("PUT", "/applications/1/commands", sent)

    assert [str(problem) for problem in problems] == []
    assert len(sent) > 5
