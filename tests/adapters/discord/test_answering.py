"""Answers come in time whatever the core takes, to those who may see them, where they belong."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.core.ui.commands import Audience, CommandCard, Placement, ShortcutCard, ShortcutKind, Traits
from bot.core.ui.forms import Form, ShortText
from bot.core.ui.inbound import ActionPressed, CommandCalled, FormAnswered, FormResumed, Inbound, ShortcutUsed
from bot.core.ui.replies import SILENCE, OpenForm, Reply
from bot.core.ui.views import Action, View
from tests.adapters.discord.talking import HURRIED, LONG, Talking, listening
from tests.discord.harbour import Harbour
from tests.discord.people import NoAnswer, Person
from tests.discord.server.app import DiscordServer
from tests.discord.server.interactions import Answer

HERE = Audience.HERE
IN_PLACE = Placement.IN_PLACE
TITLE = ShortText(name="title", label="Title")
FORM = OpenForm(Form("f", "A goal", (TITLE,), "Set it"), "form:ref:session:mac")
OPENS = Traits(opens_form=True)
CALLBACK = "POST .*/callback"


def cards(language: str) -> Sequence[CommandCard]:
    return (
        CommandCard("me", "", "Where you stand", for_moderators=False),
        CommandCard("goal", "", "Set a goal", for_moderators=False, parameters=(TITLE,)),
    )


def labels(language: str) -> Sequence[ShortcutCard]:
    return (ShortcutCard("save", ShortcutKind.MESSAGE, "Save"),)


@pytest.fixture
def talking() -> Talking:
    return Talking(cards, labels)


@pytest.fixture
def ana(server: DiscordServer, harbour: Harbour) -> Person:
    return Person.joins(server, harbour.guild, "Ana")


@pytest.fixture
def ben(server: DiscordServer, harbour: Harbour) -> Person:
    return Person.joins(server, harbour.guild, "Ben")


def replying(title: str, *, audience: Audience = Audience.ONLY_ME, placement: Placement = Placement.NEW) -> Reply:
    return Reply(View(title, actions=(Action("Go on", "go:1:mac"),)), audience, placement)


async def shown(talking: Talking, person: Person, audience: Audience) -> None:
    """Have a message with a button stand there, for one or for everybody."""
    talking.promised, talking.answers = Traits(audience=audience), lambda _: replying("Press me", audience=audience)
    await person.types("/me")


# In time


async def test_an_answer_that_is_there_soon_is_the_first_response(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    async with listening(server, talking):
        sent = await ana.types("/me")

    assert sent.answer is Answer.MESSAGE
    assert ana.latest.is_for_me_alone


async def test_an_answer_that_takes_its_time_is_promised_and_then_given(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    talking.may_go_on.clear()
    async with listening(server, talking, HURRIED):
        typing = asyncio.create_task(ana.types("/me"))
        await ana.hears("is thinking")
        talking.may_go_on.set()
        sent = await typing

    assert sent.answer is Answer.THINKING
    assert ["Hello" in seen.text for seen in ana.reads()] == [True]
    assert ana.latest.is_for_me_alone


async def test_who_is_let_go_of_has_still_been_heard(server: DiscordServer, talking: Talking, ana: Person) -> None:
    finished: asyncio.Event = asyncio.Event()

    def reply(_: Inbound) -> Reply:
        finished.set()
        return Reply(View("Hello"))

    talking.answers = reply
    talking.may_go_on.clear()
    async with listening(server, talking, HURRIED) as listener:
        typing = asyncio.create_task(ana.types("/me"))
        await ana.hears("is thinking")
        for task in asyncio.all_tasks():
            if "on_interaction" in task.get_name():
                task.cancel()
        talking.may_go_on.set()
        async with asyncio.timeout(LONG):
            await finished.wait()
        typing.cancel()

    assert listener.is_closed()


async def test_a_late_form_leaves_a_button_that_opens_it(server: DiscordServer, talking: Talking, ana: Person) -> None:
    talking.promised, talking.answers = OPENS, lambda _: Reply(FORM)
    async with listening(server, talking, HURRIED):
        sent = await ana.types("/goal")
    async with listening(server, talking):
        await ana.presses("Continue")

    assert sent.answer is Answer.MESSAGE
    assert ana.latest.is_for_me_alone
    assert ana.modal
    assert ana.modal.title == "A goal"


async def test_a_late_form_of_a_button_leaves_one_that_means_the_same(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    async with listening(server, talking):
        await shown(talking, ana, HERE)
    talking.promised, talking.answers = OPENS, lambda _: Reply(FORM)
    async with listening(server, talking, HURRIED):
        await ana.presses("Go on")
    async with listening(server, talking):
        await ana.presses("Continue")

    assert [each.token for each in talking.heard if isinstance(each, ActionPressed)] == ["go:1:mac"] * 2
    assert ana.modal


async def test_what_came_with_a_command_is_kept_when_its_form_is_late(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    opened = OpenForm(FORM.form, FORM.token, {"title": ("Speak up",)})
    talking.promised, talking.answers = OPENS, lambda _: Reply(opened)
    async with listening(server, talking, HURRIED):
        await ana.types("/goal", title="Speak up")
    async with listening(server, talking):
        await ana.presses("Continue")

    kept = talking.the(FormAnswered)
    assert (kept.token, kept.answers, kept.final) == (FORM.token, {"title": ("Speak up",)}, False)
    assert ana.modal


async def test_what_a_shortcut_filled_in_is_kept_when_its_form_is_late(
    server: DiscordServer, harbour: Harbour, talking: Talking, ana: Person
) -> None:
    opened = OpenForm(FORM.form, FORM.token, {"title": ("Read this",)})
    talking.promised, talking.answers = OPENS, lambda _: Reply(opened)
    said = server.world.say(harbour.noor, harbour.general, "Read this")
    async with listening(server, talking, HURRIED):
        await ana.menu_on(said, "Save")

    assert talking.the(ShortcutUsed).text == "Read this"
    assert talking.the(FormAnswered).answers == {"title": ("Read this",)}
    assert "Continue" in ana.latest.buttons


async def test_a_refusal_takes_the_place_of_the_button_that_stood_in(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    talking.promised, talking.answers = OPENS, lambda _: replying("Not yours")
    async with listening(server, talking, HURRIED):
        await ana.types("/goal")
        await ana.hears("Not yours")

    assert ["Continue" in seen.buttons for seen in ana.reads()] == [False]


async def test_a_form_s_late_answer_takes_its_place_all_the_same(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    talking.promised, talking.answers = OPENS, lambda _: Reply(FORM)
    async with listening(server, talking):
        await shown(talking, ana, Audience.ONLY_ME)
        talking.promised, talking.answers = OPENS, lambda _: Reply(FORM)
        await ana.presses("Go on")
    talking.promised = Traits(placement=IN_PLACE)
    talking.answers = lambda _: replying("It is set", placement=IN_PLACE)
    async with listening(server, talking, HURRIED):
        sent = await ana.fills(title="Speak up")

    assert sent.answer is Answer.DEFERRED_UPDATE
    assert ["It is set" in seen.text for seen in ana.reads()] == [True]


# Who sees it, and where


@pytest.mark.parametrize("is_late", [False, True], ids=["soon", "late"])
async def test_an_answer_for_all_is_seen_by_all(
    server: DiscordServer, talking: Talking, ana: Person, ben: Person, *, is_late: bool
) -> None:
    talking.promised, talking.answers = Traits(audience=HERE), lambda _: replying("Hear, hear", audience=HERE)
    async with listening(server, talking, HURRIED if is_late else None):
        await ana.types("/me")

    assert ben.sees("Hear, hear")


@pytest.mark.parametrize("is_late", [False, True], ids=["soon", "late"])
async def test_a_refusal_of_what_was_for_all_is_seen_by_nobody_else(
    server: DiscordServer, talking: Talking, ana: Person, ben: Person, *, is_late: bool
) -> None:
    talking.promised, talking.answers = Traits(audience=HERE), lambda _: replying("Not yours")
    async with listening(server, talking, HURRIED if is_late else None):
        await ana.types("/me")
        await ana.hears("Not yours")

    assert ana.latest.is_for_me_alone
    assert [seen.text for seen in ben.reads()] == []


@pytest.mark.parametrize("is_late", [False, True], ids=["soon", "late"])
@pytest.mark.parametrize("audience", list(Audience), ids=lambda each: each.value)
async def test_an_answer_in_place_changes_what_was_pressed(
    server: DiscordServer, talking: Talking, ana: Person, audience: Audience, *, is_late: bool
) -> None:
    async with listening(server, talking):
        await shown(talking, ana, audience)
    talking.promised = Traits(placement=IN_PLACE)
    talking.answers = lambda _: replying("Pressed", audience=audience, placement=IN_PLACE)
    async with listening(server, talking, HURRIED if is_late else None):
        sent = await ana.presses("Go on")

    assert sent.answer is (Answer.DEFERRED_UPDATE if is_late else Answer.UPDATE)
    assert ["Pressed" in seen.text for seen in ana.reads()] == [True]


@pytest.mark.parametrize("is_late", [False, True], ids=["soon", "late"])
async def test_an_answer_for_one_alone_never_takes_the_place_of_what_all_see(
    server: DiscordServer, talking: Talking, ana: Person, ben: Person, *, is_late: bool
) -> None:
    async with listening(server, talking):
        await shown(talking, ana, HERE)
    talking.promised, talking.answers = Traits(placement=IN_PLACE), lambda _: replying("For you", placement=IN_PLACE)
    async with listening(server, talking, HURRIED if is_late else None):
        await ana.presses("Go on")
        await ana.hears("For you")

    assert ["Press me" in seen.text for seen in ben.reads()] == [True]
    assert ana.latest.is_for_me_alone


async def test_silence_leaves_no_trace(server: DiscordServer, talking: Talking, ana: Person) -> None:
    talking.answers = lambda _: SILENCE
    async with listening(server, talking):
        await ana.types("/me")

    assert ana.reads() == []


async def test_a_form_after_a_modal_is_offered_since_none_can_follow_another(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    talking.promised, talking.answers = OPENS, lambda _: Reply(FORM)
    async with listening(server, talking):
        await ana.types("/goal")
        await ana.fills(title="The first of two")
        await ana.presses("Continue")

    assert ana.modal


async def test_what_a_command_gave_for_a_later_modal_is_kept_until_then(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    long = Form("long", "A long form", tuple(ShortText(name=f"q{n}", label=f"Question {n}") for n in range(7)), "Send")
    opened = OpenForm(long, "form:ref:session:mac", {"q0": ("Asked at once",), "q6": ("Asked later",)})
    talking.promised, talking.answers = OPENS, lambda _: Reply(opened)
    async with listening(server, talking):
        await ana.types("/goal")

    kept = talking.the(FormAnswered)
    assert (kept.token, kept.final) == (opened.token, False)
    assert kept.answers == {"q6": ("Asked later",)}


async def test_a_form_that_is_sent_as_it_is_takes_what_it_suggests_along(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    long = Form("long", "A long form", (TITLE, *(_suggesting(f"q{n}") for n in range(6))), "Send it")
    opened = OpenForm(long, FORM.token, {"title": ("Kept",), "q5": ()})
    sent = replying("It is sent", placement=IN_PLACE)
    talking.promised = OPENS
    talking.answers = lambda inbound: sent if isinstance(inbound, FormAnswered) else Reply(opened)
    async with listening(server, talking):
        await ana.types("/goal")
        await ana.fills(title="Kept")
        await ana.presses("Send it")

    final = [each for each in talking.heard if isinstance(each, FormAnswered)][-1]
    assert (final.token, final.final) == (FORM.token, True)
    assert final.answers == {f"q{n}": ("Suggested",) for n in range(5)}
    assert ["It is sent" in seen.text for seen in ana.reads()] == [True]


async def test_a_form_that_is_over_is_not_sent_again(server: DiscordServer, talking: Talking, ana: Person) -> None:
    long = Form("long", "A long form", tuple(_suggesting(f"q{n}") for n in range(6)), "Send it")
    talking.promised, talking.answers = OPENS, lambda _: Reply(OpenForm(long, FORM.token))
    async with listening(server, talking):
        await ana.types("/goal")
        await ana.fills()
        talking.heard.clear()
        talking.answers = lambda _: replying("Sent already")
        await ana.presses("Send it")

    assert [type(each) for each in talking.heard] == [FormResumed]
    assert ["Sent already" in seen.text for seen in ana.reads()] == [True]


def _suggesting(name: str) -> ShortText:
    return ShortText(name=name, label=name, required=False, default=("Suggested",))


# What goes wrong


async def test_a_lost_connection_costs_no_answer(server: DiscordServer, talking: Talking, ana: Person) -> None:
    server.faults.lose_reply(CALLBACK)
    async with listening(server, talking, HURRIED):
        await ana.types("/me")

    assert ["Hello" in seen.text for seen in ana.reads()] == [True]


async def test_an_answer_that_comes_too_late_for_discord_harms_nothing(
    server: DiscordServer, talking: Talking, ana: Person
) -> None:
    talking.may_go_on.clear()
    async with listening(server, talking) as listener:
        server.interactions.deadline = 0.05
        with pytest.raises(NoAnswer, match="did not respond"):
            await ana.types("/me")
        talking.may_go_on.set()
        await listener.is_idle.wait()
        server.interactions.deadline = LONG
        await ana.types("/me")

    assert ["Hello" in seen.text for seen in ana.reads()] == [True]
    assert len([each for each in talking.heard if isinstance(each, CommandCalled)]) == 2


async def test_what_can_t_be_shown_is_said(server: DiscordServer, talking: Talking, ana: Person) -> None:
    def fail(_: Inbound) -> Reply:
        raise RuntimeError("a fault of the program")

    talking.answers = fail
    async with listening(server, talking):
        await ana.types("/me")

    assert "That didn’t work" in ana.latest.text
