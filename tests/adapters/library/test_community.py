"""The library as a community sees it: its own frameworks beside all others', read once, parsed once, nobody else's."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.adapters.library import community as seen_by
from bot.adapters.library.content import ConfigLibrary
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import CompetencyId, FrameworkId, RoleId
from bot.core.domain.loaded import LoadedFramework
from bot.storage.engines import Database
from tests.adapters.library.test_installing import CONFIG, YAML
from tests.databases import migrated_sqlite, sqlite_database, sqlite_url  # noqa: F401  fixtures
from tests.storage.samples import COMMUNITY, HOUR, MAYA, NOW, OTHER, populate

COOK = RoleId("cook")
FIRST = LoadedFramework(COMMUNITY, FrameworkId("kitchen"), 1, "en", "Kitchen", MAYA, NOW)


@pytest.fixture
def library() -> ConfigLibrary:
    return ConfigLibrary(CONFIG)


@pytest.fixture
def home(sqlite_database: Database) -> Database:  # noqa: F811  the fixture
    """Two communities, of which one has loaded a framework."""
    with sqlite_database.write() as work:
        populate(work, COMMUNITY)
        populate(work, OTHER)
        work.frameworks.add(FIRST, YAML)
        work.commit()
    return sqlite_database


def test_a_community_s_own_roles_stand_beside_all_others(home: Database, library: ConfigLibrary) -> None:
    with home.read() as work:
        ours = library.of_community(work, COMMUNITY)
        framework, role = ours.role(COOK, "es")

        assert (framework.title, role.title) == ("Kitchen", "Cook")
        assert ours.frameworks("en")[0] == framework
        assert len(ours.frameworks("en")) == len(library.frameworks("en")) + 1
        assert ours.role_names("en").roles[0].title == "Cook"
        assert ours.role(RoleId("staff-engineer"), "en") == library.role(RoleId("staff-engineer"), "en")
        assert ours.levels(CompetencyId("knives")) == framework.levels


def test_no_other_community_finds_it_even_by_its_id(home: Database, library: ConfigLibrary) -> None:
    with home.read() as work:
        library.of_community(work, COMMUNITY).role(COOK, "en")
        theirs = library.of_community(work, OTHER)

        with pytest.raises(NotFound):
            theirs.role(COOK, "en")
        assert theirs.frameworks("en") is library.frameworks("en")
        assert theirs.role_names("en") is library.role_names("en")
        with pytest.raises(NotFound):
            library.role(COOK, "en")


def test_one_query_is_asked_of_what_is_known_and_none_of_what_nobody_asks(
    home: Database, library: ConfigLibrary
) -> None:
    queries: list[str] = []
    names = None
    event.listen(home._reader, "before_cursor_execute", lambda *told: queries.append(told[2]))  # noqa: SLF001
    for _ in range(2):
        queries.clear()
        with home.read() as work:
            ours = library.of_community(work, COMMUNITY)
            ours.templates("en")
            assert queries == []
            names = ours.role_names("en")
            ours.role(COOK, "en")
            ours.frameworks("es")
    assert len([each for each in queries if each.startswith("SELECT")]) == 1

    with home.read() as work:
        assert library.of_community(work, COMMUNITY).role_names("en") is names


def test_a_later_version_counts_at_once(home: Database, library: ConfigLibrary) -> None:
    with home.read() as work:
        library.of_community(work, COMMUNITY).role_names("en")
    with home.write() as work:
        later = replace(FIRST, version=2, loaded_at=NOW + HOUR)
        text = YAML.replace("version: 1", "version: 2").replace("title: Cook", "title: Chef")
        work.frameworks.add(later, text)
        work.commit()

    with home.read() as work:
        ours = library.of_community(work, COMMUNITY)
        assert ours.role(COOK, "en")[1].title == "Chef"
        assert ours.role_names("en").roles[0].title == "Chef"


def test_what_cannot_be_read_any_more_is_missing_and_nothing_else(home: Database, library: ConfigLibrary) -> None:
    with home.write() as work:
        work.frameworks.add(replace(FIRST, framework=FrameworkId("garden")), "id: [")
        work.commit()

    with home.read() as work:
        ours = library.of_community(work, COMMUNITY)
        assert ours.role(COOK, "en")[0].id == "kitchen"
        assert FrameworkId("garden") not in {each.id for each in ours.frameworks("en")}


def test_its_own_counts_where_a_release_brings_the_same_ids(
    home: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kitchen.yaml").write_text(YAML.replace("title: Cook", "title: Elsewhere"))
    library = ConfigLibrary(CONFIG, tmp_path)

    with home.read() as work:
        ours = library.of_community(work, COMMUNITY)
        assert ours.role(COOK, "en")[1].title == "Cook"
        assert [each.title for each in ours.role_names("en").roles if each.id == COOK] == ["Cook"]
        assert library.of_community(work, OTHER).role(COOK, "en")[1].title == "Elsewhere"
    assert library.ships(FrameworkId("kitchen"))
    assert not library.ships(FrameworkId("garden"))


def test_no_more_is_held_in_memory_than_is_said(
    home: Database, library: ConfigLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seen_by, "MOST_PARSED", 1)
    monkeypatch.setattr(seen_by, "MOST_NAMED", 1)
    with home.write() as work:
        work.frameworks.add(replace(FIRST, community=OTHER), YAML)
        work.commit()

    with home.read() as work:
        for each in (COMMUNITY, OTHER, COMMUNITY):
            assert library.of_community(work, each).role_names("en").roles[0].title == "Cook"
