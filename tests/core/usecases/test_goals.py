"""A goal closes gaps: without a cell of one's own matrix there is nothing to close."""

from datetime import date

import pytest

from bot.core.domain.communities import Community
from bot.core.domain.errors import NotFound
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.ids import CompetencyId, RoleId
from bot.core.domain.members import Account, MenteeProfile
from bot.core.ports import Tools
from bot.core.usecases.access import Actor
from bot.core.usecases.goals import GoalDraft, set_goal
from bot.storage.engines import Database
from tests.core.dialogue.chat import CountedIds, StoppedClock, content
from tests.core.examples import COMMUNITY, MENTEE, NOW, a_member


@pytest.mark.parametrize("cells", [(), ("coding", "juggling")], ids=["none", "not of this matrix"])
def test_a_goal_is_tied_to_cells_of_one_s_own_matrix(sqlite_database: Database, cells: tuple[str, ...]) -> None:
    draft = GoalDraft("Juggle", 0, 1, "", date(2027, 1, 31), tuple(CompetencyId(each) for each in cells))
    with sqlite_database.write() as work:
        work.communities.add(Community(COMMUNITY, "Harbour", "en", "Europe/Berlin", NOW))
        work.members.add(a_member(), Account(COMMUNITY, "webchat", "mentee", MENTEE))
        destination = RoleId("staff-engineer")
        work.members.save_mentee(MenteeProfile(COMMUNITY, MENTEE, destination, GrowthDirection.VERTICAL, 4))

        with pytest.raises(NotFound):
            set_goal(work, Tools(StoppedClock(), CountedIds(), content()[1]), Actor(COMMUNITY, a_member()), draft)

        assert work.goals.of_member(COMMUNITY, MENTEE) == []
