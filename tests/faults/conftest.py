"""Databases for the faults, and processes that are started in a moment."""

import multiprocessing
from multiprocessing.context import ForkServerContext

import pytest

from tests.databases import database, database_url, migrated_sqlite, sqlite_database, sqlite_url  # noqa: F401
from tests.faults import cradle
from tests.faults.telegram import doomed


@pytest.fixture(scope="session")
def forks() -> ForkServerContext:
    """Processes that begin with everything imported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([cradle.__name__, doomed.__name__])
    return context
