"""Whatever somebody types pings nobody, formats nothing and is read as it was typed."""

import re
from collections.abc import Iterator

import pytest

from tests.adapters.discord.markdown import read
from tests.discord.reading import text_of
from tests.discord.server.state import Message
from tests.stories.discord.beginnings import couple, mentee, programme, threads
from tests.stories.discord.stage import Resident, Stage

LOUD = "@everyone @here **bold** __under__ ~~gone~~ ||spoiler|| `code` [a](https://example.org) :smile: <t:0:R> \\"
NEVER_OURS = frozenset(
    {"ping", "mention", "emoji", "link", "masked link", "underline", "strike", "spoiler", "emphasis"}
)
"""Marks that the program itself never makes; the others are told from words by reading them."""
WHOSE = re.compile(r"^<@\d+>$", re.MULTILINE)
"""The line that says whose growth thread it is; it pings nobody either."""
LINES = "# Heading\n- item\n> quote\n-# small"


def loud(stage: Stage) -> str:
    """Everything in one text that means something to Discord, mentions of this guild's people and roles among it."""
    role = next(role for role in stage.guild.roles.values() if role.id != stage.guild.id)
    return f"{LOUD} <@{stage.harbour.owner.id}> <@&{role.id}> <#{stage.harbour.general.id}>"


def said_by_bot(stage: Stage) -> Iterator[Message]:
    """Every message of the bot's, what one person alone sees included."""
    for place in list(stage.world.channels.values()):
        yield from (each for each in place.messages.values() if each.author.bot)
        for user in list(stage.world.users.values()):
            yield from stage.server.interactions.ephemeral_for(user, place)


def assert_nobody_was_pinged(stage: Stage) -> None:
    """Assert that nothing pinged, and that nothing would have, had it been allowed to."""
    for message in said_by_bot(stage):
        assert not message.pinged, text_of(message)
        for text in message.texts:
            assert NEVER_OURS.isdisjoint(read(without_ours(stage, text)).marks), text


def without_ours(stage: Stage, text: str) -> str:
    """Leave out whose thread it is, and the ways to rooms and channels of the programme: nobody here types those."""
    text = WHOSE.sub("", text)
    for place in stage.world.channels.values():
        text = text if place is stage.harbour.general else text.replace(f"<#{place.id}>", "")
    return text


def reads_as_typed(person: Resident, text: str) -> bool:
    """Whether somebody reads a text as it was typed, in some message."""
    shown = (read(part).words for seen in person.everything() for part in seen.message.texts)
    return any(text in words for words in shown)


async def test_a_programme_s_name(stage: Stage) -> None:
    noor = stage.known(stage.harbour.noor)
    name = loud(stage)[:70]
    await noor.runs("/setup", name=name)
    await noor.presses("Make the channels")

    assert reads_as_typed(stage.person("Pat Lee"), name), "in the channel for everybody"
    assert_nobody_was_pinged(stage)


async def test_a_goal_a_rating_and_an_action_item(stage: Stage) -> None:
    pair = await couple(stage)
    lina, words = pair.mentee, loud(stage)
    title = words[:100]
    await lina.types("/goal add", title=title, target=3)
    await lina.completes_form(unit="<@&1>"[:20])
    await lina.runs("/gap evidence", competency="System design", evidence=words)
    await lina.runs("/action add", text=title)
    await lina.types("/goal show")
    await lina.types("/action show")
    await lina.types("/me")

    assert reads_as_typed(pair.mentor, title)
    assert reads_as_typed(lina, words)
    assert_nobody_was_pinged(stage)


async def test_a_check_in_and_a_note(stage: Stage) -> None:
    pair = await couple(stage)
    lina, pat, words = pair.mentee, stage.person("Pat Lee"), loud(stage)
    await stage.monday()
    answers = dict.fromkeys(("learned", "challenge", "milestone", "next"), f"{words}\n{LINES}")
    await lina.runs("/checkin", answers, mood="good", share="yes")
    await lina.menu_on(lina.says(words), "Add to my growth thread")
    await lina.completes_form(sure=True)
    await stage.monday()

    assert reads_as_typed(pat, words)
    assert reads_as_typed(pair.mentor, words)
    assert all(line in pat.screen() or reads_as_typed(pat, line) for line in LINES.splitlines())
    assert_nobody_was_pinged(stage)


async def test_names_of_people_and_of_the_guild(stage: Stage) -> None:
    stage.world.rename_guild(stage.guild, "@everyone **Harbour**")
    noor = await programme(stage)
    sam = stage.person("@everyone **Sam** `x`")
    await sam.runs("/join mentor", role="Staff engineer", capacity="2")
    lina = await mentee(stage, f"<@{stage.harbour.owner.id}> ||Lina||")
    await noor.types("/pair", mentee=(await noor.completes("/pair", mentee="lina"))[0])
    await noor.presses_anywhere("Propose @everyone **Sam** `x`")
    await sam.at_direct_messages().presses("Accept")
    await stage.monday()
    await lina.runs("/checkin", learned="A name.", next="Another.", share="yes")
    await noor.menu_on(lina, "Mentorship profile")

    assert threads(stage)
    assert reads_as_typed(noor, "@everyone **Sam** `x`")
    assert_nobody_was_pinged(stage)


@pytest.mark.parametrize("command", ["/join mentee", "/join mentor"])
async def test_what_can_not_be_found_is_said_back(stage: Stage, command: str) -> None:
    await programme(stage)
    pat, words = stage.person("Pat Lee"), loud(stage)[:90]
    await pat.types(command)
    field = "destination" if command.endswith("mentee") else "role"
    more = {"visibility": "private"} if command.endswith("mentee") else {}
    await pat.completes_form({field: words, "zone": words}, **more)

    assert "[Correct it]" in pat.latest.text
    await pat.presses("Correct it")
    assert pat.modal is not None
    assert pat.modal.question(field).prefilled == words, "as typed, not as escaped"
    assert_nobody_was_pinged(stage)


async def test_plain_words_in_private(stage: Stage) -> None:
    await programme(stage)
    lina = await mentee(stage)

    lina.at_direct_messages().says(loud(stage))

    await lina.hears("What you can do")
    assert_nobody_was_pinged(stage)
