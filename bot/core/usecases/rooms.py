"""Who reads in mentorship rooms, and what becomes of those whose pairing is over."""

from dataclasses import replace

from bot.core.domain.ids import CommunityId
from bot.core.domain.pairings import TAKES_CAPACITY
from bot.core.domain.rooms import Room
from bot.core.effects import Act, Effect, Priority
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.telling import in_room


def admit_readers(work: UnitOfWork, tools: Tools, community: CommunityId) -> None:
    """Let those read in every room who should now, as part of a unit of work that changed who that is."""
    occasion = tools.ids.new()
    rooms = work.pairings.rooms_in_use(community)
    work.outbox.add([_admitting(tools, room, platform, occasion) for room, platform in rooms])


def change_readers(work: UnitOfWork, tools: Tools, community: CommunityId, *, moderators: bool) -> None:
    """Do the same where it is the programme's rule that has changed: a pair hears of it before `moderators` come in.

    They leave those rooms, too, that were closed while they could read; rooms closed before stay closed to them.
    """
    occasion, effects = tools.ids.new(), list[Effect]()
    for room, platform in work.pairings.rooms_in_use(community):
        admitting = _admitting(tools, room, platform, occasion)
        told = _telling(tools, room, platform, occasion)
        effects += [*told, admitting] if moderators else [admitting, *told]
    if not moderators:
        archived = work.pairings.rooms_archived(community)
        effects += [_admitting(tools, room, platform, occasion) for room, platform in archived]
    work.outbox.add(effects)


def put_right(work: UnitOfWork, tools: Tools, community: CommunityId) -> None:
    """Do to rooms what was to be done while the program was away, as part of a unit of work that brings it back."""
    occasion, effects = tools.ids.new(), list[Effect]()
    for room, platform in work.pairings.rooms_in_use(community):
        if work.pairings.get(community, room.pairing).state not in TAKES_CAPACITY:
            key = f"archive:{room.pairing}:{occasion}"
            effects.append(in_room(tools, community, platform, room.pairing, Act.ARCHIVE_ROOM, "", key))
        elif room.place is not None:
            effects.append(_admitting(tools, room, platform, occasion))
    for room, _ in work.pairings.rooms_archived(community):
        if room.delete_at is None:
            work.pairings.save_room(replace(room, delete_at=tools.clock.now()))
    work.outbox.add(effects)


def delete_due_rooms(work: UnitOfWork, tools: Tools, limit: int) -> int:
    """Have the rooms deleted that were kept for as long as the programme said; return how many."""
    due, effects = work.pairings.rooms_to_delete(tools.clock.now(), limit), []
    for room, platform in due:
        work.pairings.save_room(replace(room, delete_at=None))
        key = f"delete:{room.pairing}:{tools.ids.new()}"
        effects.append(in_room(tools, room.community, platform, room.pairing, Act.DELETE_ROOM, "", key))
    work.outbox.add(effects)
    work.commit()
    return len(due)


def _admitting(tools: Tools, room: Room, platform: str, occasion: str) -> Effect:
    key = f"admit:{room.pairing}:{occasion}"
    effect = in_room(tools, room.community, platform, room.pairing, Act.ADMIT, "", key)
    return replace(effect, priority=Priority.PROMPT)


def _telling(tools: Tools, room: Room, platform: str, occasion: str) -> list[Effect]:
    """Say in a room who reads there now, and in its guide."""
    refs = tools, room.community, platform, room.pairing
    original, key = f"guide:{room.pairing}", f"readers:{room.pairing}:{occasion}"
    said = in_room(*refs, Act.POST, "room_readers", key)
    guide = in_room(*refs, Act.EDIT, "room_guide", f"guide_{key}", original=original)
    return [replace(each, priority=Priority.PROMPT) for each in (said, guide)]
