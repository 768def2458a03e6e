"""What becomes of a delivery that Telegram refuses, delays or never answers."""

import logging
from datetime import timedelta

import pytest

from bot.adapters.telegram.locked_out import LockedOut
from bot.adapters.telegram.outbound import Telegram
from bot.adapters.telegram.refusals import TOKEN_PAUSE, Unanswered
from bot.adapters.telegram.rest import Rest
from bot.core.effects import Gone, Lacking, RemoveMessage, Retry, Scope, ToAccount, ToPlace, Unknown, Unreachable
from tests.adapters.telegram.carrying import Carrier, PlainPen, Shelf, opening, relaying, saying, to
from tests.telegram.people import Person
from tests.telegram.server.app import TelegramServer

pytestmark = pytest.mark.usefixtures("unhurried")


async def test_who_cannot_be_written_to_is_unreachable(carrier: Carrier, ana: Person, ben: Person) -> None:
    never_started = await carrier.surface.deliver(saying(to(ben), "x"), "k")
    unknown = await carrier.surface.deliver(saying(ToAccount("999"), "x"), "k")
    await ana.blocks()
    blocked = await carrier.surface.deliver(saying(to(ana), "x"), "k")
    in_a_room = await carrier.surface.deliver(relaying(f"{ana.id}#rx", "x"), "k")
    ana.user.is_deactivated = True
    deactivated = await carrier.surface.deliver(saying(to(ana), "x"), "k")

    assert [never_started, unknown, blocked, in_a_room, deactivated] == [Unreachable("closed")] * 5


async def test_they_are_reached_again_once_they_started_the_bot(carrier: Carrier, ana: Person) -> None:
    await ana.blocks()
    await carrier.surface.deliver(saying(to(ana), "x"), "k")
    await ana.sends("/start")

    await carrier.done(saying(to(ana), "welcome back"))

    assert ana.latest.words == "Hello\nwelcome back"


async def test_a_group_without_the_bot_is_gone(carrier: Carrier, ben: Person) -> None:
    chat = await carrier.forum(ben)
    await ben.removes(carrier.server.world.bot.user, chat)

    assert await carrier.surface.deliver(saying(ToPlace(str(chat.id)), "x"), "k") == Gone(str(chat.id))
    assert await carrier.surface.deliver(saying(ToPlace("-5"), "x"), "k") == Gone("-5")
    await carrier.done(RemoveMessage(ToPlace(str(chat.id)), "7"))


async def test_a_topic_that_was_deleted_is_gone(carrier: Carrier, ben: Person) -> None:
    chat = await carrier.forum(ben)

    assert await carrier.surface.deliver(saying(ToPlace(f"{chat.id}/77"), "x"), "k") == Gone(f"{chat.id}/77")


async def test_a_channel_in_which_the_bot_may_not_post_lacks_that(carrier: Carrier, ben: Person) -> None:
    channel = ben.founds_channel("Growth")
    await ben.adds_bot(channel)
    carrier.server.world.demote(channel, carrier.server.world.bot.user)

    outcome = await carrier.surface.deliver(saying(ToPlace(str(channel.id)), "x"), "k")

    assert outcome == Lacking(("can_post_messages",))


async def test_a_group_that_moved_is_written_to_where_it_is(carrier: Carrier, ben: Person) -> None:
    group = ben.founds_group("Harbour")
    await ben.adds_bot(group)
    new = carrier.server.world.upgrade(group)

    first = await carrier.done(saying(ToPlace(str(group.id)), "one"))
    await carrier.done(saying(ToPlace(str(group.id)), "uno", "dos", replaces=first.external_id))

    assert [each.words for each in ben.at(new).reads()[-2:]] == ["Hello\nuno", "dos"]
    assert first.external_id.startswith(f"{new.id}:")
    assert carrier.moves == [(group.id, new.id)], "told once"


async def test_a_pause_that_telegram_asks_for_is_kept(carrier: Carrier, ana: Person, ben: Person) -> None:
    carrier.server.world.start(ben.user)
    carrier.server.faults.fail(429, match="sendMessage", times=1, retry_after=37)

    refused = await carrier.surface.deliver(saying(to(ana), "x"), "k")
    meanwhile = await carrier.surface.deliver(saying(to(ben), "x"), "k")

    assert refused == Retry("rate-limited", timedelta(seconds=37), Scope.PLATFORM)
    assert isinstance(meanwhile, Retry)
    assert len(carrier.server.asked("sendMessage")) == 1


async def test_a_group_that_has_enough_holds_nobody_else_up(carrier: Carrier, ana: Person, ben: Person) -> None:
    chat = await carrier.forum(ben)
    carrier.server.faults.fail(429, match="sendMessage", times=1, retry_after=37)

    refused = await carrier.surface.deliver(saying(ToPlace(str(chat.id)), "x"), "k")
    meanwhile = await carrier.surface.deliver(saying(ToPlace(str(chat.id)), "x"), "k")
    await carrier.done(saying(to(ana), "x"))

    assert refused == Retry("rate-limited", timedelta(seconds=37), Scope.ROUTE)
    assert isinstance(meanwhile, Retry)
    assert meanwhile.scope is Scope.ROUTE


async def test_two_chats_that_have_enough_are_everybody(carrier: Carrier, ben: Person) -> None:
    one, two = await carrier.forum(ben), await carrier.forum(ben)
    carrier.server.faults.fail(429, match="sendMessage", times=2, retry_after=37)

    outcomes = [await carrier.surface.deliver(saying(ToPlace(str(each.id)), "x"), "k") for each in (one, two)]

    assert [each.scope for each in outcomes if isinstance(each, Retry)] == [Scope.ROUTE, Scope.PLATFORM]


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_an_outage_is_told_as_one(carrier: Carrier, ana: Person, status: int) -> None:
    carrier.server.faults.fail(status, match="sendMessage", times=1)

    outcome = await carrier.surface.deliver(saying(to(ana), "x"), "k")

    assert outcome == Retry(f"status {status}", scope=Scope.OUTAGE)


async def test_a_lost_answer_leaves_it_open(carrier: Carrier, ana: Person) -> None:
    carrier.server.faults.lose_reply("sendMessage")
    lost = await carrier.surface.deliver(saying(to(ana), "x"), "k")
    carrier.server.faults.fail(504, match="sendMessage", times=1)
    gave_up = await carrier.surface.deliver(saying(to(ana), "x"), "k")

    assert isinstance(lost, Unknown)
    assert isinstance(gave_up, Unknown)


async def test_a_change_with_a_lost_answer_is_made_again(carrier: Carrier, ana: Person) -> None:
    first = await carrier.done(saying(to(ana), "one"))
    carrier.server.faults.lose_reply("editMessageText")

    outcome = await carrier.surface.deliver(saying(to(ana), "two", replaces=first.external_id), "k")

    assert isinstance(outcome, Retry)
    await carrier.done(saying(to(ana), "two", replaces=first.external_id))


async def test_a_server_that_is_not_there_was_never_asked() -> None:
    rest = Rest("1:token-of-nobody", "http://127.0.0.1:9")
    surface = Telegram(rest, PlainPen(), Shelf())

    outcome = await surface.deliver(relaying("5", "hello"), "k")
    with pytest.raises(Unanswered):
        await rest.log_in()
    await rest.close()

    assert outcome == Retry("ConnectError", scope=Scope.OUTAGE)


async def test_before_it_is_logged_in_nothing_is_opened(server: TelegramServer, ana: Person) -> None:
    rest = Rest(server.token, server.url)
    surface = Telegram(rest, PlainPen(), Shelf())

    outcome = await surface.deliver(opening(ana), "k")
    await rest.close()

    assert isinstance(outcome, Retry)
    assert outcome.scope is Scope.PLATFORM


async def test_a_token_that_is_taken_back_stops_everything_and_is_never_told(
    carrier: Carrier, ana: Person, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    token = carrier.server.token
    carrier.server.world.bot.token = "1:another"
    caplog.set_level(logging.INFO)

    outcome = await carrier.surface.deliver(saying(to(ana), "x"), "k")
    rest = Rest(token, carrier.server.url)
    with pytest.raises(LockedOut) as locked_out:
        await rest.log_in()
    await rest.close()
    carrier.server.world.bot.token = token

    assert outcome == Retry("token refused", TOKEN_PAUSE, Scope.PLATFORM)
    assert token not in caplog.text + "".join(capsys.readouterr()) + repr(locked_out.value)
    assert locked_out.value.__cause__ is None


async def test_the_bot_knows_what_botfather_switched_on(carrier: Carrier) -> None:
    bot = carrier.server.world.bot
    bot.has_topics_enabled = bot.reads_all_group_messages = True

    me = await carrier.rest.log_in()

    assert (me.id, me.username, me.has_topics, me.reads_all) == (bot.id, bot.username, True, True)
