"""Somebody whom it doesn't concern presses every button: a polite no for them alone, and all is as it was."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.core.ui.inbound import BroughtIn
from tests.discord.harbour import INVITED
from tests.discord.modals import OpenModal
from tests.discord.people import Seen
from tests.discord.reading import buttons_of
from tests.discord.server.interactions import Interaction
from tests.discord.server.state import Guild, Message, User
from tests.discord.server.wire import Json
from tests.stories.discord.beginnings import Pair, couple, mentee, mentor, shares
from tests.stories.discord.stage import Resident, Stage

SECRETS = ("Speak up in two reviews", "The search rewrite.", "My manager.", "Send Sam the outline")
"""What Lina said to some, and to nobody else."""
MEANT_FOR_ALL = ("a:entry_cheer:",)
"""What anybody may press: it says so beside it how often somebody did."""
Rows = Mapping[str, set[tuple[object, ...]]]
BOOKKEEPING = frozenset({"currents", "inbox", "notes", "outbox", "sending_leases", "sqlite_sequence"})
"""Tables that hold nothing of anybody's."""


@pytest.fixture
def database(sqlite_url: str) -> Path:
    return Path(make_url(sqlite_url).database or "")


async def lived_in(stage: Stage) -> Pair:
    """A pair, and every kind of button about them on somebody's screen."""
    pair = await couple(stage)
    lina, sam, noor = pair.mentee, pair.mentor, pair.moderator
    await lina.runs("/goal add", title=SECRETS[0])
    await lina.runs("/gap evidence", competency="System design", evidence=SECRETS[1])
    await shares(stage, pair, challenge=SECRETS[2], keep_private=["challenge"])
    await lina.menu_on(lina.says("My talk was accepted!"), "Add to my growth thread")
    await lina.completes_form(sure=True)
    await lina.menu_on(sam.says(SECRETS[3]), "Save as action item")
    await lina.completes_form()
    await stage.monday()
    for command in ("/me", "/gap show", "/goal show", "/action show", "/growth", "/privacy", "/help", "/join show"):
        await lina.types(command)
    await lina.at_direct_messages().types("/goal show")
    await lina.at_direct_messages().types("/gap rate")
    await lina.fills()
    await lina.types("/join mentee")
    await lina.fills(destination="astronaut")
    await sam.types("/me")
    await sam.presses("End the pairing…")
    await mentee(stage, "Omar Faris")
    await mentor(stage, "Ada Lind")
    await noor.types("/pair", mentee="Omar Faris")
    await noor.presses("Propose Ada Lind")
    await mentee(stage, "Ida Moe")
    await noor.types("/pair", mentee="Ida Moe")
    await noor.types("/me")
    await noor.runs("/setup")
    return pair


def pressable(stage: Stage) -> Iterator[tuple[Message, str]]:
    """Every button anywhere, what one person alone sees included, but those that are meant for everybody."""
    places = list(stage.world.channels.values())
    shown = [message for place in places for message in place.messages.values()]
    hidden = [
        message
        for place in places
        for user in stage.world.users.values()
        for message in stage.server.interactions.ephemeral_for(user, place)
    ]
    for message in (*shown, *hidden):
        for button in buttons_of(message):
            if not str(button["custom_id"]).startswith(MEANT_FOR_ALL):
                yield message, str(button["custom_id"])


def what_there_is(stage: Stage, guild: Guild, people: list[User]) -> dict[int, Json]:
    """All that is to be seen in a guild, and in the direct messages of its people."""
    places = [each for each in stage.world.channels.values() if each.guild == guild.id]
    places += [stage.world.direct_channel(user) for user in people]
    said = {message.id: message.payload() for place in places for message in place.messages.values()}
    return {place.id: place.payload() for place in places} | said


def kept(database: Path) -> Rows:
    """All that is kept of anybody."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: set(connection.execute(f"SELECT * FROM {name}")) for name in names if name not in BOOKKEEPING}  # noqa: S608  the schema's own names


def assert_untouched(before: Rows, now: Rows, new: Collection[str] | None = ("accounts", "members")) -> None:
    """Assert that no row is changed or gone, and that whoever pressed is all that is new; `None`: anything may be."""
    assert {name: rows - now[name] for name, rows in before.items() if rows - now[name]} == {}
    if new is not None:
        added = {name: len(rows - before[name]) for name, rows in now.items() if rows - before[name]}
        assert set(added) <= set(new), added
        assert set(added.values()) <= {1}, added


def read_in(sent: Interaction) -> str:
    """All that somebody reads in answer to a press."""
    assert all(Seen(message).is_for_me_alone for message in sent.messages), [Seen(each).text for each in sent.messages]
    return "\n".join(
        [*(Seen(message).text for message in sent.messages), OpenModal(sent.modal).text if sent.modal else ""]
    )


@pytest.mark.parametrize("who", ["a stranger", "another mentee", "another mentor"])
async def test_whoever_presses_what_is_not_theirs_changes_nothing(stage: Stage, database: Path, who: str) -> None:
    pair = await lived_in(stage)
    stranger = await coming(stage, who)
    people = [each.user for each in (pair.mentee, pair.mentor, pair.moderator)]
    buttons = list(pressable(stage))
    assert len(buttons) > 80
    before, rows = what_there_is(stage, stage.guild, people), kept(database)

    before_them = next(iter(stage.channel("mentorship").messages.values()))
    for message, custom_id in buttons:
        sent = await stranger.forges(custom_id, on=message if sees(stranger, message) else before_them)
        said = read_in(sent)
        assert said, f"no answer to {custom_id}"
        assert not any(secret in said for secret in SECRETS), (custom_id, said)
        assert "Something went wrong" not in said, (custom_id, said)
        stranger.cancels()

    assert what_there_is(stage, stage.guild, people) == before
    assert_untouched(rows, kept(database))


def sees(person: Resident, message: Message) -> bool:
    """Whether somebody has a message before them."""
    place = person.stage.world.channels[message.channel]
    return not Seen(message).is_for_me_alone and place in person.channels


async def coming(stage: Stage, who: str) -> Resident:
    """Somebody who has no part in it."""
    match who:
        case "another mentee":
            return await mentee(stage, "Pat Lee")
        case "another mentor":
            return await mentor(stage, "Pat Lee")
        case _:
            return stage.person("Pat Lee")


async def test_whoever_moderates_another_guild_changes_nothing_in_this_one(stage: Stage, database: Path) -> None:
    pair = await lived_in(stage)
    people = [each.user for each in (pair.mentee, pair.mentor, pair.moderator)]
    buttons = list(pressable(stage))
    zoe = await moderator_elsewhere(stage)
    before_her = next(iter(zoe.place.messages.values()))
    before = what_there_is(stage, stage.guild, people)
    rows = kept(database)

    for _, custom_id in buttons:
        sent = await zoe.forges(custom_id, on=before_her)
        said = read_in(sent)
        assert not any(secret in said for secret in (*SECRETS, "Lina", "Sam Okoro")), (custom_id, said)
        assert "Something went wrong" not in said, (custom_id, said)
        zoe.cancels()

    assert what_there_is(stage, stage.guild, people) == before
    assert_untouched(rows, kept(database), new=None)


async def moderator_elsewhere(stage: Stage) -> Resident:
    """Zoe has a guild of her own with the bot and a programme in it."""
    user = stage.world.add_user("Zoe Falk")
    cove = stage.world.add_guild("Cove", user)
    async with stage.taking_in(BroughtIn):
        stage.world.add_bot(cove, INVITED)
    zoe = stage.known(user, stage.world.channels[cove.system_channel_id or 0])
    await zoe.runs("/setup", name="Cove mentoring")
    await zoe.presses("Make the channels")
    return zoe.at(stage.world.find_channel(cove, "mentorship"))


async def test_a_stranger_s_own_modal_can_not_answer_for_another(stage: Stage, database: Path) -> None:
    pair = await couple(stage)
    await stage.monday()
    await pair.mentee.types("/checkin")
    assert pair.mentee.modal is not None
    pat = stage.person("Pat Lee")
    await pat.types("/join mentor")
    rows = kept(database)

    pat.modal = pair.mentee.modal
    sent = await pat.fills(learned="Nothing.", next="Nothing.")

    assert "That is for mentees" in read_in(sent)
    assert_untouched(rows, kept(database))
