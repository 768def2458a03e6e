"""A room is for those who are in it: no route, no stream and no number of a message says more to anybody else."""

import httpx2
import pytest

from bot.adapters.webchat.server import accounts, journal, messages, places
from bot.adapters.webchat.server.errors import NoSuchMessage, NoSuchPlace
from bot.adapters.webchat.server.model import Happening
from bot.core.effects import Done, OpenRoom, SendMessage, ToPlace
from bot.core.ui.views import View
from tests.adapters.webchat.conftest import Chat

SECRET = "what Priya told Mei"


@pytest.fixture
async def room(chat: Chat, client: httpx2.AsyncClient) -> str:
    """A room of Priya and Mei in which both, and the bot, have spoken."""
    outcome = await chat.surface.deliver(OpenRoom("harbour", "Quiet", ("priya", "mei")), "room")
    assert isinstance(outcome, Done)
    await chat.surface.deliver(SendMessage(ToPlace(outcome.external_id), View(SECRET)), "guide")
    answer = await client.post(f"/as/priya/in/{outcome.external_id}/say", data={"line": SECRET, "update": "1"})
    assert answer.status_code == 200
    return outcome.external_id


@pytest.mark.parametrize("stranger", ["amara", "tomasz", "nobody"])
@pytest.mark.parametrize(
    "route", ["", "/places", "/guide", "/commands", "/search?source=role&text=", "/events?after=0", "?before=99"]
)
async def test_a_stranger_reads_nothing(client: httpx2.AsyncClient, room: str, stranger: str, route: str) -> None:
    answer = await client.get(f"/as/{stranger}/in/{room}{route}")
    assert answer.status_code == 404
    assert SECRET not in answer.text
    assert "Quiet" not in answer.text


@pytest.mark.parametrize("route", ["say", "press", "form", "cancel", "dismiss", "read"])
async def test_a_stranger_does_nothing(chat: Chat, client: httpx2.AsyncClient, room: str, route: str) -> None:
    window = await chat.platform.ask(messages.window, "mei", room)
    for message in window.messages:
        facts = {"message": str(message.id), "token": "t", "line": "intruder", "seq": "1", "update": "1"}
        for place in (room, "direct-tomasz"):
            answer = await client.post(f"/as/tomasz/in/{place}/{route}", data=facts)
            assert SECRET not in answer.text
            if place == room or route in {"press", "form", "cancel", "dismiss"}:
                assert answer.status_code == 404
    assert (await chat.platform.ask(messages.window, "mei", room)).messages == window.messages


async def test_a_stranger_hears_nothing(chat: Chat, room: str) -> None:
    heard = await chat.platform.ask(journal.after, "tomasz", 0, 100)
    assert {entry.place for entry in heard} <= {""}
    assert room in {entry.place for entry in await chat.platform.ask(journal.after, "mei", 0, 100)}


async def test_a_strangers_page_does_not_name_the_room(client: httpx2.AsyncClient, room: str) -> None:
    page = (await client.get("/as/tomasz/in/lobby")).text
    assert "Quiet" not in page
    assert room not in page


async def test_an_answer_for_one_is_for_one(chat: Chat, client: httpx2.AsyncClient) -> None:
    await client.post("/as/priya/in/lobby/say", data={"line": "/show", "update": "1"})
    assert "Everything a view can hold" in (await client.get("/as/priya/in/lobby")).text
    assert "Everything a view can hold" not in (await client.get("/as/mei/in/lobby")).text
    (mine,) = (await chat.platform.ask(messages.window, "priya", "lobby")).messages
    with pytest.raises(NoSuchMessage):
        await chat.platform.ask(messages.find_visible, "mei", mine.id)
    heard = await chat.platform.ask(journal.after, "mei", 0, 100)
    assert Happening.MESSAGE not in {entry.kind for entry in heard}


async def test_who_left_sees_nothing_until_they_come_back(chat: Chat, client: httpx2.AsyncClient, room: str) -> None:
    await chat.platform.ask(accounts.set_present, "priya", present=False)
    page = await client.get(f"/as/priya/in/{room}")
    assert page.status_code == 200
    assert SECRET not in page.text
    assert "has left" in page.text
    with pytest.raises(NoSuchPlace):
        await chat.platform.ask(places.find_visible, "priya", room)
    assert await chat.platform.ask(journal.after, "priya", 0, 100) == await chat.platform.ask(
        journal.after, "nobody", 0, 100
    )
    await chat.platform.ask(accounts.set_present, "priya", present=True)
    assert SECRET in (await client.get(f"/as/priya/in/{room}")).text
