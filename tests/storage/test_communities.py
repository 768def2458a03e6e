"""The contract of communities and places."""

from dataclasses import replace

import pytest

from bot.core.domain.communities import Place, PlaceKind
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import CommunityId, PlaceId
from bot.storage.engines import Database
from tests.storage.samples import COMMUNITY, OTHER


def test_a_changed_community_is_kept_and_its_neighbour_is_not_touched(home: Database) -> None:
    with home.write() as work:
        neighbour = work.communities.get(OTHER)
        changed = replace(work.communities.get(COMMUNITY), name="Anew", zone="Asia/Tokyo")
        work.communities.save(changed)
        work.commit()

    with home.read() as work:
        assert work.communities.get(COMMUNITY) == changed
        assert work.communities.get(OTHER) == neighbour


def test_a_community_that_does_not_exist_is_not_found(home: Database) -> None:
    with home.read() as work, pytest.raises(NotFound):
        work.communities.get(CommunityId("nowhere"))


def test_a_community_is_found_by_its_own_place_only(home: Database) -> None:
    with home.write() as work:
        work.communities.add_place(Place(PlaceId("room"), COMMUNITY, "webchat", PlaceKind.ROOM, external_id="a-room"))
        work.commit()

    with home.read() as work:
        found = work.communities.find_by_place("webchat", f"webchat-{OTHER}")
        assert found is not None
        assert found.id == OTHER
        assert work.communities.find_by_place("webchat", "a-room") is None
        assert work.communities.find_by_place("telegram", f"webchat-{OTHER}") is None


def test_a_place_is_seen_by_its_own_community_only(home: Database) -> None:
    place = Place(PlaceId("room"), COMMUNITY, "webchat", PlaceKind.ROOM, external_id="a-room")
    with home.write() as work:
        work.communities.add_place(place)
        work.communities.add_place(place)  # again: nothing happens
        work.communities.add_place(replace(place, id=PlaceId("stolen"), community=OTHER))  # taken: nothing happens
        work.commit()

    with home.read() as work:
        assert work.communities.find_place(COMMUNITY, "webchat", "a-room") == place
        assert work.communities.get_place(COMMUNITY, place.id) == place
        assert work.communities.own_place(COMMUNITY, "webchat", PlaceKind.ROOM) == place
        assert work.communities.find_place(OTHER, "webchat", "a-room") is None
        assert work.communities.own_place(OTHER, "webchat", PlaceKind.ROOM) is None
        with pytest.raises(NotFound):
            work.communities.get_place(OTHER, place.id)


def test_a_communitys_own_place_is_found_by_platform(home: Database) -> None:
    with home.read() as work:
        own = work.communities.own_place(COMMUNITY, "webchat")
        assert own is not None
        assert own.external_id == f"webchat-{COMMUNITY}"
        assert work.communities.own_place(COMMUNITY, "discord") is None


def test_a_community_that_sent_the_program_away_stays_so(home: Database) -> None:
    with home.write() as work:
        work.communities.save(replace(work.communities.get(COMMUNITY), is_away=True))
        work.commit()

    with home.read() as work:
        assert work.communities.get(COMMUNITY).is_away
        assert not work.communities.get(OTHER).is_away


def test_a_place_that_the_program_was_sent_from_is_kept_and_isn_t_present(home: Database) -> None:
    discord = Place(PlaceId("discord"), COMMUNITY, "discord", PlaceKind.COMMUNITY, "4711")
    with home.write() as work:
        work.communities.add_place(discord)
        work.communities.save_place(replace(discord, is_away=True))
        work.commit()

    with home.read() as work:
        assert [(each.platform, each.is_away) for each in work.communities.own_places(COMMUNITY)] == [
            ("discord", True),
            ("webchat", False),
        ]
        assert work.communities.present("discord") == []
        assert f"webchat-{COMMUNITY}" in work.communities.present("webchat")
        found = work.communities.find_by_place("discord", "4711")
        assert found is not None
        assert found.id == COMMUNITY


def test_homes_are_found_by_kind_and_forgotten(home: Database) -> None:
    commons = Place(PlaceId("commons"), COMMUNITY, "discord", PlaceKind.COMMONS, "4711")
    threads = Place(PlaceId("threads"), COMMUNITY, "discord", PlaceKind.THREADS, "4711")  # one channel for both
    with home.write() as work:
        work.communities.add_place(commons)
        work.communities.add_place(threads)
        work.commit()

    with home.write() as work:
        assert work.communities.homes(COMMUNITY, "discord") == {
            PlaceKind.COMMONS: commons,
            PlaceKind.THREADS: threads,
        }
        assert work.communities.homes(COMMUNITY, "webchat") == {}
        assert work.communities.homes(OTHER, "discord") == {}
        assert work.communities.places_called(COMMUNITY, "discord", "4711") == [commons, threads]
        work.communities.remove_place(commons)
        work.commit()

    with home.read() as work:
        assert work.communities.places_called(COMMUNITY, "discord", "4711") == [threads]
