"""Migrations: the same schema as the code's, up and down without a loss, one release at a time."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from bot.core.domain.communities import Place, PlaceKind
from bot.core.domain.ids import PlaceId
from bot.core.domain.programmes import KEEP_ROOMS_DAYS
from bot.core.domain.rooms import Room, RoomState
from bot.storage import dialect
from bot.storage.engines import SCHEMA, open_database
from bot.storage.errors import SchemaTooNew
from bot.storage.migrate import current, head, migrate, migrate_down
from bot.storage.schema import metadata
from tests.databases import KINDS
from tests.storage.samples import ANNA, COMMUNITY, pairing, populate

NOTE = """
INSERT INTO entries (community_id, id, member_id, streak, is_milestone, answers, state, published_at, text)
VALUES ('community-a', 'note', 'anna', 0, false, '{}', 'published', 0, 'A thought')
"""
"""An entry of no week, which the release before has no room for."""


@pytest.fixture(params=KINDS)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without a table, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/new.sqlite"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def engine(empty_url: str) -> Iterator[sa.Engine]:
    """Connections to it."""
    engine = dialect.migrating_engine(dialect.address(empty_url))
    yield engine
    engine.dispose()


def test_migrations_make_the_schema_that_the_code_describes(empty_url: str, engine: sa.Engine) -> None:
    migrate(empty_url)

    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        migrated = definitions(connection)
    migrate_down(empty_url, "base")
    with engine.begin() as connection:
        metadata.create_all(connection)
        assert definitions(connection) == migrated


def test_a_migrated_database_is_current(empty_url: str) -> None:
    database = open_database(empty_url)
    assert current(empty_url) is None
    assert not database.is_current()

    migrate(empty_url)

    assert current(empty_url) == head() == SCHEMA
    assert database.is_current()
    database.close()


def test_migrating_again_changes_nothing(empty_url: str) -> None:
    migrate(empty_url)
    database = open_database(empty_url)
    with database.write() as work:
        populate(work, COMMUNITY)
        work.commit()

    migrate(empty_url)

    with database.read() as work:
        assert len(work.members.active(COMMUNITY)) == 4
    database.close()


def test_what_goes_down_can_come_up_again(empty_url: str, engine: sa.Engine) -> None:
    migrate(empty_url)
    migrate_down(empty_url, "base")

    with engine.connect() as connection:
        assert sa.inspect(connection).get_table_names() == ["alembic_version"]
    migrate(empty_url)
    assert current(empty_url) == head()


def test_going_back_a_release_keeps_all_that_it_has_room_for(empty_url: str, engine: sa.Engine) -> None:
    migrate(empty_url)
    database = open_database(empty_url)
    with database.write() as work:
        populate(work, COMMUNITY)
        for kind in (PlaceKind.COMMONS, PlaceKind.ROOM):
            work.communities.add_place(Place(PlaceId(kind.value), COMMUNITY, "discord", kind, "4711"))
        work.pairings.add(pairing())
        work.rooms.add(Room(COMMUNITY, pairing().id, RoomState.DELETED))
        work.commit()
    database.close()
    with engine.begin() as connection:
        connection.exec_driver_sql(NOTE)

    migrate_down(empty_url, "0001")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT kind FROM places ORDER BY kind").scalars().all() == [
            "community",
            "room",
        ]
        assert connection.exec_driver_sql("SELECT state FROM rooms").scalars().all() == ["archived"]
        assert connection.exec_driver_sql("SELECT count(*) FROM entries").scalar() == 0
    migrate(empty_url)

    database = open_database(empty_url)
    with database.read() as work:
        assert not work.communities.get(COMMUNITY).is_away
        programme = work.programmes.current(COMMUNITY)
        assert programme is not None
        assert (programme.moderators_read, programme.keep_rooms_days) == (False, KEEP_ROOMS_DAYS)
    database.close()


CLAIMS = """
INSERT INTO assessments
(community_id, id, member_id, competency, level, assessed_by, assessed_at, evidence, superseded_at, is_attested)
VALUES ('community-a', 'first', 'anna', 'coding', 2, 'anna', 1, 'A link', 2, false),
('community-a', 'second', 'anna', 'coding', 3, 'anna', 2, 'A link', NULL, false),
('community-a', 'third', 'anna', 'coding', 4, 'maya', 3, 'A talk', NULL, true),
('community-a', 'fourth', 'anna', 'testing', 4, 'anna', 3, '', NULL, false)
"""
"""What the release before had of evidence: words in a claim, carried along by the next one."""


def test_words_in_claims_become_evidence_and_go_back(empty_url: str, engine: sa.Engine) -> None:
    migrate(empty_url)
    database = open_database(empty_url)
    with database.write() as work:
        populate(work, COMMUNITY)
        work.commit()
    migrate_down(empty_url, "0010")
    with engine.begin() as connection:
        connection.exec_driver_sql(CLAIMS)

    migrate(empty_url)
    with database.read() as work:
        pieces = [(each.assessment, each.added_by, each.text) for each in work.assessments.evidence(COMMUNITY, ANNA)]
        assert pieces == [("third", "maya", "A talk"), ("first", "anna", "A link")]
    database.close()

    migrate_down(empty_url, "0005")
    with engine.connect() as connection:
        kept = "SELECT id, evidence FROM assessments WHERE superseded_at IS NULL ORDER BY id"
        assert connection.exec_driver_sql(kept).all() == [("fourth", ""), ("third", "A talk")]


def test_a_schema_of_a_later_release_is_refused(empty_url: str, engine: sa.Engine) -> None:
    migrate(empty_url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(SchemaTooNew, match="9999"):
        migrate(empty_url)
    database = open_database(empty_url)
    assert not database.is_current()
    database.close()


def test_two_releases_at_once_migrate_once(empty_url: str) -> None:
    with ThreadPoolExecutor(max_workers=3) as threads:
        list(threads.map(migrate, [empty_url] * 3))

    assert current(empty_url) == head()


def test_a_migration_that_leaves_a_row_pointing_nowhere_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "menteo.sqlite"
    migrate(f"sqlite:///{path}")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("INSERT INTO accounts VALUES ('no community', 'webchat', 'u-1', 'nobody', NULL, NULL, NULL, '')")

    with pytest.raises(RuntimeError, match="accounts"):
        migrate(f"sqlite:///{path}")

    connection.close()


def test_opening_a_database_does_not_load_alembic() -> None:
    program = "import sys, bot.storage.engines; sys.exit('alembic' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def definitions(connection: sa.Connection) -> set[tuple[str, str]]:
    """Every table's indexes and constraints as the database itself writes them."""
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").all()
        found = {(name, "\n".join(sorted(clauses(sql)))) for name, sql in rows}
    else:
        indexes = connection.exec_driver_sql(
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
        ).all()
        constraints = connection.exec_driver_sql(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace"
        ).all()
        found = {(str(name), str(definition)) for name, definition in (*indexes, *constraints)}
    return {each for each in found if not each[0].startswith(("alembic_version", "sqlite_"))}


def clauses(sql: str) -> Iterator[str]:
    """Part a definition at the commas between its columns: a changed table is quoted and laid out anew."""
    depth, clause = 0, ""
    for sign in sql.replace('"', ""):
        depth += (sign == "(") - (sign == ")")
        if depth == 1 and sign in ",(":
            yield " ".join(clause.split())
            clause = ""
        elif depth > 0 or sign != ")":
            clause += sign
    yield " ".join(clause.split())
