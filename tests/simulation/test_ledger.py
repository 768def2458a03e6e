"""The ledger must be able to fail: it is fed receivers that lose, double, delay and invent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.simulation.ledger import Arrival, Due, Judgement, judge, owed
from bot.simulation.wall import monday_at

ZONE = "Europe/Madrid"
JOINED = datetime(2026, 10, 8, 12, tzinfo=UTC)  # a Thursday
END = datetime(2026, 12, 1, tzinfo=UTC)


def dues() -> Sequence[Due]:
    return owed("ada", [(JOINED, ZONE)], weeks=4)


def arrival(due: Due, late: timedelta = timedelta(seconds=3)) -> Arrival:
    at = due.at + late
    return Arrival(at, due.account, "checkin", monday_at(at, ZONE), f"How was the week of {due.monday}?")


def judged(arrivals: Sequence[Arrival]) -> Judgement:
    return judge(dues(), arrivals, END)


def test_a_faithful_receiver_leaves_nothing_to_say() -> None:
    said = judged([arrival(due) for due in dues()])

    assert said == Judgement(due=4, sent=4, late=0, duplicated=0, lost=0, unexpected=0, repeated_words=0)


def test_a_lost_prompt_is_missed() -> None:
    said = judged([arrival(due) for due in dues()][1:])

    assert (said.lost, said.sent) == (1, 3)


def test_a_doubled_prompt_is_noticed_though_its_words_differ() -> None:
    arrivals = [arrival(due) for due in dues()]
    again = replace(arrivals[2], at=arrivals[2].at + timedelta(hours=1), words="Once more")

    said = judged([*arrivals, again])

    assert (said.duplicated, said.lost, said.repeated_words) == (1, 0, 0)


def test_the_same_words_twice_are_noticed_whatever_they_are_about() -> None:
    nudge = replace(arrival(dues()[0]), topic="nudge", words="Still there?")

    assert judged([nudge, nudge]).repeated_words == 1


def test_a_prompt_an_hour_late_is_late() -> None:
    first, *others = dues()

    said = judged([arrival(first, timedelta(hours=1)), *map(arrival, others)])

    assert (said.late, said.lost) == (1, 0)


def test_a_prompt_an_hour_early_is_late_too() -> None:
    first, *others = dues()

    assert judged([arrival(first, -timedelta(hours=1)), *map(arrival, others)]).late == 1


def test_a_prompt_in_a_week_that_owes_none_is_unexpected() -> None:
    after = dues()[-1]
    fifth = replace(arrival(after), at=after.at + timedelta(weeks=1), monday=after.monday + timedelta(weeks=1))

    assert judged([*map(arrival, dues()), fifth]).unexpected == 1


def test_what_is_not_due_yet_is_not_lost() -> None:
    first, *_ = dues()

    said = judge(dues(), [arrival(first)], first.at + timedelta(days=1))

    assert (said.due, said.lost) == (1, 0)


def test_prompts_stay_at_nine_across_the_end_of_summer_time() -> None:
    assert [due.at.hour for due in dues()] == [7, 7, 8, 8]


@pytest.mark.parametrize(
    ("joined", "first"),
    [("2026-10-12T06:59", "2026-10-12T07:00"), ("2026-10-12T07:00", "2026-10-19T07:00")],
    ids=["a minute before nine", "at nine"],
)
def test_the_first_prompt_is_on_the_first_monday_at_nine_still_ahead(joined: str, first: str) -> None:
    moment = datetime.fromisoformat(joined).replace(tzinfo=UTC)

    [due, *_] = owed("ada", [(moment, ZONE)], weeks=2)

    assert due.at == datetime.fromisoformat(first).replace(tzinfo=UTC)


def test_one_who_moves_is_asked_at_nine_of_the_new_home() -> None:
    homes = [(JOINED, ZONE), (datetime(2026, 10, 22, tzinfo=UTC), "Asia/Tokyo")]

    assert [due.at.hour for due in owed("ada", homes, weeks=4)] == [7, 7, 0, 0]


def test_a_week_ends_with_its_sunday() -> None:
    [*_, last] = owed("ada", [(JOINED, ZONE)], weeks=3)

    assert last.closes_at == datetime(2026, 11, 1, 23, tzinfo=UTC)
