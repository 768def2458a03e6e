"""The contract of growth threads and entries."""

import pytest
import sqlalchemy as sa

from bot.core.domain.communities import Place, PlaceKind
from bot.core.domain.errors import NotFound
from bot.core.domain.growth import Entry, EntryState, GrowthThread
from bot.core.domain.ids import CheckInId, CommunityId, EntryId, PlaceId
from bot.core.domain.programmes import QuestionId
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, NOW, OTHER, check_in


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
