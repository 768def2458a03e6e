"""Messages on Discord: said once, to whom they are for, changed, pinned and taken back."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.adapters.discord.references import reference
from bot.core.effects import Gone, RemoveMessage, Retry, ToAccount, Unknown, Unreachable
from tests.adapters.discord.carrying import Carrier, at, carrying, text_of, to
from tests.discord.server.app import DiscordServer
from tests.discord.server.posts import NONCE_MEMORY
from tests.discord.server.state import Permission


@pytest.fixture
async def carrier(server: DiscordServer) -> AsyncIterator[Carrier]:
    server.limits.off = True
    async with carrying(server) as ready:
        yield ready


async def test_a_member_is_told_in_their_direct_messages(carrier: Carrier) -> None:
    noor = carrier.harbour.noor

    await carrier.done(carrier.saying(to(noor), "Welcome"), "welcome")

    [message] = carrier.direct(noor)
    assert "Welcome" in text_of(message)


async def test_the_same_key_says_it_once(carrier: Carrier) -> None:
    noor = carrier.harbour.noor

    first = await carrier.done(carrier.saying(to(noor), "Welcome"), "welcome")
    second = await carrier.done(carrier.saying(to(noor), "Welcome"), "welcome")

    assert first == second
    assert len(carrier.direct(noor)) == 1


async def test_a_lost_reply_leaves_the_outcome_unknown_and_a_later_try_finds_the_message(carrier: Carrier) -> None:
    noor = carrier.harbour.noor
    carrier.server.faults.lose_reply("POST /channels/.*/messages")

    lost = await carrier.surface.deliver(carrier.saying(to(noor), "Welcome"), "welcome")
    [message] = carrier.direct(noor)
    message.nonce = None  # Discord doesn't say it of older messages
    now = carrier.server.world.now() + NONCE_MEMORY + timedelta(minutes=1)
    carrier.server.world.now = lambda: now
    found = await carrier.done(carrier.saying(to(noor), "Welcome"), "welcome", again=True)

    assert isinstance(lost, Unknown)
    assert len(carrier.direct(noor)) == 1
    assert found.external_id.endswith(f"/{message.id}")


async def test_the_same_words_under_another_key_are_said_even_when_tried_again(carrier: Carrier) -> None:
    noor = carrier.harbour.noor

    await carrier.done(carrier.saying(to(noor), "Good week"), "week-1")
    await carrier.done(carrier.saying(to(noor), "Good week"), "week-2", again=True)

    assert len(carrier.direct(noor)) == 2


async def test_closed_direct_messages_are_unreachable(carrier: Carrier) -> None:
    carrier.server.world.close_direct_messages(carrier.harbour.noor)

    outcome = await carrier.surface.deliver(carrier.saying(to(carrier.harbour.noor), "Welcome"), "welcome")

    assert outcome == Unreachable("closed")


async def test_who_has_left_every_common_guild_is_unreachable(carrier: Carrier) -> None:
    carrier.server.world.leave(carrier.harbour.guild, carrier.harbour.noor)

    outcome = await carrier.surface.deliver(carrier.saying(to(carrier.harbour.noor), "Welcome"), "welcome")

    assert outcome == Unreachable("no community in common", has_left=True)


async def test_a_bot_that_was_removed_takes_nobody_for_having_left(carrier: Carrier) -> None:
    carrier.server.world.remove_bot(carrier.harbour.guild)

    outcome = await carrier.surface.deliver(carrier.saying(to(carrier.harbour.noor), "Welcome"), "welcome")

    assert outcome == Retry("not in the community")


async def test_nobody_is_alerted_by_words_and_only_those_named_are(carrier: Carrier) -> None:
    general, noor, owner = str(carrier.harbour.general.id), carrier.harbour.noor, carrier.harbour.owner

    await carrier.done(carrier.saying(at(general), f"@everyone <@{owner.id}> <@&{carrier.community}>"), "loud")
    await carrier.done(carrier.saying(at(general), f"<@{owner.id}>", mentions=(str(noor.id),)), "called")

    loud, called = carrier.messages(general)
    assert not loud.pinged
    assert called.pinged.users == {noor.id}
    assert not called.pinged.everyone
    assert not called.pinged.roles


async def test_an_edit_changes_what_was_said(carrier: Carrier) -> None:
    general = str(carrier.harbour.general.id)
    said = await carrier.done(carrier.saying(at(general), "Before"), "original")

    edited = await carrier.done(carrier.saying(at(general), "After", replaces=said.external_id), "edit")

    [message] = carrier.messages(general)
    assert "After" in text_of(message)
    assert edited == said


async def test_what_somebody_took_away_is_not_brought_back_by_an_edit(carrier: Carrier) -> None:
    general = str(carrier.harbour.general.id)
    said = await carrier.done(carrier.saying(at(general), "Before"), "original")
    carrier.server.world.delete_message(carrier.messages(general)[0])
    editing = carrier.saying(at(general), "After", replaces=said.external_id)

    assert await carrier.done(editing, "edit") == said
    assert await carrier.done(editing, "edit", again=True) == said

    assert carrier.messages(general) == []


async def test_an_edit_finds_its_message_though_it_is_sent_elsewhere_by_now(carrier: Carrier) -> None:
    noor, general = carrier.harbour.noor, str(carrier.harbour.general.id)
    said = await carrier.done(carrier.saying(at(general), "Before"), "original")

    await carrier.done(carrier.saying(to(noor), "After", replaces=said.external_id), "edit")

    [message] = carrier.messages(general)
    assert "After" in text_of(message)
    assert carrier.direct(noor) == []


async def test_a_place_that_is_gone_is_named(carrier: Carrier) -> None:
    general = str(carrier.harbour.general.id)
    carrier.server.world.delete_channel(carrier.harbour.general)

    outcome = await carrier.surface.deliver(carrier.saying(at(general), "Hello"), "hello")

    assert outcome == Gone(general)


async def test_a_pinned_message_stays_on_top(carrier: Carrier) -> None:
    general = str(carrier.harbour.general.id)

    await carrier.done(carrier.saying(at(general), "The guide", pin=True), "guide")

    [message] = carrier.messages(general)
    assert message.pinned_at is not None


async def test_what_can_t_be_pinned_is_said_all_the_same(carrier: Carrier) -> None:
    carrier.forbid(Permission.PIN_MESSAGES)
    general = str(carrier.harbour.general.id)

    await carrier.done(carrier.saying(at(general), "The guide", pin=True), "guide")

    [message] = carrier.messages(general)
    assert message.pinned_at is None


async def test_a_message_is_taken_back_and_taking_it_back_twice_is_done_too(carrier: Carrier) -> None:
    general = str(carrier.harbour.general.id)
    said = await carrier.done(carrier.saying(at(general), "Oops"), "oops")
    removing = RemoveMessage(at(general), said.external_id)

    await carrier.done(removing, "remove")
    await carrier.done(removing, "remove", again=True)

    assert carrier.messages(general) == []


def test_the_marks_of_a_key_are_the_same_in_every_process() -> None:
    assert reference("c:1") == reference("c:1")
    assert reference("c:1") != reference("c:2")
    assert len(reference("c:1").nonce) == 22
    assert 1 << 30 <= reference("c:1").component < 1 << 31


async def test_a_private_conversation_that_is_known_is_not_asked_for_again(carrier: Carrier) -> None:
    noor = carrier.harbour.noor
    first = await carrier.done(carrier.saying(to(noor), "Welcome"), "welcome")
    assert first.direct == str(carrier.server.world.direct_channel(noor).id)
    asked = len(carrier.asked("POST"))

    known = ToAccount(str(noor.id), first.direct)
    second = await carrier.done(carrier.saying(known, "Good week"), "week")

    assert second.direct == ""
    assert len(carrier.asked("POST")) == asked + 1


async def test_a_private_conversation_that_is_not_there_any_more_is_asked_for_anew(carrier: Carrier) -> None:
    noor, general = carrier.harbour.noor, carrier.harbour.general
    carrier.server.world.delete_channel(general)

    done = await carrier.done(carrier.saying(ToAccount(str(noor.id), str(general.id)), "Welcome"), "welcome")

    assert done.direct == str(carrier.server.world.direct_channel(noor).id)
