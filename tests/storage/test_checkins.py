"""The contract of schedules and check-ins."""

from dataclasses import replace

import pytest

from bot.core.domain.checkins import CheckIn, CheckInState
from bot.core.domain.errors import AlreadySubmitted, NotFound
from bot.core.domain.growth import GrowthThread
from bot.core.domain.ids import CheckInId, MemberId, PairingId
from bot.core.domain.programmes import QuestionId
from bot.core.domain.rooms import Room, RoomState
from bot.storage.engines import Database
from tests.storage.samples import (
    ANNA,
    COMMUNITY,
    HOUR,
    MAYA,
    MILAN,
    NOW,
    OTHER,
    ZOE,
    check_in,
    pairing,
    schedule,
)


@pytest.fixture
def asked(home: Database) -> Database:
    """Anna of both communities has been asked for her week."""
    with home.write() as work:
        for community in (COMMUNITY, OTHER):
            work.check_ins.add_schedule(schedule(community=community))
            work.check_ins.add([check_in(community=community)])
        work.commit()
    return home


def answered(check_in: CheckIn) -> CheckIn:
    answers = {QuestionId.LEARNED: "patience", QuestionId.MOOD: "fine"}
    return check_in.submitted(answers, frozenset({QuestionId.LEARNED, QuestionId.NEXT}), NOW + HOUR)


def test_changed_plans_are_kept(home: Database) -> None:
    changed = schedule().in_zone("America/Sao_Paulo").after_this_week()
    over = replace(schedule(ZOE), due_at=None)
    with home.write() as work:
        for each in (schedule(), schedule(ZOE), schedule(community=OTHER)):
            work.check_ins.add_schedule(each)
        work.check_ins.save_schedules([changed, over])
        work.check_ins.save_schedules([])
        work.commit()

    with home.read() as work:
        assert work.check_ins.find_schedule(COMMUNITY, ANNA) == changed
        assert work.check_ins.find_schedule(COMMUNITY, ZOE) == over
        assert work.check_ins.find_schedule(OTHER, ANNA) == schedule(community=OTHER)
        assert work.check_ins.find_schedule(OTHER, ZOE) is None


def test_planning_anew_leaves_what_answers_have_counted(asked: Database) -> None:
    with asked.write() as work:
        work.check_ins.answer(answered(check_in()), streak=7)
        work.check_ins.save_schedules([schedule().after_this_week()])
        work.commit()

    with asked.read() as work:
        assert work.check_ins.find_schedule(COMMUNITY, ANNA) == replace(schedule().after_this_week(), streak=7)


def test_due_schedules_of_all_communities_come_the_longest_due_first(home: Database) -> None:
    with home.write() as work:
        work.check_ins.add_schedule(schedule(ANNA))
        work.check_ins.add_schedule(schedule(ZOE, due_at=NOW + HOUR))
        work.check_ins.add_schedule(schedule(ANNA, OTHER, due_at=NOW - HOUR))
        work.check_ins.add_schedule(schedule(ZOE, OTHER, due_at=None))
        work.commit()

    with home.write() as work:
        due = work.check_ins.due_schedules(NOW, limit=10)
        assert [each.schedule for each in due] == [schedule(ANNA, OTHER, NOW - HOUR), schedule(ANNA)]
        assert {each.home for each in due} == {"webchat"}
        assert len(work.check_ins.due_schedules(NOW, limit=1)) == 1


def test_running_schedules_are_listed_a_page_at_a_time(home: Database) -> None:
    with home.write() as work:
        for community in (COMMUNITY, OTHER):
            for member in (ANNA, ZOE, MAYA):
                work.check_ins.add_schedule(schedule(member, community, None if member == MAYA else NOW))
        work.commit()

    with home.read() as work:
        first = work.check_ins.all_schedules(None, 3)
        second = work.check_ins.all_schedules((first[-1].community, first[-1].member), 3)
        listed = [(each.community, each.member) for each in (*first, *second)]
        assert listed == [(COMMUNITY, ANNA), (COMMUNITY, ZOE), (OTHER, ANNA), (OTHER, ZOE)]
        assert work.check_ins.all_schedules((OTHER, ZOE), 3) == []


def test_a_check_in_is_kept_whole(asked: Database) -> None:
    with asked.read() as work:
        assert work.check_ins.get(COMMUNITY, CheckInId("check-in")) == check_in()
        assert work.check_ins.get(OTHER, CheckInId("check-in")) == check_in(community=OTHER)
        with pytest.raises(NotFound):
            work.check_ins.get(COMMUNITY, CheckInId("none"))


def test_a_week_is_opened_once(asked: Database) -> None:
    with asked.write() as work:
        work.check_ins.add([check_in("again")])
        work.commit()

    with asked.read() as work:
        assert [each.id for each in work.check_ins.recent(COMMUNITY, ANNA, 10)] == ["check-in"]


def test_the_newest_open_check_in_is_found_among_recent_ones(asked: Database) -> None:
    with asked.write() as work:
        work.check_ins.add([check_in("next", week=1), check_in("last", week=2)])
        work.check_ins.answer(answered(check_in("last", week=2)), 1)
        work.commit()

    with asked.read() as work:
        assert work.check_ins.find_open(COMMUNITY, ANNA) == check_in("next", week=1)
        assert work.check_ins.find_open(COMMUNITY, ZOE) is None
        assert [each.id for each in work.check_ins.recent(COMMUNITY, ANNA, 2)] == ["last", "next"]
        assert [each.id for each in work.check_ins.recent(OTHER, ANNA, 2)] == ["check-in"]


def test_an_answer_is_kept_with_its_streak(asked: Database) -> None:
    answer = answered(check_in())
    with asked.write() as work:
        work.check_ins.answer(answer, streak=4)
        work.commit()

    with asked.write() as work:
        assert work.check_ins.get(COMMUNITY, answer.id) == answer
        assert work.check_ins.get_with_context(COMMUNITY, answer.id).streak == 4
        assert work.check_ins.get(OTHER, answer.id) == check_in(community=OTHER)
        assert work.check_ins.get_with_context(OTHER, answer.id).streak == 3


def test_a_check_in_is_answered_once(asked: Database) -> None:
    with asked.write() as work:
        work.check_ins.answer(answered(check_in()), streak=4)
        work.commit()

    with asked.write() as work, pytest.raises(AlreadySubmitted):
        work.check_ins.answer(answered(check_in()), streak=5)


def test_the_context_of_a_lone_mentee(asked: Database) -> None:
    with asked.write() as work:
        context = work.check_ins.get_with_context(COMMUNITY, CheckInId("check-in"))
        assert context.check_in == check_in()
        assert context.member == work.members.get(COMMUNITY, ANNA)
        assert (context.streak, context.pairing, context.has_thread) == (3, None, False)
        with pytest.raises(NotFound):
            work.check_ins.get_with_context(COMMUNITY, CheckInId("none"))


def test_the_context_of_a_paired_mentee_with_a_thread(asked: Database) -> None:
    with asked.write() as work:
        work.pairings.add(pairing("over", MILAN))
        work.pairings.save(pairing("over", MILAN).ended(NOW))
        work.pairings.add(pairing())
        work.pairings.save(pairing().accepted(NOW))
        work.rooms.add(Room(COMMUNITY, PairingId("pairing"), RoomState.OPENING))
        work.growth.add_thread(GrowthThread(COMMUNITY, ANNA, None))
        context = work.check_ins.get_with_context(COMMUNITY, CheckInId("check-in"))
        neighbour = work.check_ins.get_with_context(OTHER, CheckInId("check-in"))

    assert (context.pairing, context.has_thread) == ("pairing", True)
    assert (neighbour.pairing, neighbour.has_thread) == (None, False)


def test_an_archived_room_is_not_told(asked: Database) -> None:
    with asked.write() as work:
        work.pairings.add(pairing())
        work.pairings.save(pairing().accepted(NOW))
        work.rooms.add(Room(COMMUNITY, PairingId("pairing"), RoomState.ARCHIVED))

        assert work.check_ins.get_with_context(COMMUNITY, CheckInId("check-in")).pairing is None


def test_silent_members_are_due_for_a_nudge(asked: Database) -> None:
    with asked.write() as work:
        work.check_ins.answer(answered(check_in(community=OTHER)), 4)
        assert work.check_ins.due_nudges(NOW, 10) == []
        (due,) = work.check_ins.due_nudges(NOW + HOUR, 10)
        assert due.check_in == check_in()
        assert (due.home, due.zone) == ("webchat", "Europe/Vienna")

        key = (COMMUNITY, CheckInId("check-in"))
        work.check_ins.set_nudges({key: NOW + 2 * HOUR})
        assert work.check_ins.due_nudges(NOW + HOUR, 10) == []
        assert len(work.check_ins.due_nudges(NOW + 2 * HOUR, 10)) == 1
        work.check_ins.set_nudges({key: None})
        assert work.check_ins.due_nudges(NOW + 9 * HOUR, 10) == []


def test_weeks_that_are_over_close_as_missed_and_end_the_streak(asked: Database) -> None:
    over = NOW + 24 * HOUR
    with asked.write() as work:
        work.check_ins.answer(answered(check_in(community=OTHER)), 4)
        assert work.check_ins.due_to_close(NOW, 10) == []
        (due,) = work.check_ins.due_to_close(over, 10)
        late = [(community, due.check_in.id, ANNA) for community in (COMMUNITY, OTHER)]  # OTHER was faster
        work.check_ins.close_as_missed(late)
        work.commit()

    with asked.write() as work:
        closed = work.check_ins.get(COMMUNITY, CheckInId("check-in"))
        assert closed == replace(check_in(), state=CheckInState.MISSED, nudge_at=None)
        assert work.check_ins.get_with_context(COMMUNITY, closed.id).streak == 0
        assert work.check_ins.get(OTHER, closed.id).state is CheckInState.SUBMITTED
        assert work.check_ins.get_with_context(OTHER, closed.id).streak == 4
        assert work.check_ins.due_to_close(over, 10) == []


def test_the_next_instant_is_the_earliest_of_all_that_is_due(home: Database) -> None:
    with home.write() as work:
        assert work.check_ins.next_instant() is None
        work.check_ins.add_schedule(schedule(due_at=NOW + 5 * HOUR))
        assert work.check_ins.next_instant() == NOW + 5 * HOUR
        work.check_ins.add([check_in()])
        assert work.check_ins.next_instant() == NOW + HOUR
        work.check_ins.set_nudges({(COMMUNITY, CheckInId("check-in")): None})
        work.check_ins.save_schedules([schedule(due_at=None)])
        assert work.check_ins.next_instant() == NOW + 24 * HOUR
        work.check_ins.close_as_missed([(COMMUNITY, CheckInId("check-in"), MemberId("anna"))])
        assert work.check_ins.next_instant() is None
