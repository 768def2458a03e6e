"""What is said in mentorship rooms, who reads there, and what becomes of those whose pairing is over."""

from dataclasses import replace

from bot.core.domain.ids import CommunityId, MemberId
from bot.core.domain.pairings import TAKES_CAPACITY
from bot.core.domain.rooms import Room
from bot.core.effects import Act, Effect, Priority
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.telling import in_room


def said_in_room(
    work: UnitOfWork, tools: Tools, room: Room, act: Act, notice: str, key: str, **refs: str
) -> list[Effect]:
    """Make the effect of something happening in a room: one for each of its places, where it has several.

    While not all of them are there, one waits for that, and is spread over them then.
    """
    if not room.is_carried:
        return [in_room(tools, room.community, _platform(work, room), room.pairing, act, notice, key, **refs)]
    places = work.communities.places(room.community, room.places.values())
    platforms = {side: places[room.places[side]].platform for side in room.sides}
    whole = in_room(tools, room.community, "", room.pairing, act, notice, key, **refs)
    return [beside(whole, side, platform) for side, platform in platforms.items()]


def beside(effect: Effect, side: MemberId, platform: str) -> Effect:
    """Make of an effect for a whole room one for the place in which a member is."""
    refs = {name: f"{ref}@{side}" if name == "original" else ref for name, ref in effect.refs.items()}
    return replace(
        effect,
        key=f"{effect.key}@{side}",
        platform=platform,
        lane=lane_beside(effect.refs["room"], side),
        refs={**refs, "side": side},
    )


def lane_beside(pairing: str, side: MemberId) -> str:
    """Name the lane of one place of a room that has several."""
    return f"room:{pairing}:{side}"


def opening(work: UnitOfWork, tools: Tools, room: Room, occasion: str = "") -> list[Effect]:
    """Have places made for those of a pair who have none: on each platform where one of them is at home.

    With an `occasion` it is made anew, beside whatever waits in the room's own lane until it is there.
    """
    pairing = work.pairings.get(room.community, room.pairing)
    members = work.members.many(room.community, (pairing.mentor, pairing.mentee))
    pair = [members[each] for each in (pairing.mentor, pairing.mentee)]
    platforms = dict.fromkeys(each.home for each in pair if each.id not in room.places)
    is_split = len({each.home for each in pair}) > 1
    key = ":".join(("room", room.pairing, *((occasion,) if occasion else ())))
    lane = f"{'mend' if occasion else 'room'}:{room.pairing}"
    effects = []
    for platform in platforms:
        effect = in_room(tools, room.community, platform, room.pairing, Act.OPEN_ROOM, "room_title", key)
        own = replace(effect, key=f"{key}:{platform}", lane=f"{lane}:{platform}")
        effects.append(own if is_split else replace(effect, lane=lane))
    return effects


def admit_readers(work: UnitOfWork, tools: Tools, community: CommunityId) -> None:
    """Let those read in every room who should now, as part of a unit of work that changed who that is."""
    occasion = tools.ids.new()
    for room in work.rooms.in_use(community):
        work.outbox.add(_admitting(work, tools, room, occasion))


def change_readers(work: UnitOfWork, tools: Tools, community: CommunityId, *, moderators: bool) -> None:
    """Do the same where it is the programme's rule that has changed: a pair hears of it before `moderators` come in.

    They leave those rooms, too, that were closed while they could read; rooms closed before stay closed to them.
    """
    occasion, effects = tools.ids.new(), list[Effect]()
    for room in work.rooms.in_use(community):
        admitting = _admitting(work, tools, room, occasion)
        told = _telling(work, tools, room, occasion)
        effects += [*told, *admitting] if moderators else [*admitting, *told]
    if not moderators:
        for room in work.rooms.archived(community):
            effects += _admitting(work, tools, room, occasion)
    work.outbox.add(effects)


def put_right(work: UnitOfWork, tools: Tools, community: CommunityId) -> None:
    """Do to rooms what was to be done while the program was away, as part of a unit of work that brings it back."""
    occasion, effects = tools.ids.new(), list[Effect]()
    for room in work.rooms.in_use(community):
        if work.pairings.get(community, room.pairing).state not in TAKES_CAPACITY:
            effects += said_in_room(work, tools, room, Act.ARCHIVE_ROOM, "", f"archive:{room.pairing}:{occasion}")
        elif room.places:
            effects += _admitting(work, tools, room, occasion)
    for room in work.rooms.archived(community):
        if room.delete_at is None:
            work.rooms.save(replace(room, delete_at=tools.clock.now()))
    work.outbox.add(effects)


def delete_due_rooms(work: UnitOfWork, tools: Tools, limit: int) -> int:
    """Have the rooms deleted that were kept for as long as the programme said; return how many."""
    due = work.rooms.to_delete(tools.clock.now(), limit)
    for room in due:
        work.rooms.save(replace(room, delete_at=None))
        key = f"delete:{room.pairing}:{tools.ids.new()}"
        work.outbox.add(said_in_room(work, tools, room, Act.DELETE_ROOM, "", key))
    work.commit()
    return len(due)


def _platform(work: UnitOfWork, room: Room) -> str:
    """Name the platform that a room is on: that of its place, else the one where its mentor is at home."""
    for place in work.communities.places(room.community, room.places.values()).values():
        return place.platform
    return work.members.get(room.community, work.pairings.get(room.community, room.pairing).mentor).home


def _admitting(work: UnitOfWork, tools: Tools, room: Room, occasion: str) -> list[Effect]:
    effects = said_in_room(work, tools, room, Act.ADMIT, "", f"admit:{room.pairing}:{occasion}")
    return [replace(effect, priority=Priority.PROMPT) for effect in effects]


def _telling(work: UnitOfWork, tools: Tools, room: Room, occasion: str) -> list[Effect]:
    """Say in a room who reads there now, and in its guide."""
    original, key = f"guide:{room.pairing}", f"readers:{room.pairing}:{occasion}"
    said = said_in_room(work, tools, room, Act.POST, "room_readers", key)
    guide = said_in_room(work, tools, room, Act.EDIT, "room_guide", f"guide_{key}", original=original)
    return [replace(each, priority=Priority.PROMPT) for each in (*said, *guide)]
