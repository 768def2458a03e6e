"""Places that a platform has made are remembered; places that somebody deleted by hand are made again."""

from dataclasses import replace
from datetime import timedelta

from bot.core.domain.communities import HOMES, Community, Place, PlaceKind
from bot.core.domain.errors import MovedOn, NotForARoom
from bot.core.domain.growth import GrowthThread
from bot.core.domain.ids import CommunityId, MemberId, PairingId, PlaceId
from bot.core.domain.members import Member, MemberState, Visibility
from bot.core.domain.pairings import TAKES_CAPACITY
from bot.core.domain.programmes import KEEP_ROOMS_DAYS
from bot.core.domain.rooms import IN_USE, Room, RoomState
from bot.core.effects import Act, Done, Effect
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.homes import PLATFORM, keep_homes, preparing
from bot.core.usecases.relays import take_in_copy
from bot.core.usecases.rooms import beside, opening, said_in_room
from bot.core.usecases.telling import in_thread, tell, tell_moderators

OPENINGS = frozenset({Act.OPEN_ROOM, Act.OPEN_THREAD})
"""What makes a place of one pairing or member: it needs the homes, and isn't given up."""


def take_in(work: UnitOfWork, tools: Tools, effect: Effect, done: Done) -> None:
    """Remember what an effect did to a place, as part of a unit of work that keeps its outcome."""
    match effect.act:
        case Act.TELL if done.direct:
            member = MemberId(effect.refs["to"])
            work.members.save_direct_place(effect.community, member, effect.platform, done.direct)
        case Act.PREPARE:
            keep_homes(work, tools, effect, done.places)
        case Act.OPEN_ROOM:
            _room_opened(work, tools, effect, done)
        case Act.ARCHIVE_ROOM:
            _room_archived(work, tools, effect)
        case Act.DELETE_ROOM:
            _room_deleted(work, effect)
        case Act.OPEN_THREAD:
            _thread_opened(work, tools, effect, done.external_id)
        case Act.RELAY:
            take_in_copy(work, effect, done.external_id)
        case _:
            pass


def is_made(work: UnitOfWork, effect: Effect) -> bool:
    """Tell whether the room or thread that an effect waits for is there: it may have been made meanwhile."""
    if "thread" in effect.refs:
        thread = work.growth.find_thread(effect.community, MemberId(effect.refs["thread"]))
        return thread is not None and thread.place is not None
    room = work.rooms.find(effect.community, PairingId(effect.refs["room"])) if "room" in effect.refs else None
    if room is None or not room.places:
        return False
    return effect.refs["side"] in room.places if "side" in effect.refs else room.state is not RoomState.OPENING


def lose_place(work: UnitOfWork, tools: Tools, community: CommunityId, platform: str, external_id: str) -> None:
    """Forget a place that isn't there any more, and have it made again where it is still needed."""
    forget(work, tools, community, platform, external_id)
    work.commit()


def move_place(work: UnitOfWork, community: Community, platform: str, place: str, to: str) -> None:
    """Call a place, and all that is in it, by the id that its platform has given it now.

    A community that was founded under the new id before anybody told of the move gives it up.
    """
    other = work.communities.find_by_place(platform, to)
    if other is not None and other.id != community.id:
        _take_over(work, platform, to)
    work.communities.move_places(community.id, platform, place, to)
    work.commit()


def meet_in(
    work: UnitOfWork, tools: Tools, actor: Actor, pairing_id: PairingId, platform: str, external_id: str
) -> Room:
    """Have a place that the two have made themselves for their room, in place of the ones that it had.

    Raises:
        MovedOn: the pairing has no room in use.
        NotForARoom: the place is a community's, another room's, or one of the two isn't on its platform.
    """
    pairing = work.pairings.get(actor.community, pairing_id)
    authorise(actor, meet_in, pairing)
    room, pair = work.rooms.find(actor.community, pairing_id, lock=True), (pairing.mentor, pairing.mentee)
    if room is None or room.state not in IN_USE or pairing.state not in TAKES_CAPACITY:
        raise MovedOn(state=pairing.state.value)
    is_taken = work.communities.is_place(platform, external_id, PlaceKind.ROOM)
    everybody = work.members.accounts(actor.community, pair, platform).keys() >= set(pair)
    if actor.here().id not in pair or is_taken or not everybody:
        raise NotForARoom
    _take_over(work, platform, external_id)
    place = Place(PlaceId(tools.ids.new()), actor.community, platform, PlaceKind.ROOM, external_id)
    for left in set(room.places.values()):
        work.relays.forget(actor.community, left)
    before = work.communities.places(actor.community, room.places.values()).values()
    work.communities.add_place(place)
    room = replace(room, state=RoomState.OPEN, places=dict.fromkeys(pair, place.id))
    work.rooms.save(room)
    for each in before:
        work.communities.remove_place(each)
    key = f"{room.pairing}:{place.id}"
    work.outbox.add(said_in_room(work, tools, room, Act.ADMIT, "", f"admit:{key}"))
    work.outbox.add(said_in_room(work, tools, room, Act.PIN, "room_guide", f"guide:{key}"))
    work.commit()
    return room


def _take_over(work: UnitOfWork, platform: str, external_id: str) -> None:
    """Take a place from the community that was founded when the program was brought there; one that runs keeps it."""
    founded = work.communities.find_by_place(platform, external_id)
    if founded is None:
        return
    if work.programmes.current(founded.id) is not None:
        raise NotForARoom
    for each in work.communities.places_called(founded.id, platform, external_id):
        work.communities.remove_place(each)
    work.communities.save(replace(founded, is_away=True))


def mend(work: UnitOfWork, tools: Tools, effect: Effect, external_id: str) -> None:
    """Do the same for a place that an effect didn't find; one that needs homes and names none gets them made."""
    if external_id:
        forget(work, tools, effect.community, effect.platform, external_id)
    elif effect.act in OPENINGS:
        key = f"homes:{effect.platform}:{effect.key}"
        work.outbox.add([preparing(tools, effect.community, effect.platform, key)])


def forget(work: UnitOfWork, tools: Tools, community: CommunityId, platform: str, external_id: str) -> None:
    """Forget a place and have it made again, as part of a unit of work."""
    for place in work.communities.places_called(community, platform, external_id):
        if place.kind in HOMES:
            _home_lost(work, tools, place)
        elif place.kind is PlaceKind.ROOM:
            _room_lost(work, tools, place)
        elif place.kind is PlaceKind.THREAD:
            _thread_lost(work, tools, place)


def is_needed(work: UnitOfWork, effect: Effect) -> bool:
    """Tell whether a place that an effect is to make is waited for by people who are here."""
    if effect.act is Act.OPEN_ROOM:
        return work.pairings.get(effect.community, PairingId(effect.refs["room"])).state in TAKES_CAPACITY
    if effect.act is Act.OPEN_THREAD:
        return work.members.get(effect.community, MemberId(effect.refs["thread"])).state is MemberState.ACTIVE
    return False


def open_room(work: UnitOfWork, tools: Tools, room: Room, occasion: str, platform: str = "") -> None:
    """Have what is missing of a room made anew, on one platform if that is named, and its guide said there."""
    effects = [each for each in opening(work, tools, room, occasion) if platform in {"", each.platform}]
    key = f"guide:{room.pairing}:{occasion}"
    for made in effects:
        guide = replace(made, act=Act.PIN, notice="room_guide", key=key)
        new = _newcomers(work, room, made.platform)
        work.outbox.add([made])
        if room.places:
            work.outbox.add([replace(beside(guide, each, made.platform), lane=made.lane) for each in new])
        elif made is effects[0]:
            work.outbox.add([guide])


def open_thread(work: UnitOfWork, tools: Tools, thread: GrowthThread, occasion: str) -> None:
    """Have a growth thread made anew, as a room is."""
    member = work.members.get(thread.community, thread.member)
    key = f"thread:{thread.member}:{occasion}"
    opening = in_thread(tools, member, thread_home(work, member), Act.OPEN_THREAD, "thread_title", key)
    work.outbox.add([replace(opening, lane=f"mend:{thread.member}")])


def thread_home(work: UnitOfWork, member: Member) -> str:
    """Name the platform of a member's growth thread: where it is, else where it is to be.

    That is their own home, unless the community isn't there: then it is another platform that they are on.
    """
    there = work.growth.thread_platform(member.community, member.id)
    if there:
        return there
    present = [each.platform for each in work.communities.own_places(member.community) if not each.is_away]
    if member.home in present:
        return member.home
    accounts = work.members.accounts_of(member.community, member.id)
    return next((each.platform for each in accounts if each.platform in present), member.home)


def _home_lost(work: UnitOfWork, tools: Tools, place: Place) -> None:
    work.communities.remove_place(place)
    key = f"homes:{place.platform}:{place.id}"
    work.outbox.add([preparing(tools, place.community, place.platform, key)])
    refs = {"home": place.kind.value, PLATFORM: place.platform}
    tell_moderators(work, tools, place.community, "home_lost", f"home_lost:{place.id}", **refs)


def _room_lost(work: UnitOfWork, tools: Tools, place: Place) -> None:
    room = work.rooms.find_at(place.community, place.id, lock=True)
    if room is None:
        return
    pairing = work.pairings.get(place.community, room.pairing)
    again = room.state in IN_USE and pairing.state in TAKES_CAPACITY
    left = room.without(place.id)
    if again:
        left = replace(left, state=RoomState.OPENING, delete_at=None)
    elif not left.places:
        left = replace(left, state=RoomState.DELETED, delete_at=None)
    work.rooms.save(left)
    work.relays.forget(place.community, place.id)
    work.communities.remove_place(place)
    if again:
        open_room(work, tools, left, place.id)
        for member in (each for each in (pairing.mentor, pairing.mentee) if each in room.places.keys() - left.places):
            key = f"room_lost:{place.id}:{member}"
            tell(work, tools, place.community, member, "room_lost", key, pairing=pairing.id)


def _thread_lost(work: UnitOfWork, tools: Tools, place: Place) -> None:
    thread = work.growth.find_thread_at(place.community, place.id)
    if thread is None:
        work.growth.leave_place(place.community, place.id)
        work.communities.remove_place(place)
        return
    member = work.members.get(place.community, thread.member)
    if member.visibility is Visibility.PRIVATE:  # who learns in public again begins another with the next entry
        work.growth.remove_thread(thread)
        work.communities.remove_place(place)
        return
    work.growth.save_thread(replace(thread, place=None))
    work.communities.remove_place(place)
    if member.state is MemberState.ACTIVE:
        open_thread(work, tools, thread, place.id)
        tell(work, tools, place.community, thread.member, "thread_lost", f"thread_lost:{place.id}")


def _room_opened(work: UnitOfWork, tools: Tools, effect: Effect, done: Done) -> None:
    """Give those their places who had none: one for all of them, or each their own."""
    room = _room_of(work, effect)
    if room is None:
        return
    new = _newcomers(work, room, effect.platform)
    if not new:
        return
    accounts = work.members.accounts(effect.community, new, effect.platform)
    external_ids = {each: done.rooms.get(accounts.get(each, ""), done.external_id) for each in new}
    kept = {each: _kept(work, tools, effect, PlaceKind.ROOM, each) for each in dict.fromkeys(external_ids.values())}
    pairing = work.pairings.get(room.community, room.pairing)
    seats = {member: kept[external_id] for member, external_id in external_ids.items()}
    room = room.seated(seats, (pairing.mentor, pairing.mentee))
    work.rooms.save(room)
    work.outbox.hasten(effect.community, f"room:{room.pairing}")  # whatever waited for it
    if pairing.state not in TAKES_CAPACITY:  # it ended meanwhile
        key = f"archive:{room.pairing}:{seats[new[0]]}"
        work.outbox.add(said_in_room(work, tools, room, Act.ARCHIVE_ROOM, "", key))


def _newcomers(work: UnitOfWork, room: Room, platform: str) -> tuple[MemberId, ...]:
    """List those of a pair who are at home on a platform and have no place in their room."""
    pairing = work.pairings.get(room.community, room.pairing)
    members = work.members.many(room.community, (pairing.mentor, pairing.mentee))
    pair = (members[each] for each in (pairing.mentor, pairing.mentee))
    return tuple(each.id for each in pair if each.id not in room.places and each.home == platform)


def _room_archived(work: UnitOfWork, tools: Tools, effect: Effect) -> None:
    room, programme = _room_of(work, effect), work.programmes.current(effect.community)
    if room is not None and room.state is not RoomState.DELETED:
        days = programme.keep_rooms_days if programme else KEEP_ROOMS_DAYS
        delete_at = tools.clock.now() + timedelta(days=days)
        work.rooms.save(replace(room, state=RoomState.ARCHIVED, delete_at=delete_at))


def _room_deleted(work: UnitOfWork, effect: Effect) -> None:
    room = _room_of(work, effect)
    if room is None or not room.places:
        return
    side = MemberId(effect.refs["side"]) if "side" in effect.refs else room.sides[0]
    place = room.places.get(side)
    if place is None:
        return
    left = room.without(place)
    work.rooms.save(left if left.places else replace(left, state=RoomState.DELETED, delete_at=None))
    work.relays.forget(effect.community, place)
    work.communities.remove_place(work.communities.get_place(effect.community, place))


def _thread_opened(work: UnitOfWork, tools: Tools, effect: Effect, external_id: str) -> None:
    thread = work.growth.find_thread(effect.community, MemberId(effect.refs["thread"]))
    if thread is not None and thread.place is None:
        place = _kept(work, tools, effect, PlaceKind.THREAD, external_id)
        work.growth.save_thread(replace(thread, place=place))
        work.outbox.hasten(effect.community, f"thread:{thread.member}")  # whatever waited for it


def _room_of(work: UnitOfWork, effect: Effect) -> Room | None:
    return work.rooms.find(effect.community, PairingId(effect.refs["room"]), lock=True)


def _kept(work: UnitOfWork, tools: Tools, effect: Effect, kind: PlaceKind, external_id: str) -> PlaceId:
    called = work.communities.places_called(effect.community, effect.platform, external_id)
    known = next((place for place in called if place.kind is kind), None)
    if known is not None:
        return known.id
    place = PlaceId(tools.ids.new())
    work.communities.add_place(Place(place, effect.community, effect.platform, kind, external_id))
    return place
