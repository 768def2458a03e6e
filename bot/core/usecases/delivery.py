"""What became of an effect outside, and what follows from it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import assert_never

from bot.core.domain.ids import MemberId
from bot.core.domain.members import MemberState
from bot.core.effects import (
    Act,
    Delivered,
    Done,
    Doubtful,
    Effect,
    Gone,
    Hinted,
    Lacking,
    LeasedEffect,
    Moot,
    Refused,
    Retry,
    Scope,
    Spread,
    Unknown,
    Unreachable,
)
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.homes import tell_full, tell_lacking
from bot.core.usecases.linking import of_today
from bot.core.usecases.members import go_from
from bot.core.usecases.places import is_made, is_needed, mend, take_in
from bot.core.usecases.reaching import hint, lose_touch
from bot.core.usecases.relays import spread, tell_not_carried

NotDone = Gone | Lacking | Retry | Unknown | Unreachable | Refused | Doubtful | Spread | Hinted | Moot

MOST_TRIES = 8
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=10)
MOST_WAITS = 100
"""Tries of what waits until its place is there, or until somebody lets the program do it."""
UNTIL_ALLOWED = timedelta(hours=6)
"""A pause that is cut short when a moderator sets the programme up again; asking on and on gets a program banned."""


def lease_effects(
    work: UnitOfWork,
    tools: Tools,
    platforms: Sequence[str],
    machine_now: datetime,
    lease_for: timedelta,
    limit: int,
) -> Sequence[LeasedEffect]:
    """Take effects that are ready to be carried out; a lease that runs out gives them back."""
    leased = work.outbox.lease(platforms, tools.clock.now(), machine_now, machine_now + lease_for, limit)
    work.commit()
    return leased


def release_leases(work: UnitOfWork) -> None:
    """Give back what a process that is gone had taken; only where this process is the one that sends."""
    work.outbox.release()
    work.commit()


def record_outcomes(
    work: UnitOfWork, tools: Tools, delivered: Sequence[Delivered], machine_now: datetime, jitter: float
) -> None:
    """Keep what became of a batch of effects; `jitter` is 0-1 and spreads retries."""
    done: dict[int, str] = {}
    today = of_today(work, [each.leased for each in delivered])
    for leased, outcome in zip(today, (each.outcome for each in delivered), strict=True):
        if isinstance(outcome, Done):
            done[leased.number] = outcome.external_id
            take_in(work, tools, leased.effect, outcome)
        else:
            _take_up(work, tools, leased, outcome, machine_now, jitter)
    work.outbox.done(done)
    work.commit()


def _take_up(  # noqa: C901, PLR0912  one arm an outcome
    work: UnitOfWork, tools: Tools, leased: LeasedEffect, outcome: NotDone, machine_now: datetime, jitter: float
) -> None:
    """Decide whether what didn't happen is tried again, and when."""
    number, pause = leased.number, _pause(leased.tries, jitter)
    match outcome:
        case Gone(place):
            mend(work, tools, leased.effect, place)
            _wait(work, leased, machine_now, pause, "its place is gone")
        case Retry(scope=Scope.PLACE | Scope.FULL) as waits:
            _await_place(work, tools, leased, waits, machine_now, pause)
        case Lacking(rights):
            tell_lacking(work, tools, leased.effect, rights)
            _await_rights(work, leased, machine_now, f"lacks {', '.join(rights)}")
        case Retry(reason, after, Scope.PLATFORM | Scope.ROUTE) as outcome:
            again_at = machine_now + (after or _pause(1, jitter))
            work.outbox.postpone(number, again_at, reason, doubtful=outcome.is_doubtful)
        case (Retry(reason) | Unknown(reason)) as again if leased.tries < MOST_TRIES:
            again_at, doubtful = machine_now + (_asked_for(again) or pause), _is_doubtful(again)
            work.outbox.retry(number, again_at, reason, doubtful=doubtful)
        case Unreachable(reason, has_left=True) if leased.effect.act is Act.TELL:
            work.outbox.skip(number, reason)
            _see_off(work, tools, leased.effect)
        case Unreachable(reason) if lose_touch(work, tools, leased.effect):
            work.outbox.postpone(number, machine_now, reason)  # it is said elsewhere
        case Retry(reason) | Unknown(reason) | Refused(reason) | Unreachable(reason):
            tell_not_carried(work, tools, leased.effect, doubtful=False, reason=_why(outcome))
            _give_up(work, leased, machine_now, reason)
        case Doubtful(reason):
            tell_not_carried(work, tools, leased.effect, doubtful=True, reason="unknown")
            work.outbox.give_up(number, reason)
        case Spread(sides):
            spread(work, tools, leased.effect, sides)
            work.outbox.skip(number, "spread")
        case Hinted():
            hint(work, tools, leased.effect)
            work.outbox.skip(number, "hinted at")
        case Moot(reason):
            work.outbox.skip(number, reason)
        case _:
            assert_never(outcome)


def _why(outcome: NotDone) -> str:
    """Say in a word why something could not be carried, as `not-carried-<word>` has a sentence for it."""
    return "unreachable" if isinstance(outcome, Unreachable) else "refused"


def _see_off(work: UnitOfWork, tools: Tools, effect: Effect) -> None:
    """Take in that a member has left while nobody listened."""
    member = work.members.get(effect.community, MemberId(effect.refs["to"]))
    if member.state is not MemberState.LEFT:
        go_from(work, tools, member, effect.platform)


def _asked_for(outcome: Retry | Unknown) -> timedelta | None:
    return outcome.after if isinstance(outcome, Retry) else None


def _is_doubtful(outcome: Retry | Unknown) -> bool:
    return not isinstance(outcome, Retry) or outcome.is_doubtful


def _wait(work: UnitOfWork, leased: LeasedEffect, machine_now: datetime, pause: timedelta, reason: str) -> None:
    if leased.tries < MOST_WAITS:
        work.outbox.retry(leased.number, machine_now + pause, reason)
    else:
        _give_up(work, leased, machine_now, reason)


def _give_up(work: UnitOfWork, leased: LeasedEffect, machine_now: datetime, reason: str) -> None:
    """Make a dead letter of it; but a place that people wait for is tried again by and by, or when homes are made.

    Asked for anew beside a try that is still waiting, it might be made twice.
    """
    if is_needed(work, leased.effect):
        work.outbox.retry(leased.number, machine_now + UNTIL_ALLOWED, reason)
    else:
        work.outbox.give_up(leased.number, reason)


def _await_place(
    work: UnitOfWork, tools: Tools, leased: LeasedEffect, waits: Retry, machine_now: datetime, pause: timedelta
) -> None:
    """Try again until there is a place, or space for it, which somebody has to make."""
    if waits.scope is Scope.FULL:
        tell_full(work, tools, leased.effect)
    elif is_made(work, leased.effect):
        pause = timedelta()
    _wait(work, leased, machine_now, max(waits.after or pause, pause), waits.reason)


def _await_rights(work: UnitOfWork, leased: LeasedEffect, machine_now: datetime, reason: str) -> None:
    """Try again by and by; places are asked for anew by whoever asked, when they have granted what was missing."""
    if leased.effect.act is Act.PREPARE:
        work.outbox.give_up(leased.number, reason)
    else:
        _wait(work, leased, machine_now, UNTIL_ALLOWED, reason)


def _pause(tries: int, jitter: float) -> timedelta:
    doublings = min(tries, MOST_TRIES + 2) - 1  # by then it is the longest anyhow, and a number that fits
    pause: timedelta = min(FIRST_PAUSE * int(2**doublings), LONGEST_PAUSE)
    return pause * (0.5 + jitter / 2)
