"""Windows that are told what happens: nothing missing, nothing doubled, whatever becomes of the line."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx2
from sse_starlette import ServerSentEvent

from bot.adapters.webchat.desk import Desk
from bot.adapters.webchat.live import Live
from bot.adapters.webchat.render import Templates, Viewer
from bot.adapters.webchat.server import accounts, messages, places
from bot.adapters.webchat.server.platform import Platform
from bot.adapters.webchat.showing import Showing
from bot.core.effects import Done, RemoveMessage, SendMessage, ToAccount
from bot.core.ui.views import View
from tests.adapters.webchat.conftest import Chat, Server
from tests.adapters.webchat.fakes import FakeClock, FakePainter

Told = tuple[str, int | None, dict[str, object]]


class Window:
    """One open stream, read event by event."""

    def __init__(self, chat: Chat, account: str, place: str, after: int) -> None:
        templates = Templates(chat.conversation)
        showing = Showing(templates, chat.conversation, FakePainter())
        self._chat, self._account, self._place, self._after = chat, account, place, after
        self.live = Live(Desk(chat.platform, chat.conversation, chat.clock, templates, showing))

    async def stream(self) -> AsyncGenerator[Told]:
        account = await self._chat.platform.ask(accounts.find, self._account)
        place = await self._chat.platform.ask(places.find, self._place)
        viewer = Viewer(account, "en", ZoneInfo("UTC"))
        async with aclosing(self.live.stream(viewer, place, self._after)) as events:
            async for event in events:
                yield _told(event)

    async def until_quiet(self) -> list[Told]:
        """Read all there is: the guide's stir comes when the journal is read to its end."""
        told: list[Told] = []
        async with aclosing(self.stream()) as events:
            async for each in events:
                told.append(each)
                if each[0] == "stir":
                    break
        return told


def _told(event: ServerSentEvent) -> Told:
    return str(event.event), None if event.id is None else int(event.id), json.loads(str(event.data))


async def say(chat: Chat, text: str, update: str) -> int:
    return await chat.platform.ask(messages.say, "mei", "lobby", text, update, chat.clock.at)


async def test_a_window_that_comes_back_hears_the_rest_once(chat: Chat) -> None:
    ids = [await say(chat, f"number {number}", str(number)) for number in range(130)]
    read: list[object] = []
    after = 0
    while told := [each for each in await Window(chat, "priya", "lobby", after).until_quiet() if each[0] == "message"]:
        kept = told[:37]  # the line breaks here
        read += [each[2]["id"] for each in kept]
        after = kept[-1][1] or 0
    assert read == ids


async def test_the_page_and_the_stream_after_it_show_everything_once(chat: Chat) -> None:
    first = await say(chat, "before", "1")
    page = await chat.platform.ask(messages.window, "priya", "lobby")
    second = await say(chat, "after", "2")
    told = await Window(chat, "priya", "lobby", page.seq).until_quiet()
    assert [message.id for message in page.messages] == [first]
    assert [each[2]["id"] for each in told if each[0] == "message"] == [second]


async def test_edits_and_removals_are_told_as_they_stand_now(chat: Chat) -> None:
    target = ToAccount("priya")
    kept, gone = [await chat.surface.deliver(SendMessage(target, View(each)), each) for each in ("kept", "gone")]
    assert isinstance(kept, Done)
    assert isinstance(gone, Done)
    await chat.surface.deliver(SendMessage(target, View("edited"), replaces=kept.external_id), "edit")
    await chat.surface.deliver(RemoveMessage(target, gone.external_id), "remove")
    told = await Window(chat, "priya", "direct-priya", 0).until_quiet()
    shown = {each[2]["id"]: str(each[2]["html"]) for each in told if each[0] == "message"}
    assert list(shown) == [int(kept.external_id)]
    assert "edited" in shown[int(kept.external_id)]
    assert {each[2]["id"] for each in told if each[0] == "removed"} == {int(gone.external_id)}


async def test_another_place_is_told_of_without_its_words(chat: Chat) -> None:
    await say(chat, "in the lobby", "1")
    told = await Window(chat, "priya", "direct-priya", 0).until_quiet()
    assert "in the lobby" not in str(told)
    assert ("places", {"place": "lobby", "kind": "message"}) in [(each[0], each[2]) for each in told]


async def test_a_waiting_window_is_woken(chat: Chat) -> None:
    events = Window(chat, "priya", "lobby", 10_000).stream()
    async with aclosing(events):
        assert (await anext(events))[0] == "clock"
        assert (await anext(events))[0] == "stir"
        waiting = asyncio.ensure_future(anext(events))
        chat.platform.bell.turn()
        kind, _, clock = await waiting
    assert (kind, clock) == ("clock", {"now": chat.clock.at.isoformat(), "zone": "Europe/Berlin", "busy": False})


async def test_who_leaves_is_told_to_go(chat: Chat) -> None:
    events = Window(chat, "priya", "lobby", 10_000).stream()
    async with aclosing(events):
        await anext(events)
        await anext(events)
        await chat.platform.ask(accounts.set_present, "priya", present=False)
        assert [each[0] async for each in events] == ["gone"]


async def test_a_closed_window_leaves_nothing_behind(chat: Chat) -> None:
    await Window(chat, "priya", "lobby", 0).until_quiet()
    chat.platform.bell.ring()
    assert not chat.platform.bell._listeners  # noqa: SLF001 - a leak shows nowhere else


async def test_last_event_id_says_how_far_a_browser_has_read(server: Server) -> None:
    async with httpx2.AsyncClient(base_url=server.url) as client:
        headers = {"Origin": server.url, "Accept": "application/json"}
        for number in range(3):
            data = {"line": f"number {number}", "update": str(number)}
            await client.post("/as/mei/in/lobby/say", data=data, headers=headers)
        read: list[str] = []
        last = "0"
        while "number 2" not in str(read):
            async with client.stream("GET", "/as/priya/in/lobby/events", headers={"Last-Event-ID": last}) as answer:
                async for line in answer.aiter_lines():
                    if line.startswith("id:"):
                        last = line.removeprefix("id:").strip()
                    if line.startswith("data:") and "html" in line:
                        read.append(json.loads(line.removeprefix("data:"))["html"])
                        break
    assert [f"number {number}" in html for number, html in enumerate(read)] == [True, True, True]


def test_everything_is_there_after_a_restart(tmp_path: Path) -> None:
    async def before() -> int:
        clock = FakeClock()
        chat = Chat(Platform(tmp_path / "kept.sqlite", clock.reading), clock)
        said = await say(chat, "still here", "1")
        chat.platform.close()
        return said

    async def after(said: int) -> None:
        clock = FakeClock()
        chat = Chat(Platform(tmp_path / "kept.sqlite", clock.reading), clock)
        assert await say(chat, "still here", "1") == said, "the same words sent again are the same message"
        window = await chat.platform.ask(messages.window, "priya", "lobby")
        assert [message.body for message in window.messages] == ["still here"]
        chat.platform.close()

    asyncio.run(after(asyncio.run(before())))
