"""From an effect to what a surface is asked to do: words made now, in the recipient's language, for its own ids."""

from collections.abc import Iterable, Mapping, Sequence

from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.specs import Feature
from bot.core.dialogue.talk import Talk
from bot.core.domain.communities import Community
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import CommunityId, MemberId, PairingId, PlaceId
from bot.core.domain.members import Member, MemberState
from bot.core.effects import (
    Act,
    ArchiveRoom,
    Delivery,
    Effect,
    LeasedEffect,
    Moot,
    OpenRoom,
    OpenThread,
    RemoveMessage,
    SendMessage,
    Target,
    ToAccount,
    ToPlace,
)
from bot.core.ports import Tools, UnitOfWork
from bot.core.ui.tokens import Signer
from bot.core.ui.views import View
from bot.core.usecases.access import Actor


class Notices:
    """Renders leased effects, a batch in one hop."""

    def __init__(self, features: Iterable[Feature], catalogue: Catalogue, signer: Signer, tools: Tools) -> None:
        self.specs = {spec.name: spec for feature in features for spec in feature.notices}
        self._catalogue, self._signer, self._tools = catalogue, signer, tools

    def render(self, work: UnitOfWork, leased: Sequence[LeasedEffect]) -> Mapping[int, Delivery | Moot]:
        """Say what each effect asks of its platform; recipients are read in one query a community."""
        people = _People(work, [each.effect for each in leased])
        return {each.number: self._render(work, people, each.effect) for each in leased}

    def _render(self, work: UnitOfWork, people: "_People", effect: Effect) -> Delivery | Moot:
        try:
            return self._deliver(work, people, effect)
        except NotFound:
            return Moot("gone")

    def _deliver(self, work: UnitOfWork, people: "_People", effect: Effect) -> Delivery | Moot:
        match effect.act:
            case Act.TELL:
                return self._tell(work, people, effect)
            case Act.POST | Act.PIN | Act.EDIT:
                return self._post(work, people, effect)
            case Act.REMOVE:
                return self._remove(work, effect)
            case Act.OPEN_ROOM:
                return self._open_room(work, people, effect)
            case Act.ARCHIVE_ROOM:
                return ArchiveRoom(_room_place(work, effect).place)
            case Act.OPEN_THREAD:
                return self._open_thread(work, people, effect)

    def _tell(self, work: UnitOfWork, people: "_People", effect: Effect) -> Delivery | Moot:
        member = people.member(effect, MemberId(effect.refs["to"]))
        if member.state is MemberState.LEFT:
            return Moot("left")
        view = self._view(work, people, effect, member)
        return SendMessage(ToAccount(people.account(effect, member.id)), view) if view else Moot("moot")

    def _post(self, work: UnitOfWork, people: "_People", effect: Effect) -> Delivery | Moot:
        target = _place_of(work, effect)
        view = self._view(work, people, effect, None)
        if view is None:
            return Moot("moot")
        replaces = ""
        if effect.act is Act.EDIT:
            replaces = work.outbox.external_id(effect.community, effect.refs["original"]) or ""
        return SendMessage(target, view, pin=effect.act is Act.PIN, replaces=replaces)

    def _remove(self, work: UnitOfWork, effect: Effect) -> Delivery | Moot:
        message = work.outbox.external_id(effect.community, effect.refs["original"])
        return RemoveMessage(_place_of(work, effect), message) if message else Moot("never said")

    def _open_room(self, work: UnitOfWork, people: "_People", effect: Effect) -> Delivery:
        pairing = work.pairings.get(effect.community, PairingId(effect.refs["room"]))
        pair = (pairing.mentor, pairing.mentee)
        accounts = work.members.accounts(effect.community, pair, effect.platform)
        names = work.members.many(effect.community, pair)
        community = people.community(effect)
        say = self._catalogue.voice(community.language, community.zone)
        title = say("room-title", mentor=names[pairing.mentor].name, mentee=names[pairing.mentee].name)
        return OpenRoom(people.own_place(effect), title, tuple(accounts[each] for each in pair))

    def _open_thread(self, work: UnitOfWork, people: "_People", effect: Effect) -> Delivery:
        member = work.members.get(effect.community, MemberId(effect.refs["thread"]))
        community = people.community(effect)
        say = self._catalogue.voice(community.language, community.zone)
        account = work.members.accounts(effect.community, [member.id], effect.platform)[member.id]
        return OpenThread(people.own_place(effect), say("thread-title", name=member.name), account)

    def _view(self, work: UnitOfWork, people: "_People", effect: Effect, member: Member | None) -> View | None:
        community = people.community(effect)
        say = self._catalogue.voice(
            member.language if member else community.language, member.zone if member else community.zone
        )
        talk = Talk(work, self._tools, community, Actor(community.id, member), say, self._signer)
        return self.specs[effect.notice].view(talk, effect)


class _People:
    """The members, accounts and communities that a batch of effects is for, read once."""

    def __init__(self, work: UnitOfWork, effects: Sequence[Effect]) -> None:
        self._work = work
        self._communities: dict[CommunityId, Community] = {}
        self._members: dict[tuple[CommunityId, MemberId], Member] = {}
        self._accounts: dict[tuple[CommunityId, str, MemberId], str] = {}
        for community in {effect.community for effect in effects}:
            told = [each for each in effects if each.community == community and "to" in each.refs]
            self._read(work, community, told)

    def community(self, effect: Effect) -> Community:
        if effect.community not in self._communities:
            self._communities[effect.community] = self._work.communities.get(effect.community)
        return self._communities[effect.community]

    def member(self, effect: Effect, member: MemberId) -> Member:
        found = self._members.get((effect.community, member))
        if found is None:
            raise NotFound
        return found

    def account(self, effect: Effect, member: MemberId) -> str:
        found = self._accounts.get((effect.community, effect.platform, member))
        if found is None:
            raise NotFound
        return found

    def own_place(self, effect: Effect) -> str:
        place = self._work.communities.own_place(effect.community, effect.platform)
        if place is None:
            raise NotFound
        return place.external_id

    def _read(self, work: UnitOfWork, community: CommunityId, told: Sequence[Effect]) -> None:
        ids = {MemberId(effect.refs["to"]) for effect in told}
        if not ids:
            return
        for member, value in work.members.many(community, ids).items():
            self._members[(community, member)] = value
        for platform in {effect.platform for effect in told}:
            for member, account in work.members.accounts(community, ids, platform).items():
                self._accounts[(community, platform, member)] = account


def _place_of(work: UnitOfWork, effect: Effect) -> Target:
    return _room_place(work, effect) if "room" in effect.refs else _thread_place(work, effect)


def _room_place(work: UnitOfWork, effect: Effect) -> ToPlace:
    room = work.pairings.find_room(effect.community, PairingId(effect.refs["room"]))
    return _place(work, effect, room.place if room else None)


def _thread_place(work: UnitOfWork, effect: Effect) -> ToPlace:
    thread = work.growth.find_thread(effect.community, MemberId(effect.refs["thread"]))
    return _place(work, effect, thread.place if thread else None)


def _place(work: UnitOfWork, effect: Effect, place: PlaceId | None) -> ToPlace:
    if place is None:
        raise NotFound
    return ToPlace(work.communities.get_place(effect.community, place).external_id)
