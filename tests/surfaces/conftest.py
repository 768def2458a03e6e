"""The program with people in it, and a stage for the gallery's examples."""

from collections.abc import Callable, Iterator
from contextlib import closing

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
from tests.security.conftest import cast, signer  # noqa: F401  fixtures

Stage = Callable[[str], Talk]


@pytest.fixture
def staged(sqlite_url: str, signer: Signer) -> Iterator[Stage]:  # noqa: F811  the fixtures
    """Makes the talk, in a language, that examples are made with."""
    tools = Tools(SystemClock(), RandomIds(), ConfigLibrary(CONFIG))
    with closing(open_database(sqlite_url)) as database, database.read() as work:
        yield lambda language: stage(Catalogue(read_texts(CONFIG)), tools, signer, language, work)
