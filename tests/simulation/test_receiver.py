"""The receiving side takes each key once and remembers what it was told."""

from datetime import UTC, datetime

from bot.core.effects import Done, OpenRoom, Outcome, Refused, RemoveMessage, SendMessage, ToAccount, ToPlace
from bot.core.ui.views import View
from bot.simulation.receiver import Receiver

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)


class AllInTokyo:
    def zone_of(self, account: str, at: datetime) -> str:
        return "Asia/Tokyo"


def say(receiver: Receiver, key: str, words: str = "Hello", account: str = "ada") -> Outcome:
    return receiver.take(SendMessage(ToAccount(account), View(words)), key, NOON)


def test_a_repeated_key_is_answered_as_before_and_said_once() -> None:
    receiver = Receiver(AllInTokyo())

    assert say(receiver, "c:checkin:p:ada:w") == say(receiver, "c:checkin:p:ada:w")
    assert len(receiver.told("ada", "checkin")) == 1
    assert receiver.repeats_refused == 1


def test_the_same_words_under_two_keys_are_both_taken_so_that_the_ledger_can_tell() -> None:
    receiver = Receiver(AllInTokyo())

    say(receiver, "c:checkin:p:ada:w")
    say(receiver, "c:checkin:p:ada:again")

    first, second = receiver.arrivals()
    assert first.words == second.words


def test_an_arrival_is_dated_by_its_receivers_own_calendar() -> None:
    receiver = Receiver(AllInTokyo())
    sunday_evening_in_europe = datetime(2026, 9, 6, 16, tzinfo=UTC)

    receiver.take(SendMessage(ToAccount("ada"), View("Hello")), "c:checkin:p", sunday_evening_in_europe)

    [arrival] = receiver.arrivals()
    assert str(arrival.monday) == "2026-09-07"


def test_nothing_can_be_said_in_a_place_that_was_never_made() -> None:
    receiver = Receiver(AllInTokyo())

    refused = receiver.take(SendMessage(ToPlace("room-0"), View("Hello")), "c:week:x", NOON)

    assert isinstance(refused, Refused)
    assert receiver.refusals == ["c:week:x"]


def test_what_was_said_in_a_made_place_can_be_replaced_and_taken_back() -> None:
    receiver = Receiver(AllInTokyo())
    room = receiver.take(OpenRoom("c", "Ada and Bilal", ("ada", "bilal")), "c:room:x", NOON)
    assert isinstance(room, Done)
    place = ToPlace(room.external_id)
    first = receiver.take(SendMessage(place, View("Hello")), "c:week:x", NOON)
    assert isinstance(first, Done)

    receiver.take(SendMessage(place, View("Hello, mended"), replaces=first.external_id), "c:week:y", NOON)
    assert [each.view.title for each in receiver.messages.values()] == ["Hello, mended"]
    receiver.take(RemoveMessage(place, first.external_id), "c:week:z", NOON)

    assert receiver.arrivals() == []
