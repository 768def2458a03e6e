"""The scene and its people."""

import pytest

from bot.core.domain.members import Role
from bot.core.usecases.access import Actor
from bot.storage.engines import Database
from tests.core.examples import MENTEE, MENTOR, MODERATOR
from tests.core.usecases.roadmaps.scene import Scene


@pytest.fixture
def scene(sqlite_database: Database) -> Scene:
    return Scene(sqlite_database)


@pytest.fixture
def mentee(scene: Scene) -> Actor:
    return scene.actor(MENTEE, Role.MENTEE)


@pytest.fixture
def mentor(scene: Scene) -> Actor:
    return scene.actor(MENTOR, Role.MENTOR)


@pytest.fixture
def moderator(scene: Scene) -> Actor:
    return scene.actor(MODERATOR, Role.MODERATOR)
