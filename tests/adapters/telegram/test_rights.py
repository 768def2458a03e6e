"""Rights are asked of Telegram afresh, and about one community."""

from telegram import Bot

from bot.adapters.telegram.rights import Rights
from bot.core.ui.inbound import Origin, Right, Where
from tests.telegram.people import Person
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.members import Right as Granted


def did(person: Person) -> Origin:
    return Origin("telegram", "", str(person.id), person.user.name, Where.PRIVATE, str(person.id), "update:1")


async def test_an_administrator_is_one_in_their_own_group_alone(
    bot: Bot, server: TelegramServer, ana: Person, ben: Person
) -> None:
    harbour, isle = ana.founds_supergroup("Harbour"), ben.founds_supergroup("Isle")
    for owner, group in ((ana, harbour), (ben, isle)):
        await owner.adds_bot(group)
    rights = Rights(bot, bot.id)

    here, there = [await rights.known(did(ana), str(group.id)) for group in (harbour, isle)]
    assert (here.community, here.is_administrator) == (str(harbour.id), True)
    assert (there.community, there.is_administrator) == (str(isle.id), False)


async def test_what_the_bot_may_do_is_told_and_topics_only_where_there_are_some(
    bot: Bot, server: TelegramServer, ana: Person
) -> None:
    group, forum = ana.founds_supergroup("Harbour"), ana.founds_supergroup("Forum", forum=True)
    await ana.adds_bot(group)
    await ana.adds_bot(forum, Granted.PIN_MESSAGES)
    rights = Rights(bot, bot.id)

    assert (await rights.of(group.id, bot.id)).rights == (Right("can_send_messages", granted=True),)
    assert (await rights.of(forum.id, bot.id)).rights == (
        Right("can_send_messages", granted=True),
        Right("can_manage_topics", granted=False),
    )


async def test_the_same_is_not_asked_twice_within_a_moment(bot: Bot, server: TelegramServer, ana: Person) -> None:
    group = ana.founds_supergroup("Harbour")
    await ana.adds_bot(group)
    rights = Rights(bot, bot.id)
    for _ in range(3):
        assert (await rights.of(group.id, ana.id)).is_member

    assert len(server.asked("getChatMember")) == 1


async def test_where_telegram_does_not_tell_nobody_administers(bot: Bot, server: TelegramServer, ana: Person) -> None:
    group = ana.founds_supergroup("Harbour")
    belonging = await Rights(bot, bot.id).of(group.id, ana.id)

    assert not belonging.is_member
    assert not belonging.is_administrator


async def test_what_is_about_no_group_stays_as_it_is(bot: Bot, ana: Person) -> None:
    for community in ("", "guild-7", "42"):
        assert await Rights(bot, bot.id).known(did(ana), community) == did(ana)
