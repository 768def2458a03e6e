"""What a persona does and what stands in the place afterwards."""

import sqlite3

import httpx2
import pytest

from bot.adapters.webchat.server import messages, places
from bot.adapters.webchat.server.messages import LONGEST_MESSAGE
from bot.adapters.webchat.server.model import Message
from bot.core.effects import ArchiveRoom, Done, OpenRoom, OpenThread, SendMessage, ToAccount
from bot.core.ui.inbound import (
    ActionPressed,
    Arrived,
    CommandCalled,
    Commented,
    Departed,
    FormAnswered,
    FormCancelled,
    Said,
    Where,
)
from bot.core.ui.views import View
from tests.adapters.webchat.conftest import Chat
from tests.adapters.webchat.fakes import EVERYTHING

DIRECT = "/as/priya/in/direct-priya"
LOBBY = "/as/priya/in/lobby"


async def standing(chat: Chat, place: str, account: str = "priya") -> tuple[Message, ...]:
    return (await chat.platform.ask(messages.window, account, place)).messages


async def opened(client: httpx2.AsyncClient, base: str = DIRECT) -> int:
    answer = await client.post(f"{base}/say", data={"line": "/form", "update": "open"})
    return int(answer.json()["opened"])


async def test_words_in_a_channel_are_for_everybody_and_said_once(chat: Chat, client: httpx2.AsyncClient) -> None:
    for _ in range(2):
        answer = await client.post(f"{LOBBY}/say", data={"line": " Hello, all ", "update": "same"})
        assert answer.status_code == 200
    (message,) = await standing(chat, "lobby", "mei")
    assert (message.body, message.author) == ("Hello, all", "priya")
    assert chat.conversation.heard == [], "words among people are no business of the bot's"


async def test_words_to_the_bot_reach_it(chat: Chat, client: httpx2.AsyncClient) -> None:
    await client.post(f"{DIRECT}/say", data={"line": "hi", "update": "u1"})
    (said,) = chat.conversation.heard
    assert isinstance(said, Said)
    assert (said.text, said.origin.where, said.origin.update) == ("hi", Where.PRIVATE, "priya:u1")
    assert [message.author for message in await standing(chat, "direct-priya")] == ["priya", None]


async def test_a_browser_s_zone_is_where_its_people_are_unless_they_say_otherwise(
    chat: Chat, client: httpx2.AsyncClient
) -> None:
    for zone in ("America%2FBogota", "Nowhere%2FAt_all", ""):
        client.cookies.set("menteo-zone", zone)
        await client.post(f"{DIRECT}/say", data={"line": "hi", "update": zone})
    await client.post("/as/priya/change", data={"name": "Priya Nair", "language": "en", "zone": "Europe/Lisbon"})
    client.cookies.set("menteo-zone", "America%2FBogota")
    await client.post(f"{DIRECT}/say", data={"line": "hi", "update": "moved"})

    said = [each.origin.zone for each in chat.conversation.heard if isinstance(each, Said)]
    assert said == ["America/Bogota", "", "", "Europe/Lisbon"]


async def test_words_in_a_growth_thread_are_a_comment_whatever_they_say(chat: Chat, client: httpx2.AsyncClient) -> None:
    thread = await chat.surface.deliver(OpenThread("harbour", "Mei’s growth", "mei"), "thread:mei")
    assert isinstance(thread, Done)
    await client.post(f"/as/priya/in/{thread.external_id}/say", data={"line": "Well done!", "update": "1"})
    origin = chat.conversation.heard[0].origin
    assert chat.conversation.heard == [Commented(origin)]
    assert (origin.account, origin.place, origin.where) == ("priya", thread.external_id, Where.COMMUNITY)
    assert [message.body for message in await standing(chat, thread.external_id, "mei")] == ["Well done!"]


async def test_a_command_reaches_the_core_with_who_and_where(chat: Chat, client: httpx2.AsyncClient) -> None:
    headers = {"Accept-Language": "es-ES,es;q=0.9"}
    await client.post("/as/amara/in/lobby/say", data={"line": "/goal add Lead", "update": "1"}, headers=headers)
    (called,) = chat.conversation.heard
    assert isinstance(called, CommandCalled)
    assert (called.name, called.verb, called.text) == ("goal", "add", "Lead")
    origin = called.origin
    assert (origin.platform, origin.community, origin.account, origin.place) == ("webchat", "harbour", "amara", "lobby")
    assert (origin.where, origin.is_administrator, origin.language) == (Where.COMMUNITY, True, "es-ES")


async def test_the_same_command_sent_twice_is_answered_once(chat: Chat, client: httpx2.AsyncClient) -> None:
    for _ in range(2):
        await client.post(f"{LOBBY}/say", data={"line": "/show", "update": "same"})
    assert len(await standing(chat, "lobby")) == 1


async def test_an_answer_for_all_says_who_asked(chat: Chat, client: httpx2.AsyncClient) -> None:
    await client.post(f"{LOBBY}/say", data={"line": "/tell my secret plan", "update": "1"})
    (message,) = await standing(chat, "lobby", "mei")
    assert message.caption == "Priya Nair: /tell"


async def test_a_button_edits_its_message_where_it_stands(chat: Chat, client: httpx2.AsyncClient) -> None:
    sent = await chat.surface.deliver(SendMessage(ToAccount("priya"), EVERYTHING), "k")
    assert isinstance(sent, Done)
    press = {"message": sent.external_id, "token": "edit:1:mac", "update": "1"}
    answer = (await client.post(f"{DIRECT}/press", data=press)).json()
    assert [each["id"] for each in answer["changed"]] == [int(sent.external_id)]
    assert "Edited where it stood" in answer["changed"][0]["html"]
    assert isinstance(chat.conversation.heard[0], ActionPressed)


async def test_a_forged_button_is_the_cores_to_refuse(client: httpx2.AsyncClient) -> None:
    answer = await client.post(f"{LOBBY}/say", data={"line": "/show", "update": "1"})
    message = answer.json()["changed"][0]["id"]
    answer = await client.post(f"{LOBBY}/press", data={"message": message, "token": "made:up", "update": "2"})
    assert "isn’t one of ours" in answer.json()["changed"][0]["html"]


async def test_errors_keep_what_was_typed_and_thanks_take_the_forms_place(
    chat: Chat, client: httpx2.AsyncClient
) -> None:
    card = await opened(client)
    wrong = {"message": card, "update": "1", "final": "yes", "a.short": "Harbour", "a.hours": "99"}
    answer = (await client.post(f"{DIRECT}/form", data=wrong)).json()
    assert answer["opened"] == card
    assert "Sorry: out-of-range." in answer["changed"][0]["html"]
    assert 'value="99"' in answer["changed"][0]["html"]
    right = {
        "a.choice": "up",
        "a.many": "3",
        "a.several": ["en", "es"],
        "a.role": "staff",
        "a.zone": "Europe/Berlin",
        "a.hours": "5",
        "a.day": "2026-12-01",
        "a.agree": "yes",
    }
    answer = (await client.post(f"{DIRECT}/form", data={**wrong, **right, "update": "2"})).json()
    assert answer["opened"] is None
    assert "Your answers are in." in answer["changed"][0]["html"]
    (message,) = await standing(chat, "direct-priya")
    assert message.id == card
    last = chat.conversation.heard[-1]
    assert isinstance(last, FormAnswered)
    assert (last.final, last.answers["several"], last.answers["scale"]) == (True, ("en", "es"), ())


async def test_a_form_sent_again_after_its_answer_changes_nothing(chat: Chat, client: httpx2.AsyncClient) -> None:
    card = await opened(client)
    await client.post(f"{DIRECT}/cancel", data={"message": card, "update": "1"})
    assert isinstance(chat.conversation.heard[-1], FormCancelled)
    assert await standing(chat, "direct-priya") == ()
    answer = await client.post(f"{DIRECT}/form", data={"message": card, "update": "2", "final": "yes"})
    assert (answer.status_code, "no longer there" in answer.json()["trouble"]) == (404, True)


async def test_a_command_sent_again_finds_the_form_that_it_opened(chat: Chat, client: httpx2.AsyncClient) -> None:
    first = await opened(client)
    chat.conversation.done.clear()  # opening a form is a read, which the core does as often as it is asked
    answer = (await client.post(f"{DIRECT}/say", data={"line": "/form", "update": "open"})).json()
    assert (answer["opened"], answer["removed"]) == (first, [])
    assert [message.id for message in await standing(chat, "direct-priya")] == [first]


async def test_wrong_answers_sent_again_find_their_form_with_its_errors(client: httpx2.AsyncClient) -> None:
    wrong = {"message": await opened(client), "update": "1", "final": "yes", "a.hours": "99"}
    for _ in range(2):
        answer = (await client.post(f"{DIRECT}/form", data=wrong)).json()
        assert answer["opened"] == wrong["message"]
        assert "Sorry: out-of-range." in answer["changed"][0]["html"]


async def test_a_form_put_away_twice_under_one_name_is_put_away(client: httpx2.AsyncClient) -> None:
    card = await opened(client)
    for _ in range(2):
        answer = await client.post(f"{DIRECT}/cancel", data={"message": card, "update": "1"})
        assert (answer.status_code, answer.json()["removed"]) == (200, [card])


async def test_a_half_filled_form_is_kept_over_a_reload(chat: Chat, client: httpx2.AsyncClient) -> None:
    card = await opened(client)
    half = {"message": card, "update": "1", "final": "no", "a.long": "Half a thought", "a.role": "staff"}
    await client.post(f"{DIRECT}/form", data=half)
    page = (await client.get(DIRECT)).text
    assert "Half a thought" in page
    assert 'value="Staff engineer"' in page, "a chosen option is shown by its name"
    last = chat.conversation.heard[-1]
    assert isinstance(last, FormAnswered)
    assert not last.final


async def test_a_file_is_read_as_text(chat: Chat, client: httpx2.AsyncClient) -> None:
    card = await opened(client)
    file = {"a.file": ("people.csv", "name\nZoë".encode(), "text/csv")}
    await client.post(f"{DIRECT}/form", data={"message": str(card), "update": "1", "final": "no"}, files=file)
    answered = chat.conversation.heard[-1]
    assert isinstance(answered, FormAnswered)
    assert answered.answers["file"] == ("name\nZoë",)


async def test_the_same_form_opened_again_takes_the_place_of_the_first(chat: Chat, client: httpx2.AsyncClient) -> None:
    first = await opened(client)
    answer = (await client.post(f"{DIRECT}/say", data={"line": "/form", "update": "again"})).json()
    assert answer["removed"] == [first]
    assert [message.id for message in await standing(chat, "direct-priya")] == [answer["opened"]]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [("x" * (LONGEST_MESSAGE + 1), "too long"), ("   ", "Type something"), ("", "Type something")],
    ids=["long", "blank", "empty"],
)
async def test_what_cannot_be_said_gets_a_sentence(client: httpx2.AsyncClient, line: str, sentence: str) -> None:
    answer = await client.post(f"{LOBBY}/say", data={"line": line, "update": "1"})
    assert (answer.status_code, sentence in answer.json()["trouble"]) == (422, True)


@pytest.mark.parametrize("line", ["hello", "/show"])
async def test_an_archived_room_takes_nothing_more(chat: Chat, client: httpx2.AsyncClient, line: str) -> None:
    room = await chat.surface.deliver(OpenRoom("harbour", "Past", ("priya",)), "room")
    assert isinstance(room, Done)
    await chat.surface.deliver(ArchiveRoom(room.external_id), "archive")
    base = f"/as/priya/in/{room.external_id}"
    answer = await client.post(f"{base}/say", data={"line": line, "update": "1"})
    assert (answer.status_code, "read-only" in answer.json()["trouble"]) == (409, True)
    assert 'data-testid="composer"' not in (await client.get(base)).text


async def test_only_ones_own_answers_can_be_dismissed(chat: Chat, client: httpx2.AsyncClient) -> None:
    mine = (await client.post(f"{LOBBY}/say", data={"line": "/show", "update": "1"})).json()["changed"][0]["id"]
    shared = (await client.post(f"{LOBBY}/say", data={"line": "hi", "update": "2"})).json()["changed"][0]["id"]
    assert (await client.post(f"{LOBBY}/dismiss", data={"message": mine})).json()["removed"] == [mine]
    assert (await client.post(f"{LOBBY}/dismiss", data={"message": shared})).status_code == 404
    assert [message.id for message in await standing(chat, "lobby")] == [shared]


async def test_unread_counts_what_others_said_until_it_is_read(chat: Chat, client: httpx2.AsyncClient) -> None:
    await client.post(f"{LOBBY}/say", data={"line": "hi", "update": "1"})

    async def unread(account: str) -> int:
        found = await chat.platform.ask(places.visible, account)
        return next(each.unread for each in found if each.id == "lobby")

    assert (await unread("mei"), await unread("priya")) == (1, 0)
    await client.post("/as/mei/in/lobby/read", data={"seq": "999999"})
    assert await unread("mei") == 0
    await client.post(f"{LOBBY}/say", data={"line": "and again", "update": "2"})
    assert await unread("mei") == 1, "nobody has read what isn't said yet"


async def test_somebody_new_comes_changes_leaves_and_returns(chat: Chat, client: httpx2.AsyncClient) -> None:
    assert (await client.post("/people", data={"name": "  Zoë  Quist "})).json() == {"to": "/as/zoe/in/lobby"}
    assert (await client.post("/people", data={"name": "zoë quist"})).status_code == 409
    await client.post("/as/zoe/change", data={"name": "Zoë Q.", "language": "es", "zone": "Europe/Lisbon"})
    await client.post("/as/zoe/leave")
    assert (await client.post("/as/zoe/in/lobby/say", data={"line": "hi"})).status_code == 404
    await client.post("/as/zoe/return")
    kinds = [type(each) for each in chat.conversation.heard]
    assert kinds == [Arrived, Arrived, Departed, Arrived]
    origin = chat.conversation.heard[-1].origin
    assert (origin.name, origin.language, origin.zone) == ("Zoë Q.", "es", "Europe/Lisbon")


async def test_the_clock_moves_for_everybody(chat: Chat, client: httpx2.AsyncClient) -> None:
    before = chat.clock.at
    await client.post("/as/priya/clock", data={"step": "hour"})
    assert (chat.clock.at - before).total_seconds() == 3600
    assert (await client.post("/as/priya/clock", data={"step": "year"})).status_code == 400


async def test_completions_are_for_who_asks(client: httpx2.AsyncClient) -> None:
    def names(answer: httpx2.Response) -> set[str]:
        return {each["typed"] for each in answer.json()}

    moderator = names(await client.get("/as/amara/in/lobby/commands"))
    assert moderator - names(await client.get("/as/priya/in/lobby/commands")) == {"setup"}
    found = (await client.get(f"{LOBBY}/search", params={"source": "role", "text": "sta"})).json()
    assert [each["label"] for each in found] == ["Staff engineer"]


async def test_the_guide_shows_the_step_and_who_takes_it(client: httpx2.AsyncClient) -> None:
    assert 'data-testid="guide-as"' in (await client.get(f"{LOBBY}/guide")).text
    assert 'data-testid="guide-do"' in (await client.get("/as/amara/in/lobby/guide")).text


async def test_the_door_leads_to_the_lobby(client: httpx2.AsyncClient) -> None:
    assert (await client.get("/")).headers["location"] == "/as/amara/in/lobby"
    assert (await client.get("/as/mei")).headers["location"] == "/as/mei/in/lobby"


async def test_a_view_of_another_release_does_not_break_the_page(chat: Chat, client: httpx2.AsyncClient) -> None:
    sent = await chat.surface.deliver(SendMessage(ToAccount("priya"), View("Old")), "k")
    assert isinstance(sent, Done)
    await chat.platform.ask(_spoil)
    assert "another release" in (await client.get(DIRECT)).text


def _spoil(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE messages SET body = '{}'")
