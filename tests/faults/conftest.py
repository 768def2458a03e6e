"""Databases for the faults, and the program's own zone data for those who watch its clocks."""

from bot.simulation.wall import trust_pinned_zones
from tests.databases import database, database_url, migrated_sqlite, sqlite_database, sqlite_url  # noqa: F401

trust_pinned_zones()
