"""A core that is slow: a modal stands behind Continue, an answer comes after its acknowledgement."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.discord.server.app import DiscordServer
from tests.discord.server.interactions import Answer, Kind
from tests.stories.discord.beginnings import couple, mentee, programme, rooms, shares
from tests.stories.discord.stage import CONTINUE, LATE, Stage


class Wavering:
    """Waits for no answer, and for every other modal only."""

    answer, search = 0.0, 5.0

    def __init__(self) -> None:
        self._waits = True

    @property
    def form(self) -> float:
        """Seconds for a modal."""
        self._waits = not self._waits
        return 5.0 if self._waits else 0.0


@pytest.fixture
async def stage(
    server: DiscordServer, data_dir: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Stage]:
    """The program, with an adapter that hardly has the patience for it."""
    monkeypatch.setattr("bot.adapters.discord.interactions.Patience", Wavering)
    async with Stage(server, data_dir, sqlite_url).open() as stage:
        yield stage


async def test_everything_goes_on_all_the_same(stage: Stage) -> None:
    pair = await couple(stage)
    thread = await shares(stage, pair)
    await pair.mentor.at(thread).presses("Cheer")
    await pair.mentee.menu_on(pair.mentee.says("My talk was accepted!"), "Add to my growth thread")
    await pair.mentee.presses(CONTINUE)
    await pair.mentee.completes_form(sure=True)

    assert "Cheer (1)" in pair.mentee.finds("Week 1, Lina Berg").buttons
    pair.mentor.finds("A note of Lina Berg’s", "My talk was accepted!")
    assert len(rooms(stage)) == 1
    answered = {each.answer for each in stage.server.interactions.all if each.kind is Kind.COMMAND}
    assert Answer.MODAL not in answered
    assert Answer.THINKING in answered


async def test_what_was_given_with_a_late_command_is_kept(stage: Stage) -> None:
    await programme(stage)
    lina = await mentee(stage)

    await lina.types("/goal add", title="Speak up", due="2026-12-01")
    await lina.presses(CONTINUE)
    await lina.completes_form()

    assert "Speak up" in lina.latest.text
    assert "due 1 December 2026" in lina.latest.text


async def test_nothing_of_the_stand_in_stays(stage: Stage) -> None:
    await programme(stage)
    lina = await mentee(stage)

    assert not [seen.text for seen in lina.everything() if LATE in seen.text]
