"""The ways in to the platforms that the program lives on."""

from collections.abc import Callable, Sequence

Way = Callable[[str, str], str]
"""Makes an address from a purpose and a code; empty where it leads nowhere."""


class OpenGates:
    """The port `Gates`; a platform's way is known from when its adapter is loaded."""

    def __init__(self) -> None:
        self._ways: dict[str, Way | None] = {}
        self._apart: dict[str, float] = {}

    def add(self, platform: str, way: Way | None, apart: float = 0.0) -> None:
        """Learn of a platform, of a way in if there is one, and of the seconds between two messages in public."""
        self._ways[platform], self._apart[platform] = way, apart

    def platforms(self) -> Sequence[str]:
        """List the platforms by name."""
        return tuple(self._ways)

    def seconds_apart(self, platform: str) -> float:
        """Say how many seconds a platform wants between two messages in the same public place."""
        return self._apart.get(platform, 0.0)

    def way(self, platform: str, purpose: str, code: str = "") -> str:
        """Return the address that begins something on a platform; empty where it has none."""
        way = self._ways.get(platform)
        return way(purpose, code) if way is not None else ""
