"""What people do at Discord reaches the conversation in its own words, told by the real library."""

from collections.abc import Sequence
from typing import Any

import pytest

from bot.adapters.discord.attachments import LARGEST_FILE
from bot.adapters.discord.custom_ids import FormId, written
from bot.core.ui.commands import CommandCard, Placement, ShortcutCard, ShortcutKind, Traits
from bot.core.ui.forms import Confirm, File, Form, Number, Option, SearchedChoice, ShortText
from bot.core.ui.inbound import (
    ActionPressed,
    CommandCalled,
    FormAnswered,
    FormCancelled,
    FormResumed,
    Inbound,
    ShortcutUsed,
    Where,
)
from bot.core.ui.replies import OpenForm, Reply
from bot.core.ui.views import Action, Suggestion, View
from tests.adapters.discord.talking import UNHELPED, Talking, listening
from tests.discord.harbour import Harbour
from tests.discord.people import Person
from tests.discord.resolved import Upload
from tests.discord.server.app import DiscordServer
from tests.discord.server.interactions import Answer

TITLE = ShortText(name="title", label="Title")
ROLE = SearchedChoice(name="role", label="Role", source="role")
HOURS = Number(name="hours", label="Hours", low=1, high=20)
PUBLIC = Confirm(name="public", label="Public", required=False)
RECORD = File(name="record", label="Record", endings=(".txt",), most_bytes=100, required=False)
LONG = Form("long", "A long form", tuple(ShortText(name=f"q{n}", label=f"Question {n}") for n in range(7)), "Send it")
WITH_FILE = Form("filed", "With a file", (TITLE, RECORD), "Send it")
OPENS = Traits(opens_form=True)


def cards(language: str) -> Sequence[CommandCard]:
    return (
        CommandCard("me", "", "Where you stand", for_moderators=False),
        CommandCard("goal", "", "Your goals", for_moderators=False),
        CommandCard("goal", "add", "Set a goal", for_moderators=False, parameters=(TITLE, ROLE, HOURS, PUBLIC)),
        CommandCard("record", "", "Send a record", for_moderators=False, parameters=(RECORD,)),
    )


def labels(language: str) -> Sequence[ShortcutCard]:
    profile, save = ("Profile", "Save") if language == "en" else ("Perfil", "Guardar")
    return (
        ShortcutCard("profile", ShortcutKind.PERSON, profile),
        ShortcutCard("save_item", ShortcutKind.MESSAGE, save),
    )


def showing(*actions: Action, suggestions: Sequence[Suggestion] = ()) -> Reply:
    return Reply(View("Here", actions=actions, suggestions=tuple(suggestions)))


def filling(form: Form) -> OpenForm:
    return OpenForm(form, "form:ref:session:mac")


@pytest.fixture
def talking() -> Talking:
    return Talking(cards, labels)


@pytest.fixture
def ana(server: DiscordServer, harbour: Harbour) -> Person:
    return Person.joins(server, harbour.guild, "Ana", locale="es-ES")


# Who, and where


async def test_a_command_tells_who_gave_it_and_where(
    server: DiscordServer, harbour: Harbour, talking: Talking, ana: Person
) -> None:
    async with listening(server, talking):
        sent = await ana.types("/me")

    origin = talking.the(CommandCalled).origin
    assert (origin.platform, origin.community, origin.place) == (
        "discord",
        str(harbour.guild.id),
        str(harbour.general.id),
    )
    assert (origin.account, origin.name, origin.update) == (str(ana.id), "Ana", str(sent.id))
    assert (origin.where, origin.language, origin.is_administrator) == (Where.COMMUNITY, "es-ES", False)
    assert {right.name: right.granted for right in origin.rights}["manage_channels"]


async def test_who_may_manage_the_guild_administers_the_community(
    server: DiscordServer, harbour: Harbour, talking: Talking
) -> None:
    async with listening(server, talking):
        await Person(server, harbour.noor, harbour.general).types("/me")

    assert talking.the(CommandCalled).origin.is_administrator


async def test_a_direct_message_is_private_and_of_no_guild(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    async with listening(server, talking):
        await ana.at_direct_messages().types("/me")

    origin = talking.the(CommandCalled).origin
    assert (origin.where, origin.community, origin.rights) == (Where.PRIVATE, "", ())
    assert origin.place == str(server.world.direct_channel(ana.user).id)
    assert not ana.latest.is_for_me_alone, "nobody else is there"


# Commands and what is given with them


async def test_options_are_answers_of_the_form_s_fields(server: DiscordServer, talking: Talking, ana: Person) -> None:
    async with listening(server, talking):
        await ana.types("/goal add", title="Speak up", hours=4, public=True)

    called = talking.the(CommandCalled)
    assert (called.name, called.verb) == ("goal", "add")
    assert called.answers == {"title": ("Speak up",), "hours": ("4",), "public": ("yes",)}


async def test_a_group_s_show_is_its_bare_command(server: DiscordServer, talking: Talking, ana: Person) -> None:
    async with listening(server, talking):
        await ana.types("/goal show")

    assert (talking.the(CommandCalled).name, talking.the(CommandCalled).verb) == ("goal", "")


async def test_typing_in_a_searched_option_is_completed(
    server: DiscordServer, harbour: Harbour, talking: Talking, ana: Person
) -> None:
    talking.found = (Option("staff", "Staff engineer", "Software"), Option("x" * 101, "Too long to be sent"))
    async with listening(server, talking):
        offered = await ana.completes("/goal add", role="sta")
        await ana.types("/goal add", role=offered[0])

    assert offered == ["Staff engineer · Software"]
    (searched,) = talking.sought
    assert (searched.source, searched.text, searched.origin.account) == ("role", "sta", str(ana.id))
    assert talking.the(CommandCalled).answers == {"role": ("staff",)}


async def test_what_takes_too_long_to_find_is_not_waited_for(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    talking.found = (Option("staff", "Staff engineer"),)
    talking.may_go_on.clear()
    async with listening(server, talking, UNHELPED):
        assert await ana.completes("/goal add", role="sta") == []


async def test_a_file_given_with_a_command_is_read(server: DiscordServer, talking: Talking, ana: Person) -> None:
    async with listening(server, talking):
        await ana.types("/record", record=Upload("log.txt", "Año uno".encode()))

    assert talking.the(CommandCalled).answers == {"record": ("Año uno",)}


async def test_a_shortcut_on_a_person_names_them(
    server: DiscordServer, harbour: Harbour, talking: Talking, ana: Person
) -> None:
    async with listening(server, talking):
        await ana.menu_on(harbour.noor, "Profile")

    used = talking.the(ShortcutUsed)
    assert (used.name, used.account, used.account_name) == ("profile", str(harbour.noor.id), "Noor Haddad")


async def test_a_shortcut_on_a_message_brings_its_words(
    server: DiscordServer, harbour: Harbour, talking: Talking, ana: Person
) -> None:
    said = server.world.say(harbour.noor, harbour.general, "Send me the outline")
    async with listening(server, talking):
        await ana.menu_on(said, "Save")

    used = talking.the(ShortcutUsed)
    assert (used.name, used.account, used.text) == ("save_item", str(harbour.noor.id), "Send me the outline")


# Buttons


async def test_a_button_brings_its_token_back_after_a_restart(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    talking.answers = lambda _: showing(Action("Accept", "accept:7:mac"))
    async with listening(server, talking):
        await ana.types("/me")
    async with listening(server, talking):
        await ana.presses("Accept")

    assert talking.the(ActionPressed).token == "accept:7:mac"


async def test_a_suggestion_is_the_command_that_it_names(server: DiscordServer, talking: Talking, ana: Person) -> None:
    talking.answers = lambda _: showing(suggestions=[Suggestion("Set a goal", "goal add")])
    async with listening(server, talking):
        await ana.types("/me")
        await ana.presses("Set a goal")

    assert [(each.name, each.verb) for each in talking.heard if isinstance(each, CommandCalled)] == [
        ("me", ""),
        ("goal", "add"),
    ]


async def test_what_no_release_wrote_is_put_to_the_core_which_has_its_words_for_that(
    server: DiscordServer, harbour: Harbour, talking: Talking, ana: Person
) -> None:
    talking.answers = lambda _: showing(Action("Accept", "accept:7:mac"))
    async with listening(server, talking):
        await ana.types("/me")
        message = ana.latest.message
        data = {"component_type": 2, "id": 1, "custom_id": "m:0:stolen"}
        await server.interactions.send(3, ana.user, harbour.general, data, message).settled(5)  # type: ignore[arg-type]

    assert talking.the(ActionPressed).token == "m:0:stolen"


async def test_the_same_interaction_told_twice_is_answered_once(
    server: DiscordServer, harbour: Harbour, talking: Talking, ana: Person
) -> None:
    async with listening(server, talking):
        await ana.types("/me")
        server.gateway.repeat_last()
        await Person(server, harbour.noor, harbour.general).types("/me")

    assert len(talking.heard) == 2


# Forms


async def test_a_form_opens_as_a_modal_and_its_answers_come_back_after_a_restart(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    talking.promised, talking.answers = OPENS, lambda _: Reply(filling(Form("f", "A goal", (TITLE,), "Set it")))
    async with listening(server, talking):
        sent = await ana.types("/goal add")
    talking.promised, talking.answers = Traits(placement=Placement.IN_PLACE), lambda _: Reply(View("It is set"))
    async with listening(server, talking):
        await ana.fills(title="Speak up")

    assert sent.answer is Answer.MODAL
    answered = talking.the(FormAnswered)
    assert (answered.token, answered.answers, answered.final) == (
        "form:ref:session:mac",
        {"title": ("Speak up",)},
        True,
    )
    assert "It is set" in ana.latest.text


async def test_a_long_form_goes_on_behind_continue(server: DiscordServer, talking: Talking, ana: Person) -> None:
    talking.promised, talking.answers = OPENS, lambda _: Reply(filling(LONG))
    async with listening(server, talking):
        await ana.types("/goal add")
        await ana.fills({f"q{number}": str(number) for number in range(5)})
        card = ana.latest
        await ana.presses("Continuar")
        talking.answers = lambda _: Reply(View("It is set"), placement=Placement.IN_PLACE)
        await ana.fills({f"q{number}": str(number) for number in (5, 6)})

    assert card.is_for_me_alone
    first, last = [each for each in talking.heard if isinstance(each, FormAnswered)]
    assert (first.final, set(first.answers)) == (False, {"q0", "q1", "q2", "q3", "q4"})
    assert (last.final, last.answers) == (True, {"q5": ("5",), "q6": ("6",)})
    assert "It is set" in ana.latest.text
    assert [seen for seen in ana.reads() if "Continuar" in seen.buttons] == [], "its card has given way"


async def test_wrong_answers_are_corrected_in_the_modal_that_asked_for_them(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    def reply(inbound: Inbound) -> Reply:
        opened = filling(Form("f", "A goal", (TITLE,), "Set it"))
        if isinstance(inbound, FormAnswered):
            return Reply(OpenForm(opened.form, opened.token, inbound.answers, {"title": "Ese no."}))
        return Reply(OpenForm(opened.form, opened.token, {"title": ("Speak",)}))

    talking.promised, talking.answers = OPENS, reply
    async with listening(server, talking):
        await ana.types("/goal add")
        await ana.fills(title="Speak")
        card = ana.latest
        await ana.presses("Corregir")

    assert card.is_for_me_alone
    assert "Ese no." in card.text
    assert talking.the(FormResumed).token == "form:ref:session:mac"
    assert ana.modal
    assert ana.modal.question("title").prefilled == "Speak"


async def test_a_form_is_put_away(server: DiscordServer, talking: Talking, ana: Person) -> None:
    talking.promised, talking.answers = OPENS, lambda _: Reply(filling(LONG))
    async with listening(server, talking):
        await ana.types("/goal add")
        await ana.fills({f"q{number}": "x" for number in range(5)})
        talking.promised, talking.answers = Traits(placement=Placement.IN_PLACE), lambda _: Reply(View("Away it is"))
        await ana.presses("Descartar")

    assert talking.the(FormCancelled).token == "form:ref:session:mac"
    assert ["Away it is" in seen.text for seen in ana.reads()] == [True], "it takes the card's place"


async def test_searched_answers_are_called_by_their_names_in_the_modal(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    opened = OpenForm(Form("f", "A goal", (ROLE,), "Set it"), "form:ref:session:mac", {"role": ("staff",)})
    talking.promised, talking.answers, talking.found = OPENS, lambda _: Reply(opened), (Option("staff", "Staff"),)
    async with listening(server, talking):
        await ana.types("/goal add")

    assert ana.modal
    assert ana.modal.question("role").prefilled == "Staff"


async def test_a_file_in_a_form_is_read(server: DiscordServer, talking: Talking, ana: Person) -> None:
    talking.promised, talking.answers = OPENS, lambda _: Reply(filling(WITH_FILE))
    async with listening(server, talking):
        await ana.types("/goal add")
        talking.answers = lambda _: Reply(View("Read"))
        await ana.fills({"title": "A year", "record": Upload("log.txt", b"Year one")})

    assert talking.the(FormAnswered).answers == {"title": ("A year",), "record": ("Year one",)}


async def test_a_file_that_is_too_big_is_not_fetched_and_nothing_else_is_lost(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    talking.promised, talking.answers = OPENS, lambda _: Reply(filling(WITH_FILE))
    async with listening(server, talking):
        await ana.types("/goal add")
        await ana.fills({"title": "A year", "record": Upload("log.txt", b"x" * (LARGEST_FILE + 1))})

    answered = talking.the(FormAnswered)
    assert (answered.final, answered.answers) == (False, {"title": ("A year",)})
    assert "demasiado grande" in ana.latest.text
    assert "Corregir" in ana.latest.buttons


async def test_a_form_goes_on_where_its_button_says(
    server: DiscordServer, harbour: Harbour, talking: Talking, ana: Person
) -> None:
    talking.promised, talking.answers = OPENS, lambda _: Reply(filling(LONG))
    pressed: dict[str, Any] = {"component_type": 2, "id": 1, "custom_id": written(FormId(1, "t:o:k:en"))}
    async with listening(server, talking):
        said = server.world.say(server.world.bot, harbour.general, "A card of another release")
        sent = server.interactions.send(3, ana.user, harbour.general, pressed, said)  # type: ignore[arg-type]
        await sent.settled(5)

    assert sent.modal
    assert "q5" in str(sent.modal)
    assert "q0" not in str(sent.modal)
