"""From an effect to what a surface is asked to do: words made now, in the recipient's language, for its own ids."""

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from bot.core.dialogue.addresses import Addresses, Several, Unmade
from bot.core.dialogue.catalogue import Catalogue, Voice
from bot.core.dialogue.credits import Credits, lent
from bot.core.dialogue.currents import named
from bot.core.dialogue.reaching import knock_view
from bot.core.dialogue.relays import carried, titled
from bot.core.dialogue.specs import Feature
from bot.core.dialogue.talk import Talk
from bot.core.domain.communities import HOMES, PlaceKind
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import MemberId, PairingId
from bot.core.domain.members import Member, MemberState
from bot.core.domain.pairings import TAKES_CAPACITY
from bot.core.domain.rooms import RoomState
from bot.core.effects import (
    Act,
    AdmitToRoom,
    ArchiveRoom,
    DeleteRoom,
    Delivery,
    Effect,
    Hinted,
    LeasedEffect,
    Moot,
    OpenRoom,
    OpenThread,
    Outcome,
    PrepareHomes,
    RemoveMessage,
    Retry,
    Scope,
    SendMessage,
    Spread,
    ToPlace,
    Unreachable,
)
from bot.core.ports import Tools, UnitOfWork
from bot.core.ui.tokens import Signer
from bot.core.ui.views import View
from bot.core.usecases.access import Actor
from bot.core.usecases.homes import BY
from bot.core.usecases.linking import of_today
from bot.core.usecases.reaching import KNOCK


class Notices:
    """Renders leased effects, a batch in one hop."""

    def __init__(self, features: Iterable[Feature], catalogue: Catalogue, signer: Signer, tools: Tools) -> None:
        self.specs = {spec.name: spec for feature in features for spec in feature.notices}
        self._catalogue, self._signer, self._tools = catalogue, signer, tools

    def render(self, work: UnitOfWork, leased: Sequence[LeasedEffect]) -> Mapping[int, Delivery | Outcome]:
        """Say what each effect asks of its platform; recipients are read in one query a community."""
        leased = of_today(work, leased)
        addresses = Addresses(work, [each.effect for each in leased])
        return {each.number: self._render(work, addresses, each) for each in leased}

    def _render(self, work: UnitOfWork, addresses: Addresses, leased: LeasedEffect) -> Delivery | Outcome:
        try:
            if addresses.is_away(leased.effect):
                return Moot("away")
            return self._deliver(work, addresses, leased.effect, again=leased.tries > 1)
        except NotFound:
            return Moot("gone")
        except Unmade:
            return Retry("its place is being made", scope=Scope.PLACE)
        except Several as several:
            return Spread(several.sides)

    def _deliver(  # noqa: C901, PLR0911  one arm an act
        self, work: UnitOfWork, addresses: Addresses, effect: Effect, *, again: bool
    ) -> Delivery | Outcome:
        match effect.act:
            case Act.TELL:
                return self._tell(work, addresses, effect)
            case Act.POST | Act.PIN | Act.EDIT:
                return self._post(work, addresses, effect)
            case Act.REMOVE:
                return self._remove(work, addresses, effect)
            case Act.PREPARE:
                return self._prepare(addresses, effect)
            case Act.OPEN_ROOM:
                return self._open_room(work, addresses, effect, again=again)
            case Act.ADMIT:
                return self._admit(work, addresses, effect)
            case Act.ARCHIVE_ROOM:
                return ArchiveRoom(addresses.room_as_made(effect), addresses.own_place(effect))
            case Act.DELETE_ROOM:
                return DeleteRoom(addresses.room_as_made(effect), addresses.own_place(effect))
            case Act.OPEN_THREAD:
                return self._open_thread(work, addresses, effect)
            case Act.RELAY | Act.RELAY_REMOVAL | Act.RELAY_REACTION:
                return carried(addresses, effect, self._voice(addresses, effect))
            case _:
                assert_never(effect.act)

    def _tell(self, work: UnitOfWork, addresses: Addresses, effect: Effect) -> Delivery | Outcome:
        member = addresses.member(effect, MemberId(effect.refs["to"]))
        if member.state is MemberState.LEFT:
            return Moot("left")
        talk = self._talk(work, addresses, effect, member)
        view = self._view(talk, effect)
        if view is None:
            return Moot("moot")
        if addresses.is_unreachable(effect, member.id):
            return self._tell_elsewhere(work, addresses, effect, member, view)
        if effect.notice == KNOCK:
            return Moot("they read what is for them")
        account = addresses.account(effect, member.id)
        shown = named(talk, view) if addresses.is_crowded(effect, account) else view
        return SendMessage(
            addresses.private(effect, member.id), shown, language=member.language, community=addresses.own_place(effect)
        )

    def _tell_elsewhere(
        self, work: UnitOfWork, addresses: Addresses, effect: Effect, member: Member, view: View
    ) -> Delivery | Outcome:
        """Say it in the member's room, if it may be said there; else only that there is something, in the commons."""
        room = addresses.room_of(effect, member) if self.specs[effect.notice].in_room else ""
        place = room or addresses.homes(effect).get(PlaceKind.COMMONS, "")
        if not place:
            return Unreachable("nowhere to write to")
        if not room and effect.notice != KNOCK:
            return Hinted()
        return SendMessage(
            ToPlace(place),
            view if room else knock_view(self._talk(work, addresses, effect, None)),
            mentions=(addresses.account(effect, member.id),),
            language=addresses.community(effect).language,
            community=addresses.own_place(effect),
        )

    def _post(self, work: UnitOfWork, addresses: Addresses, effect: Effect) -> Delivery | Moot:
        target = addresses.target(effect)
        view = self._view(self._talk(work, addresses, effect, None), effect)
        if view is None:
            return Moot("moot")
        replaces = ""
        if effect.act is Act.EDIT:
            replaces = work.outbox.external_id(effect.community, effect.refs["original"]) or ""
        return SendMessage(
            target,
            view,
            pin=effect.act is Act.PIN,
            replaces=replaces,
            language=addresses.community(effect).language,
            community=addresses.own_place(effect),
            room=titled(addresses, effect, self._voice(addresses, effect)) if "room" in effect.refs else "",
            reply_to=effect.refs.get("message", ""),
        )

    def _remove(self, work: UnitOfWork, addresses: Addresses, effect: Effect) -> Delivery | Moot:
        message = work.outbox.external_id(effect.community, effect.refs["original"])
        return RemoveMessage(addresses.target(effect), message) if message else Moot("never said")

    def _prepare(self, addresses: Addresses, effect: Effect) -> Delivery | Moot:
        """Ask for the homes; where nobody asked, but many waited for the same ones, the first has made them."""
        if BY not in effect.refs and set(HOMES) <= addresses.homes(effect).keys():
            return Moot("nothing to prepare")
        say = self._voice(addresses, effect)
        wished = {kind: effect.refs[kind.value] for kind in HOMES if kind.value in effect.refs}
        named = {kind: given.lstrip("#") for kind, given in wished.items() if not _is_id(given)}
        titles = {kind: named.get(kind) or say(f"home-{kind.value}") for kind in HOMES}
        return PrepareHomes(addresses.own_place(effect), titles, {**addresses.homes(effect), **wished})

    def _open_room(self, work: UnitOfWork, addresses: Addresses, effect: Effect, *, again: bool) -> Delivery | Moot:
        """Open a room, or find the one that an earlier try may have made: it is closed where its pairing is over."""
        pairing = work.pairings.get(effect.community, PairingId(effect.refs["room"]))
        room = work.rooms.find(effect.community, pairing.id)
        is_over = pairing.state not in TAKES_CAPACITY and not again
        if room is None or room.state is not RoomState.OPENING or is_over:
            return Moot("no room to open")
        title = titled(addresses, effect, self._voice(addresses, effect))
        pair, readers = addresses.newcomers(effect, pairing, room)
        if not pair:
            return Moot("no room to open")
        return OpenRoom(addresses.own_place(effect), title, pair, readers, addresses.homes(effect))

    def _admit(self, work: UnitOfWork, addresses: Addresses, effect: Effect) -> Delivery:
        pairing = work.pairings.get(effect.community, PairingId(effect.refs["room"]))
        pair, readers = addresses.in_room(effect, pairing)
        outside = addresses.other_moderators(effect, (*pair, *readers))
        return AdmitToRoom(addresses.own_place(effect), addresses.target(effect).place, pair, readers, outside)

    def _open_thread(self, work: UnitOfWork, addresses: Addresses, effect: Effect) -> Delivery | Moot:
        member = work.members.get(effect.community, MemberId(effect.refs["thread"]))
        thread = work.growth.find_thread(effect.community, member.id)
        if thread is None or thread.place is not None:
            return Moot("no thread to open")
        account = work.members.accounts(effect.community, [member.id], effect.platform)[member.id]
        title = self._voice(addresses, effect)("thread-title", name=member.name)
        return OpenThread(addresses.own_place(effect), title, account, addresses.homes(effect))

    def _voice(self, addresses: Addresses, effect: Effect) -> Voice:
        """Speak the community's language, where it is said to everybody."""
        community = addresses.community(effect)
        return self._catalogue.voice(community.language, community.zone)

    def _view(self, talk: Talk, effect: Effect) -> View | None:
        view = self.specs[effect.notice].view(talk, effect)
        return None if view is None else talk.credits_due.beneath(view)

    def _talk(self, work: UnitOfWork, addresses: Addresses, effect: Effect, member: Member | None) -> Talk:
        community = addresses.community(effect)
        say = self._catalogue.voice(
            member.language if member else community.language, member.zone if member else community.zone
        )
        due = Credits()
        tools = lent(addresses.tools(self._tools, effect), due)
        return Talk(work, tools, community, Actor(community.id, member), say, self._signer, credits_due=due)


def _is_id(given: str) -> bool:
    """Tell an id from a name: no place is made under a number."""
    return not any(sign.isalpha() for sign in given)
