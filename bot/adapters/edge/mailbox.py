"""What a platform has told, kept in the database: whoever receives it need not be who deals with it."""

from collections.abc import Collection, Sequence

from bot.adapters.edge.hop import Hop
from bot.core.ports import UnitOfWork


class Mailbox:
    """One platform's updates, by its own numbers."""

    def __init__(self, hop: Hop, platform: str) -> None:
        self._hop, self._platform = hop, platform

    async def put(self, number: int, told: str) -> None:
        """Keep one; the same one again changes nothing."""
        await self._hop.write(_put, self._platform, number, told)

    async def take(self, limit: int) -> Sequence[tuple[int, str]]:
        """Look at the first ones, in order; they stay until they are `done`."""
        return await self._hop.read(_take, self._platform, limit)

    async def done(self, numbers: Collection[int]) -> None:
        """Forget some."""
        await self._hop.write(_done, self._platform, numbers)


def _put(work: UnitOfWork, platform: str, number: int, told: str) -> None:
    work.updates.put(platform, number, told)
    work.commit()


def _take(work: UnitOfWork, platform: str, limit: int) -> Sequence[tuple[int, str]]:
    return work.updates.take(platform, limit)


def _done(work: UnitOfWork, platform: str, numbers: Collection[int]) -> None:
    work.updates.done(platform, numbers)
    work.commit()
