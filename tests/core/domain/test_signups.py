"""Whom a handle in a sheet may mean."""

import pytest

from bot.core.domain.signups import account_key, keys_of


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("@Lina", "lina"),
        (" lina ", "lina"),
        ("<@123>", "123"),
        ("https://t.me/Lina", "lina"),
        ("t.me/lina", "lina"),
        ("", ""),
        ("@", ""),
    ],
)
def test_a_handle_is_known_however_it_is_written(said: str, key: str) -> None:
    assert account_key(said) == key


def test_an_account_goes_by_its_id_and_its_handle_with_its_platform_or_without() -> None:
    assert keys_of("telegram", "42", "Lina") == {"42", "lina", "telegram:42", "telegram:lina"}
    assert keys_of("webchat", "lina", "") == {"lina", "webchat:lina"}
    assert account_key("@Lina", "Telegram") in keys_of("telegram", "42", "lina")
    assert account_key("@Lina", "discord") not in keys_of("telegram", "42", "lina")
