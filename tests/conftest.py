"""What every test stands on: settings of its own, and a database or a browser where it asks for one."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from bot.simulation.wall import trust_pinned_zones

if TYPE_CHECKING:
    from tests.postgres import PostgresServer

_IN_CI = os.environ.get("CI") == "true"
_FAULTS = Path(__file__).parent / "faults"
_LONGEST = frozenset({"test_a_whole_round.py", "test_crashes.py", "test_kills.py", "test_outage.py", "test_workers.py"})
"""What takes half a minute a test begins first, so that no core waits for it in the end."""
_MARKER_OF_FIXTURE = {
    "chromium_path": "browser",
    "discord_server": "discord",
    "telegram_server": "telegram",
    "postgres_server": "postgres",
    "postgres_url": "postgres",
}

trust_pinned_zones()  # as the program does: a machine's own zone data may be of another year

settings.register_profile("here", deadline=None)  # a shared machine is slow at times: no bug
settings.register_profile("quick", settings.get_profile("here"), max_examples=15)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if _IN_CI else "here")


@pytest.hookimpl(tryfirst=True)  # before -m reads the markers
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it needs, so that no test has to remember its marker."""
    for item in items:
        for fixture in getattr(item, "fixturenames", ()):
            if fixture in _MARKER_OF_FIXTURE:
                item.add_marker(_MARKER_OF_FIXTURE[fixture])
        if item.path.is_relative_to(_FAULTS):
            item.add_marker("faults")


class _LongestFirst:
    """Comes after those who shuffle."""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Let what takes longest begin first."""
        items.sort(key=lambda item: item.path.name not in _LONGEST)


def pytest_configure(config: pytest.Config) -> None:
    """Take in who orders the tests."""
    config.pluginmanager.register(_LongestFirst())


def pytest_collection_finish() -> None:
    """Have no collection of garbage walk through thousands of tests again, which cost a tenth of all the time."""
    gc.freeze()


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Let a worker more than there are cores be at work where tests wait for servers and outages; quick ones don't."""
    cores = os.cpu_count() or 1
    return cores + 1 if config.option.markexpr in {"faults", "not faults"} else cores


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep a test from the developer's settings and data; its data directory isn't made yet."""
    for name in list(os.environ):
        if name.startswith("MENTEO_") or name in {"DATABASE_URL", "PORT"}:
            monkeypatch.delenv(name)
    directory = tmp_path / "data"
    monkeypatch.setenv("MENTEO_DATA_DIR", str(directory))
    return directory


@pytest.fixture(scope="session")
def postgres_server(testrun_uid: str, worker_id: str) -> Iterator["PostgresServer"]:
    """A PostgreSQL server: `fresh()` and `prepared(function)` make databases in it."""
    # Their import is slow, and most runs do without.
    from tests.postgres import PostgresServer, place_in_memory  # noqa: PLC0415

    server = PostgresServer(testrun_uid, worker_id, place_in_memory())
    yield server
    server.stop()


@pytest.fixture
def postgres_url(postgres_server: "PostgresServer") -> Iterator[str]:
    """The address of an empty PostgreSQL database that no other test sees."""
    url = postgres_server.fresh()
    yield url
    postgres_server.drop(url)


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The browser that Playwright drives, for its `executable_path`."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if found:
        return Path(found)
    reason = "no Chromium: `apt-get install chromium`, or set CHROMIUM to the path of one"
    if _IN_CI:
        pytest.fail(f"{reason} (CI may not skip the browser tests)")
    pytest.skip(reason)
