"""Which places of a platform are carried to another, at hand: words said anywhere else are none of the program's."""

from bot.adapters.edge.hop import Hop
from bot.core.ports import UnitOfWork


class Carried:
    """Read again now and then; a room that has just been opened is known before its guide is said there."""

    def __init__(self, platform: str) -> None:
        self._platform = platform
        self._places: frozenset[str] = frozenset()

    def is_carried(self, place: str) -> bool:
        """Tell whether what is said in a place is carried to another."""
        return place in self._places

    async def refresh(self, hop: Hop) -> None:
        """Read it again."""
        self._places = await hop.read(_carried, self._platform)


def _carried(work: UnitOfWork, platform: str) -> frozenset[str]:
    return frozenset(work.rooms.carried_places(platform))
