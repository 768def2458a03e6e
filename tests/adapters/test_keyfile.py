"""The key that buttons are signed with."""

import stat
from pathlib import Path

import pytest

from bot.adapters.keyfile import FILE, KeyTooShort, kept_key


def test_a_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    key = kept_key(tmp_path)

    assert len(key) >= 32
    assert kept_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_two_directories_have_two_keys(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    assert kept_key(tmp_path / "a") != kept_key(tmp_path / "b")


@pytest.mark.parametrize("kept", ["", "   \n", "short"])
def test_a_key_that_somebody_cut_is_never_used(tmp_path: Path, kept: str) -> None:
    (tmp_path / FILE).write_text(kept)

    with pytest.raises(KeyTooShort):
        kept_key(tmp_path)
