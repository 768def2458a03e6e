"""The whole loop where Telegram brings its updates: with the secret or not, twice, late, slowly, out of order."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import make_url

from bot.core.ui.inbound import Inbound, Spoken
from tests.stories.telegram.beginnings import CHALLENGE, LEARNED, NEXT, Pair, couple
from tests.stories.telegram.behind_a_proxy import PUBLIC, CalledStage
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.webhooks import HEADER

WEEK = (LEARNED, CHALLENGE, "Skip", NEXT, "Good", "Done", "Send check-in")
GROWTH = "Lina Berg’s growth"


@pytest.fixture
async def stage(server: TelegramServer, data_dir: Path, sqlite_url: str) -> AsyncIterator[CalledStage]:
    """The program as Telegram calls it, with nobody there yet."""
    async with CalledStage(server, data_dir, sqlite_url).open() as stage:
        yield stage


@pytest.fixture
async def on_either(server: TelegramServer, data_dir: Path, database_url: str) -> AsyncIterator[CalledStage]:
    """The same over each kind of database."""
    async with CalledStage(server, data_dir, database_url).open() as stage:
        yield stage


async def loop(stage: CalledStage) -> Pair:
    """From /setup in a forum to a growth entry."""
    pair = await couple(stage)
    await pair.mentee.types("Hello Sam")
    await pair.mentor.replies_to(pair.mentor.finds("Lina Berg: Hello Sam"), "Welcome aboard")
    await stage.settled()
    await stage.monday()
    await pair.mentee.presses("Answer check-in")
    await pair.mentee.answers(*WEEK)
    return pair


def assert_closed(pair: Pair) -> None:
    """Everything that the loop is about stands where it belongs, once."""
    for each, words in ((pair.mentor, "Lina Berg: Hello Sam"), (pair.mentee, "Sam Okoro: Welcome aboard")):
        assert sum(words in seen.text for seen in each.everything()) == 1
    assert pair.mentee.finds("Sam Okoro: Welcome aboard").answers_to == pair.mentee.finds("Hello Sam")
    for text, reader in (
        ("Week 1 is in", pair.mentee),
        ("Lina Berg’s check-in, week 1", pair.mentor),
        ("Week 1, Lina Berg", pair.moderator),
        ("Sam Okoro said yes to Lina Berg", pair.moderator),
    ):
        assert sum(text in seen.text for seen in reader.everything()) == 1, text
    assert pair.moderator.sees("Week 1, Lina Berg", LEARNED, chat=pair.group, topic=GROWTH)


async def test_the_loop_closes_and_everything_that_is_brought_is_taken_the_first_time(on_either: CalledStage) -> None:
    pair = await loop(on_either)

    assert_closed(pair)
    webhooks = on_either.server.webhooks
    assert on_either.server.asked("getUpdates") == []
    assert webhooks.url.startswith(f"{PUBLIC}/telegram/")
    assert webhooks.secret
    assert {each.status for each in webhooks.attempts} == {200}
    assert len(webhooks.attempts) == len(on_either.server.updates.made) > 50


async def test_who_does_not_know_the_secret_or_the_address_has_nothing_happen(
    stage: CalledStage, sqlite_url: str
) -> None:
    pair = await couple(stage)
    lina = pair.mentee
    accept = {"update_id": 7, "message": (await lina.sends("/goal_add")).message.payload()}
    await stage.settled()
    await lina.answers("Lead two reviews")
    secret, address = stage.server.webhooks.secret, stage.server.webhooks.url.replace(PUBLIC, stage.app.url)
    answer = {"update_id": 7, "message": {**accept["message"], "message_id": 900, "text": "Forged"}}  # type: ignore[dict-item]  # JSON
    screens, rows, calls = screens_of(pair), rows_of(sqlite_url), len(stage.server.requests)

    async with httpx2.AsyncClient() as forger:
        for headers in ({}, {HEADER: ""}, {HEADER: "another"}, {HEADER: f"{secret}x"}, {HEADER: str(secret)[:-1]}):
            assert (await forger.post(address, json=answer, headers=headers)).status_code == 401
        for elsewhere in (f"{stage.app.url}/telegram/", f"{stage.app.url}/telegram/webhook", address[:-1]):
            refused = await forger.post(elsewhere, json=answer, headers={HEADER: str(secret)})
            assert refused.status_code == 404
        assert (await forger.get(address, headers={HEADER: str(secret)})).status_code == 405
    await stage.settled()

    assert (screens_of(pair), rows_of(sqlite_url)) == (screens, rows)
    assert len(stage.server.requests) == calls, "nobody was told anything"


async def test_everything_that_is_brought_twice_happens_once(stage: CalledStage) -> None:
    stage.server.updates.twice_share = 1.0

    pair = await loop(stage)

    assert_closed(pair)
    assert {each.status for each in stage.server.webhooks.attempts} == {200}
    assert len(stage.server.webhooks.attempts) == 2 * len(stage.server.updates.made)


async def test_what_waits_while_the_program_is_down_is_brought_afterwards_in_order(stage: CalledStage) -> None:
    pair = await couple(stage)
    said = [f"word {number}" for number in range(5)]
    await stage.stop()
    for word in said:
        await pair.mentee.sends(word)
    while not any(each.status == 0 for each in stage.server.webhooks.attempts):  # noqa: ASYNC110  it lists them, and no more
        await asyncio.sleep(0.01)
    assert len(stage.server.updates.pending) == 5

    await stage.start()

    assert words_of_lina(pair) == said
    assert {each.status for each in stage.server.webhooks.attempts} == {0, 200}


async def test_a_slow_core_keeps_telegram_waiting_for_nothing(stage: CalledStage) -> None:
    pair = await couple(stage)
    sam, lina = pair.mentor, pair.mentee
    is_awake = asyncio.Event()

    async def slowly(inbound: Inbound) -> None:
        if inbound.origin.account == str(lina.id):
            await is_awake.wait()

    stage.before_each = slowly
    said = [f"word {number}" for number in range(40)]
    for word in said:
        await lina.sends(word)
    async with asyncio.timeout(5):
        await stage.server.updates.all_confirmed()
    assert await stage.kept() == len(said), "taken, kept, and not dealt with yet"
    await sam.sends("/me")
    await sam.until(lambda: sam.sees("Where you stand, Sam Okoro"), "an answer to somebody else")
    assert words_of_lina(pair) == []
    is_awake.set()
    await stage.settled()

    assert words_of_lina(pair) == said
    assert {each.status for each in stage.server.webhooks.attempts} == {200}


async def test_what_was_kept_and_not_dealt_with_is_dealt_with_by_the_next_program(stage: CalledStage) -> None:
    pair = await couple(stage)
    said = [f"word {number}" for number in range(10)]

    async def never(inbound: Inbound) -> None:
        if isinstance(inbound, Spoken):
            raise asyncio.CancelledError  # as at an end in the middle of it

    stage.before_each = never
    for word in said:
        await pair.mentee.sends(word)
    await stage.server.updates.all_confirmed()
    await stage.stop()
    stage.before_each = None
    await stage.start()

    assert words_of_lina(pair) == said
    assert len(stage.server.webhooks.attempts) == len(stage.server.updates.made), (
        "Telegram had been told the first time"
    )


@pytest.mark.parametrize("scattered", [0.05, 0.3])
async def test_what_several_connections_bring_out_of_order_is_taken_in_in_order(
    stage: CalledStage, scattered: float
) -> None:
    pair = await couple(stage)
    said = [f"word {number}" for number in range(60)]
    stage.server.webhooks.scatters = scattered
    for word in said:
        await pair.mentee.sends(word)
    await stage.settled()

    told = [each.update for each in stage.server.webhooks.attempts][-len(said) :]
    assert told != sorted(told), "they did come out of order"
    assert words_of_lina(pair) == said
    spoken = [each.speech.text for each in stage.taken_in if isinstance(each, Spoken)]
    assert spoken == said


def words_of_lina(pair: Pair) -> list[str]:
    """What of hers Sam reads, oldest first."""
    return [seen.words.rpartition("Lina Berg: ")[2] for seen in pair.mentor.reads() if "Lina Berg: word" in seen.words]


def screens_of(pair: Pair) -> list[str]:
    """All that the three can read."""
    return [each.screen() for each in (pair.moderator, pair.mentor, pair.mentee)]


def rows_of(url: str) -> dict[str, list[tuple[object, ...]]]:
    """All that is kept."""
    with sqlite3.connect(f"file:{make_url(url).database}?mode=ro", uri=True) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608  the schema's own names
