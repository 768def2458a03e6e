"""A community is founded once, whoever speaks of it."""

from bot.core.domain.communities import Community
from bot.core.ports import Tools
from bot.core.usecases.communities import found_community
from bot.storage.engines import Database
from tests.core.dialogue.chat import CountedIds, StoppedClock, content


def test_a_community_that_is_known_already_stays_as_it_is(sqlite_database: Database) -> None:
    tools = Tools(StoppedClock(), CountedIds(), content()[1])

    def found(name: str) -> Community:
        with sqlite_database.write() as work:
            return found_community(work, tools, "webchat", "harbour", name, "en", "Europe/Berlin")

    assert found("Harbour") == found("The Cove")
