"""Where a batch of effects is to go: the platform's ids of the people, the places and the communities they are for."""

from collections.abc import Mapping, Sequence

from bot.core.domain.communities import Community, Place, PlaceKind
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import CommunityId, MemberId, PairingId, PlaceId
from bot.core.domain.members import Member, Role
from bot.core.domain.pairings import TAKES_CAPACITY, Pairing
from bot.core.domain.rooms import IN_USE, RoomState
from bot.core.effects import Effect, ToAccount, ToPlace
from bot.core.ports import UnitOfWork


class Unmade(Exception):
    """The place is being made: there is something to say, but nowhere yet."""


class Addresses:
    """The members, accounts and communities that a batch of effects is for, read once."""

    def __init__(self, work: UnitOfWork, effects: Sequence[Effect]) -> None:
        self._work = work
        self._communities: dict[CommunityId, Community] = {}
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
        room = self._work.pairings.find_room(member.community, pairing.id) if pairing else None
        if room is None or room.place is None or room.state is not RoomState.OPEN:
            return ""
        place = self._work.communities.get_place(member.community, room.place)
        return place.external_id if place.platform == effect.platform else ""

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
        """Find where it is said: a home, a room or a thread; raise `Unmade` while that is being made."""
        if "at" in effect.refs:
            return ToPlace(self._external_id(effect, PlaceId(effect.refs["at"])))
        if "home" in effect.refs:
            place = self.homes(effect).get(PlaceKind(effect.refs["home"]))
            if place is None:
                raise NotFound
            return ToPlace(place)
        place_id = self._room_place(effect) if "room" in effect.refs else self._thread_place(effect)
        return ToPlace(self._external_id(effect, place_id))

    def room_as_made(self, effect: Effect) -> str:
        """Find the room that it changes, or raise `NotFound`: there is nothing to change before it is made."""
        room = self._work.pairings.find_room(effect.community, PairingId(effect.refs["room"]))
        if room is None or room.place is None:
            raise NotFound
        return self._external_id(effect, room.place)

    def in_room(self, effect: Effect, pairing: Pairing) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Find the accounts of the pair, and of those who may read along where the programme says so."""
        pair = (pairing.mentor, pairing.mentee)
        accounts = self._work.members.accounts(effect.community, pair, effect.platform)
        programme = self._work.programmes.current(effect.community)
        inside = tuple(accounts[each] for each in pair)
        if programme is None or not programme.moderators_read:
            return inside, ()
        return inside, self.other_moderators(effect, inside)

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

    def _room_place(self, effect: Effect) -> PlaceId:
        room = self._work.pairings.find_room(effect.community, PairingId(effect.refs["room"]))
        if room is None:
            raise NotFound
        if room.place is not None:
            return room.place
        pairing = self._work.pairings.get(effect.community, room.pairing)
        raise Unmade if room.state in IN_USE and pairing.state in TAKES_CAPACITY else NotFound

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
