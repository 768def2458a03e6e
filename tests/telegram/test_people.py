"""People at the clients of our own Telegram: what they write, press and follow, and what a real program makes of it."""

from collections.abc import AsyncIterator

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
)
from telegram.error import BadRequest

from tests.telegram.library import polling
from tests.telegram.links import ClientRefuses
from tests.telegram.looking import CannotSee, NoAnswer
from tests.telegram.people import Person, Pressed
from tests.telegram.server.accounts import ANONYMOUS_ID
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.members import RIGHTS_OF, Right

pytestmark = pytest.mark.usefixtures("unhurried")

BUTTONS = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Accept", callback_data="accept"),
            InlineKeyboardButton("Silent", callback_data="silent"),
        ],
        [
            InlineKeyboardButton("In private", url="https://t.me/menteo_bot?start=room-1"),
            InlineKeyboardButton("Website", url="https://menteo.example/"),
        ],
    ]
)


class Clerk:
    """A small program of the real library: greets, follows what happens in the chat, and answers its button."""

    def __init__(self, server: TelegramServer) -> None:
        self.updates: list[Update] = []
        self._wake = server.world.changed

    async def __call__(self, bot: Bot, update: Update) -> None:
        self.updates.append(update)
        self._wake()
        if update.callback_query is not None:
            await self._answer(update.callback_query)
        elif update.edited_message is not None:
            await update.edited_message.reply_text(f"edited: {update.edited_message.text}")
        elif update.message_reaction is not None:
            told = update.message_reaction
            await bot.set_message_reaction(told.chat.id, told.message_id, told.new_reaction)
        elif update.message is not None and update.message.text:
            await self._reply(update.message, update.message.text)

    async def _answer(self, query: CallbackQuery) -> None:
        if query.data == "lead":
            await query.answer(url="https://t.me/menteo_bot?start=led")
        elif query.data == "accept":
            await query.answer("Welcome aboard", show_alert=True)
            await query.edit_message_text("Accepted")

    async def _reply(self, message: Message, text: str) -> None:
        if text.startswith("/start"):
            await message.reply_text(f"Welcome, {text.removeprefix('/start').strip() or 'you'}", reply_markup=BUTTONS)
        else:
            await message.reply_text(f"heard: {text}", do_quote=True)


@pytest.fixture
async def clerk(server: TelegramServer) -> AsyncIterator[Clerk]:
    found = Clerk(server)
    async with polling(server, found):
        yield found


async def test_the_client_shows_only_start_before_anything_else(ben: Person, clerk: Clerk) -> None:
    with pytest.raises(ClientRefuses, match="nothing but a button to start"):
        await ben.sends("hello")

    await ben.sends("/start")

    await ben.hears("Welcome, you", "[Accept] [Silent]")


async def test_a_deep_link_brings_its_parameter_to_the_private_chat(ben: Person, clerk: Clerk) -> None:
    await ben.follows("https://t.me/menteo_bot?start=join_42-a")

    await ben.hears("Welcome, join_42-a")
    assert ben.reads()[0].words == "/start join_42-a"


@pytest.mark.parametrize(
    "link",
    ["https://t.me/other_bot?start=x", "https://menteo.example/?start=x", f"https://t.me/menteo_bot?start={'x' * 65}"],
)
async def test_a_link_that_leads_nowhere_is_not_followed(ben: Person, link: str) -> None:
    with pytest.raises(ClientRefuses):
        await ben.follows(link)


async def test_a_pressed_button_is_answered_and_its_message_changes_in_place(ana: Person, clerk: Clerk) -> None:
    await ana.sends("/start")
    await ana.hears("[Accept]")

    pressed = await ana.presses("Accept")

    assert pressed == Pressed("Welcome aboard", is_alert=True)
    await ana.until(lambda: ana.latest.text == "Accepted")
    with pytest.raises(ClientRefuses, match="sees no button 'Accept'"):
        await ana.presses("Accept")


async def test_a_button_that_nobody_answers_keeps_turning(ana: Person, clerk: Clerk) -> None:
    await ana.sends("/start")
    await ana.hears("[Silent]")
    ana.patience = 0.05

    with pytest.raises(NoAnswer, match="waited in vain"):
        await ana.presses("Silent")


async def test_a_button_is_answered_once_and_in_time(server: TelegramServer, bot: Bot, ana: Person) -> None:
    sent = await bot.send_message(ana.id, "Well?", reply_markup=BUTTONS)
    ana.patience = 0.05
    for _ in range(2):
        with pytest.raises(NoAnswer):
            await ana.forges("made up", on=server.world.chats[ana.id].messages[sent.message_id])
    first, second = [update.callback_query for update in await bot.get_updates() if update.callback_query]
    await first.answer("once")

    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await first.answer("twice")
    server.world.query_patience = 0
    with pytest.raises(BadRequest, match="Query is too old"):
        await second.answer("late")


async def test_a_button_with_a_link_is_followed(ana: Person, clerk: Clerk) -> None:
    await ana.sends("/start")
    await ana.hears("[In private]")

    assert await ana.presses("Website") == Pressed(opened="https://menteo.example/")
    await ana.presses("In private")

    await ana.hears("Welcome, room-1")
    await ana.forges("lead", on=ana.reads()[1].message)
    assert ana.pressed[-1].opened == "https://t.me/menteo_bot?start=led"


async def test_replies_edits_and_reactions_are_told(ana: Person, clerk: Clerk) -> None:
    first = await ana.sends("I read the chapter")
    answer = await ana.hears("heard: I read the chapter")
    await ana.replies_to(answer, "and another")
    second = await ana.hears("heard: and another")

    await ana.edits(first, "I read two chapters")
    await ana.hears("edited: I read two chapters")
    await ana.reacts(first, "🔥")
    await ana.until(lambda: first.reactions == ["🔥", "🔥"])

    assert answer.answers_to == first
    assert second.answers_to is not None
    assert second.answers_to.answers_to == answer
    assert first.is_edited
    with pytest.raises(ClientRefuses):
        await ana.edits(answer, "not mine")


async def test_formatting_is_told_as_entities(ana: Person, clerk: Clerk) -> None:
    await ana.sends("this <b>and</b> <i>that</i>", formatted=True)
    await ana.hears("heard: this and that")

    told = clerk.updates[-1].message
    assert told is not None
    assert told.text_html == "this <b>and</b> <i>that</i>"


async def test_a_deletion_is_told_to_nobody(server: TelegramServer, ana: Person, clerk: Clerk) -> None:
    sent = await ana.sends("oops")
    await ana.hears("heard: oops")
    told = len(server.updates.made)

    await ana.deletes(sent)

    assert not ana.sees("\noops")
    assert [seen.text for seen in ana.reads()] == ["heard: oops"]
    assert len(server.updates.made) == told


async def test_blocking_is_told_and_a_start_takes_it_back(server: TelegramServer, ana: Person, clerk: Clerk) -> None:
    await ana.blocks()
    with pytest.raises(ClientRefuses):
        await ana.sends("hello?")

    await ana.sends("/start")
    await ana.hears("Welcome")

    told = [update.my_chat_member.new_chat_member.status for update in clerk.updates if update.my_chat_member]
    assert told == ["kicked", "member"]


async def test_a_group_keeps_most_of_its_talk_from_a_bot_in_privacy_mode(ana: Person, clerk: Clerk) -> None:
    group = ana.founds_supergroup("Harbour")
    await ana.adds_bot(group)

    await ana.sends("among ourselves")
    await ana.sends("/setup@other_bot")
    await ana.sends("/setup@menteo_bot")
    answer = await ana.hears("heard: /setup@menteo_bot")
    await ana.replies_to(answer, "for you")
    await ana.hears("heard: for you")

    assert not ana.sees("heard: among ourselves")
    assert not ana.sees("heard: /setup@other_bot")


async def test_a_startgroup_link_adds_the_bot_with_the_rights_it_asks_for(
    server: TelegramServer, ana: Person, clerk: Clerk
) -> None:
    group = ana.founds_supergroup("Li and Ana")

    await ana.follows("https://t.me/menteo_bot?startgroup=room-7&admin=pin_messages+delete_messages", to=group)

    await ana.hears("Welcome, @menteo_bot room-7")
    rights = server.world.bot_in(group).rights
    assert Right.PIN_MESSAGES in rights
    assert Right.MANAGE_TOPICS not in rights


async def test_an_anonymous_administrator_speaks_as_the_group(
    server: TelegramServer, ana: Person, ben: Person, clerk: Clerk
) -> None:
    group = ana.founds_supergroup("Harbour")
    await ana.adds_bot(group)
    ben.joins(group)
    server.world.promote(group, ben.user, anonymous=True)

    await ben.sends("/setup")

    await ben.hears("heard: /setup")
    told = clerk.updates[-1].message
    assert told is not None
    assert told.from_user is not None
    assert told.sender_chat is not None
    assert (told.from_user.id, told.sender_chat.id) == (ANONYMOUS_ID, group.id)


async def test_in_a_forum_each_topic_is_read_by_itself(server: TelegramServer, ana: Person, clerk: Clerk) -> None:
    forum = ana.founds_supergroup("Harbour", forum=True)
    await ana.adds_bot(forum, RIGHTS_OF[forum.type])
    await ana.opens_topic("Growth")

    await ana.sends("week one")

    answer = await ana.hears("heard: week one")
    assert answer.message.thread == ana.reads()[0].message.id
    await ana.at(forum).sends("in general")
    await ana.hears("heard: in general")
    assert not ana.sees("in general", chat=forum, topic="Growth")


async def test_a_place_that_is_closed_to_somebody_can_be_neither_read_nor_written(ana: Person, ben: Person) -> None:
    group = ana.founds_group("Li and Ana")

    for attempt in (ben.at, ben.reads):
        with pytest.raises(CannotSee):
            attempt(group)
    with pytest.raises(CannotSee):
        ben.reads(ana.home)
    assert group in ana.chats
    assert group not in ben.chats


async def test_a_channel_is_read_by_all_and_written_by_its_administrators(
    server: TelegramServer, ana: Person, ben: Person, clerk: Clerk
) -> None:
    channel = ana.founds_channel("Harbour news")
    await ana.adds_bot(channel)
    ben.joins(channel)
    with pytest.raises(ClientRefuses):
        await ben.sends("me too")

    await ana.sends("News #week1")

    assert ben.sees("News #week1")
    await ana.until(lambda: any(update.channel_post is not None for update in clerk.updates))


async def test_the_menu_shows_the_commands_of_the_place_the_role_and_the_language(
    bot: Bot, server: TelegramServer, ana: Person, ben: Person
) -> None:
    private = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([BotCommand("start", "Begin")])
    await bot.set_my_commands([BotCommand("goal", "Your goals")], scope=private)
    await bot.set_my_commands([BotCommand("goal", "Os teus objetivos")], scope=private, language_code="pt")
    await bot.set_my_commands([BotCommand("setup", "Set up")], scope=BotCommandScopeAllChatAdministrators())
    group = ana.founds_supergroup("Harbour")
    ben.joins(group)

    assert (ana.menu, ben.menu) == (["/setup Set up"], ["/start Begin"])
    assert ana.at_home().menu == ["/goal Os teus objetivos"]
    assert ben.at_home().menu == ["/goal Your goals"]
    await bot.set_my_commands([BotCommand("growth", "Growth")], scope=BotCommandScopeChat(group.id))
    assert ben.at(group).menu == ["/growth Growth"]
    await bot.delete_my_commands(scope=private, language_code="pt")
    assert ana.at_home().menu == ["/goal Your goals"]
    assert [command.command for command in await bot.get_my_commands(scope=private)] == ["goal"]


async def test_files_that_people_send_are_told_with_their_caption(ana: Person, clerk: Clerk) -> None:
    await ana.sends_document("plan.pdf", b"pages", "our <plan>")
    await ana.sends_voice(b"hum")
    await ana.until(lambda: len(clerk.updates) == 2)

    document, voice = (update.message for update in clerk.updates)
    assert document is not None
    assert document.document is not None
    assert (document.document.file_name, document.caption) == ("plan.pdf", "our <plan>")
    assert voice is not None
    assert voice.voice is not None
    assert [seen.text for seen in ana.reads()] == ["(plan.pdf)\nour <plan>", "(voice)"]
