"""Carries out one platform's share of the outbox: lease, render, deliver, record."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta

import structlog

from bot.adapters.edge.breaker import Breaker
from bot.adapters.edge.holding import Holding
from bot.adapters.edge.hop import Hop, Urgency
from bot.adapters.edge.pacing import MachineTime, Pacer, Resting
from bot.core.dialogue.notices import Notices
from bot.core.effects import (
    AdmitToRoom,
    ArchiveRoom,
    DeleteRoom,
    Delivered,
    Delivery,
    Done,
    Doubtful,
    Gone,
    Hinted,
    Lacking,
    LeasedEffect,
    Moot,
    OpenRoom,
    OpenThread,
    Outcome,
    PrepareHomes,
    ReactToMessage,
    Refused,
    RelayMessage,
    RemoveMessage,
    Retry,
    Scope,
    SendMessage,
    Spread,
    Surface,
    ToAccount,
    Unknown,
    Unreachable,
)
from bot.core.ports import Tools
from bot.core.usecases.delivery import MOST_TRIES, lease_effects, record_outcomes
from bot.core.usecases.places import OPENINGS
from bot.storage.errors import StorageUnavailable

MOST_IN_FLIGHT = 32
"""As many as may have to be told again after a crash; more at once are hardly quicker."""
LEASE = timedelta(seconds=45)
"""Longer than a delivery takes with its turn, shorter than the minute in which a dead worker is made up for."""
LONGEST_DELIVERY = 20.0
"""Seconds after which a delivery that hasn't answered counts as of unknown outcome."""
REST = 5.0
"""Seconds for which a platform is left alone that asks for it without saying how long."""
UNTIL_STEADY = timedelta(minutes=2)
"""A pause before what fails along with others, and has used up its tries, is tried again."""
LINGER = 0.02
"""Seconds in which the rest of a batch may finish, so that outcomes are recorded together."""

_RESTS = "platform rests"

_log = structlog.get_logger(__name__)


class Sender:
    """One platform's sender; its effects wait in the outbox, never in memory, until they are in flight."""

    def __init__(  # noqa: PLR0913  what a sender is made of
        self,
        surface: Surface,
        hop: Hop,
        notices: Notices,
        tools: Tools,
        time: MachineTime,
        pacer: Pacer,
        random: Callable[[], float],
        *,
        holding: Holding | None = None,
    ) -> None:
        self._surface, self._hop, self._notices, self._tools = surface, hop, notices, tools
        self._time, self._pacer, self._random = time, pacer, random
        self._breaker, self._holding = Breaker(), holding
        self._in_flight: dict[asyncio.Task[Outcome], LeasedEffect] = {}
        self._finished: list[Delivered] = []
        self._woken = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self.stopping = False

    def wake(self) -> None:
        """Look again: something may have become ready."""
        self._woken.set()

    async def rest(self, seconds: float) -> bool:
        """Wait to be woken, but no longer than this; return whether it was. Who is to stop doesn't rest."""
        if self.stopping:  # being woken for that may have been taken for something else
            return True
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return False
        return True

    async def drain(self) -> int:
        """Carry out all that is ready; return how many effects have an outcome recorded."""
        async with self._one_at_a_time:
            recorded = await self._record()
            while await self._lease() or self._in_flight:
                await self._some_finish()
                recorded += await self._record()
            return recorded

    async def cancel(self) -> None:
        """Let go of what is in flight; the outbox still has it."""
        for task in self._in_flight:
            task.cancel()
        await asyncio.gather(*self._in_flight, return_exceptions=True)
        self._in_flight.clear()
        if self._holding is not None:
            with suppress(StorageUnavailable):  # then the lease runs out by itself
                await self._holding.let_go()

    async def _lease(self) -> int:
        self._woken.clear()
        room = 0 if self._breaker.is_open and self._in_flight else MOST_IN_FLIGHT - len(self._in_flight)
        if self.stopping or room <= 0 or self._pacer.resting:
            return 0
        if self._holding is not None and not await self._holding.hold():
            return 0
        leased = await self._hop.write_as(
            Urgency.DELIVERY, lease_effects, self._tools, [self._surface.platform], self._time.now(), LEASE, room
        )
        if leased and self._breaker.is_open:
            leased = [self._probe(leased)]
        if leased:
            self._begin(leased, await self._render(leased))
        return len(leased)

    def _probe(self, leased: Sequence[LeasedEffect]) -> LeasedEffect:
        """Choose one to ask a platform that is down, one that hasn't failed yet if there is any; give back the others.

        Messages that would always fail must not be all that it is asked.
        """
        probe = next((each for each in leased if not self._breaker.suspects(each.number)), leased[0])
        for each in leased:
            if each is not probe:
                self._finish(each, Retry(_RESTS, timedelta(), Scope.PLATFORM))
        return probe

    async def _render(self, leased: Sequence[LeasedEffect]) -> Mapping[int, Delivery | Outcome]:
        try:
            return dict(await self._hop.read(self._notices.render, leased))
        except Exception as error:  # noqa: BLE001  one notice that can't be made must not hold up the others
            if len(leased) > 1:
                return {each.number: (await self._render([each]))[each.number] for each in leased}
            [only] = leased
            _log.error("notice_failed", effect=only.number, notice=only.effect.notice, error=type(error).__name__)
            return {only.number: Retry(f"notice failed: {type(error).__name__}")}

    def _begin(self, leased: Iterable[LeasedEffect], rendered: Mapping[int, Delivery | Outcome]) -> None:
        for each in leased:
            match rendered[each.number]:
                case (
                    Done()
                    | Unreachable()
                    | Refused()
                    | Retry()
                    | Unknown()
                    | Doubtful()
                    | Spread()
                    | Hinted()
                    | Moot()
                    | Gone()
                    | Lacking()
                ) as outcome:
                    self._finish(each, outcome)
                case delivery:
                    task = asyncio.create_task(self._deliver(each, delivery))
                    self._in_flight[task] = each

    async def _deliver(self, leased: LeasedEffect, delivery: Delivery) -> Outcome:
        key = f"{leased.effect.community}:{leased.effect.key}"
        try:
            async with (
                self._pacer.taking(_place_of(delivery), leased.effect.priority),
                asyncio.timeout(LONGEST_DELIVERY),
            ):
                return await self._surface.deliver(delivery, key, again=leased.tries > 1, doubtful=leased.is_doubtful)
        except Resting as resting:
            return Retry(_RESTS, timedelta(seconds=resting.seconds), Scope.PLATFORM)
        except TimeoutError:
            return Unknown("no answer")
        except Exception as error:  # noqa: BLE001  whatever an adapter raises, the effect must have an outcome
            _log.error("delivery_failed", effect=leased.number, error=type(error).__name__)
            return Unknown(type(error).__name__)

    async def _some_finish(self) -> None:
        """Wait until deliveries have ended, or until something new is ready to go beside them."""
        if self._in_flight:
            done, _ = await asyncio.wait(self._in_flight, timeout=LINGER)
            if not done and not self._finished:
                done = await self._first_or_woken()
            for task in done:
                leased, outcome = self._in_flight.pop(task), task.result()
                self._finish(leased, _as_tried(leased, self._minded(leased, outcome)))

    async def _first_or_woken(self) -> set[asyncio.Task[Outcome]]:
        woken = asyncio.create_task(self._woken.wait())
        try:
            await asyncio.wait([*self._in_flight, woken], return_when=asyncio.FIRST_COMPLETED)
        finally:
            woken.cancel()
        return {task for task in self._in_flight if task.done()}

    def _minded(self, leased: LeasedEffect, outcome: Outcome) -> Outcome:
        """Leave the platform alone where it asks for that or is down: what waits for it then has not been tried."""
        match outcome:
            case Retry(reason=reason) if reason == _RESTS:
                pass
            case Retry(scope=Scope.PLATFORM, after=after):
                self._rest(after.total_seconds() if after else REST)
            case Retry(reason, scope=Scope.OUTAGE) | Unknown(reason):
                if seconds := self._breaker.failed(leased.number):
                    self._rest(seconds, slower=False)  # what waits is caught up with as quickly as ever
                    after = timedelta(seconds=seconds)
                    return Retry(reason, after, Scope.PLATFORM, is_doubtful=isinstance(outcome, Unknown))
                if leased.tries >= MOST_TRIES and self._breaker.falters(self._time.now()):  # its last try isn't
                    return Retry(reason, UNTIL_STEADY, Scope.PLATFORM, is_doubtful=isinstance(outcome, Unknown))
            case _:
                if self._breaker.worked(leased.number, self._time.now()):
                    _log.info("platform_back", platform=self._surface.platform)
        return outcome

    def _rest(self, seconds: float, *, slower: bool = True) -> None:
        _log.warning("platform_rests", platform=self._surface.platform, seconds=seconds)
        self._pacer.rest(seconds, slower=slower)

    def _finish(self, leased: LeasedEffect, outcome: Outcome) -> None:  # noqa: C901  one arm an outcome
        self._finished.append(Delivered(leased, outcome))
        match outcome:
            case Refused(reason):
                _dead_letter(leased, reason)
            case Unreachable(reason):
                _log.warning("effect_unreachable", effect=leased.number, reason=reason)
            case Gone(place):
                _log.warning("place_gone", effect=leased.number, place=place)
            case Lacking(rights):
                _log.warning("rights_lacking", effect=leased.number, rights=rights)
            case Retry(reason, scope=Scope.PLATFORM | Scope.ROUTE | Scope.PLACE | Scope.FULL):
                _log.debug("effect_postponed", effect=leased.number, reason=reason)
            case Retry(reason) | Unknown(reason) if leased.tries >= MOST_TRIES:
                _dead_letter(leased, reason)
            case Retry(reason) | Unknown(reason):
                _log.info("effect_retried", effect=leased.number, tries=leased.tries, reason=reason)
            case Doubtful(reason):
                _log.warning("effect_doubtful", effect=leased.number, reason=reason)
            case Spread(sides):
                _log.debug("effect_spread", effect=leased.number, places=len(sides))
            case Hinted():
                _log.debug("effect_hinted_at", effect=leased.number)
            case Moot(reason):
                _log.info("effect_skipped", effect=leased.number, reason=reason)
            case Done():
                _log.debug("effect_done", effect=leased.number)

    async def _record(self) -> int:
        """Keep the outcomes; while the database is away they stay here and nothing new is leased."""
        if not self._finished:
            return 0
        batch = self._finished
        try:
            await self._keep(batch)
        except StorageUnavailable:
            raise
        except Exception as error:  # noqa: BLE001  one outcome that can't be taken in must not hold up the others
            _log.error("outcomes_failed", error=type(error).__name__, effects=len(batch))
            await self._keep_one_by_one(batch)
        self._finished = self._finished[len(batch) :]
        return len(batch)

    async def _keep_one_by_one(self, batch: Sequence[Delivered]) -> None:
        for each in batch:
            try:
                await self._keep([each])
            except StorageUnavailable:
                raise
            except Exception as error:  # noqa: BLE001  as above
                _log.error("outcome_failed", effect=each.leased.number, error=type(error).__name__)
                await self._keep([Delivered(each.leased, Retry(f"outcome failed: {type(error).__name__}"))])

    async def _keep(self, batch: Sequence[Delivered]) -> None:
        await self._hop.write_as(
            Urgency.DELIVERY, record_outcomes, self._tools, batch, self._time.now(), self._random()
        )


def _as_tried(leased: LeasedEffect, outcome: Outcome) -> Outcome:
    """Count the first try that the platform answered, also where it is to be left alone: what comes next looks first.

    What it failed at, or refused in the middle, may have happened; a try that isn't counted leaves nothing to see.
    """
    match outcome:
        case Retry(reason, after, Scope.PLATFORM | Scope.ROUTE) as outcome if leased.tries == 1 and reason != _RESTS:
            return Retry(reason, after, is_doubtful=outcome.is_doubtful)
        case _:
            return outcome


def _dead_letter(leased: LeasedEffect, reason: str) -> None:
    event = "place_put_off" if leased.effect.act in OPENINGS else "effect_given_up"  # a place is still tried by and by
    _log.warning(event, effect=leased.number, key=leased.effect.key, tries=leased.tries, reason=reason)


def _place_of(delivery: Delivery) -> str:
    match delivery:
        case SendMessage(target) | RelayMessage(target) | ReactToMessage(target) | RemoveMessage(target):
            return f"account:{target.account}" if isinstance(target, ToAccount) else f"place:{target.place}"
        case ArchiveRoom(place) | DeleteRoom(place) | AdmitToRoom(place=place):
            return f"place:{place}"
        case OpenRoom(community) | OpenThread(community) | PrepareHomes(community):
            return f"community:{community}"
