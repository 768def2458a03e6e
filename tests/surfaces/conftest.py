"""The program with people in it, and a stage for the gallery's examples."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.adapters.clocks import SystemClock
from bot.adapters.ids import RandomIds
from bot.adapters.library.content import ConfigLibrary, read_texts
from bot.app import CONFIG
from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.gallery import stage
from bot.core.dialogue.talk import Talk
from bot.core.ports import Tools
from bot.core.ui.tokens import Signer
from bot.storage.engines import open_database
from tests.databases import migrated_sqlite, sqlite_url  # noqa: F401  fixtures
from tests.security.conftest import CANARY, signer  # noqa: F401  fixtures
from tests.stories.cast import Cast, Program
from tests.stories.platform import FakePlatform

Stage = Callable[[str], Talk]


@pytest.fixture
async def cast(data_dir: Path, sqlite_url: str) -> AsyncIterator[Cast]:  # noqa: F811  the fixture
    """The program on two platforms, with nobody there yet."""
    platforms = (FakePlatform(), FakePlatform("other"))
    async with Cast(Program(data_dir, sqlite_url, platforms, {"MENTEO_SECRET_KEY": CANARY})).on_stage() as cast:
        yield cast


@pytest.fixture
def staged(sqlite_url: str, signer: Signer) -> Iterator[Stage]:  # noqa: F811  the fixtures
    """Makes the talk, in a language, that examples are made with."""
    tools = Tools(SystemClock(), RandomIds(), ConfigLibrary(CONFIG))
    with closing(open_database(sqlite_url)) as database, database.read() as work:
        yield lambda language: stage(Catalogue(read_texts(CONFIG)), tools, signer, language, work)
