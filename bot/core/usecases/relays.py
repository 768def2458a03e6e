"""Carrying what one of a pair says in their place of the room to the place of the other, and what becomes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.domain.errors import NotFound, RoomClosed
from bot.core.domain.ids import MemberId, PairingId
from bot.core.domain.pairings import TAKES_CAPACITY
from bot.core.domain.relays import Copy
from bot.core.domain.rooms import IN_USE, Room
from bot.core.effects import Act, Effect
from bot.core.ports import Seat, Tools, UnitOfWork
from bot.core.ui.speech import Speech, written
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.rooms import beside, said_in_room
from bot.core.usecases.telling import in_room

RELAYS = frozenset({Act.RELAY, Act.RELAY_REMOVAL, Act.RELAY_REACTION})


@dataclass(frozen=True)
class Said:
    """Something said at a seat; `update`, `message` and `reply_to` are the platform's own ids."""

    seat: Seat
    platform: str
    update: str
    message: str
    reply_to: str = ""


def carry(work: UnitOfWork, tools: Tools, actor: Actor, said: Said, speech: Speech) -> bool:
    """Have what was said at a seat said beside the other of the pair; return False where they see it as it is.

    Raises:
        NotAllowed: it isn't the actor's seat.
        RoomClosed: the pairing is over, or the other has no place yet.
    """
    seat = said.seat
    room = _room_of(work, actor, seat)
    if not room.is_carried:
        return False
    utterance = tools.ids.new()
    answered = work.relays.find(seat.community, seat.place, said.reply_to) if said.reply_to else None
    work.relays.add(
        Copy(seat.community, seat.place, said.message, seat.pairing, utterance, seat.member, is_original=True)
    )
    refs = {"reply": answered.utterance} if answered else {}
    work.outbox.add(_relaying(work, tools, room, said, Act.RELAY, speech, utterance, refs))
    work.commit()
    return True


def carry_change(work: UnitOfWork, tools: Tools, actor: Actor, said: Said, speech: Speech) -> None:
    """Have what was said said anew, in every place, as its author has changed it."""
    room, copy = _room_of(work, actor, said.seat), _copy_of(work, said)
    if copy is None or not copy.is_original or copy.author != said.seat.member:
        return
    work.outbox.add(_relaying(work, tools, room, said, Act.RELAY, speech, copy.utterance, {"change": said.update}))
    work.commit()


def carry_removal(work: UnitOfWork, tools: Tools, actor: Actor, said: Said) -> bool:
    """Take back what its author had said, in every place; return whether it was theirs to take back."""
    authorise(actor, carry)
    room, copy = work.rooms.find(said.seat.community, said.seat.pairing), _copy_of(work, said)
    if room is None or copy is None or not copy.is_original or copy.author != said.seat.member:
        return False
    work.outbox.add(
        _relaying(work, tools, room, said, Act.RELAY_REMOVAL, Speech(""), copy.utterance, {"change": said.update})
    )
    work.commit()
    return True


def carry_reaction(work: UnitOfWork, tools: Tools, actor: Actor, said: Said, emojis: Sequence[str]) -> None:
    """Show beside the other what somebody reacts to a message with."""
    room, copy = _room_of(work, actor, said.seat), _copy_of(work, said)
    if copy is None:
        return
    refs = {"change": said.update, "emojis": " ".join(emojis)}
    work.outbox.add(_relaying(work, tools, room, said, Act.RELAY_REACTION, Speech(""), copy.utterance, refs))
    work.commit()


def seats_of(work: UnitOfWork, actor: Actor, platform: str, account: str) -> Sequence[Seat]:
    """List the rooms in which an account can talk, over all its communities."""
    authorise(actor, seats_of)
    return work.rooms.seats(platform, account)


def talk_in_room(work: UnitOfWork, tools: Tools, actor: Actor, platform: str, account: str, pairing: PairingId) -> Seat:
    """Have an account talk in one of its rooms from now on, where several share one conversation."""
    authorise(actor, talk_in_room)
    for seat in work.rooms.seats(platform, account):
        if seat.pairing == pairing and seat.community == actor.community:
            work.relays.talk_in(platform, account, seat.community, pairing)
            work.commit()
            return seat
    raise NotFound


def take_in_copy(work: UnitOfWork, effect: Effect, message: str) -> None:
    """Keep which message says beside the other what was carried, as part of a unit of work that records it."""
    if effect.act is not Act.RELAY or "change" in effect.refs:
        return
    room, side = work.rooms.find(effect.community, PairingId(effect.refs["room"])), MemberId(effect.refs["side"])
    if room is None or side not in room.places:
        return
    pairing, author = PairingId(effect.refs["room"]), MemberId(effect.refs["by"])
    place, utterance = room.places[side], effect.refs["utterance"]
    for each in dict.fromkeys((message, *message.split(","))):  # long words are several messages
        work.relays.add(Copy(effect.community, place, each, pairing, utterance, author, is_original=False))
    account = work.members.accounts(effect.community, [side], effect.platform).get(side)
    if account is not None:  # plain words in a conversation of several rooms are for whom they have just heard of
        work.relays.talk_no_more(effect.platform, account, pairing)


def tell_not_carried(work: UnitOfWork, tools: Tools, effect: Effect, *, doubtful: bool, reason: str) -> None:
    """Tell whoever said something that it didn't arrive, or may not have, as part of a unit of work that records it."""
    if effect.act is not Act.RELAY:
        return
    room, author = work.rooms.find(effect.community, PairingId(effect.refs["room"])), MemberId(effect.refs["by"])
    side = room.side_of(author) if room is not None else None
    if room is None or side is None:
        return
    platform = work.communities.get_place(effect.community, room.places[author]).platform
    key = f"not_carried:{effect.key}"
    refs = {"message": effect.refs["message"], "doubtful": "yes" if doubtful else "", "why": reason}
    whole = in_room(tools, effect.community, platform, room.pairing, Act.POST, "not_carried", key, **refs)
    work.outbox.add([beside(whole, side, platform)])


def spread(work: UnitOfWork, tools: Tools, effect: Effect, sides: Sequence[MemberId]) -> None:
    """Put in an effect's place one for each place of its room, as part of a unit of work that lets it go."""
    room = work.rooms.find(effect.community, PairingId(effect.refs["room"]))
    if room is None:
        return
    places = work.communities.places(effect.community, room.places.values())
    seated = [each for each in sides if each in room.places]
    work.outbox.add([beside(effect, each, places[room.places[each]].platform) for each in seated])


def _room_of(work: UnitOfWork, actor: Actor, seat: Seat) -> Room:
    """Find the room of an actor's own seat, with somebody to hear."""
    authorise(actor, carry, work.pairings.get(seat.community, seat.pairing))
    room, pairing = work.rooms.find(seat.community, seat.pairing), work.pairings.get(seat.community, seat.pairing)
    if room is None or room.state not in IN_USE or pairing.state not in TAKES_CAPACITY:
        raise RoomClosed
    if pairing.mentor not in room.places or pairing.mentee not in room.places:
        raise RoomClosed
    return room


def _copy_of(work: UnitOfWork, said: Said) -> Copy | None:
    return work.relays.find(said.seat.community, said.seat.place, said.message)


def _relaying(  # noqa: PLR0913, PLR0917  what is carried, from where, and how
    work: UnitOfWork,
    tools: Tools,
    room: Room,
    said: Said,
    act: Act,
    speech: Speech,
    utterance: str,
    refs: dict[str, str],
) -> list[Effect]:
    """Make an effect for each place but the one where it was said."""
    seat, change = said.seat, f":{refs['change']}" if "change" in refs else ""
    source = {"from": said.platform, "from_place": seat.external_id, "message": said.message}
    about = {"utterance": utterance, "by": seat.member, **source, **refs}
    effects = said_in_room(work, tools, room, act, "", f"{act.value}:{utterance}{change}", **about)
    own = room.side_of(seat.member)
    return [replace(each, words=written(speech)) for each in effects if each.refs.get("side") not in {None, own}]
