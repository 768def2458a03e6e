"""Somebody whom it doesn't concern presses, follows and types everything: a polite no, and all is as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.adapters.telegram import callbacks
from bot.adapters.telegram.deep_links import to_action
from tests.stories.discord.test_strangers import Rows, kept
from tests.stories.telegram.beginnings import CHALLENGE, LEARNED, NEXT, Pair, couple, mentee, mentor
from tests.stories.telegram.stage import Resident, Stage
from tests.telegram.links import deep_link
from tests.telegram.server.chats import Chat
from tests.telegram.server.wire import Json

SECRETS = ("Speak up in two reviews", "The search rewrite.", CHALLENGE, "Only between us")
"""What Lina said to some, and to nobody else."""
MEANT_FOR_ALL = "entry_cheer:"
"""What anybody may press: it says so beside it how often somebody did."""
WEEK = (LEARNED, CHALLENGE, "Skip", NEXT, "Good", "Challenge", "Done", "Send check-in")
_FORM_PRESSES = callbacks.OptionPress | callbacks.PagePress | callbacks.StepPress | callbacks.SuggestionPress
THEIR_OWN = {"accounts", "members", "form_sessions", "codes"}
"""Where whoever presses may appear."""


@pytest.fixture
def database(sqlite_url: str) -> Path:
    return Path(make_url(sqlite_url).database or "")


async def lived_in(stage: Stage) -> Pair:
    """A pair, and every kind of button and link about them on somebody's screen, now or before."""
    pair = await couple(stage)
    noor, sam, lina, group = pair.moderator, pair.mentor, pair.mentee, pair.group
    await lina.runs("/goal_add", SECRETS[0], "2", "reviews", "Skip", "Set goal")
    await lina.runs("/gap_evidence", SECRETS[1])
    await lina.changes("Competency", "syst", "System design")
    await lina.answers("Save evidence")
    await lina.types(SECRETS[3])
    await stage.monday()
    await lina.presses("Answer check-in")
    await lina.answers(*WEEK)
    await stage.monday()  # the second week is open
    for command in ("/me", "/gap", "/goal", "/action", "/growth", "/privacy", "/help", "/join", "/settings", "/talk"):
        await lina.types(command)
        await lina.types("/cancel")
    await lina.runs("/action_add", "Send Sam the outline")
    await lina.types("/me")  # whether to leave the form is asked
    await lina.presses("Go on")
    await sam.types("/me")
    await sam.presses("End the pairing…")
    await mentee(stage, group, "Omar Faris")
    await mentor(stage, group, "Ada Lind")
    await noor.runs("/pair", "Omar", "Omar Faris")
    await noor.presses("Propose Ada Lind")
    await mentee(stage, group, "Ida Moe")
    await noor.runs("/pair", "Ida", "Ida Moe")
    await noor.types("/me")
    await noor.types("/setup")
    await noor.types("/cancel")
    await noor.types("/connect")
    return pair


def drawn(stage: Stage) -> Iterator[Json]:
    """Every button that was ever drawn."""
    for call in stage.server.requests:
        for row in (call.arguments.mapping("reply_markup") or {}).get("inline_keyboard", []):
            yield from row


def pressable(stage: Stage) -> list[str]:
    """What every button that was ever drawn sends, but those that are meant for everybody."""
    sent = {each["callback_data"]: None for each in drawn(stage) if "callback_data" in each}
    return [data for data in sent if not data.startswith(MEANT_FOR_ALL)]


def links(stage: Stage, group: Chat) -> list[str]:
    """Every link to the bot's private chat: those that were ever drawn, and one for every action there was."""
    drawn_ones = [each["url"] for each in drawn(stage) if "url" in each]
    tokens = [data for data in pressable(stage) if not isinstance(callbacks.read(data), _FORM_PRESSES)]
    made = [to_action(stage.world.bot.username, token, group.id) for token in tokens]
    found = {url: deep_link(url) for url in (*drawn_ones, *made)}
    return [url for url, link in found.items() if link is not None and link.start is not None]


def commands(stage: Stage) -> list[str]:
    """Every command there is, as it is typed, and with what somebody might put after it."""
    typed = [f"/{name} {verb}".strip() for name, verb in stage.app.router.commands]
    return [*typed, "/pair Lina Berg", "/gap Lina Berg", "/levels Lina Berg", "/unsend", "/talk Lina"]


async def coming(stage: Stage, who: str, group: Chat) -> Resident:
    """Somebody who has no part in it."""
    match who:
        case "another mentee":
            return (await mentee(stage, group, "Pat Lee")).at_home()
        case "another mentor":
            return (await mentor(stage, group, "Pat Lee")).at_home()
        case "a member of the group":
            return stage.person("Pat Lee").joins(group).at_home()
        case "another group's moderator":
            return await moderator_elsewhere(stage)
        case _:
            return stage.person("Pat Lee")


async def moderator_elsewhere(stage: Stage) -> Resident:
    """Zoe has a group of her own with the bot and a programme in it."""
    zoe = stage.person("Zoe Falk")
    cove = await stage.forum(zoe, "Cove")
    await zoe.at(cove).types("/setup")
    await zoe.presses("Go on in private")
    await zoe.answers("Start the programme", "Get the group ready")
    return zoe


def what_there_is(stage: Stage, pair: Pair) -> dict[tuple[int, int], Json]:
    """All that is to be seen in the group and in the private chats of its people."""
    names = {"Noor Haddad", "Sam Okoro", "Lina Berg", "Omar Faris", "Ada Lind", "Ida Moe"}
    homes = [each for each in stage.world.chats.values() if each.user is not None and each.user.name in names]
    return {
        (chat.id, message.id): message.payload()
        for chat in (pair.group, *homes)
        for message in chat.messages.values()
        if message.sender is None or message.sender.name in names or message.sender is stage.world.bot.user
    }


def assert_untouched(before: Rows, now: Rows, pat: Resident) -> None:
    """Assert that no row of anybody else's is changed or gone, and that what is new is of whoever pressed."""
    own = {str(pat.id)} | {str(member) for _, _, account, member, *_ in now["accounts"] if account == str(pat.id)}
    gone = {name: {row for row in rows - now[name] if own.isdisjoint(map(str, row))} for name, rows in before.items()}
    assert not any(gone.values()), gone
    added = {name: now[name] - rows for name, rows in before.items() if now[name] - rows}
    assert set(added) <= THEIR_OWN, added
    assert all(not own.isdisjoint(map(str, row)) for rows in added.values() for row in rows), added


WHO = ["a stranger", "a member of the group", "another mentee", "another mentor", "another group's moderator"]


@pytest.mark.parametrize("who", WHO)
async def test_whoever_presses_follows_and_types_in_private_what_is_not_theirs_changes_nothing(
    stage: Stage, database: Path, who: str
) -> None:
    pair = await lived_in(stage)
    buttons, ways = pressable(stage), links(stage, pair.group)
    assert len(buttons) > 120
    assert len(ways) > 25
    pat = await coming(stage, who, pair.group)
    await pat.at_home().types("/help")
    there, rows = what_there_is(stage, pair), kept(database)

    for data in buttons:
        before = len(pat.reads())
        pressed = await pat.forges(data, on=pat.latest.message)
        await stage.settled()
        assert pressed.notice or len(pat.reads()) > before or pat.latest.is_edited, f"no answer to {data}"
    await pat.types("/cancel")
    for way in ways:
        before = len(pat.reads())
        await pat.follows(way)
        await stage.settled()
        assert len(pat.reads()) > before + 1, f"no answer to {way}"
        await pat.sends("/cancel")
    await types_everything(stage, pat)

    assert what_there_is(stage, pair) == there
    assert_untouched(rows, kept(database), pat)
    assert_nothing_said(pat, who)


@pytest.mark.parametrize("who", ["a member of the group", "another mentee"])
async def test_whoever_presses_and_types_in_the_group_what_is_not_theirs_changes_nothing(
    stage: Stage, database: Path, who: str
) -> None:
    pair = await lived_in(stage)
    buttons = pressable(stage)
    pat = (await coming(stage, who, pair.group)).at(pair.group)
    there, rows = what_there_is(stage, pair), kept(database)
    pinned = next(seen.message for seen in pat.reads() if seen.is_pinned)

    for data in buttons:
        before = len(pat.reads())
        pressed = await pat.forges(data, on=pinned)
        await stage.settled()
        assert pressed.notice or pressed.opened, f"no answer to {data}"
        assert len(pat.reads()) == before, f"{data} was answered for all to read"
    await types_everything(stage, pat)

    assert {where: what for where, what in what_there_is(stage, pair).items() if where in there} == there
    assert_untouched(rows, kept(database), pat)
    assert_nothing_said(pat, who)


async def types_everything(stage: Stage, pat: Resident) -> None:
    """Type every command where they are, each of which is answered."""
    place, typed = pat.chat, commands(stage)
    assert len(typed) > 20
    for command in typed:
        before = len(pat.reads(place))
        await pat.at(place).types(command)
        assert len(pat.reads(place)) > before + 1, f"no answer to {command}"
        await pat.at_home().types("/cancel")


def assert_nothing_said(pat: Resident, who: str) -> None:
    """Assert that they read nothing that isn't for them, and no fault."""
    told = [seen.text for seen in pat.reads(pat.home) if seen.message.sender is not pat.user]
    hidden = (*SECRETS, "Lina Berg", "Sam Okoro") if who in {WHO[0], WHO[4]} else SECRETS
    for text in (*told, *(str(pressed.notice) for pressed in pat.pressed)):
        assert not any(secret in text for secret in hidden), text
        assert "Something went wrong" not in text
