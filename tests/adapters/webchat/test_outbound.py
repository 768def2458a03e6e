"""Carrying out what the core asks for, once."""

import pytest

from bot.adapters.webchat import codec
from bot.adapters.webchat.server import accounts, messages, places
from bot.adapters.webchat.server.model import Message, PlaceKind
from bot.core.effects import (
    AdmitToRoom,
    ArchiveRoom,
    DeleteRoom,
    Delivery,
    Done,
    OpenRoom,
    OpenThread,
    Refused,
    RemoveMessage,
    SendMessage,
    ToAccount,
    ToPlace,
    Unreachable,
)
from bot.core.ui.views import View
from tests.adapters.webchat.conftest import Chat

ROOM = OpenRoom("harbour", "Priya and Mei", ("priya", "mei"))


async def done(chat: Chat, delivery: Delivery, key: str) -> str:
    outcome = await chat.surface.deliver(delivery, key)
    assert isinstance(outcome, Done), outcome
    return outcome.external_id


async def seen(chat: Chat, account: str, place: str) -> tuple[Message, ...]:
    return (await chat.platform.ask(messages.window, account, place)).messages


async def test_a_message_reaches_its_account_once_however_often_it_is_sent(chat: Chat) -> None:
    sending = SendMessage(ToAccount("priya"), View("Your week"))
    first = await done(chat, sending, "checkin:1")
    assert await done(chat, sending, "checkin:1") == first
    (message,) = await seen(chat, "priya", "direct-priya")
    assert codec.load_view(message.body).title == "Your week"
    assert message.at == chat.clock.at


async def test_a_room_is_opened_once_for_its_accounts_alone(chat: Chat) -> None:
    room = await done(chat, ROOM, "room:1")
    assert await done(chat, ROOM, "room:1") == room
    assert await done(chat, ROOM, "room:2") != room
    for account, expected in (("priya", 2), ("mei", 2), ("amara", 0), ("tomasz", 0)):
        rooms = [each for each in await chat.platform.ask(places.visible, account) if each.kind is PlaceKind.ROOM]
        assert len(rooms) == expected, account


async def test_a_growth_thread_is_for_everybody(chat: Chat) -> None:
    thread = await done(chat, OpenThread("harbour", "Priya Nair", "priya"), "thread:priya")
    assert await done(chat, OpenThread("harbour", "Priya Nair", "priya"), "thread:priya") == thread
    assert (await chat.platform.ask(places.find_visible, "tomasz", thread)).title == "Priya Nair"


async def test_an_edit_stands_where_the_message_stood(chat: Chat) -> None:
    first = await done(chat, SendMessage(ToAccount("priya"), View("Open")), "a")
    edit = SendMessage(ToAccount("priya"), View("Closed"), replaces=first)
    assert await done(chat, edit, "b") == first
    assert await done(chat, edit, "b") == first
    (message,) = await seen(chat, "priya", "direct-priya")
    assert message.edited
    assert codec.load_view(message.body).title == "Closed"


async def test_what_was_taken_away_is_not_brought_back_by_an_edit(chat: Chat) -> None:
    target = ToAccount("priya")
    first = await done(chat, SendMessage(target, View("Open")), "a")
    assert await done(chat, RemoveMessage(target, first), "gone") == first
    assert await seen(chat, "priya", "direct-priya") == ()
    assert await done(chat, SendMessage(target, View("Closed"), replaces=first), "b") == first
    assert await seen(chat, "priya", "direct-priya") == ()


async def test_a_pinned_message_is_found_on_top(chat: Chat) -> None:
    room = await done(chat, ROOM, "room")
    await done(chat, SendMessage(ToPlace(room), View("Guide"), pin=True), "guide")
    window = await chat.platform.ask(messages.window, "mei", room)
    assert [codec.load_view(each.body).title for each in window.pinned] == ["Guide"]


async def test_an_archived_room_stays_and_takes_nothing_from_people(chat: Chat) -> None:
    room = await done(chat, ROOM, "room")
    assert await done(chat, ArchiveRoom(room), "archive") == room
    assert (await chat.platform.ask(places.find_visible, "mei", room)).archived


async def test_who_left_is_unreachable_but_what_reached_them_is_done(chat: Chat) -> None:
    sending = SendMessage(ToAccount("priya"), View("Hello"))
    first = await done(chat, sending, "before")
    await chat.platform.ask(accounts.set_present, "priya", present=False)
    assert await chat.surface.deliver(sending, "after") == Unreachable("left")
    assert await chat.surface.deliver(ROOM, "room") == Unreachable("left")
    assert await done(chat, sending, "before") == first


@pytest.mark.parametrize(
    "delivery", [SendMessage(ToPlace("room-99"), View("?")), ArchiveRoom("room-99")], ids=["send", "archive"]
)
async def test_a_place_that_is_not_there_refuses(chat: Chat, delivery: Delivery) -> None:
    assert isinstance(await chat.surface.deliver(delivery, "k"), Refused)


async def test_an_account_that_never_was_is_unreachable(chat: Chat) -> None:
    assert isinstance(await chat.surface.deliver(SendMessage(ToAccount("nobody"), View("?")), "k"), Unreachable)


async def test_a_room_shows_itself_to_whom_it_is_opened_for_later(chat: Chat) -> None:
    room = await done(chat, ROOM, "room:1")
    admits = AdmitToRoom("harbour", room, ("priya", "mei"), ("amara",))
    assert await done(chat, admits, "admit:1") == room
    assert await done(chat, admits, "admit:1") == room
    for account, expected in (("priya", True), ("mei", True), ("amara", True), ("tomasz", False)):
        assert (room in {each.id for each in await chat.platform.ask(places.visible, account)}) is expected, account


async def test_a_deleted_room_is_gone_with_all_that_was_said(chat: Chat) -> None:
    room = await done(chat, ROOM, "room:1")
    await done(chat, SendMessage(ToPlace(room), View("Welcome")), "guide:1")
    assert await done(chat, DeleteRoom(room), "delete:1") == room
    assert await done(chat, DeleteRoom(room), "delete:2") == room
    assert room not in {each.id for each in await chat.platform.ask(places.visible, "priya")}
