"""Which engine solves a round: by its size, and by what is installed."""

from importlib.util import find_spec

from bot.core.ports import MatchingEngine, PlainEngine

LARGE = 50_000
"""Pairs from which the scale engine pays for being loaded; below it the plain one answers in a third of a second."""

SCALE = "scale"
"""The name of the scale engine, and of the extra that it needs."""


class InstalledEngines:
    """The port `MatchingEngines`; numpy and OR-tools are loaded with the first round that is large enough."""

    def for_size(self, pairs: int) -> MatchingEngine:
        """Choose the scale engine for large rounds, where it is installed."""
        return (self.called(SCALE) if pairs >= LARGE else None) or PlainEngine()

    def called(self, name: str) -> MatchingEngine | None:
        """Find the engine of a name, None where it isn't installed."""
        if name == PlainEngine.name:
            return PlainEngine()
        if name != SCALE or not (find_spec("numpy") and find_spec("ortools")):
            return None
        from bot.adapters.matching.engine import ScaleEngine  # loads numpy and OR-tools, which most starts do without

        return ScaleEngine()
