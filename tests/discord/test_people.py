"""People at the clients of our own Discord: what they type, press and fill in, and what a real client answers."""

import asyncio
from collections.abc import AsyncIterator

import discord
import pytest
from discord.http import Route

from tests.discord.harbour import Harbour
from tests.discord.lamp import Lamp, asking_for, lit
from tests.discord.modals import ClientRefuses
from tests.discord.people import CannotSee, NoAnswer, Person
from tests.discord.resolved import Upload
from tests.discord.server.app import DiscordServer
from tests.discord.server.interactions import Answer, Kind
from tests.discord.server.state import ApplicationFlag, Overwrite, Permission
from tests.discord.server.wire import Json

A_MODAL: Json = {
    "custom_id": "x",
    "title": "x",
    "components": [{"type": 18, "label": "x", "component": {"type": 4, "custom_id": "x", "style": 1}}],
}
_A_COMMAND: Json = {"id": "1", "name": "unknown", "type": 1}
_UNKNOWN_TO_LAMP: dict[Kind, Json] = {
    Kind.COMMAND: _A_COMMAND,
    Kind.AUTOCOMPLETE: _A_COMMAND,
    Kind.MODAL: {"custom_id": "unknown", "components": []},
}


@pytest.fixture
async def lamp(server: DiscordServer) -> AsyncIterator[Lamp]:
    server.world.application.flags = ApplicationFlag.MESSAGE_CONTENT
    async with lit(server, intents=asking_for("guilds", "guild_messages", "message_content")) as client:
        yield client


@pytest.fixture
def ana(server: DiscordServer, harbour: Harbour, lamp: Lamp) -> Person:
    return Person.joins(server, harbour.guild, "Ana")


@pytest.fixture
def ben(server: DiscordServer, harbour: Harbour, lamp: Lamp) -> Person:
    return Person.joins(server, harbour.guild, "Ben")


async def test_a_typed_command_is_answered_before_the_one_person_who_may_see_it(ana: Person, ben: Person) -> None:
    typed = await ana.types("/goal add", title="Ship it", weeks=3)

    assert ana.latest.text.startswith("Ship it in 3")
    assert ana.latest.is_for_me_alone
    assert ana.latest.buttons == ["Questions", "Picks", "Count"]
    assert ben.reads() == []
    assert typed.acknowledged_after is not None
    assert typed.acknowledged_after < 3


@pytest.mark.parametrize(
    ("command", "options", "why"),
    [
        ("/goals", {}, "no command"),
        ("/goal", {}, "needs one of"),
        ("/goal drop", {}, "has no 'drop'"),
        ("/goal add", {}, "requires"),
        ("/goal add", {"title": "x", "weeks": 13}, "takes 1 to 12"),
        ("/goal add", {"title": "x", "weeks": "two"}, "another kind"),
        ("/goal add", {"title": "x", "when": "now"}, "takes no 'when'"),
        ("/moderate", {}, "isn't shown"),
    ],
)
async def test_the_client_lets_nobody_type_what_is_not_offered(
    ana: Person, command: str, options: dict[str, object], why: str
) -> None:
    with pytest.raises(ClientRefuses, match=why):
        await ana.types(command, **options)


async def test_a_choice_that_completes_an_option_sends_its_value(ana: Person) -> None:
    assert await ana.completes("/goal add", title="Sleep") == ["Sleep well"]

    await ana.types("/goal add", title="Sleep well")

    assert ana.sees("SLEEP in 4")


async def test_a_button_changes_its_message_in_place_and_a_menu_too(ana: Person) -> None:
    await ana.types("/goal add", title="x")
    await ana.presses("Count")
    assert [seen.text.splitlines()[0] for seen in ana.reads()] == ["counted"]

    await ana.chooses("Level 2")
    assert [seen.text.splitlines()[0] for seen in ana.reads()] == ["level 2"]


async def test_even_a_forged_press_reaches_the_application(ana: Person, ben: Person) -> None:
    await ana.types("/goal add", title="x")

    await ben.forges("count", on=ana.latest.message)

    assert ana.latest.text.startswith("counted")


async def test_a_modal_takes_an_answer_to_each_kind_of_question(ana: Person) -> None:
    await ana.types("/goal add", title="x")
    await ana.presses("Questions")
    assert ana.sees("Every question", "Take your time.", "What did you learn?")

    await ana.fills({"What did": "patience"}, mood="Good", topics=["Go", "Rust"], agree=True)

    assert ana.latest.text == "patience G ['Go', 'Rust'] True"
    assert ana.modal is None


async def test_a_modal_leaves_what_is_prefilled_and_refers_to_people_and_files(ana: Person, ben: Person) -> None:
    await ana.types("/goal add", title="x")
    await ana.presses("Picks")

    await ana.fills({"Import": Upload("people.csv", b"some names")}, mentor=ben)

    assert "['s']" in ana.latest.text
    assert ana.latest.text.endswith("Ben some names")


async def test_the_client_keeps_a_modal_open_until_it_is_filled_as_asked(ana: Person) -> None:
    await ana.types("/goal add", title="x")
    await ana.presses("Questions")
    for answers, why in (
        ({"mood": "Good"}, "is required"),
        ({"learned": "x" * 21, "mood": "Good"}, "takes 0 to 20"),
        ({"learned": "x"}, "takes 1 to 1 choices"),
        ({"learned": "x", "mood": "So so"}, "offers no 'So so'"),
        ({"learned": "x", "mood": "Good", "weather": "fine"}, "asks no 'weather'"),
    ):
        with pytest.raises(ClientRefuses, match=why):
            await ana.fills(answers)

    await ana.fills(learned="x", mood="Bad")

    assert ana.latest.text == "x B [] False"


async def test_who_waits_longer_than_three_seconds_reads_that_there_is_no_answer(
    server: DiscordServer, ana: Person, lamp: Lamp
) -> None:
    server.interactions.deadline = 0.05

    with pytest.raises(NoAnswer, match="The application did not respond"):
        await ana.types("/slow")

    ana.says("hurry")
    await _until_refused(lamp)
    assert lamp.failures == [10062]


async def test_only_the_first_response_is_taken(ana: Person, lamp: Lamp) -> None:
    await ana.types("/twice")

    await _until_refused(lamp)
    assert lamp.failures == [40060]
    assert ana.latest.text == "once"


@pytest.mark.parametrize(
    ("kind", "response"),
    [
        (Kind.COMMAND, {"type": Answer.UPDATE, "data": {"content": "x"}}),
        (Kind.COMMAND, {"type": Answer.CHOICES, "data": {"choices": []}}),
        (Kind.AUTOCOMPLETE, {"type": Answer.MESSAGE, "data": {"content": "x"}}),
        (Kind.MODAL, {"type": Answer.DEFERRED_UPDATE}),
        (Kind.MODAL, {"type": Answer.MODAL, "data": A_MODAL}),
    ],
)
async def test_a_response_that_does_not_fit_what_was_done_is_refused(
    server: DiscordServer, ana: Person, lamp: Lamp, kind: Kind, response: Json
) -> None:
    done = server.interactions.send(kind, ana.user, ana.place, _UNKNOWN_TO_LAMP[kind])
    callback = Route("POST", "/interactions/{id}/{token}/callback", id=done.id, token=done.token)

    with pytest.raises(discord.HTTPException, match="50035"):
        await lamp.http.request(callback, json=response)


async def test_an_edit_that_is_refused_changes_nothing(server: DiscordServer, ana: Person, lamp: Lamp) -> None:
    done = await ana.types("/goal add", title="Ship it")
    edit = Route("PATCH", f"/webhooks/{server.world.application.id}/{done.token}/messages/@original")

    with pytest.raises(discord.HTTPException, match="50006"):
        await lamp.http.request(edit, json={"content": "", "components": []})

    assert ana.sees("Ship it in 4", "[Count]")


async def test_a_modal_stays_open_where_nobody_answers_it(server: DiscordServer, harbour: Harbour) -> None:
    noor = Person(server, harbour.noor, harbour.general)
    async with lit(server):
        await noor.types("/goal add", title="x")
        await noor.presses("Questions")
    server.interactions.deadline = 0.05

    with pytest.raises(NoAnswer, match=r"Something went wrong\. Try again\."):
        await noor.fills(learned="x", mood="Good")

    assert noor.modal is not None
    assert noor.modal.title == "Every question"


async def test_an_expired_token_is_good_for_nothing(server: DiscordServer, ana: Person, lamp: Lamp) -> None:
    server.interactions.lifetime = 0

    await ana.types("/often")

    await _until_refused(lamp)
    assert lamp.failures == [50027]


async def test_outside_a_guild_five_followups_are_taken(ana: Person, lamp: Lamp) -> None:
    await ana.at_direct_messages().types("/often")

    await _until_refused(lamp)
    assert [seen.text for seen in ana.direct_messages] == ["0", "1", "2", "3", "4", "5"]


@pytest.mark.parametrize(("only_me", "to_ben"), [("yes", []), ("no", ["first"])])
async def test_who_sees_an_answer_is_fixed_when_it_is_acknowledged(
    ana: Person, ben: Person, only_me: str, to_ben: list[str]
) -> None:
    await ana.types("/quiet", only_me=only_me)
    await ana.hears("second")

    assert [seen.text for seen in ana.reads()] == ["first", "second"]
    assert [seen.text for seen in ben.reads()] == to_ben


async def test_a_context_menu_is_used_on_people_and_on_messages(ana: Person, ben: Person) -> None:
    ben.says("hello")

    await ana.menu_on(ana.latest, "Save")
    assert ana.latest.text == "saved hello"

    await ana.menu_on(ben, "Wave")
    assert ben.latest.text == "waves at Ben"


async def test_components_are_read_like_any_text(server: DiscordServer, harbour: Harbour, lamp: Lamp) -> None:
    noor = Person(server, harbour.noor, harbour.general)

    await noor.types("/moderate")

    assert noor.latest.text == "Queue\nAna\n[Pair]"


async def test_a_place_that_is_closed_to_somebody_can_be_neither_read_nor_written(
    server: DiscordServer, harbour: Harbour, ana: Person, ben: Person
) -> None:
    shut = Overwrite(harbour.guild.id, 0, deny=Permission.VIEW_CHANNEL)
    open_to_ana = Overwrite(ana.id, 1, allow=Permission.VIEW_CHANNEL)
    room = server.world.add_channel(harbour.guild, "room", overwrites=(shut, open_to_ana))

    await ana.at(room).types("/goal add", title="x")
    assert room in ana.channels
    assert room not in ben.channels
    for attempt in (ben.at, ben.reads):
        with pytest.raises(CannotSee):
            attempt(room)


async def _until_refused(lamp: Lamp) -> None:
    async with asyncio.timeout(10):
        await lamp.refused.wait()
