"""Time asking the core to look: everything that is due, in batches, each one a short write."""

import asyncio
from collections.abc import Callable

import structlog

from bot.adapters.edge.hop import Hop, Urgency
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.checkins import close_due_check_ins, nudge_due_check_ins, open_due_check_ins
from bot.core.usecases.clearing import clear_forms, clear_heard, clear_said
from bot.core.usecases.rooms import delete_due_rooms
from bot.core.usecases.rounds.answering import look_at_due_proposals
from bot.core.usecases.rounds.passing import ask_next, think_whom_next
from bot.core.usecases.timekeeping import next_instant
from bot.core.usecases.versions import see_frameworks

BATCH = 200
"""Rows a transaction: small enough for the 50 ms that a person may wait behind a tick."""

Look = Callable[[UnitOfWork, Tools, int], int]

# Weeks that are over are closed before anything new is asked or anybody is reminded of them.
LOOKS: tuple[Look, ...] = (
    close_due_check_ins,
    open_due_check_ins,
    nudge_due_check_ins,
    delete_due_rooms,
    look_at_due_proposals,
)

MOST_ROUNDS = 5
"""Rounds thought out at a time."""

# Nobody waits for these: they are looked at now and then, due or not.
CLEARINGS: tuple[Look, ...] = (clear_heard, clear_said, clear_forms, see_frameworks)

_log = structlog.get_logger(__name__)


class Ticks:
    """Runs every look until nothing is due; an idle run costs one indexed read."""

    def __init__(self, hop: Hop, tools: Tools, batch: int = BATCH) -> None:
        self._hop, self._tools, self._batch = hop, tools, batch
        self._one_at_a_time = asyncio.Lock()

    async def run(self) -> int:
        """Do all that is due now; return how many rows were looked at."""
        async with self._one_at_a_time:
            if not await self._hop.read(_is_due, self._tools):
                return 0
            looked = sum([await self._all_of(look) for look in LOOKS])
            looked += await self._rounds()
        _log.debug("ticked", looked=looked)
        return looked

    async def clear(self) -> int:
        """Forget what nobody can ask for again; return how many rows were looked at. Ticks go on beside it."""
        looked = sum([await self._all_of(look) for look in CLEARINGS])
        _log.debug("cleared", looked=looked)
        return looked

    async def _rounds(self) -> int:
        """Think out whom rounds ask next in reads, since no engine may hold the writer; then let them be asked.

        A round whose step freed somebody else is due at once: it is looked at again until it is not.
        """
        total = 0
        while steps := await self._hop.read(think_whom_next, self._tools, MOST_ROUNDS):
            total += await self._hop.write_as(Urgency.TICK, ask_next, self._tools, steps)
            if total >= MOST_ROUNDS * self._batch:
                break
        return total

    async def _all_of(self, look: Look) -> int:
        total = 0
        while True:
            looked = await self._hop.write_as(Urgency.TICK, look, self._tools, self._batch)
            total += looked
            if looked < self._batch:
                return total


def _is_due(work: UnitOfWork, tools: Tools) -> bool:
    upcoming = next_instant(work)
    return upcoming is not None and upcoming <= tools.clock.now()
