"""The ways in to the platforms that the program lives on."""

from collections.abc import Callable, Sequence

Way = Callable[[str, str], str]
"""Makes an address from a purpose and a code; empty where it leads nowhere."""


class OpenGates:
    """The port `Gates`; a platform's way is known from when its adapter is loaded."""

    def __init__(self) -> None:
        self._ways: dict[str, Way | None] = {}

    def add(self, platform: str, way: Way | None) -> None:
        """Learn of a platform, and of a way in if there is one."""
        self._ways[platform] = way

    def platforms(self) -> Sequence[str]:
        """List the platforms by name."""
        return tuple(self._ways)

    def way(self, platform: str, purpose: str, code: str = "") -> str:
        """Return the address that begins something on a platform; empty where it has none."""
        way = self._ways.get(platform)
        return way(purpose, code) if way is not None else ""
