"""A chat with its people, at some points of the way."""

import pytest

from bot.storage.engines import Database
from tests.core.dialogue.chat import Chat, Someone
from tests.databases import migrated_sqlite, sqlite_database, sqlite_url  # noqa: F401  fixtures that others stand on


@pytest.fixture
def chat(sqlite_database: Database) -> Chat:  # noqa: F811  the fixture imported
    return Chat(sqlite_database)


@pytest.fixture
def mona(chat: Chat) -> Someone:
    """The administrator, who has set a programme up."""
    mona = chat.person("Mona", is_administrator=True)
    mona.calls("setup")
    mona.fills()
    return mona


@pytest.fixture
def grace(chat: Chat, mona: Someone) -> Someone:
    """A mentor."""
    grace = chat.person("Grace")
    grace.calls("join mentor")
    grace.fills(role="Staff engineer")
    return grace


@pytest.fixture
def ada(chat: Chat, mona: Someone) -> Someone:
    """A mentee who learns in public and has rated herself."""
    ada = chat.person("Ada")
    ada.calls("join mentee")
    ada.fills(destination="Senior software engineer", visibility="public")
    ada.calls("gap rate")
    ada.fills(coding="1", testing="2", communication="3")
    return ada


@pytest.fixture
def paired(chat: Chat, mona: Someone, grace: Someone, ada: Someone) -> Chat:
    """Grace mentors Ada; everybody has been told and the room is open."""
    mona.calls("pair")
    mona.fills(mentee="Ada")
    mona.presses("Propose Grace")
    grace.calls("me")
    grace.presses("Accept")
    chat.deliver()
    return chat
