"""A real database for use cases: what they decide is seen in what is kept."""

from tests.databases import migrated_sqlite, sqlite_database, sqlite_url  # noqa: F401 - fixtures
