"""What somebody said on another platform stands in a room on Discord: once, under their name, and as they said it."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from bot.adapters.discord.relayed_parts import LARGEST_FILE
from bot.adapters.discord.speech_write import LONGEST, length
from bot.core.effects import (
    FileGone,
    FileTooLarge,
    Gone,
    Lacking,
    ReactToMessage,
    Refused,
    RelayMessage,
    RemoveMessage,
    Retry,
    Source,
    Unknown,
)
from bot.core.ui.speech import Attachment, AttachmentKind, Span, Speech, Style
from tests.adapters.discord.carrying import Carrier, at, carrying
from tests.discord.server.app import DiscordServer
from tests.discord.server.channels import Channel, ChannelType
from tests.discord.server.messages import Message
from tests.discord.server.posts import NONCE_MEMORY
from tests.discord.server.state import Permission

UNSEEN = str.maketrans("", "", "\u200b\u2060")
PICTURE = Attachment(AttachmentKind.PHOTO, "file-1", size=3)
LONG = "\n".join(f"Line {number} of what I have to say about it." for number in range(120))


@dataclass
class Shelf:
    """Files of another platform."""

    files: dict[str, bytes] = field(default_factory=dict)
    fails: Callable[[str], Exception | None] = lambda _: None
    fetched: list[str] = field(default_factory=list)

    async def fetch(self, platform: str, attachment: Attachment, most: int) -> bytes:
        assert platform == "telegram"
        self.fetched.append(attachment.ref)
        if (failure := self.fails(attachment.ref)) is not None:
            raise failure
        return self.files.get(attachment.ref, b"abc")


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
async def carrier(server: DiscordServer, shelf: Shelf) -> AsyncIterator[Carrier]:
    server.limits.off = True
    async with carrying(server, files=shelf) as ready:
        yield ready


@pytest.fixture
def room(carrier: Carrier) -> Channel:
    return carrier.server.world.add_channel(carrier.harbour.guild, "ana-and-ben")


def relayed(carrier: Carrier, room: Channel, text: str, *attachments: Attachment, **more: object) -> RelayMessage:
    said = RelayMessage(
        at(str(room.id)),
        "Ben",
        Speech(text, (), attachments),
        Source("telegram", "5", "7"),
        language="en",
        community=carrier.community,
    )
    return replace(said, **more)  # type: ignore[arg-type]


def words(room: Channel) -> list[str]:
    return [message.content.translate(UNSEEN) for message in room.messages.values()]


def the(room: Channel) -> Message:
    [message] = room.messages.values()
    return message


def later(carrier: Carrier) -> None:
    """Let so much time pass that Discord doesn't know nonces any more, nor say them."""
    world = carrier.server.world
    now = world.now() + NONCE_MEMORY + timedelta(minutes=1)
    world.now = lambda: now
    for channel in world.channels.values():
        for message in channel.messages.values():
            message.nonce = None


async def test_it_is_said_under_their_name_with_its_formatting_as_plain_content(
    carrier: Carrier, room: Channel
) -> None:
    speech = Speech("Hello there", (Span(Style.BOLD, 0, 5),))

    done = await carrier.done(relayed(carrier, room, "", speech=speech, author="Ben *B*\n@everyone"), "r1")

    message = the(room)
    assert words(room) == ["**Ben \\*B\\* @everyone**: **Hello** there"]
    assert done.external_id == str(message.id)
    assert message.components == []


async def test_nobody_is_alerted_whatever_is_said(carrier: Carrier, room: Channel) -> None:
    noor, guild = carrier.harbour.noor, carrier.harbour.guild
    first = carrier.server.world.say(noor, room, "ping me")
    text = f"@everyone <@{noor.id}> <@&{guild.id}> https://example.org/@here"

    await carrier.done(relayed(carrier, room, text, reply_to=str(first.id)), "r1")

    assert not list(room.messages.values())[-1].pinged


@pytest.mark.parametrize("with_place", [True, False])
async def test_a_reply_answers_the_message_that_it_is_for(carrier: Carrier, room: Channel, *, with_place: bool) -> None:
    first = carrier.server.world.say(carrier.harbour.noor, room, "When?")
    reply_to = f"{room.id}/{first.id}" if with_place else str(first.id)

    await carrier.done(relayed(carrier, room, "On Monday", reply_to=reply_to), "r1")

    assert list(room.messages.values())[-1].replied_to is first


async def test_a_reply_to_what_is_gone_is_said_all_the_same(carrier: Carrier, room: Channel) -> None:
    await carrier.done(relayed(carrier, room, "On Monday", reply_to="123456789012345678"), "r1")

    assert words(room) == ["**Ben**: On Monday"]


async def test_the_same_key_says_it_once_however_late(carrier: Carrier, room: Channel) -> None:
    saying = relayed(carrier, room, "ok")
    first = await carrier.done(saying, "r1")
    assert await carrier.done(saying, "r1") == first

    later(carrier)
    assert await carrier.done(saying, "r1", again=True) == first
    assert words(room) == ["**Ben**: ok"]


async def test_the_same_words_under_another_key_are_said_even_when_tried_again(carrier: Carrier, room: Channel) -> None:
    await carrier.done(relayed(carrier, room, "ok"), "r1")
    later(carrier)

    await carrier.done(relayed(carrier, room, "ok"), "r2", again=True)

    assert words(room) == ["**Ben**: ok"] * 2


async def test_a_lost_reply_leaves_it_unknown_and_doubt_is_settled_by_looking(carrier: Carrier, room: Channel) -> None:
    carrier.server.faults.lose_reply("POST /channels/.*/messages")
    saying = relayed(carrier, room, "ok")

    lost = await carrier.surface.deliver(saying, "r1")
    later(carrier)
    found = await carrier.surface.deliver(saying, "r1", again=True, doubtful=True)

    assert isinstance(lost, Unknown)
    assert getattr(found, "external_id", "") == str(the(room).id)


async def test_what_is_too_long_comes_in_parts_and_goes_on_where_it_stopped(carrier: Carrier, room: Channel) -> None:
    saying = relayed(carrier, room, LONG)
    await carrier.done(saying, "r1")
    whole = words(room)
    _, second, third = room.messages.values()
    for message in (second, third):
        carrier.server.world.delete_message(message)
    later(carrier)

    done = await carrier.done(saying, "r1", again=True)

    assert words(room) == whole
    assert len(whole) == 3
    assert all(length(each.content) <= LONGEST for each in room.messages.values())
    assert done.external_id == str(next(iter(room.messages)))


async def test_a_change_is_followed_through_all_parts(carrier: Carrier, room: Channel) -> None:
    said = await carrier.done(relayed(carrier, room, LONG), "r1")
    carrier.server.world.say(carrier.harbour.noor, room, "I see")
    await carrier.done(relayed(carrier, room, "next"), "r2")

    shorter = relayed(carrier, room, "In short: yes", replaces=said.external_id)
    assert await carrier.done(shorter, "r3") == said
    assert words(room) == ["**Ben**: In short: yes", "I see", "**Ben**: next"]

    await carrier.done(relayed(carrier, room, LONG, replaces=f"{room.id}/{said.external_id}"), "r4")
    assert len(words(room)) == 5
    assert "".join(words(room)[:1] + words(room)[3:]).count("Line") == 120


async def test_a_change_leaves_files_where_they_are(carrier: Carrier, room: Channel) -> None:
    said = await carrier.done(relayed(carrier, room, "Luk", PICTURE), "r1")

    await carrier.done(relayed(carrier, room, "Look", PICTURE, replaces=said.external_id), "r2")

    assert words(room) == ["**Ben**: Look"]
    assert len(the(room).attachments) == 1


async def test_what_somebody_took_away_is_not_brought_back(carrier: Carrier, room: Channel) -> None:
    said = await carrier.done(relayed(carrier, room, "Before"), "r1")
    carrier.server.world.delete_message(the(room))

    assert await carrier.done(relayed(carrier, room, "After", replaces=said.external_id), "r2") == said
    assert words(room) == []


async def test_all_parts_are_taken_back(carrier: Carrier, room: Channel) -> None:
    said = await carrier.done(relayed(carrier, room, LONG, PICTURE), "r1")
    await carrier.done(carrier.saying(at(str(room.id)), "A guide"), "g1")
    await carrier.done(relayed(carrier, room, "next"), "r2")
    removing = RemoveMessage(at(str(room.id)), said.external_id)

    await carrier.done(removing, "d1")
    await carrier.done(removing, "d1", again=True)

    assert words(room) == ["", "**Ben**: next"], "the guide and what came next"


async def test_files_come_with_the_words(carrier: Carrier, room: Channel, shelf: Shelf) -> None:
    shelf.files["file-2"] = b"%PDF"
    document = Attachment(AttachmentKind.DOCUMENT, "file-2", "plan (1).pdf", 4)

    await carrier.done(relayed(carrier, room, "Look", PICTURE, document), "r1")

    assert words(room) == ["**Ben**: Look"]
    assert [(each.filename, each.content) for each in the(room).attachments] == [
        ("photo.jpg", b"abc"), ("plan (1).pdf", b"%PDF")
    ]  # fmt: skip


async def test_many_files_come_in_several_messages_and_no_more_than_fit(
    carrier: Carrier, room: Channel, shelf: Shelf
) -> None:
    pictures = [replace(PICTURE, ref=str(number)) for number in range(12)]
    large = Attachment(AttachmentKind.VIDEO, "large", "film.mp4", LARGEST_FILE - 1)

    await carrier.done(relayed(carrier, room, "", *pictures, large), "r1")

    assert [len(each.attachments) for each in room.messages.values()] == [10, 2, 1]
    assert words(room) == ["**Ben**:", "", ""]


async def test_a_file_that_is_too_large_or_gone_is_named_in_its_place(
    carrier: Carrier, room: Channel, shelf: Shelf
) -> None:
    failures = {"gone": FileGone(), "larger": FileTooLarge(LARGEST_FILE)}
    shelf.fails = failures.get
    files = [
        Attachment(AttachmentKind.VIDEO, "huge", "film_1.mp4", 2 * LARGEST_FILE),
        Attachment(AttachmentKind.DOCUMENT, "gone", "old.pdf", 1024 * 1024),
        Attachment(AttachmentKind.VOICE, "larger"),
        PICTURE,
    ]

    await carrier.done(relayed(carrier, room, "Look", *files), "r1")

    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for text in words(room) for line in text.split("\n")]
    assert lines == [
        "**Ben**: Look",
        "discord-file-too-large film\\_1.mp4 20 MB 10 MB (en)",
        "discord-file-gone old.pdf 1 MB (en)",
        "discord-file-too-large voice.ogg > 10 MB 10 MB (en)",
        "",
    ]
    assert shelf.fetched == ["gone", "larger", "file-1"]


async def test_files_that_discord_takes_for_too_large_are_named(carrier: Carrier, room: Channel) -> None:
    carrier.server.faults.fail(413, match="POST /channels/.*/messages", times=1)

    await carrier.done(relayed(carrier, room, "Look", PICTURE), "r1")

    assert words(room)[0].startswith("**Ben**: Look\ndiscord-file-too-large photo.jpg")


async def test_a_file_that_can_not_be_had_just_now_is_waited_for(carrier: Carrier, room: Channel, shelf: Shelf) -> None:
    shelf.fails = lambda _: ConnectionError()

    outcome = await carrier.surface.deliver(relayed(carrier, room, "Look", PICTURE), "r1")

    assert isinstance(outcome, Retry)
    assert words(room) == []


async def test_where_nobody_fetches_files_they_are_named(server: DiscordServer) -> None:
    async with carrying(server) as carrier:
        await carrier.done(relayed(carrier, carrier.harbour.general, "Look", PICTURE), "r1")

    assert "discord-file-gone photo.jpg" in words(carrier.harbour.general)[0]


async def test_a_quote_or_a_block_of_code_begins_on_its_own_line(carrier: Carrier, room: Channel) -> None:
    speech = Speech("x = 1", (Span(Style.PRE, 0, 5, "python"),))

    await carrier.done(relayed(carrier, room, "", speech=speech), "r1")

    assert words(room) == ["**Ben**:\n```python\nx = 1\n```"]


async def test_the_bot_reacts_for_them_with_one_emoji_at_a_time(carrier: Carrier, room: Channel) -> None:
    message = carrier.server.world.say(carrier.harbour.noor, room, "Done!")
    carrier.server.world.react(message, carrier.harbour.owner, "🎉")
    bot = carrier.server.world.bot.id

    for emojis in (("👍",), ("👍",), ("🎉", "👍")):
        await carrier.done(ReactToMessage(at(str(room.id)), str(message.id), emojis), f"e{emojis}")
    assert message.reactions == {"🎉": {carrier.harbour.owner.id, bot}}

    await carrier.done(ReactToMessage(at(str(room.id)), f"{room.id}/{message.id}", ()), "e4")
    assert message.reactions == {"🎉": {carrier.harbour.owner.id}}


async def test_an_emoji_is_found_with_or_without_its_variation(carrier: Carrier, room: Channel) -> None:
    message = carrier.server.world.say(carrier.harbour.noor, room, "Done!")
    carrier.server.world.unknown_emojis = {"❤"}

    await carrier.done(ReactToMessage(at(str(room.id)), str(message.id), ("❤",)), "e1")
    await carrier.done(ReactToMessage(at(str(room.id)), str(message.id), ("❤",)), "e2")

    assert list(message.reactions) == ["❤\N{VARIATION SELECTOR-16}"]


async def test_reactions_where_they_are_not_allowed_or_known_are_refused_and_to_what_is_gone_are_done(
    carrier: Carrier, room: Channel
) -> None:
    message = carrier.server.world.say(carrier.harbour.noor, room, "Done!")
    carrier.server.world.unknown_emojis = {"🎉", "🎉\N{VARIATION SELECTOR-16}"}
    carrier.forbid(Permission.ADD_REACTIONS)

    unknown = await carrier.surface.deliver(ReactToMessage(at(str(room.id)), str(message.id), ("🎉",)), "e1")
    forbidden = await carrier.surface.deliver(ReactToMessage(at(str(room.id)), str(message.id), ("👍",)), "e2")
    carrier.server.world.delete_message(message)
    await carrier.done(ReactToMessage(at(str(room.id)), str(message.id), ("👍",)), "e3")

    assert isinstance(unknown, Refused)
    assert forbidden == Refused("not allowed")


async def test_a_room_that_is_gone_or_closed_to_the_bot_is_told(carrier: Carrier, room: Channel) -> None:
    carrier.forbid(Permission.ATTACH_FILES)
    lacking = await carrier.surface.deliver(relayed(carrier, room, "Look", PICTURE), "r1")
    carrier.server.world.delete_channel(room)
    gone = await carrier.surface.deliver(relayed(carrier, room, "Hello"), "r2")

    assert lacking == Lacking(("attach_files",))
    assert gone == Gone(str(room.id))


async def test_a_room_in_an_archived_thread_is_woken(carrier: Carrier, room: Channel) -> None:
    world = carrier.server.world
    thread = world.add_thread(room, "Ana & Ben", owner=world.bot, type_=ChannelType.PRIVATE_THREAD)
    said = await carrier.done(relayed(carrier, thread, "Hello"), "r1")
    world.archive(thread)

    await carrier.done(relayed(carrier, thread, "Hello!", replaces=said.external_id), "r2")
    await carrier.done(relayed(carrier, thread, "Again"), "r3")

    assert words(thread)[-2:] == ["**Ben**: Hello!", "**Ben**: Again"]
