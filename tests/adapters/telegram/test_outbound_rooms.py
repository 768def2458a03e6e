"""Rooms and growth threads: opened, closed, deleted."""

import pytest

from bot.adapters.telegram.marks import hashtag
from bot.adapters.telegram.places import Spot
from bot.core.domain.communities import PlaceKind
from bot.core.effects import AdmitToRoom, ArchiveRoom, DeleteRoom, Gone, Lacking, Retry, ToPlace
from tests.adapters.telegram.carrying import Carrier, opening, preparing, relaying, saying, thread
from tests.telegram.people import Person
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.members import NO_RIGHTS, Right

pytestmark = pytest.mark.usefixtures("unhurried")


@pytest.fixture
def mentor(server: TelegramServer, ben: Person) -> Person:
    server.world.start(ben.user)
    return ben


@pytest.fixture
async def topical(carrier: Carrier) -> Carrier:
    """The surface where private chats have topics."""
    carrier.server.world.bot.has_topics_enabled = True
    await carrier.rest.log_in()
    return carrier


async def test_each_of_a_pair_has_a_topic_of_their_own(topical: Carrier, ana: Person, mentor: Person) -> None:
    done = await topical.done(opening(ana, mentor))

    assert done.rooms.keys() == {str(ana.id), str(mentor.id)}
    assert done.external_id == done.rooms[str(ana.id)]
    await topical.done(relaying(done.rooms[str(mentor.id)], "hello"))
    assert mentor.at_home("Ana & Ben").latest.words == "Ana Lima: hello"
    assert [topic.name for topic in ana.home.topics.values()] == ["Ana & Ben"]


async def test_without_topics_a_room_has_a_mark(carrier: Carrier, ana: Person, mentor: Person) -> None:
    done = await carrier.done(opening(ana, mentor), "room-1")
    again = await carrier.done(opening(ana, mentor), "room-1", again=True)
    other = await carrier.done(opening(ana, mentor), "room-2")

    spots = [Spot.read(each) for each in done.rooms.values()]
    assert [spot.chat for spot in spots] == [ana.id, mentor.id]
    assert all(spot.mark for spot in spots)
    assert again == done
    assert other.rooms != done.rooms


async def test_who_never_started_the_bot_gets_a_mark(topical: Carrier, ana: Person, ben: Person) -> None:
    done = await topical.done(opening(ana, ben))

    assert Spot.read(done.rooms[str(ana.id)]).thread is not None
    assert Spot.read(done.rooms[str(ben.id)]).mark


async def test_a_group_is_no_room_any_more_when_somebody_else_is_in_it(
    carrier: Carrier, ana: Person, mentor: Person
) -> None:
    group = ana.founds_group("Ana & Ben")
    await ana.adds_bot(group)
    mentor.joins(group)
    place, pat = ToPlace(str(group.id)), Person.at_telegram(carrier.server, "Pat Lee")
    await carrier.done(saying(place, "among us", room="Ana & Ben"))
    pat.joins(group)

    said = await carrier.surface.deliver(saying(place, "a goal", room="Ana & Ben"), "a key")
    carried = await carrier.surface.deliver(relaying(str(group.id), "hello"), "another key")

    assert said == carried == Gone(str(group.id))
    assert not pat.sees("a goal")
    assert not carrier.server.world.bot_in(group).is_present


async def test_half_a_room_is_taken_back(topical: Carrier, ana: Person, mentor: Person) -> None:
    topical.server.faults.fail(502, match=f"createForumTopic {mentor.id}", times=1)

    failed = await topical.surface.deliver(opening(ana, mentor), "k")
    await topical.done(opening(ana, mentor), "k", again=True)

    assert isinstance(failed, Retry)
    assert (len(ana.home.topics), len(mentor.home.topics)) == (1, 1)


async def test_long_titles_are_cut(topical: Carrier, ana: Person) -> None:
    await topical.done(opening(ana, title="x" * 200))

    assert [len(topic.name) for topic in ana.home.topics.values()] == [128]


async def test_a_room_is_closed_and_deleted(topical: Carrier, ana: Person, mentor: Person) -> None:
    place = (await topical.done(opening(ana, mentor))).rooms[str(ana.id)]

    await topical.done(AdmitToRoom("-100", place, (str(ana.id),), ()))
    await topical.done(ArchiveRoom(place))
    assert len(ana.home.topics) == 1
    await topical.done(DeleteRoom(place))
    await topical.done(DeleteRoom(place))

    assert ana.home.topics == {}


async def test_a_shared_chat_stays(carrier: Carrier, ana: Person) -> None:
    place = f"{ana.id}#rx"
    await carrier.done(relaying(place, "hello"))

    await carrier.done(ArchiveRoom(place))
    await carrier.done(DeleteRoom(place))

    assert len(ana.reads()) == 1


async def test_a_topic_of_a_group_is_closed_once(carrier: Carrier, ben: Person) -> None:
    chat = await carrier.forum(ben)
    topic = carrier.server.world.add_topic(chat, "Ana & Ben", ben.user)
    place = f"{chat.id}/{topic.id}"

    await carrier.done(ArchiveRoom(place))
    await carrier.done(ArchiveRoom(place))

    assert topic.is_closed


async def test_in_a_forum_a_growth_thread_is_a_topic(carrier: Carrier, ben: Person) -> None:
    chat = await carrier.forum(ben)

    done = await carrier.done(thread(await carrier.prepared(chat)))

    (topic,) = chat.topics.values()
    assert done.external_id == f"{chat.id}/{topic.id}"
    assert topic.name == "Priya Nair’s growth"


async def test_elsewhere_it_is_posts_under_a_hashtag(carrier: Carrier, ben: Person) -> None:
    chat = await carrier.forum(ben, forum=False)

    homes = await carrier.prepared(chat)
    done = await carrier.done(thread(homes), "thread-1")
    again = await carrier.done(thread(homes), "thread-1", again=True)

    assert done.external_id.startswith(f"{chat.id}#priya_nair_growth_")
    assert again == done


async def test_a_thread_without_a_home_says_so(carrier: Carrier, ben: Person) -> None:
    chat = await carrier.forum(ben)
    await ben.removes(carrier.server.world.bot.user, chat)

    assert await carrier.surface.deliver(thread({}), "k") == Gone("")
    assert await carrier.surface.deliver(thread({PlaceKind.THREADS: str(chat.id)}), "k") == Gone(str(chat.id))


async def test_a_forum_without_the_right_says_which(carrier: Carrier, ben: Person) -> None:
    chat = await carrier.forum(ben)
    homes = await carrier.prepared(chat)
    carrier.server.world.promote(chat, carrier.server.world.bot.user, NO_RIGHTS)

    assert await carrier.surface.deliver(thread(homes), "k") == Lacking(("can_manage_topics",))
    assert await carrier.surface.deliver(preparing(chat), "k") == Lacking(("can_manage_topics",))


async def test_a_group_has_all_of_the_programme(carrier: Carrier, ben: Person) -> None:
    chat = ben.founds_supergroup("Harbour")
    await ben.adds_bot(chat)

    homes = await carrier.prepared(chat)

    assert homes == dict.fromkeys((PlaceKind.COMMONS, PlaceKind.ROOMS, PlaceKind.THREADS), str(chat.id))


async def test_a_group_where_members_may_not_write_says_so(carrier: Carrier, ben: Person) -> None:
    chat = ben.founds_supergroup("Harbour")
    await ben.adds_bot(chat)
    chat.members_may_write = False

    assert await carrier.surface.deliver(preparing(chat), "k") == Lacking(("can_send_messages",))
    carrier.server.world.promote(chat, carrier.server.world.bot.user, NO_RIGHTS)
    assert await carrier.prepared(chat)


@pytest.mark.parametrize("named", ["@harbour_growth", "harbour_growth", "https://t.me/harbour_growth"])
async def test_growth_can_be_in_the_groups_channel(carrier: Carrier, ben: Person, named: str) -> None:
    chat = await carrier.forum(ben, forum=False)
    channel = ben.founds_channel("Growth", username="harbour_growth")
    await ben.adds_bot(channel)

    homes = await carrier.prepared(chat, threads=named)
    again = await carrier.prepared(chat, threads=homes[PlaceKind.THREADS])
    done = await carrier.done(thread(homes))

    assert homes[PlaceKind.THREADS] == str(channel.id)
    assert again == homes
    assert done.external_id.startswith(f"{channel.id}#")


async def test_a_channel_has_to_let_the_bot_post(carrier: Carrier, ben: Person) -> None:
    chat = await carrier.forum(ben, forum=False)
    channel = ben.founds_channel("Growth", username="harbour_growth")
    lacking = Lacking(("can_post_messages", "can_edit_messages"))

    outside = await carrier.surface.deliver(preparing(chat, threads="@harbour_growth"), "k")
    await ben.adds_bot(channel)
    carrier.server.world.promote(channel, carrier.server.world.bot.user, Right.PIN_MESSAGES)
    inside = await carrier.surface.deliver(preparing(chat, threads="@harbour_growth"), "k")

    assert (outside, inside) == (lacking, lacking)


async def test_a_channel_of_others_is_not_taken(carrier: Carrier, ana: Person, ben: Person) -> None:
    chat = await carrier.forum(ben, forum=False)
    channel = ana.founds_channel("Another community", username="another_one")
    await ana.adds_bot(channel)

    outcome = await carrier.surface.deliver(preparing(chat, threads="@another_one"), "k")

    assert not isinstance(outcome, Lacking)
    assert "Refused" in repr(outcome)


@pytest.mark.parametrize(
    ("title", "begins"),
    [
        ("Priya Nair’s growth", "priya_nair_growth_"),
        ("Crecimiento de Íñigo", "crecimiento_de_inigo_"),
        ("成长", "growth_"),
        ("x" * 90, "x"),
    ],
)
def test_hashtags_are_letters_that_every_client_links(title: str, begins: str) -> None:
    tag = hashtag(title, "k")

    assert tag.startswith(begins)
    assert Spot.read(f"-100#{tag}").mark == tag
    assert len(tag) <= 40
