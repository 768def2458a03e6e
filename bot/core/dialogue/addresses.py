"""Where a batch of effects is to go: the platform's ids of the people, the places and the communities they are for."""

from collections.abc import Mapping, Sequence

from bot.core.domain.communities import Community, Place, PlaceKind
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import CommunityId, MemberId, PairingId, PlaceId
from bot.core.domain.members import Member, Role
from bot.core.domain.pairings import TAKES_CAPACITY, Pairing
from bot.core.domain.relays import Copy
from bot.core.domain.rooms import IN_USE, Room, RoomState
from bot.core.effects import Effect, ToAccount, ToPlace
from bot.core.ports import Tools, UnitOfWork


class Unmade(Exception):
    """The place is being made: there is something to say, but nowhere yet."""


class Several(Exception):
    """It is for several places: one beside each of these members."""

    def __init__(self, sides: tuple[MemberId, ...]) -> None:
        super().__init__(sides)
        self.sides = sides


class Addresses:
    """The members, accounts and communities that a batch of effects is for, read once."""

    def __init__(self, work: UnitOfWork, effects: Sequence[Effect]) -> None:
        self._work = work
        self._communities: dict[CommunityId, Community] = {}
        self._tools: dict[CommunityId, Tools] = {}
        self._own_places: dict[tuple[CommunityId, str], Place | None] = {}
        self._members: dict[tuple[CommunityId, MemberId], Member] = {}
        self._direct: dict[tuple[CommunityId, str, MemberId], str] = {}
        self._unreachable: set[tuple[CommunityId, str, MemberId]] = set()
        self._crowded: set[tuple[str, str]] = set()
        self._accounts: dict[tuple[CommunityId, str, MemberId], str] = {}
        for community in {effect.community for effect in effects}:
            told = [each for each in effects if each.community == community and "to" in each.refs]
            self._read(community, told)

    def community(self, effect: Effect) -> Community:
        """Find the effect's community."""
        if effect.community not in self._communities:
            self._communities[effect.community] = self._work.communities.get(effect.community)
        return self._communities[effect.community]

    def tools(self, tools: Tools, effect: Effect) -> Tools:
        """Return the tools of the effect's community, whose own frameworks are read once for the batch."""
        if effect.community not in self._tools:
            self._tools[effect.community] = tools.of(self._work, effect.community)
        return self._tools[effect.community]

    def member(self, effect: Effect, member: MemberId) -> Member:
        """Find whom it tells, or raise `NotFound`."""
        found = self._members.get((effect.community, member))
        if found is None:
            raise NotFound
        return found

    def account(self, effect: Effect, member: MemberId) -> str:
        """Find the account of whom it tells, or raise `NotFound`."""
        found = self._accounts.get((effect.community, effect.platform, member))
        if found is None:
            raise NotFound
        return found

    def private(self, effect: Effect, member: MemberId) -> ToAccount:
        """Find the private conversation with whom it tells, or raise `NotFound`."""
        return ToAccount(
            self.account(effect, member), self._direct.get((effect.community, effect.platform, member), "")
        )

    def is_unreachable(self, effect: Effect, member: MemberId) -> bool:
        """Tell whether whom it tells can't be written to in private."""
        return (effect.community, effect.platform, member) in self._unreachable

    def is_crowded(self, effect: Effect, account: str) -> bool:
        """Tell whether an account is a member of several communities."""
        return (effect.platform, account) in self._crowded

    def room_of(self, effect: Effect, member: Member) -> str:
        """Find a mentee's own room, if it is open on the effect's platform: whom they mentor, it is none of theirs."""
        pairing = self._work.pairings.live_of_mentee(member.community, member.id)
        room = self._work.rooms.find(member.community, pairing.id) if pairing else None
        if room is None or room.state is not RoomState.OPEN:
            return ""
        place = self._work.communities.get_place(member.community, room.places[member.id])
        is_private = room.is_carried  # then it is in the very conversation that can't be written to
        return place.external_id if place.platform == effect.platform and not is_private else ""

    def own_place(self, effect: Effect) -> str:
        """Find what its platform calls the community; empty where the community has no place there."""
        place = self._own_place(effect)
        return place.external_id if place else ""

    def is_away(self, effect: Effect) -> bool:
        """Tell whether the program was sent away from where it is to happen."""
        place = self._own_place(effect)
        return self.community(effect).is_away or (place is not None and place.is_away)

    def homes(self, effect: Effect) -> Mapping[PlaceKind, str]:
        """Find the places in which the programme lives there, by kind."""
        found = self._work.communities.homes(effect.community, effect.platform)
        return {kind: place.external_id for kind, place in found.items()}

    def target(self, effect: Effect) -> ToPlace:
        """Find where it is said: a home, a room or a thread.

        Raises:
            Unmade: it is being made.
            Several: it is for several places of a room.
        """
        if "at" in effect.refs:
            return ToPlace(self._external_id(effect, PlaceId(effect.refs["at"])))
        if "home" in effect.refs:
            place = self.homes(effect).get(PlaceKind(effect.refs["home"]))
            if place is None:
                raise NotFound
            return ToPlace(place)
        if "room" in effect.refs:
            return ToPlace(self._room_place(effect))
        place_id = self._thread_place(effect)
        return ToPlace(self._external_id(effect, place_id))

    def room_as_made(self, effect: Effect) -> str:
        """Find the place of a room that it changes, or raise `NotFound`: there is nothing to change before it is made.

        Raises:
            Several: the room has several places.
        """
        room = self._work.rooms.find(effect.community, PairingId(effect.refs["room"]))
        if room is None or not room.places:
            raise NotFound
        return self._beside(effect, room, self._side(effect, room))

    def in_room(self, effect: Effect, pairing: Pairing) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Find the accounts of the pair that an effect's place is for, and of those who may read along there.

        One who is at home elsewhere has a place of their own, and isn't among them.
        """
        pair = self._work.members.many(effect.community, (pairing.mentor, pairing.mentee))
        here = [each for each in (pairing.mentor, pairing.mentee) if self._is_beside(effect, pairing, pair[each])]
        accounts = self._work.members.accounts(effect.community, here, effect.platform)
        programme = self._work.programmes.current(effect.community)
        inside = tuple(accounts[each] for each in here if each in accounts)
        if programme is None or not programme.moderators_read:
            return inside, ()
        return inside, self.other_moderators(effect, inside)

    def newcomers(self, effect: Effect, pairing: Pairing, room: Room) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Find the accounts of those of a pair for whom a place is to be made, and of those who may read along."""
        seated = self._work.members.accounts(effect.community, room.places, effect.platform).values()
        pair, readers = self.in_room(effect, pairing)
        return tuple(each for each in pair if each not in seated), readers

    def other_moderators(self, effect: Effect, inside: Sequence[str]) -> tuple[str, ...]:
        """Find the moderators' accounts that aren't among those who are in."""
        moderators = [each.id for each in self._work.members.with_role(effect.community, Role.MODERATOR)]
        accounts = self._work.members.accounts(effect.community, moderators, effect.platform)
        return tuple(sorted(set(accounts.values()) - set(inside)))

    def _own_place(self, effect: Effect) -> Place | None:
        key = (effect.community, effect.platform)
        if key not in self._own_places:
            self._own_places[key] = self._work.communities.own_place(*key)
        return self._own_places[key]

    def _room_place(self, effect: Effect) -> str:
        room = self._work.rooms.find(effect.community, PairingId(effect.refs["room"]))
        if room is None:
            raise NotFound
        is_there = effect.refs["side"] in room.places if "side" in effect.refs else room.state is not RoomState.OPENING
        if is_there and room.places:
            return self._beside(effect, room, self._side(effect, room))
        pairing = self._work.pairings.get(effect.community, room.pairing)
        raise Unmade if room.state in IN_USE and pairing.state in TAKES_CAPACITY else NotFound

    def _side(self, effect: Effect, room: Room) -> MemberId:
        """Find beside which member of a room it is to happen."""
        if "side" in effect.refs:
            return MemberId(effect.refs["side"])
        if room.is_carried:
            raise Several(room.sides)
        return room.sides[0]

    def _beside(self, effect: Effect, room: Room, side: MemberId) -> str:
        """Find the place in which a member is; one on another platform than the effect's is for that one to do."""
        if side not in room.places:
            raise NotFound
        place = self._work.communities.get_place(effect.community, room.places[side])
        if place.platform != effect.platform:
            raise Several((side,))
        return place.external_id

    def copies(self, effect: Effect) -> Sequence[Copy]:
        """List the messages that say what an effect carries."""
        return self._work.relays.of_utterance(effect.community, effect.refs["utterance"])

    def answered(self, effect: Effect) -> Sequence[Copy]:
        """List the messages that say what the carried one answers, if it answers one."""
        reply = effect.refs.get("reply")
        return self._work.relays.of_utterance(effect.community, reply) if reply else ()

    def place_beside(self, effect: Effect) -> PlaceId | None:
        """Find the place that an effect is for in its room."""
        room = self._work.rooms.find(effect.community, PairingId(effect.refs["room"]))
        return room.places.get(MemberId(effect.refs["side"])) if room else None

    def author(self, effect: Effect) -> Member:
        """Find who said what an effect carries."""
        return self._work.members.get(effect.community, MemberId(effect.refs["by"]))

    def pair(self, effect: Effect) -> tuple[Member, Member]:
        """Find the mentor and the mentee of an effect's room."""
        pairing = self._work.pairings.get(effect.community, PairingId(effect.refs["room"]))
        found = self._work.members.many(effect.community, (pairing.mentor, pairing.mentee))
        return found[pairing.mentor], found[pairing.mentee]

    def _is_beside(self, effect: Effect, pairing: Pairing, member: Member) -> bool:
        room = self._work.rooms.find(effect.community, pairing.id)
        if room is None or member.id not in room.places:
            return member.home == effect.platform
        side = effect.refs.get("side")
        return side is None or room.places[member.id] == room.places.get(MemberId(side))

    def _thread_place(self, effect: Effect) -> PlaceId:
        thread = self._work.growth.find_thread(effect.community, MemberId(effect.refs["thread"]))
        if thread is None:
            raise NotFound
        if thread.place is None:
            raise Unmade
        return thread.place

    def _external_id(self, effect: Effect, place: PlaceId) -> str:
        return self._work.communities.get_place(effect.community, place).external_id

    def _read(self, community: CommunityId, told: Sequence[Effect]) -> None:
        ids = {MemberId(effect.refs["to"]) for effect in told}
        if not ids:
            return
        for member, value in self._work.members.many(community, ids).items():
            self._members[(community, member)] = value
        for platform in {effect.platform for effect in told}:
            accounts = self._work.members.accounts(community, ids, platform)
            self._accounts |= {(community, platform, member): account for member, account in accounts.items()}
            direct = self._work.members.direct_places(community, ids, platform)
            self._direct |= {(community, platform, member): place for member, place in direct.items()}
            lost = self._work.members.unreachable(community, ids, platform)
            self._unreachable |= {(community, platform, member) for member in lost}
            crowded = self._work.currents.crowded(platform, accounts.values())
            self._crowded |= {(platform, account) for account in crowded}
