"""What became of an effect outside, and what follows from it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.domain.communities import Place, PlaceKind
from bot.core.domain.ids import MemberId, PairingId, PlaceId
from bot.core.domain.rooms import RoomState
from bot.core.effects import Act, Delivered, Done, LeasedEffect, Moot, Refused, Retry, Unknown, Unreachable
from bot.core.ports import Tools, UnitOfWork

MOST_TRIES = 8
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=10)


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
    for each in delivered:
        leased, number = each.leased, each.leased.number
        match each.outcome:
            case Done(external_id):
                done[number] = external_id
                _take_in(work, tools, leased, external_id)
            case Retry(reason, after) if leased.tries < MOST_TRIES:
                work.outbox.retry(number, machine_now + (after or _pause(leased.tries, jitter)), reason)
            case Unknown(reason) if leased.tries < MOST_TRIES:
                work.outbox.retry(number, machine_now + _pause(leased.tries, jitter), reason)
            case Retry(reason) | Unknown(reason) | Refused(reason) | Unreachable(reason):
                work.outbox.give_up(number, reason)
            case Moot(reason):
                work.outbox.skip(number, reason)
    work.outbox.done(done)
    work.commit()


def _pause(tries: int, jitter: float) -> timedelta:
    pause: timedelta = min(FIRST_PAUSE * int(2 ** (tries - 1)), LONGEST_PAUSE)
    return pause * (0.5 + jitter / 2)


def _take_in(work: UnitOfWork, tools: Tools, leased: LeasedEffect, external_id: str) -> None:
    """Remember the place that an effect has made."""
    effect = leased.effect
    if effect.act is Act.OPEN_ROOM:
        room = work.pairings.find_room(effect.community, PairingId(effect.refs["room"]))
        if room is not None and room.place is None:
            place = _place(work, tools, leased, PlaceKind.ROOM, external_id)
            work.pairings.save_room(replace(room, state=RoomState.OPEN, place=place))
    elif effect.act is Act.ARCHIVE_ROOM:
        room = work.pairings.find_room(effect.community, PairingId(effect.refs["room"]))
        if room is not None:
            work.pairings.save_room(replace(room, state=RoomState.ARCHIVED))
    elif effect.act is Act.OPEN_THREAD:
        thread = work.growth.find_thread(effect.community, MemberId(effect.refs["thread"]))
        if thread is not None and thread.place is None:
            place = _place(work, tools, leased, PlaceKind.THREAD, external_id)
            work.growth.save_thread(replace(thread, place=place))


def _place(work: UnitOfWork, tools: Tools, leased: LeasedEffect, kind: PlaceKind, external_id: str) -> PlaceId:
    effect = leased.effect
    known = work.communities.find_place(effect.community, effect.platform, external_id)
    if known is not None:
        return known.id
    place = PlaceId(tools.ids.new())
    work.communities.add_place(Place(place, effect.community, effect.platform, kind, external_id))
    return place
