"""Which engine solves a round."""

import pytest

from bot.adapters.matching.engine import ScaleEngine
from bot.adapters.matching.installed import InstalledEngines
from bot.core.ports import PlainEngine

CHAT, FIELD = 300 * 120, 1000 * 300


def test_the_engine_is_chosen_by_size_and_by_what_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(InstalledEngines().for_size(CHAT), PlainEngine)
    assert isinstance(InstalledEngines().for_size(FIELD), ScaleEngine)

    monkeypatch.setattr("bot.adapters.matching.installed.find_spec", lambda name: None)
    assert isinstance(InstalledEngines().for_size(FIELD), PlainEngine)


def test_an_engine_is_found_by_the_name_that_is_kept_with_a_round(monkeypatch: pytest.MonkeyPatch) -> None:
    engines = InstalledEngines()
    assert [type(engines.called(name)) for name in ("plain", "scale", "other")] == [
        PlainEngine,
        ScaleEngine,
        type(None),
    ]

    monkeypatch.setattr("bot.adapters.matching.installed.find_spec", lambda name: None)
    assert engines.called("scale") is None
