"""What is said to people and in places, changed, pinned and taken back."""

from datetime import timedelta

import pytest

from bot.core.effects import Done, RemoveMessage, SendMessage, ToPlace
from bot.core.ui.pictures import LevelChart
from bot.core.ui.views import Picture, Table, View
from tests.adapters.telegram.carrying import Carrier, saying, to
from tests.telegram.people import Person
from tests.telegram.server.members import Right

pytestmark = pytest.mark.usefixtures("unhurried")


async def test_a_view_reaches_a_person_with_its_buttons(carrier: Carrier, ana: Person) -> None:
    done = await carrier.done(saying(to(ana), "1 < 2"))

    assert ana.latest.text == "Hello\n1 < 2\n[Open]"
    assert done == Done(f"{ana.id}:{ana.latest.message.id}", direct=str(ana.id))


async def test_a_private_chat_that_is_known_is_no_news(carrier: Carrier, ana: Person) -> None:
    done = await carrier.done(saying(to(ana, str(ana.id)), "x"))

    assert done.direct == ""


async def test_a_long_view_comes_in_parts_each_in_its_turn(carrier: Carrier, ana: Person) -> None:
    done = await carrier.done(saying(to(ana), "one", "two", "three"))

    assert [each.words for each in ana.reads()] == ["Hello\none", "two", "three"]
    assert done.external_id.count(",") == 2
    assert carrier.turns.places == [str(ana.id)] * 2, "the first one's turn was the sender's"


async def test_a_picture_comes_with_its_words(carrier: Carrier, ana: Person) -> None:
    view = View("Gaps", (_picture(),))

    await carrier.done(SendMessage(to(ana), view))

    assert ana.latest.text == "(photo)\nGaps"


async def test_what_was_said_is_changed_in_place(carrier: Carrier, ana: Person) -> None:
    first = await carrier.done(saying(to(ana), "one", "two", "three"))

    second = await carrier.done(saying(to(ana), "uno", "dos", replaces=first.external_id))

    assert [each.words for each in ana.reads()] == ["Hello\nuno", "dos"]
    assert first.external_id.startswith(second.external_id)


async def test_a_view_that_grew_goes_on_below(carrier: Carrier, ana: Person) -> None:
    first = await carrier.done(saying(to(ana), "one"))

    second = await carrier.done(saying(to(ana), "uno", "dos", replaces=first.external_id))

    assert [each.words for each in ana.reads()] == ["Hello\nuno", "dos"]
    assert second.external_id.startswith(f"{first.external_id},")


async def test_a_picture_is_changed_and_comes_and_goes(carrier: Carrier, ana: Person) -> None:
    first = await carrier.done(saying(to(ana), "one"))
    view = View("Gaps", (_picture(),))

    await carrier.done(SendMessage(to(ana), view, replaces=first.external_id))
    pictured = ana.latest.text
    await carrier.done(saying(to(ana), "two", replaces=first.external_id))

    assert pictured == "(photo)\nGaps"
    assert ana.latest.words == "Hello\ntwo"


async def test_a_change_that_is_none_is_fine(carrier: Carrier, ana: Person) -> None:
    first = await carrier.done(saying(to(ana), "one"))

    again = await carrier.done(saying(to(ana), "one", replaces=first.external_id))

    assert again.external_id == first.external_id


async def test_what_somebody_took_away_stays_away(carrier: Carrier, ana: Person) -> None:
    first = await carrier.done(saying(to(ana), "one"))
    await ana.deletes(ana.latest)

    await carrier.done(saying(to(ana), "uno", "dos", replaces=first.external_id))

    assert ana.reads() == []


async def test_what_is_said_in_a_group_alerts_only_whom_it_names(carrier: Carrier, ana: Person, ben: Person) -> None:
    chat = await carrier.forum(ben, forum=False)

    await carrier.done(saying(ToPlace(str(chat.id)), "welcome", mentions=(str(ana.id),)))

    assert ben.at(chat).latest.formatted == [("text_mention", "you")]


async def test_growth_in_a_group_rings_no_telephone(carrier: Carrier, ben: Person) -> None:
    chat = await carrier.forum(ben, forum=False)

    await carrier.done(saying(ToPlace(f"{chat.id}#growth_ana_x"), "week 1"))
    await carrier.done(saying(ToPlace(str(chat.id)), "a notice"))

    growth, notice = (each.message for each in ben.at(chat).reads()[-2:])
    assert growth.words.text.startswith("#growth_ana_x")
    assert (growth.draft.silent, notice.draft.silent) == (True, False)


async def test_a_guide_is_pinned_where_the_bot_may(carrier: Carrier, ana: Person, ben: Person) -> None:
    plain = ben.founds_supergroup("Plain")
    await ben.adds_bot(plain)

    await carrier.done(saying(to(ana), "guide", pin=True))
    await carrier.done(saying(ToPlace(str(plain.id)), "guide", pin=True))

    assert len(ana.home.pinned) == 1
    assert plain.pinned == []


async def test_a_message_is_taken_back(carrier: Carrier, ana: Person) -> None:
    done = await carrier.done(saying(to(ana), "one", "two"))

    await carrier.done(RemoveMessage(to(ana), done.external_id))
    await carrier.done(RemoveMessage(to(ana), done.external_id))

    assert ana.reads() == []


async def test_a_message_of_a_room_is_taken_back_by_its_number(carrier: Carrier, ana: Person) -> None:
    await carrier.done(saying(to(ana), "one"))

    await carrier.done(RemoveMessage(ToPlace(f"{ana.id}#rx"), str(ana.latest.message.id)))

    assert ana.reads() == []


async def test_an_old_message_stays(carrier: Carrier, ana: Person) -> None:
    done = await carrier.done(saying(to(ana), "one"))
    ana.latest.message.date -= timedelta(hours=49)

    await carrier.done(RemoveMessage(to(ana), done.external_id))

    assert ana.latest.words == "Hello\none"


async def test_a_topic_that_was_closed_is_opened_again(carrier: Carrier, ben: Person) -> None:
    chat = await carrier.forum(ben)
    topic = carrier.server.world.add_topic(chat, "Ana Lima", carrier.server.world.bot.user)
    carrier.server.world.promote(chat, carrier.server.world.bot.user, Right.PIN_MESSAGES)
    topic.is_closed = True

    await carrier.done(saying(ToPlace(f"{chat.id}/{topic.id}"), "week 1"))

    assert ben.at(chat, "Ana Lima").latest.words == "Hello\nweek 1"
    assert not topic.is_closed


async def test_in_a_topic_it_is_said_there(carrier: Carrier, ben: Person) -> None:
    chat = await carrier.forum(ben)
    topic = carrier.server.world.add_topic(chat, "Ana Lima", ben.user)

    await carrier.done(saying(ToPlace(f"{chat.id}/{topic.id}"), "week 1"))

    assert ben.at(chat, "Ana Lima").latest.words == "Hello\nweek 1"


def _picture() -> Picture:
    return Picture(LevelChart("Gaps", (), 5, "now", "required", "unknown"), "gaps", Table((), ()))
