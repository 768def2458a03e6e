"""A cast whose secret key is known, so that a test can sign what the program would."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.ui.tokens import Signer
from tests.databases import migrated_sqlite, sqlite_url  # noqa: F401  fixtures
from tests.stories.cast import Cast, Program
from tests.stories.platform import FakePlatform

CANARY = "canary-" + "k3y" * 12


@pytest.fixture
def signer() -> Signer:
    """Signs with the program's own key."""
    return Signer(CANARY.encode())


@pytest.fixture
async def cast(data_dir: Path, sqlite_url: str) -> AsyncIterator[Cast]:  # noqa: F811  the fixture
    """The program, with nobody there yet."""
    program = Program(data_dir, sqlite_url, (FakePlatform(),), {"MENTEO_SECRET_KEY": CANARY})
    async with Cast(program).on_stage() as cast:
        yield cast
