"""The contract of loaded frameworks: every version kept, the newest current, a community's own alone."""

from dataclasses import replace

from bot.core.domain.ids import FrameworkId
from bot.core.domain.loaded import FrameworkDraft, LoadedFramework
from bot.storage.engines import Database
from tests.storage.samples import COMMUNITY, HOUR, MAYA, NOW, OTHER

FIRST = LoadedFramework(COMMUNITY, FrameworkId("kitchen"), 1, "en", "Kitchen", MAYA, NOW)
SECOND = replace(FIRST, version=2, title="The kitchen", loaded_at=NOW + HOUR)
GARDEN = replace(FIRST, framework=FrameworkId("garden"), title="garden")
DRAFT = FrameworkDraft("draft", COMMUNITY, "id: kitchen", NOW)


def test_the_newest_version_of_each_is_current_and_all_are_kept(home: Database) -> None:
    with home.write() as work:
        work.frameworks.add(FIRST, "one")
        work.frameworks.add(SECOND, "two")
        work.frameworks.add(GARDEN, "green")
        work.commit()

    with home.read() as work:
        assert work.frameworks.current(COMMUNITY) == [GARDEN, SECOND]
        assert work.frameworks.newest(COMMUNITY, FIRST.framework) == SECOND
        assert work.frameworks.newest(COMMUNITY, FrameworkId("nowhere")) is None
        assert work.frameworks.texts(COMMUNITY, [SECOND, GARDEN]) == {"kitchen": "two", "garden": "green"}
        assert work.frameworks.texts(COMMUNITY, [FIRST]) == {"kitchen": "one"}
        assert work.frameworks.texts(COMMUNITY, []) == {}


def test_what_one_community_has_loaded_no_other_has(home: Database) -> None:
    with home.write() as work:
        work.frameworks.add(FIRST, "ours")
        work.frameworks.add(replace(FIRST, community=OTHER, title="Theirs"), "theirs")
        work.frameworks.save_draft(DRAFT)
        work.commit()

    with home.write() as work:
        work.frameworks.set_removed(COMMUNITY, FIRST.framework, NOW)
        assert work.frameworks.current(COMMUNITY) == []
        assert [each.title for each in work.frameworks.current(OTHER)] == ["Theirs"]
        assert work.frameworks.texts(OTHER, [FIRST]) == {"kitchen": "theirs"}
        assert work.frameworks.find_draft(OTHER, DRAFT.id) is None


def test_a_removed_one_is_kept_and_can_come_back(home: Database) -> None:
    with home.write() as work:
        work.frameworks.add(FIRST, "one")
        work.frameworks.set_removed(COMMUNITY, FIRST.framework, NOW)
        assert work.frameworks.current(COMMUNITY) == []
        assert work.frameworks.newest(COMMUNITY, FIRST.framework) == FIRST

        work.frameworks.set_removed(COMMUNITY, FIRST.framework, None)
        assert work.frameworks.current(COMMUNITY) == [FIRST]


def test_one_file_waits_at_a_time_until_it_is_forgotten(home: Database) -> None:
    with home.write() as work:
        work.frameworks.save_draft(DRAFT)
        work.frameworks.save_draft(replace(DRAFT, id="later", text="id: garden"))
        work.commit()

    with home.write() as work:
        assert work.frameworks.find_draft(COMMUNITY, "draft") is None
        assert work.frameworks.find_draft(COMMUNITY, "later") == replace(DRAFT, id="later", text="id: garden")
        work.frameworks.forget_draft(COMMUNITY)
        assert work.frameworks.find_draft(COMMUNITY, "later") is None
