"""What Telegram says of people and topics in chats, and of what may be done there."""

import pytest
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import BadRequest

from tests.telegram.people import Person
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.members import Right

pytestmark = pytest.mark.usefixtures("unhurried")


async def test_a_link_to_a_person_mentions_them_where_the_bot_knows_them(
    bot: Bot, server: TelegramServer, ana: Person, ben: Person
) -> None:
    await ana.sends("hello")
    words = f'<a href="tg://user?id={ana.id}">Ana</a> and <a href="tg://user?id={ben.id}">Ben</a>'

    sent = await bot.send_message(ana.id, words, parse_mode=ParseMode.HTML)

    assert [(each.type, each.user.id if each.user else 0) for each in sent.entities] == [("text_mention", ana.id)]


async def test_who_opened_a_topic_may_close_it(bot: Bot, server: TelegramServer, ben: Person) -> None:
    forum = ben.founds_supergroup("Forum", forum=True)
    await ben.adds_bot(forum, Right.MANAGE_TOPICS)
    mine = await bot.create_forum_topic(forum.id, "Mine")
    theirs = await ben.opens_topic("Theirs", forum)
    server.world.promote(forum, server.world.bot.user, Right.PIN_MESSAGES)

    await bot.close_forum_topic(forum.id, mine.message_thread_id)
    await bot.reopen_forum_topic(forum.id, mine.message_thread_id)

    with pytest.raises(BadRequest, match="Not enough rights"):
        await bot.close_forum_topic(forum.id, theirs.id)


async def test_topics_of_private_chats_are_deleted_and_never_closed(
    bot: Bot, server: TelegramServer, ana: Person
) -> None:
    server.world.bot.has_topics_enabled = True
    topic = await bot.create_forum_topic(ana.id, "Mentor Li")
    with pytest.raises(BadRequest, match="not a supergroup forum"):
        await bot.close_forum_topic(ana.id, topic.message_thread_id)

    await bot.delete_forum_topic(ana.id, topic.message_thread_id)

    assert ana.home.topics == {}


async def test_a_group_says_what_its_members_may(bot: Bot, ben: Person) -> None:
    group = ben.founds_supergroup("Harbour")
    await ben.adds_bot(group)
    group.members_may_write = False

    permissions = (await bot.get_chat(group.id)).permissions

    assert permissions is not None
    assert permissions.can_send_messages is False


async def test_a_chat_may_allow_only_some_reactions(bot: Bot, ana: Person) -> None:
    ana.home.reactions = frozenset({"👍"})
    seen = await ana.sends("hello")

    with pytest.raises(BadRequest, match="Reaction_invalid"):
        await bot.set_message_reaction(ana.id, seen.message.id, "🎉")
    await bot.set_message_reaction(ana.id, seen.message.id, "👍")

    assert ana.latest.reactions == ["👍"]
