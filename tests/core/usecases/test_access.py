"""Who passes: by the kind of person, and by the part that they have in the object."""

from dataclasses import replace

import pytest

from bot.core.domain.errors import NotAllowed
from bot.core.domain.growth import note_of
from bot.core.domain.ids import CommunityId, EntryId, MemberId
from bot.core.domain.members import Role
from bot.core.usecases.access import Actor, UseCase, authorise
from bot.core.usecases.goals import finish_goal, set_goal
from bot.core.usecases.growth import cheer, withdraw_entry
from tests.core.examples import COMMUNITY, MENTEE, NOW, a_goal, a_member

OWNER = Actor(COMMUNITY, a_member(MENTEE, Role.MENTEE))
OTHER = Actor(COMMUNITY, a_member(MemberId("other"), Role.MENTEE))
NOTE = note_of(a_member(), EntryId("note"), "My talk was accepted.", NOW)


def unpoliced() -> None: ...


@pytest.mark.parametrize(
    ("use_case", "passes", "turned_away"),
    [(withdraw_entry, OWNER, OTHER), (cheer, OTHER, OWNER)],
    ids=["own", "others"],
)
def test_an_entry_is_taken_back_by_its_author_and_cheered_by_others(
    use_case: UseCase, passes: Actor, turned_away: Actor
) -> None:
    authorise(passes, use_case, NOTE)
    with pytest.raises(NotAllowed):
        authorise(turned_away, use_case, NOTE)


def test_nothing_of_another_community_is_anybody_s() -> None:
    elsewhere = replace(a_goal(), community=CommunityId("elsewhere"))
    authorise(OWNER, finish_goal, a_goal())
    with pytest.raises(NotAllowed):
        authorise(OWNER, finish_goal, elsewhere)


def test_what_asks_for_no_part_is_open_to_all_of_its_kind() -> None:
    authorise(OTHER, set_goal, a_goal())


def test_what_has_no_policy_is_for_nobody() -> None:
    with pytest.raises(NotAllowed) as refused:
        authorise(OWNER, unpoliced)
    assert refused.value.facts == {"needs": "nobody"}
