"""The tests' own Telegram: the real python-telegram-bot calls it, and meets what Telegram enforces."""

import asyncio
from datetime import timedelta

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from tests.telegram.people import Person
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.files import Kind
from tests.telegram.server.members import NO_RIGHTS, RIGHTS_OF, Right

pytestmark = pytest.mark.usefixtures("unhurried")

ACCEPT = InlineKeyboardMarkup([[InlineKeyboardButton("Accept", callback_data="accept:1")]])


async def test_a_wrong_token_is_unauthorised(server: TelegramServer) -> None:
    bot = Bot("1:another-token", base_url=f"{server.url}/bot")

    with pytest.raises(InvalidToken):
        await bot.initialize()
    await bot.shutdown()


async def test_a_bot_cannot_write_first(bot: Bot, server: TelegramServer, ben: Person) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(ben.id, "hello")

    await ben.adds_bot(ben.founds_group("Harbour"))
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(ben.id, "hello")


async def test_who_blocked_the_bot_is_not_reached_until_they_start_it_again(bot: Bot, ana: Person) -> None:
    await ana.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ana.id, "hello")

    await ana.sends("/start")
    await bot.send_message(ana.id, "hello again")

    assert [seen.words for seen in ana.reads()] == ["/start", "hello again"]


async def test_html_becomes_entities_counted_in_utf_16(bot: Bot, ana: Person) -> None:
    sent = await bot.send_message(
        ana.id,
        '  😀 <b>bold &lt;i&gt; <i>both</i></b> <a href="https://a.example/?x=1&amp;y=2">there</a> /help #goal\n',
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )

    assert sent.text == "😀 bold <i> both there /help #goal"
    assert sent.entities[0].offset == 3
    assert sent.entities[2].url == "https://a.example/?x=1&y=2"
    assert ana.latest.formatted == [
        ("bold", "bold <i> both"),
        ("italic", "both"),
        ("text_link", "there"),
        ("bot_command", "/help"),
        ("hashtag", "#goal"),
    ]


async def test_code_in_pre_names_its_language(bot: Bot, ana: Person) -> None:
    text = '<pre><code class="language-python">1 &lt; 2  # no tag</code></pre>'

    sent = await bot.send_message(ana.id, text, parse_mode=ParseMode.HTML)

    assert [(entity.type, entity.language) for entity in sent.entities] == [("pre", "python")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("   ", "text is empty"),
        ("x" * 4097, "too long"),
        ("<b>x", "can't parse entities"),
        ("<p>x</p>", "can't parse entities"),
        ("1 < 2", "can't parse entities"),
    ],
)
async def test_a_text_that_cannot_be_sent_is_refused_and_noted(
    bot: Bot, server: TelegramServer, ana: Person, text: str, why: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i){why}"):
        await bot.send_message(ana.id, text, parse_mode=ParseMode.HTML)

    assert len(server.problems) == 1
    server.problems.clear()
    assert ana.reads() == []


async def test_the_limit_counts_utf_16_units(bot: Bot, ana: Person) -> None:
    await bot.send_message(ana.id, f"<b>{'😀' * 2048}</b>", parse_mode=ParseMode.HTML)

    with pytest.raises(BadRequest, match="too long"):
        await bot.send_message(ana.id, "😀" * 2049)


@pytest.mark.parametrize(
    ("button", "why"),
    [
        (InlineKeyboardButton("é", callback_data="é" * 33), "Button_data_invalid"),
        (InlineKeyboardButton("local", url="http://localhost:8080/x"), "(?i)wrong http url"),
    ],
    ids=["data", "address"],
)
async def test_a_button_that_cannot_be_is_refused(
    bot: Bot, server: TelegramServer, ana: Person, button: InlineKeyboardButton, why: str
) -> None:
    with pytest.raises(BadRequest, match=why):
        await bot.send_message(ana.id, "x", reply_markup=InlineKeyboardMarkup([[button]]))
    server.problems.clear()


async def test_a_hundred_buttons_are_the_most(bot: Bot, server: TelegramServer, ana: Person) -> None:
    def rows(buttons: int) -> InlineKeyboardMarkup:
        return InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="x")] for _ in range(buttons)])

    await bot.send_message(ana.id, "x", reply_markup=rows(100))
    with pytest.raises(BadRequest):
        await bot.send_message(ana.id, "x", reply_markup=rows(101))
    server.problems.clear()


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, ana: Person) -> None:
    sent = await bot.send_message(ana.id, "Do you accept?", reply_markup=ACCEPT)
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content and reply markup are"):
        await sent.edit_text("Do you accept?", reply_markup=ACCEPT)

    await sent.edit_text("Accepted")

    assert ana.latest.text == "Accepted"
    assert ana.latest.is_edited
    assert not ana.latest.buttons


async def test_only_what_is_there_and_its_own_can_be_changed(bot: Bot, ana: Person) -> None:
    mine = await ana.sends("mine")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("yours", ana.id, mine.message.id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", ana.id, 999)
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(ana.id, "x", reply_to_message_id=999)

    await bot.delete_message(ana.id, mine.message.id)

    assert ana.reads() == []
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(ana.id, mine.message.id)


async def test_files_are_downloaded_and_copied_by_their_id(bot: Bot, server: TelegramServer, ana: Person) -> None:
    photo = await bot.send_photo(ana.id, b"pixels", caption="<b>Gaps</b>", parse_mode=ParseMode.HTML)
    again = await bot.send_photo(ana.id, photo.photo[-1].file_id)
    document = await bot.send_document(ana.id, b"a,b", filename="gaps.csv", caption="Your gaps")
    voice = await bot.send_voice(ana.id, b"hum")

    assert len(photo.photo) == 2
    assert again.photo[-1].file_unique_id == photo.photo[-1].file_unique_id
    assert document.document is not None
    assert document.document.file_name == "gaps.csv"
    assert voice.voice is not None
    file = await bot.get_file(document.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"a,b"
    assert [seen.file for seen in ana.reads()] == [b"pixels", b"pixels", b"a,b", b"hum"]
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_photo(ana.id, document.document.file_id)


async def test_media_is_copied_to_another_chat_without_its_author(
    bot: Bot, server: TelegramServer, ana: Person, ben: Person
) -> None:
    server.world.start(ben.user)
    sent = await ana.sends_photo(b"a whiteboard", "our plan")

    await bot.copy_message(ben.id, ana.id, sent.message.id, caption="Ana Lima: our plan")

    assert ben.latest.text == "(photo)\nAna Lima: our plan"
    assert ben.latest.file == b"a whiteboard"
    assert ben.latest.author == "Menteo"
    with pytest.raises(BadRequest, match="Message to copy not found"):
        await bot.copy_message(ben.id, ana.id, 999)


async def test_albums_keep_together(bot: Bot, server: TelegramServer, ana: Person, ben: Person) -> None:
    server.world.start(ben.user)
    seen = await ana.sends_album(b"one", b"two", caption="both")

    copied = await bot.copy_messages(ben.id, ana.id, [each.message.id for each in seen])
    sent = await bot.send_media_group(ana.id, [InputMediaPhoto(b"three"), InputMediaPhoto(b"four", caption="more")])

    albums = {server.world.chats[ben.id].messages[each.message_id].draft.album for each in copied}
    assert len(albums) == 1
    assert None not in albums
    assert len({message.media_group_id for message in sent}) == 1
    assert ana.latest.text == "(photo)\nmore"


@pytest.mark.parametrize("kind", list(Kind))
async def test_every_kind_of_file_is_told_so_that_the_library_reads_it(bot: Bot, ana: Person, kind: Kind) -> None:
    await ana.sends_file(kind, b"content", f"file.{kind}")

    (update,) = await bot.get_updates()

    assert update.message is not None
    assert update.message.effective_attachment


async def test_a_group_that_becomes_a_supergroup_says_where_it_went(
    bot: Bot, server: TelegramServer, ben: Person
) -> None:
    group = ben.founds_group("Harbour")
    await ben.adds_bot(group)
    new = server.world.upgrade(group)

    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group.id, "hello")
    await bot.send_message(moved.value.new_chat_id, "hello")

    assert moved.value.new_chat_id == new.id
    assert ben.at(new).latest.text == "hello"
    told = [update.message for update in await bot.get_updates() if update.message is not None]
    assert (told[-2].migrate_to_chat_id, told[-1].migrate_from_chat_id) == (new.id, group.id)


async def test_outside_a_group_the_bot_can_do_nothing(bot: Bot, server: TelegramServer, ben: Person) -> None:
    group = ben.founds_supergroup("Harbour")
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await bot.send_message(group.id, "hello")

    await ben.adds_bot(group)
    await ben.removes(server.world.bot.user, group)

    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(group.id, "hello")


async def test_a_channel_is_for_administrators(bot: Bot, server: TelegramServer, ben: Person) -> None:
    channel = ben.founds_channel("Harbour news", username="harbour_news")
    await ben.adds_bot(channel)
    post = await bot.send_message("@harbour_news", "Ana finished a step #analima")
    await bot.set_message_reaction(channel.id, post.message_id, "🎉")

    assert post.sender_chat is not None
    assert ben.latest.author == "Harbour news"
    assert ben.latest.reactions == ["🎉"]
    server.world.promote(channel, server.world.bot.user, NO_RIGHTS)
    with pytest.raises(BadRequest, match="Need administrator rights in the channel chat"):
        await bot.send_message(channel.id, "more")


async def test_topics_need_a_forum_and_the_right(bot: Bot, server: TelegramServer, ben: Person) -> None:
    plain, forum = ben.founds_supergroup("Plain"), ben.founds_supergroup("Forum", forum=True)
    for group in (plain, forum):
        await ben.adds_bot(group)
    with pytest.raises(BadRequest, match="The chat is not a forum"):
        await bot.create_forum_topic(plain.id, "Ana Lima")
    with pytest.raises(BadRequest, match="Not enough rights to create a topic"):
        await bot.create_forum_topic(forum.id, "Ana Lima")

    server.world.promote(forum, server.world.bot.user, Right.MANAGE_TOPICS)
    topic = await bot.create_forum_topic(forum.id, "Ana Lima")
    await bot.send_message(forum.id, "Week 1", message_thread_id=topic.message_thread_id)

    assert ben.at(forum, "Ana Lima").latest.text == "Week 1"
    server.world.delete_topic(forum, forum.topics[topic.message_thread_id])
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum.id, "Week 2", message_thread_id=topic.message_thread_id)


async def test_private_chats_have_topics_where_the_bot_enabled_them(
    bot: Bot, server: TelegramServer, ana: Person
) -> None:
    with pytest.raises(BadRequest, match="The chat is not a forum"):
        await bot.create_forum_topic(ana.id, "Mentor Li")

    server.world.bot.has_topics_enabled = True
    topic = await bot.create_forum_topic(ana.id, "Mentor Li")
    await bot.send_message(ana.id, "Say hello", message_thread_id=topic.message_thread_id)
    await ana.at_home("Mentor Li").sends("hello")

    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.message_thread_id == topic.message_thread_id
    assert update.message.is_topic_message


async def test_pins_need_their_right_in_groups(bot: Bot, server: TelegramServer, ana: Person) -> None:
    group = ana.founds_supergroup("Harbour")
    await ana.adds_bot(group)
    guide = await bot.send_message(group.id, "Read me first")
    with pytest.raises(BadRequest, match="Not enough rights to manage pinned messages"):
        await guide.pin()

    server.world.promote(group, server.world.bot.user, RIGHTS_OF[group.type])
    await guide.pin()

    pinned = (await bot.get_chat(group.id)).pinned_message
    assert pinned is not None
    assert pinned.text == "Read me first"


async def test_the_bot_learns_who_administers(bot: Bot, server: TelegramServer, ana: Person, ben: Person) -> None:
    group = ana.founds_supergroup("Harbour")
    await ana.adds_bot(group, Right.PIN_MESSAGES)
    ben.joins(group)
    server.world.promote(group, ben.user, anonymous=True)

    found = {member.user.id: member for member in await bot.get_chat_administrators(group.id)}

    assert found.keys() == {ana.id, ben.id, server.world.bot.id}
    assert found[ana.id].status == "creator"
    me = (await bot.get_chat_member(group.id, server.world.bot.id)).to_dict()
    assert (me["can_pin_messages"], me["can_manage_topics"]) == (True, False)
    assert await bot.get_chat_member_count(group.id) == 3


async def test_faults_happen_as_planned(bot: Bot, server: TelegramServer, ana: Person) -> None:
    server.faults.fail(502, match="sendMessage", times=1)
    server.faults.fail(429, match="sendMessage", times=1, retry_after=37)

    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(ana.id, "one")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(ana.id, "two")
    assert refused.value.retry_after == timedelta(seconds=37)
    assert ana.reads() == []
    server.faults.lose_reply("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(ana.id, "three")
    assert ana.latest.text == "three"


async def test_who_gives_up_on_a_slow_answer_may_have_been_heard(bot: Bot, server: TelegramServer, ana: Person) -> None:
    server.faults.slow(0.1, "sendMessage")

    with pytest.raises(TimedOut):
        await bot.send_message(ana.id, "hello", read_timeout=0.01)

    await ana.hears("hello")


async def test_latency_takes_its_time(bot: Bot, server: TelegramServer, ana: Person) -> None:
    server.faults.latency = 0.05
    started = asyncio.get_running_loop().time()

    await bot.send_message(ana.id, "hello")

    assert asyncio.get_running_loop().time() - started >= 0.05
    assert server.asked("sendMessage")[0].took >= 0.05
