"""What somebody has to show is a tap away, where they have given an address."""

import pytest

from bot.core.dialogue.addressed import LONGEST_ADDRESS, look_at
from bot.core.dialogue.gallery import stage
from bot.core.dialogue.talk import Talk
from tests.core.dialogue.chat import Chat


@pytest.fixture
def talk(chat: Chat) -> Talk:
    with chat.database.read() as work:
        return stage(chat.catalogue, chat.tools, chat.signer, "en", work)


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://example.org/minutes", "https://example.org/minutes"),
        ("Both are in https://example.org/minutes.", "https://example.org/minutes"),
        ("See (https://example.org/a?b=c), and the rest.", "https://example.org/a?b=c"),
        ("https://example.org/Go_(game)", "https://example.org/Go_(game)"),
        ("First https://example.org/one then https://example.org/two", "https://example.org/one"),
        ("http://example.org/plain", ""),
        ("javascript:alert(1) and nothing else", ""),
        ("Three sessions, talked through.", ""),
        ("https://" + "a" * LONGEST_ADDRESS, ""),
    ],
)
def test_the_first_address_is_a_button(talk: Talk, words: str, address: str) -> None:
    assert [each.address for each in look_at(talk, words)] == ([address] if address else [])
