"""Events that say nothing to the core, or little."""

import pytest

from bot.adapters.discord.events import Heard, Payload, inbound_of
from bot.core.ui.inbound import BroughtIn, Said

ANA = {"id": "7", "username": "ana", "global_name": None}
ME = 99
DIRECT = {"id": "1", "channel_id": "2", "author": ANA, "type": 0, "content": "hi"}


class Nobody:
    """Knows nothing."""

    def is_here(self, guild: int) -> bool:
        return False

    def is_growth(self, guild: int, thread: int) -> bool:
        return False

    def is_stranger(self, guild: int, thread: int) -> bool:
        return False

    def is_me(self, user: int) -> bool:
        return user == ME

    def reads_words(self) -> bool:
        return False

    def language(self, guild: int) -> str:
        return ""

    def place_name(self, guild: int, place: int) -> str:
        return ""

    def role_name(self, guild: int, role: int) -> str:
        return ""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("TYPING_START", {}),
        ("GUILD_CREATE", {"id": "1", "unavailable": True}),
        ("GUILD_DELETE", {"id": "1", "unavailable": True}),
        ("CHANNEL_DELETE", {"id": "2", "type": 1}),
        ("MESSAGE_CREATE", DIRECT | {"type": 7}),
        ("MESSAGE_CREATE", DIRECT | {"webhook_id": "3"}),
        ("MESSAGE_CREATE", DIRECT | {"guild_id": "1"}),
    ],
)
def test_what_says_nothing_is_let_go(name: str, data: Payload) -> None:
    assert inbound_of(Heard(name, data, "s:1"), Nobody()) is None


def test_somebody_without_a_display_name_is_called_by_their_unique_one() -> None:
    said = inbound_of(Heard("MESSAGE_CREATE", DIRECT, "s:1"), Nobody())

    assert isinstance(said, Said)
    assert (said.origin.name, said.origin.update) == ("ana", "message:1")


def test_a_guild_is_the_same_telling_until_it_is_left_and_joined_again() -> None:
    guild = {"id": "1", "name": "Harbour", "owner_id": "7", "joined_at": "2026-01-01T00:00:00+00:00"}
    marks = ("a:1", "b:9", "b:10")
    joined = [guild, guild, guild | {"joined_at": "2026-02-01T00:00:00+00:00"}]
    told = [inbound_of(Heard("GUILD_CREATE", data, mark), Nobody()) for data, mark in zip(joined, marks, strict=True)]

    updates = [each.origin.update for each in told if isinstance(each, BroughtIn)]
    assert updates[0] == updates[1] != updates[2]
