"""What is said in a room that is carried elsewhere is heard, from people and nobody else; of other places, nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.adapters.discord.events import Heard
from bot.adapters.discord.room_talk import talk_of
from bot.core.ui.inbound import BroughtIn, Departed, Inbound, Reacted, Spoken, SpokenAnew, Unspoken
from bot.core.ui.speech import AttachmentKind, Span, Speech, Style
from tests.adapters.discord.listener import Presence
from tests.adapters.discord.test_events import ME, Nobody
from tests.discord.harbour import Harbour
from tests.discord.people import Person
from tests.discord.server.app import DiscordServer
from tests.discord.server.state import ApplicationFlag, Channel

TALK = (Spoken, SpokenAnew, Unspoken, Reacted)
POLL = {
    "question": {"text": "When?"},
    "answers": [{"answer_id": 1, "poll_media": {"text": "Monday"}}, {"answer_id": 2, "poll_media": {"text": "Friday"}}],
}


@pytest.fixture
async def there(server: DiscordServer, room: Channel) -> AsyncIterator[Presence]:
    """Menteo, connected and allowed to read, with one room that is carried elsewhere."""
    server.world.application.flags |= ApplicationFlag.MESSAGE_CONTENT
    async with listening(server, room) as presence:
        yield presence


@pytest.fixture
async def unread(server: DiscordServer, room: Channel) -> AsyncIterator[Presence]:
    """The same, without being allowed to read."""
    async with listening(server, room) as presence:
        yield presence


@pytest.fixture
def room(server: DiscordServer, harbour: Harbour) -> Channel:
    return server.world.add_channel(harbour.guild, "ana-and-ben")


@asynccontextmanager
async def listening(server: DiscordServer, room: Channel) -> AsyncIterator[Presence]:
    presence = Presence(server)
    presence.rooms.add(str(room.id))
    async with presence.running():
        await presence.conversation.hears(BroughtIn)
        yield presence


async def heard_by_now(presence: Presence, server: DiscordServer, harbour: Harbour) -> list[Inbound]:
    """Everything that was heard of rooms until somebody who comes and goes has gone."""
    passer_by = harbour.newcomer(server.world, "Passer By")
    server.world.ban(harbour.guild, passer_by)
    await presence.conversation.hears(Departed)
    return [each for each in presence.conversation.told if isinstance(each, TALK)]


async def test_what_people_say_is_heard_with_their_name_formatting_and_what_it_answers(
    there: Presence, server: DiscordServer, harbour: Harbour, room: Channel
) -> None:
    server.world.nickname(harbour.guild, harbour.noor, "Noor")
    first = server.world.say(harbour.noor, room, f"**Hello** {harbour.owner.mention}, see <#{harbour.general.id}>")
    answer = server.world.say(harbour.owner, room, "Hi", reply_to=first)

    said = await there.conversation.hears(Spoken, 2)
    hello = there.conversation.all(Spoken)[0]
    assert hello.speech == Speech("Hello @Ines Duarte, see #general", (Span(Style.BOLD, 0, 5),))
    assert (hello.message, hello.reply_to) == (str(first.id), "")
    assert (hello.origin.account, hello.origin.name, hello.origin.place) == (str(harbour.noor.id), "Noor", str(room.id))
    assert (said.message, said.reply_to) == (str(answer.id), str(first.id))


async def test_files_are_named_by_kind_and_where_they_are(
    there: Presence, server: DiscordServer, harbour: Harbour, room: Channel
) -> None:
    message = server.world.say(harbour.noor, room, "", files={"cat.png": b"123", "plan.pdf": b"1", "song.mp3": b"12"})

    said = await there.conversation.hears(Spoken)
    photo, document, audio = said.speech.attachments
    assert said.speech.text == ""
    assert (photo.kind, photo.name, photo.size, photo.media_type) == (AttachmentKind.PHOTO, "cat.png", 3, "image/png")
    assert (document.kind, audio.kind) == (AttachmentKind.DOCUMENT, AttachmentKind.AUDIO)
    assert photo.ref == message.attachments[0].url


async def test_changes_and_removals_are_heard_and_what_only_looks_like_one_is_not(
    there: Presence, server: DiscordServer, harbour: Harbour, room: Channel
) -> None:
    message = server.world.say(harbour.noor, room, "Helo")
    server.world.told_anew(message)
    server.world.rewrite(harbour.noor, message, "Hello")
    server.world.told_anew(message)
    server.world.delete_message(message)
    others = [server.world.say(harbour.noor, room, text) for text in ("a", "b")]
    server.world.delete_messages(room, others)

    gone = await there.conversation.hears(Unspoken, 3)
    anew = there.conversation.all(SpokenAnew)
    assert [each.speech.text for each in anew] == ["Hello", "Hello"]
    assert len({each.origin.update for each in anew}) == 1, "the same change"
    assert [each.message for each in there.conversation.all(Unspoken)] == [str(m.id) for m in (message, *others)]
    assert (gone.origin.account, gone.origin.place) == ("", str(room.id))


async def test_reactions_are_heard_and_taken_back(
    there: Presence, server: DiscordServer, harbour: Harbour, room: Channel
) -> None:
    message = server.world.say(harbour.noor, room, "done!")
    server.world.react(message, harbour.owner, "🎉")
    server.world.react(message, harbour.owner, "🎉", remove=True)
    server.world.react(message, harbour.owner, "🎉")

    await there.conversation.hears(Reacted, 3)
    reacted = there.conversation.all(Reacted)
    assert [each.emojis for each in reacted] == [("🎉",), (), ("🎉",)]
    assert {each.origin.account for each in reacted} == {str(harbour.owner.id)}
    assert len({each.origin.update for each in reacted}) == 3


async def test_the_bot_hears_neither_itself_nor_other_programs(
    there: Presence, server: DiscordServer, harbour: Harbour, room: Channel
) -> None:
    other = server.world.add_user("Other Bot", bot=True)
    server.world.join(harbour.guild, other)
    for author in (server.world.bot, other):
        said = server.world.say(author, room, "beep")
        server.world.react(said, author, "🎉")
        server.world.rewrite(author, said, "boop")
        server.world.react(said, server.world.bot, "🎉")
        server.world.react(said, server.world.bot, "🎉", remove=True)
        server.world.pin(said, harbour.noor)

    assert await heard_by_now(there, server, harbour) == []


async def test_nothing_is_heard_of_other_places(
    there: Presence, server: DiscordServer, harbour: Harbour, room: Channel
) -> None:
    for place in (harbour.general, server.world.add_thread(room, "aside", owner=harbour.noor)):
        said = server.world.say(harbour.noor, place, "between us")
        server.world.react(said, harbour.noor, "🎉")
        server.world.rewrite(harbour.noor, said, "only us")
        server.world.delete_message(said)

    assert await heard_by_now(there, server, harbour) == []


async def test_what_is_told_twice_is_heard_once(
    there: Presence, server: DiscordServer, harbour: Harbour, room: Channel
) -> None:
    server.world.say(harbour.noor, room, "once")
    server.gateway.repeat_last(2)

    assert len(await heard_by_now(there, server, harbour)) == 1


async def test_without_reading_only_what_mentions_or_answers_the_bot_is_heard(
    unread: Presence, server: DiscordServer, harbour: Harbour, room: Channel
) -> None:
    mine = server.world.say(server.world.bot, room, "**Ben**: hi")
    server.world.say(harbour.noor, room, f"{server.world.bot.mention}, *hello*", files={"cat.png": b"123"})
    server.world.say(harbour.noor, room, "I know", reply_to=mine)
    server.world.say(harbour.noor, room, server.world.bot.mention)

    said = [each for each in await heard_by_now(unread, server, harbour) if isinstance(each, Spoken)]
    assert [each.speech.text for each in said] == ["hello", "I know"]
    assert len(said[0].speech.attachments) == 1
    assert [each.content for each in room.messages.values() if each.author is server.world.bot] == ["**Ben**: hi"]


async def test_words_that_can_not_be_read_are_answered_in_the_room_once_an_hour(
    unread: Presence, server: DiscordServer, harbour: Harbour, room: Channel
) -> None:
    ana = Person(server, harbour.noor, room)
    for text in ("one", "two"):
        ana.says(text)
    await ana.hears("discord-words-hidden")
    await unread.time.sleep(3601)
    ana.says("three")
    await ana.until(lambda: len([each for each in ana.reads() if "discord-words-hidden" in each.text]) == 2)

    assert await heard_by_now(unread, server, harbour) == []
    assert len([each for each in ana.reads() if "discord-words-hidden" in each.text]) == 2


MESSAGE = {
    "id": "5", "channel_id": "2", "guild_id": "1", "type": 0, "content": "",
    "author": {"id": "7", "username": "ana", "global_name": None}, "mentions": [],
}  # fmt: skip


def spoken(**more: object) -> Speech:
    [said] = talk_of(Heard("MESSAGE_CREATE", MESSAGE | more, "s:1"), Nobody())
    assert isinstance(said, Spoken)
    return said.speech


def test_a_sticker_is_a_picture_unless_it_is_none() -> None:
    items = [{"id": "11", "name": "wave", "format_type": kind} for kind in (1, 3, 4)]

    png, gif = spoken(sticker_items=items).attachments
    assert (png.kind, png.name, png.ref) == (
        AttachmentKind.STICKER, "wave.png", "https://cdn.discordapp.com/stickers/11.png"
    )  # fmt: skip
    assert gif.ref == "https://media.discordapp.net/stickers/11.gif"


def test_a_voice_message_is_a_voice_and_a_moving_picture_is_a_document() -> None:
    files = [
        {"url": "u", "filename": "f", "size": 1, "content_type": kind}
        for kind in ("audio/ogg; codecs=opus", "image/gif")
    ]

    assert [each.kind for each in spoken(flags=1 << 13, attachments=files).attachments] == [
        AttachmentKind.VOICE, AttachmentKind.DOCUMENT
    ]  # fmt: skip


def test_a_poll_is_its_question_and_answers() -> None:
    assert spoken(poll=POLL) == Speech("When?\n• Monday\n• Friday", (Span(Style.BOLD, 0, 5),))


def test_what_is_forwarded_is_a_quote() -> None:
    snapshot = {"message": {"content": "*look*", "attachments": []}}

    said = spoken(message_reference={"type": 1, "message_id": "3", "channel_id": "2"}, message_snapshots=[snapshot])
    assert said == Speech("look", (Span(Style.ITALIC, 0, 4), Span(Style.QUOTE, 0, 4)))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("MESSAGE_CREATE", MESSAGE | {"webhook_id": "3", "content": "x"}),
        ("MESSAGE_CREATE", MESSAGE | {"type": 7, "content": "x"}),
        ("MESSAGE_CREATE", MESSAGE | {"content": f"<@{ME}> "}),
        ("MESSAGE_UPDATE", {"id": "5", "channel_id": "2", "guild_id": "1", "embeds": []}),
        ("MESSAGE_UPDATE", MESSAGE | {"edited_timestamp": "2026-01-01T00:00:00+00:00"}),
        ("CHANNEL_UPDATE", {"id": "2", "guild_id": "1"}),
    ],
)
def test_what_says_nothing_is_let_go(name: str, data: dict[str, object]) -> None:
    assert talk_of(Heard(name, data, "s:1"), Nobody()) == []


@pytest.mark.parametrize("name", ["MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE"])
@pytest.mark.parametrize(("user", "emoji"), [("7", {"id": "4", "name": "wave"}), (str(ME), {"id": None, "name": "🎉"})])
def test_a_guild_s_own_emoji_and_the_bot_s_own_reactions_are_nowhere_else(
    name: str, user: str, emoji: dict[str, object]
) -> None:
    data = {"guild_id": "1", "channel_id": "2", "message_id": "5", "user_id": user, "emoji": emoji}

    assert talk_of(Heard(name, data, "s:1"), Nobody()) == []
