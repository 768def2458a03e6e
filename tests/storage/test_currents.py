"""Whose communities are whose, and at which one an account is in private."""

from dataclasses import replace

from bot.core.domain.ids import CommunityId
from bot.core.domain.members import MemberState
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, NOW, OTHER


def of_anna(database: Database) -> list[CommunityId]:
    with database.read() as work:
        return [each.id for each in work.currents.of_account("webchat", "u-anna")]


def make_current(database: Database, community: CommunityId) -> None:
    with database.write() as work:
        work.currents.set("webchat", "u-anna", community)
        work.commit()


def test_an_account_s_communities_come_with_the_current_one_first(home: Database) -> None:
    assert of_anna(home) == [COMMUNITY, OTHER]
    make_current(home, OTHER)
    assert of_anna(home) == [OTHER, COMMUNITY]
    make_current(home, COMMUNITY)
    assert of_anna(home) == [COMMUNITY, OTHER]


def test_a_community_that_was_left_or_that_the_program_was_sent_from_is_none_of_them(home: Database) -> None:
    make_current(home, OTHER)
    with home.write() as work:
        work.members.save(replace(work.members.get(OTHER, ANNA), state=MemberState.LEFT))
        work.commit()
    assert of_anna(home) == [COMMUNITY]

    with home.write() as work:
        work.communities.save(replace(work.communities.get(COMMUNITY), is_away=True))
        work.commit()
    assert of_anna(home) == []


def test_a_community_is_none_of_them_where_the_account_or_the_program_is_gone_from_its_platform(home: Database) -> None:
    with home.write() as work:
        work.members.set_left(OTHER, ANNA, "webchat", NOW)
        work.commit()
    assert of_anna(home) == [COMMUNITY]

    with home.write() as work:
        [place] = work.communities.own_places(COMMUNITY)
        work.communities.save_place(replace(place, is_away=True))
        work.members.set_left(OTHER, ANNA, "webchat", None)
        work.commit()
    assert of_anna(home) == [OTHER]


def test_another_platform_s_account_of_that_name_is_somebody_else(home: Database) -> None:
    with home.read() as work:
        assert work.currents.of_account("discord", "u-anna") == []
