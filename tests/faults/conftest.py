"""Databases for the faults."""

from tests.databases import database, database_url, migrated_sqlite, sqlite_database, sqlite_url  # noqa: F401
