"""The tour ticks off what has really happened and says whose turn it is."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.core.dialogue.tour import tour
from bot.core.ui.guides import GuideStep
from tests.core.dialogue.chat import Chat, Someone


def steps_of(chat: Chat, someone: Someone) -> Sequence[GuideStep]:
    with chat.database.read() as work:
        talk = chat.router.talk(work, someone.origin)
        assert talk is not None
        return tour(talk)


def next_step(chat: Chat, someone: Someone) -> GuideStep:
    return next(step for step in steps_of(chat, someone) if not step.done)


def test_it_begins_with_the_administrator(chat: Chat) -> None:
    mona = chat.person("Mona", is_administrator=True)
    step = next_step(chat, mona)
    assert (step.command, step.account) == ("setup", "Mona")
    assert next_step(chat, chat.person("Ada")).account == ""


def test_it_follows_the_pair_to_the_end(paired: Chat, ada: Someone, mona: Someone) -> None:
    assert (next_step(paired, mona).command, next_step(paired, mona).account) == ("goal add", "Ada")
    ada.calls("goal add")
    ada.fills(title="Lead two reviews")
    assert next_step(paired, mona).moves_clock

    paired.pass_time(datetime(2026, 11, 23, 8, 30, tzinfo=UTC))
    assert (next_step(paired, mona).command, next_step(paired, mona).account) == ("checkin", "Ada")
    ada.calls("checkin")
    ada.fills(learned="Hashing", next="Plan")
    assert next_step(paired, mona).command == "growth"
    paired.deliver()
    assert all(step.done for step in steps_of(paired, mona))


def test_it_names_the_mentor_who_is_asked(chat: Chat, mona: Someone, grace: Someone, ada: Someone) -> None:
    assert (next_step(chat, ada).command, next_step(chat, ada).account) == ("pair", "Mona")
    mona.calls("pair")
    mona.fills(mentee="Ada")
    mona.presses("Propose Grace")
    assert (next_step(chat, ada).command, next_step(chat, ada).account) == ("me", "Grace")


def test_a_private_mentee_ends_the_tour_in_the_room(paired: Chat, ada: Someone, mona: Someone) -> None:
    ada.calls("settings")
    ada.fills(visibility="private")
    ada.calls("goal add")
    ada.fills(title="Lead two reviews")
    paired.pass_time(datetime(2026, 11, 23, 8, 30, tzinfo=UTC))
    ada.calls("checkin")
    ada.fills(learned="Hashing", next="Plan")
    last = steps_of(paired, mona)[-1]
    assert last.done
    assert "private" in last.text
