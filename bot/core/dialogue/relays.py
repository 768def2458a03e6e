"""Talking in rooms of several places: what is carried and to whom, and what is said where it can't be."""

from collections.abc import Sequence

from bot.core.dialogue.addresses import Addresses
from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import MemberId, PairingId, PlaceId
from bot.core.domain.relays import Copy
from bot.core.effects import (
    Act,
    Delivery,
    Effect,
    Moot,
    ReactToMessage,
    RelayMessage,
    RemoveMessage,
    Source,
)
from bot.core.ports import Seat, UnitOfWork
from bot.core.ui.inbound import Origin, Reacted, Spoken, SpokenAnew, Unspoken, Where
from bot.core.ui.replies import SILENCE, Reply
from bot.core.ui.speech import read
from bot.core.ui.views import Text, Tone, View
from bot.core.usecases.relays import (
    Said,
    carry,
    carry_change,
    carry_reaction,
    carry_removal,
    seats_of,
    talk_in_room,
)

OFFERED = 20

Heard = Spoken | SpokenAnew | Unspoken | Reacted


def carried(addresses: Addresses, effect: Effect, say: Voice) -> Delivery | Moot:
    """Make what is carried into what a surface is asked to do: with that place's own messages."""
    target = addresses.target(effect)
    copies, place = addresses.copies(effect), addresses.place_beside(effect)
    own = _message(copies, place)
    match effect.act:
        case Act.RELAY_REMOVAL:
            return RemoveMessage(target, own) if own else Moot("never said")
        case Act.RELAY_REACTION:
            return ReactToMessage(target, own, tuple(effect.refs["emojis"].split())) if own else Moot("never said")
    if not effect.words:
        return Moot("its words can't be read any more")
    is_change = "change" in effect.refs
    if is_change and not own:
        return Moot("never said")
    return RelayMessage(
        target,
        addresses.author(effect).name,
        read(effect.words),
        Source(effect.refs["from"], effect.refs["from_place"], effect.refs["message"]),
        reply_to=_message(addresses.answered(effect), place),
        replaces=own if is_change else "",
        room=titled(addresses, effect, say),
        language=addresses.community(effect).language,
        community=addresses.own_place(effect),
    )


def titled(addresses: Addresses, effect: Effect, say: Voice) -> str:
    """Call a room by the two who are in it."""
    mentor, mentee = addresses.pair(effect)
    return say("room-title", mentor=mentor.name, mentee=mentee.name)


def named_seat(work: UnitOfWork, seats: Sequence[Seat], heard: Heard) -> Seat | None:
    """Find which of a person's rooms something names: by where it was said, or by what it is about."""
    origin = heard.origin
    at = next((each for each in seats if each.external_id == origin.place), None)
    if at is not None or origin.where is not Where.PRIVATE:
        return at
    about = _about(heard)
    known = (each for each in seats if about and work.relays.find(each.community, each.place, about) is not None)
    return next(known, None)


def seat_for(work: UnitOfWork, seats: Sequence[Seat], heard: Heard) -> Seat | None:
    """Find for which of a person's rooms plain words are that name none: for the only one, or by whom they talk to.

    None where that is open.
    """
    origin = heard.origin
    if not isinstance(heard, Spoken):
        return None
    if len(seats) == 1:
        return seats[0]
    if _about(heard):
        return None  # an answer to what the program said in one of the rooms: never for another one by guess
    current = work.relays.talking_in(origin.platform, origin.account)
    return next((each for each in seats if (each.community, each.pairing) == current), None)


def _about(heard: Heard) -> str:
    """Say which message something answers or is done to; empty for none."""
    return heard.reply_to if isinstance(heard, Spoken) else heard.message


def author_at(work: UnitOfWork, origin: Origin, heard: Heard) -> str:
    """Find whose message it is, where a platform doesn't tell who did something to it; empty where nobody's."""
    community = work.communities.find_by_place(origin.platform, origin.community)
    places = work.communities.places_called(community.id, origin.platform, origin.place) if community else ()
    for place in places:
        copy = work.relays.find(place.community, place.id, heard.message)
        if copy is not None and copy.is_original:
            accounts = work.members.accounts(place.community, [copy.author], origin.platform)
            return accounts.get(copy.author, "")
    return ""


def hear(talk: Talk, seat: Seat, heard: Heard) -> Reply:
    """Carry what was said at a seat; nobody is answered for what is carried as it should be."""
    origin, reply_to = heard.origin, heard.reply_to if isinstance(heard, Spoken) else ""
    said = Said(seat, origin.platform, origin.update, heard.message, reply_to)
    match heard:
        case Spoken(speech=speech):
            carry(talk.work, talk.tools, talk.actor, said, speech)
        case SpokenAnew(speech=speech):
            carry_change(talk.work, talk.tools, talk.actor, said, speech)
        case Reacted(emojis=emojis):
            carry_reaction(talk.work, talk.tools, talk.actor, said, emojis)
        case Unspoken():
            is_theirs = carry_removal(talk.work, talk.tools, talk.actor, said)
            if origin.where is Where.PRIVATE:
                return Reply(taken_back_view(talk) if is_theirs else not_yours_view(talk))
    return SILENCE


def whom_view(talk: Talk, seats: Sequence[Seat]) -> View:
    """Ask for whom words are that could be for several."""
    return View(
        title=talk.say("talk-whom"),
        blocks=(Text(talk.say("talk-whom-next")),),
        actions=tuple(
            talk.action("talk_send", each.pairing, label=talk.say("action-talk-send", name=each.other))
            for each in seats[:OFFERED]
        ),
        tone=Tone.ATTENTION,
    )


def over_view(talk: Talk, seat: Seat) -> View:
    """Say that words went nowhere, since the pairing is over."""
    return View(
        title=talk.say("talk-over", name=seat.other),
        blocks=(Text(talk.say("talk-over-next")),),
        suggestions=talk.suggest("me", "help"),
        tone=Tone.ATTENTION,
    )


def rooms_view(talk: Talk, seats: Sequence[Seat], now: PairingId | None) -> View:
    """List the rooms that one can talk in."""
    current = next((each.other for each in seats if each.pairing == now), "")
    return View(
        title=talk.say("talk-with", name=current) if current else talk.say("talk-rooms", count=len(seats)),
        blocks=(Text(talk.say("talk-rooms-next", count=len(seats))),),
        actions=tuple(
            talk.action("talk_in", each.pairing, label=talk.say("action-talk-in", name=each.other))
            for each in seats[:OFFERED]
            if each.pairing != now
        ),
        suggestions=talk.suggest("me"),
    )


def talking_view(talk: Talk, seat: Seat, *, was_sent: bool = False) -> View:
    """Say with whom one talks from now on."""
    return View(
        title=talk.say("talk-with", name=seat.other),
        blocks=(Text(talk.say("talk-sent" if was_sent else "talk-until")),),
        suggestions=talk.suggest("talk"),
        tone=Tone.GOOD,
    )


def taken_back_view(talk: Talk) -> View:
    """Say that something said is taken back beside the other, too."""
    return View(talk.say("talk-taken-back"), suggestions=talk.suggest("talk"))


def not_yours_view(talk: Talk) -> View:
    """Say that there is nothing to take back."""
    return View(talk.say("talk-not-yours"), suggestions=talk.suggest("talk"), tone=Tone.ATTENTION)


def not_carried_view(talk: Talk, name: str, *, doubtful: bool, why: str) -> View:
    """Say that something said didn't arrive, or may not have."""
    if doubtful:
        return View(
            talk.say("not-carried-doubtful", name=name),
            (Text(talk.say("not-carried-doubtful-next")),),
            suggestions=talk.suggest("me"),
            tone=Tone.ATTENTION,
        )
    return View(
        talk.say("not-carried", name=name),
        (Text(talk.say(f"not-carried-{why}", name=name)),),
        suggestions=talk.suggest("me"),
        tone=Tone.ATTENTION,
    )


def _message(copies: Sequence[Copy], place: PlaceId | None) -> str:
    """Find what a place's message is called: where it is several, the name of all of them is the longest."""
    return max((each.message for each in copies if each.place == place), key=len, default="")


def _show(talk: Talk) -> Reply:
    seats = seats_of(talk.work, talk.actor, talk.platform, talk.account)
    current = talk.work.relays.talking_in(talk.platform, talk.account)
    return Reply(rooms_view(talk, seats, current[1] if current else None))


def _talk_in(talk: Talk, ref: str) -> Reply:
    seat = talk_in_room(talk.work, talk.tools, talk.actor, talk.platform, talk.account, PairingId(ref))
    return Reply(talking_view(talk, seat))


def _send(talk: Talk, ref: str) -> Reply:
    """Carry what the question was about, and let what follows be for the same room."""
    seat = talk_in_room(talk.work, talk.tools, talk.actor, talk.platform, talk.account, PairingId(ref))
    if talk.about is None:
        return Reply(talking_view(talk, seat))
    hear(talk, seat, talk.about)
    return Reply(talking_view(talk, seat, was_sent=True))


def _tell_not_carried(talk: Talk, effect: Effect) -> View:
    pairing = talk.work.pairings.get(effect.community, PairingId(effect.refs["room"]))
    by = MemberId(effect.refs["side"])
    other = talk.work.members.get(effect.community, pairing.mentee if by == pairing.mentor else pairing.mentor)
    return not_carried_view(talk, other.name, doubtful=bool(effect.refs["doubtful"]), why=effect.refs["why"])


def _sample(talk: Talk, name: str) -> Seat:
    ids = talk.tools.ids
    return Seat(talk.community.id, PairingId(ids.new()), MemberId(ids.new()), PlaceId(ids.new()), "1", name)


def _samples(talk: Talk) -> Sequence[Seat]:
    return _sample(talk, "Ana Lima"), _sample(talk, "Ken Abe")


FEATURE = Feature(
    commands=(CommandSpec("talk", seats_of, _show),),
    actions=(ActionSpec("talk_in", talk_in_room, _talk_in), ActionSpec("talk_send", talk_in_room, _send)),
    notices=(NoticeSpec("not_carried", _tell_not_carried),),
    examples=(
        Example("command/talk", lambda talk: rooms_view(talk, _samples(talk), None)),
        Example("action/talk_in", lambda talk: talking_view(talk, _sample(talk, "Ana Lima"))),
        Example("action/talk_send", lambda talk: talking_view(talk, _sample(talk, "Ana Lima"), was_sent=True)),
        Example("action/talk_send:whom", lambda talk: whom_view(talk, _samples(talk))),
        Example("action/talk_in:over", lambda talk: over_view(talk, _sample(talk, "Ana Lima"))),
        Example("action/talk_in:taken_back", taken_back_view),
        Example("action/talk_in:not_yours", not_yours_view),
        Example(
            "notice/not_carried", lambda talk: not_carried_view(talk, "Ana Lima", doubtful=False, why="unreachable")
        ),
        Example(
            "notice/not_carried:doubtful", lambda talk: not_carried_view(talk, "Ana Lima", doubtful=True, why="unknown")
        ),
    ),
)
