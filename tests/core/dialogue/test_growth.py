"""Cheers, comments and notes on a growth thread, as their people see them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.domain.communities import Place, PlaceKind
from bot.core.domain.growth import GrowthThread
from bot.core.domain.ids import PlaceId
from bot.core.domain.members import Member
from bot.core.effects import Moot, OpenThread, RemoveMessage, SendMessage, ToPlace
from bot.core.ui.commands import Access, Audience, Placement
from bot.core.ui.inbound import ActionPressed, Commented
from bot.core.ui.views import Quote, Tone, View
from tests.core.dialogue.chat import COMMUNITY, PLATFORM, Chat, Someone, all_words, labels, opened_form, shown

MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
WORDS = "My talk on hashing was accepted."
NOTE = "A note of Ada’s"


@pytest.fixture
def published(paired: Chat, ada: Someone) -> Chat:
    """Ada has published her first week."""
    paired.pass_time(MONDAY)
    ada.calls("checkin")
    ada.fills(learned="Hashing", next="Plan")
    paired.deliver()
    return paired


def entries(chat: Chat) -> list[SendMessage]:
    """What was said in public, in order."""
    sent = [each for each in chat.delivered if isinstance(each, SendMessage)]
    return [each for each in sent if each.view.title in {"Week 1, Ada", NOTE}]


def cheer_of(chat: Chat) -> str:
    return entries(chat)[-1].view.actions[0].token


def thread_of(chat: Chat) -> str:
    target = entries(chat)[-1].target
    assert isinstance(target, ToPlace)
    return target.place


def comment(chat: Chat, by: Someone, place: str) -> None:
    chat.handle(Commented(replace(by.origin, place=place)))


def refreshed(chat: Chat) -> Iterator[View]:
    """Let a minute pass; what was said anew since."""
    chat.clock.at += timedelta(minutes=1)
    yield from (each.view for each in chat.deliver() if isinstance(each, SendMessage) and each.replaces)


def test_an_entry_is_cheered_by_others_once_and_everybody_sees_it(published: Chat, grace: Someone) -> None:
    token = cheer_of(published)
    assert labels(entries(published)[-1].view) == ["Cheer"]

    reply = grace.presses_token(token)
    assert labels(shown(reply)) == ["Cheer (1)"]
    assert "Hashing" in all_words(shown(reply))
    assert (reply.audience, reply.placement) == (Audience.HERE, Placement.IN_PLACE)
    assert labels(shown(published.person("Ben").presses_token(token))) == ["Cheer (2)"]
    assert labels(shown(grace.presses_token(token))) == ["Cheer (1)"]


def test_a_cheer_is_known_to_be_seen_by_everybody_before_it_is_counted(published: Chat, grace: Someone) -> None:
    traits = published.router.traits(ActionPressed(grace.origin, cheer_of(published)))
    assert (traits.access, traits.audience, traits.placement) == (Access.WRITE, Audience.HERE, Placement.IN_PLACE)


def test_nobody_cheers_themselves(published: Chat, ada: Someone) -> None:
    reply = ada.presses_token(cheer_of(published))
    assert "a cheer comes from somebody else" in shown(reply).title
    assert reply.audience is Audience.ONLY_ME


def test_an_entry_is_shown_in_the_community_s_language_whoever_cheers(published: Chat) -> None:
    lucia = published.person("Lucía", language="es")
    assert shown(lucia.presses_token(cheer_of(published))).title == "Week 1, Ada"


def test_what_was_taken_back_is_not_cheered(published: Chat, ada: Someone, grace: Someone) -> None:
    token = cheer_of(published)
    ada.presses("Take it back")
    assert "taken back already" in shown(grace.presses_token(token)).title


def test_comments_are_counted_in_the_entry_once_a_minute(published: Chat, grace: Someone) -> None:
    for _ in range(3):
        comment(published, grace, thread_of(published))
    assert not published.deliver()

    [view] = refreshed(published)
    assert "3 comments here" in all_words(view)
    comment(published, grace, thread_of(published))
    [view] = refreshed(published)
    assert "4 comments here" in all_words(view)


def test_a_comment_told_twice_counts_once_and_its_author_is_not_introduced(published: Chat) -> None:
    told = Commented(replace(published.person("Pat").origin, place=thread_of(published)))
    published.handle(told)
    published.handle(told)

    [view] = refreshed(published)
    assert "One comment here" in all_words(view)
    with published.database.read() as work:
        community = work.communities.find_by_place(PLATFORM, COMMUNITY)
        assert community is not None
        assert work.members.find_by_account(community.id, PLATFORM, "Pat") is None


def test_what_is_said_elsewhere_is_no_comment(published: Chat, grace: Someone) -> None:
    for place in (COMMUNITY, "nowhere"):
        comment(published, grace, place)
    assert not list(refreshed(published))


def test_a_comment_on_what_was_taken_back_refreshes_nothing(published: Chat, ada: Someone, grace: Someone) -> None:
    comment(published, grace, thread_of(published))
    ada.presses("Take it back")
    comment(published, grace, thread_of(published))

    assert not list(refreshed(published))
    assert isinstance(published.delivered[-1], RemoveMessage)


def test_an_entry_that_is_still_to_be_said_is_not_said_anew_before_it(
    paired: Chat, ada: Someone, grace: Someone
) -> None:
    with paired.database.write() as work:
        member = member_called(paired, "Ada")
        work.communities.add_place(Place(PlaceId("line"), member.community, PLATFORM, PlaceKind.THREAD, "line"))
        work.growth.add_thread(GrowthThread(member.community, member.id, PlaceId("line")))
        work.commit()
    paired.pass_time(MONDAY)
    ada.calls("checkin")
    ada.fills(learned="Hashing", next="Plan")
    comment(paired, grace, "line")
    paired.clock.at += timedelta(minutes=1)

    with paired.database.write() as work:
        leased = work.outbox.lease([PLATFORM], paired.clock.at, paired.clock.at, paired.clock.at, 100)
    [early] = [each for each in leased if each.effect.key.startswith("refresh:")]
    with paired.database.read() as work:
        assert paired.notices.render(work, [early]) == {early.number: Moot("moot")}


def member_called(chat: Chat, account: str) -> Member:
    with chat.database.read() as work:
        community = work.communities.find_by_place(PLATFORM, COMMUNITY)
        assert community is not None
        member = work.members.find_by_account(community.id, PLATFORM, account)
        assert member is not None
        return member


def test_one_s_own_message_goes_on_one_s_thread_after_a_yes(paired: Chat, ada: Someone) -> None:
    form = opened_form(ada.uses("add_to_growth", on=ada, text=WORDS))
    assert form.answers == {"words": (WORDS,)}
    assert opened_form(ada.fills()).errors.keys() == {"sure"}

    view = shown(ada.fills(words=f"{WORDS} See you there!", sure="yes"))
    assert [block.text for block in view.blocks if isinstance(block, Quote)] == [f"{WORDS} See you there!"]
    delivered = paired.deliver()
    assert [each.title for each in delivered if isinstance(each, OpenThread)] == ["Ada’s growth"]
    assert "See you there!" in all_words(entries(paired)[-1].view)
    assert labels(entries(paired)[-1].view) == ["Cheer"]


def test_a_second_note_goes_on_the_same_thread(published: Chat, ada: Someone) -> None:
    ada.uses("add_to_growth", on=ada, text=WORDS)
    ada.fills(sure="yes")
    delivered = published.deliver()
    assert not [each for each in delivered if isinstance(each, OpenThread)]
    assert entries(published)[-1].view.title == NOTE


def test_a_note_is_taken_back(paired: Chat, ada: Someone) -> None:
    ada.uses("add_to_growth", on=ada, text=WORDS)
    ada.fills(sure="yes")
    paired.deliver()

    view = shown(ada.calls("growth"))
    assert "Note of 20 November 2026\nPublic" in all_words(view)
    assert labels(view) == ["Take back the note of 20 November 2026"]
    assert shown(ada.presses("Take back the note of 20 November 2026")).title == "Your note is taken back"
    paired.deliver()
    assert isinstance(paired.delivered[-1], RemoveMessage)
    assert "Taken back" in all_words(shown(ada.calls("growth")))


def test_the_words_of_another_message_are_another_form(ada: Someone) -> None:
    ada.uses("add_to_growth", on=ada, text=WORDS)
    ada.types(sure="yes")
    assert opened_form(ada.uses("add_to_growth", on=ada, text="Lunch?")).answers == {"words": ("Lunch?",)}


@pytest.mark.parametrize(("text", "kept"), [("x" * 3000, "x" * 999 + "…"), ("", None)], ids=["long", "a picture"])
def test_a_message_fills_in_what_fits(ada: Someone, text: str, kept: str | None) -> None:
    answers = opened_form(ada.uses("add_to_growth", on=ada, text=text)).answers
    assert answers == ({"words": (kept,)} if kept else {})


def test_somebody_else_s_words_are_left_to_them(ada: Someone, grace: Someone) -> None:
    view = shown(ada.uses("add_to_growth", on=grace, text=WORDS))
    assert "somebody else’s words" in view.title
    assert view.tone is Tone.ATTENTION


def test_one_who_learns_in_private_publishes_nothing(paired: Chat, ada: Someone) -> None:
    opened = ada.uses("add_to_growth", on=ada, text=WORDS)
    ada.calls("settings")
    ada.fills(visibility="private")

    view = shown(ada.uses("add_to_growth", on=ada, text=WORDS))
    assert "Your growth is private" in view.title
    assert [each.command for each in view.suggestions] == ["settings"]
    again = opened_form(ada.fills(opened, words=WORDS, sure="yes"))
    assert "Your growth is private" in again.trouble
    assert not [each for each in paired.deliver() if isinstance(each, OpenThread)]


def test_a_stranger_is_told_to_join_first(chat: Chat, mona: Someone) -> None:
    pat = chat.person("Pat")
    assert "Join with /join" in shown(pat.uses("add_to_growth", on=pat, text=WORDS)).title
