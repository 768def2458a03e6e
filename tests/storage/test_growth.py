"""The contract of growth threads and entries."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.core.domain.communities import Place, PlaceKind
from bot.core.domain.errors import NotFound
from bot.core.domain.growth import Entry, EntryState, GrowthThread
from bot.core.domain.ids import CheckInId, CommunityId, EntryId, PlaceId
from bot.core.domain.members import MemberState
from bot.core.domain.programmes import QuestionId
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, HOUR, MAYA, MILAN, NOW, OTHER, ZOE, check_in


def entry(entry: str = "entry", community: CommunityId = COMMUNITY) -> Entry:
    return Entry(
        id=EntryId(entry),
        community=community,
        member=ANNA,
        check_in=CheckInId("check-in"),
        number=4,
        streak=3,
        is_milestone=True,
        answers={QuestionId.LEARNED: 'ownership & "lifetimes" \u0000 🌱', QuestionId.MILESTONE: "shipped"},
        state=EntryState.PUBLISHED,
        published_at=NOW,
    )


def test_a_thread_gets_its_place(home: Database) -> None:
    with home.write() as work:
        work.growth.add_thread(GrowthThread(COMMUNITY, ANNA, place=None))
        assert work.growth.find_thread(COMMUNITY, ANNA) == GrowthThread(COMMUNITY, ANNA, place=None)
        work.communities.add_place(Place(PlaceId("line"), COMMUNITY, "webchat", PlaceKind.THREAD, "t"))
        work.growth.save_thread(GrowthThread(COMMUNITY, ANNA, PlaceId("line")))
        work.commit()

    with home.read() as work:
        assert work.growth.find_thread(COMMUNITY, ANNA) == GrowthThread(COMMUNITY, ANNA, PlaceId("line"))
        assert work.growth.find_thread(OTHER, ANNA) is None


def test_an_entry_is_kept_whole_and_withdrawn(home: Database) -> None:
    with home.write() as work:
        for community in (COMMUNITY, OTHER):
            work.check_ins.add([check_in(community=community)])
            work.growth.add(entry(community=community))
        work.commit()
    with home.write() as work:
        assert work.growth.get(COMMUNITY, EntryId("entry")) == entry()
        work.growth.save(entry().withdrawn())
        work.commit()

    with home.read() as work:
        assert work.growth.find_by_check_in(COMMUNITY, CheckInId("check-in")) == entry().withdrawn()
        assert work.growth.find_by_check_in(OTHER, CheckInId("check-in")) == entry(community=OTHER)
        assert work.growth.find_by_check_in(COMMUNITY, CheckInId("none")) is None
        with pytest.raises(NotFound):
            work.growth.get(COMMUNITY, EntryId("none"))


def test_a_check_in_makes_one_entry(home: Database) -> None:
    with home.write() as work:
        work.check_ins.add([check_in()])
        work.growth.add(entry("one"))
        with pytest.raises(sa.exc.IntegrityError):
            work.growth.add(entry("two"))


def note(name: str, community: CommunityId = COMMUNITY, at: int = 0) -> Entry:
    """A note of Anna's, so many hours from now."""
    words = replace(entry(name, community), check_in=None, number=None, is_milestone=False, answers={})
    return replace(words, note=f"{name} 🌱", published_at=NOW + at * HOUR)


def test_a_thread_is_found_by_its_place(home: Database) -> None:
    with home.write() as work:
        work.communities.add_place(Place(PlaceId("line"), COMMUNITY, "webchat", PlaceKind.THREAD, "t"))
        work.growth.add_thread(GrowthThread(COMMUNITY, ANNA, PlaceId("line")))
        work.commit()

    with home.read() as work:
        assert work.growth.find_thread_at(COMMUNITY, PlaceId("line")) == GrowthThread(COMMUNITY, ANNA, PlaceId("line"))
        assert work.growth.find_thread_at(OTHER, PlaceId("line")) is None
        assert work.growth.find_thread_at(COMMUNITY, PlaceId("own")) is None


def test_notes_are_listed_the_newest_first(home: Database) -> None:
    old, new, gone = note("old"), note("new", at=2), note("gone", at=1).withdrawn()
    with home.write() as work:
        work.check_ins.add([check_in()])
        for each in (old, new, gone, entry(), note("other", OTHER)):
            work.growth.add(each)
        work.commit()

    with home.read() as work:
        assert work.growth.notes(COMMUNITY, ANNA, 5) == [new, gone, old]
        assert work.growth.notes(COMMUNITY, ANNA, 1) == [new]
        assert work.growth.notes(COMMUNITY, ZOE, 5) == []


def test_the_newest_entry_is_the_newest_that_can_be_read(home: Database) -> None:
    with home.write() as work:
        work.check_ins.add([check_in()])
        assert work.growth.newest(COMMUNITY, ANNA) is None
        for each in (note("old", at=-1), entry(), note("gone", at=1).withdrawn(), note("other", OTHER, at=2)):
            work.growth.add(each)
        assert work.growth.newest(COMMUNITY, ANNA) == entry()
        work.growth.save(entry().withdrawn())
        assert work.growth.newest(COMMUNITY, ANNA) == note("old", at=-1)
        assert work.growth.newest(COMMUNITY, ZOE) is None


def test_a_cheer_counts_once_a_member_until_it_is_taken_back(home: Database) -> None:
    with home.write() as work:
        for community in (COMMUNITY, OTHER):
            work.growth.add(note("note", community))
        id_ = EntryId("note")
        assert [work.growth.cheer(COMMUNITY, id_, each) for each in (MAYA, MILAN, MAYA)] == [True, True, False]
        assert work.growth.get(COMMUNITY, id_).cheers == 2
        work.growth.take_cheer_back(COMMUNITY, id_, MAYA)
        work.commit()

    with home.read() as work:
        assert work.growth.get(COMMUNITY, id_).cheers == 1
        assert work.growth.get(OTHER, id_).cheers == 0


def test_comments_are_counted_whatever_else_changes(home: Database) -> None:
    with home.write() as work:
        for community in (COMMUNITY, OTHER):
            work.growth.add(note("note", community))
        before = work.growth.get(COMMUNITY, EntryId("note"))
        for _ in range(2):
            work.growth.count_comment(COMMUNITY, before.id)
        work.growth.save(before.withdrawn())
        work.commit()

    with home.read() as work:
        assert work.growth.get(COMMUNITY, EntryId("note")) == replace(before.withdrawn(), comments=2)
        assert work.growth.get(OTHER, EntryId("note")).comments == 0


def test_threads_without_a_place_are_those_to_open(home: Database) -> None:
    with home.write() as work:
        work.communities.add_place(Place(PlaceId("line"), COMMUNITY, "webchat", PlaceKind.THREAD, "t"))
        work.growth.add_thread(GrowthThread(COMMUNITY, ANNA, PlaceId("line")))
        work.growth.add_thread(GrowthThread(COMMUNITY, ZOE, None))
        work.growth.add_thread(GrowthThread(COMMUNITY, MAYA, None))
        work.members.save(replace(work.members.get(COMMUNITY, MAYA), state=MemberState.LEFT))
        work.commit()

    with home.read() as work:
        assert work.growth.threads_to_open(COMMUNITY) == [GrowthThread(COMMUNITY, ZOE, None)]
        assert work.growth.threads_to_open(OTHER) == []
