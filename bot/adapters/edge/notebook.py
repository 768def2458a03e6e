"""Small facts about the installation, for adapters that have to remember one over a restart."""

from bot.adapters.edge.hop import Hop
from bot.core.ports import UnitOfWork


class Notebook:
    """A name and its value, kept in the database."""

    def __init__(self, hop: Hop) -> None:
        self._hop = hop

    async def get(self, name: str) -> str | None:
        """Look one up."""
        return await self._hop.read(_get, name)

    async def keep(self, name: str, value: str) -> None:
        """Keep one, in place of what it was."""
        await self._hop.write(_keep, name, value)


def _get(work: UnitOfWork, name: str) -> str | None:
    return work.notes.get(name)


def _keep(work: UnitOfWork, name: str, value: str) -> None:
    work.notes.set(name, value)
    work.commit()
