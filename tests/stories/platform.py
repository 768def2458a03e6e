"""A chat platform made for stories: places, who sees what in them, and keys that are carried out once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import count
from typing import assert_never

from bot.core.domain.communities import PlaceKind
from bot.core.effects import (
    AdmitToRoom,
    ArchiveRoom,
    DeleteRoom,
    Delivery,
    Done,
    Gone,
    Lacking,
    OpenRoom,
    OpenThread,
    Outcome,
    PrepareHomes,
    ReactToMessage,
    RelayMessage,
    RemoveMessage,
    SendMessage,
    Target,
    ToAccount,
    Unreachable,
)
from bot.core.ui.limits import words
from bot.core.ui.speech import Attachment
from bot.core.ui.views import View

BOT = ""
COMMUNITY = "harbour"


@dataclass
class Place:
    """Somewhere to talk; `readers` None is everybody."""

    id: str
    title: str
    readers: frozenset[str] | None
    archived: bool = False


@dataclass
class Message:
    """What stands in a place; `only_for` is the one account that sees it, if only one does."""

    id: str
    place: str
    author: str
    content: View | str
    only_for: str = ""
    pinned: bool = False
    mentions: tuple[str, ...] = ()
    reply_to: str = ""
    attachments: tuple[Attachment, ...] = ()
    reactions: tuple[str, ...] = ()
    """What the platform's bot reacts to it with."""

    @property
    def text(self) -> str:
        """Everything that can be read in it, buttons included."""
        return self.content if isinstance(self.content, str) else text_of(self.content)


class Rooms(Enum):
    """What a platform makes of a room for several accounts."""

    TOGETHER = "together"
    APART = "apart"
    """A place for each of them."""
    SHARED = "shared"
    """For each of them a part of their conversation with the bot, which all their rooms share."""


@dataclass
class FakePlatform:
    """A `Surface` that remembers what everybody sees."""

    platform: str = "fake"
    places: dict[str, Place] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)
    """Accounts that can't be written to in private."""
    down: bool = False
    unheard: tuple[type[Delivery], ...] = ()
    """What is carried out without the answer arriving."""
    rooms: Rooms = Rooms.TOGETHER
    lacks: set[str] = field(default_factory=set)
    """What the program isn't allowed to do here, in the platform's words."""
    _done: dict[str, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    async def deliver(self, delivery: Delivery, key: str, *, again: bool = False, doubtful: bool = False) -> Outcome:
        """Carry one out, once per key."""
        if self.down:
            raise ConnectionError("the platform is away")
        if key in self._done:
            return Done(self._done[key])
        outcome = self._carry_out(delivery)
        if isinstance(outcome, Done):
            self._done[key] = outcome.external_id
        if isinstance(delivery, self.unheard):
            raise ConnectionError("the answer was lost")
        return outcome

    def direct(self, account: str) -> str:
        """Name the private conversation of an account with the bot, making it where there is none."""
        place = f"direct-{account}"
        self.places.setdefault(place, Place(place, place, frozenset({account})))
        return place

    def post(self, message: Message) -> Message:
        """Put a message where it belongs."""
        message.id = f"m{next(self._numbers)}"
        self.messages.append(message)
        return message

    def seen_by(self, account: str) -> list[Message]:
        """List what an account can see, the oldest first."""
        return [each for each in self.messages if self.may_see(account, each)]

    def may_see(self, account: str, message: Message) -> bool:
        """Tell whether an account sees a message."""
        readers = self.places[message.place].readers
        return (
            account not in self.gone and (readers is None or account in readers) and (message.only_for in {"", account})
        )

    def rooms_of(self, account: str) -> list[Place]:
        """List the rooms that an account is in."""
        return [
            each
            for each in self.places.values()
            if each.id.startswith("room-") and each.readers and account in each.readers
        ]

    def _carry_out(self, delivery: Delivery) -> Outcome:  # noqa: C901, PLR0911  one arm a kind of delivery
        match delivery:
            case SendMessage():
                return self._send(delivery)
            case RelayMessage():
                return self._relay(delivery)
            case ReactToMessage():
                return self._react(delivery)
            case RemoveMessage():
                self.messages = [each for each in self.messages if each.id != delivery.message]
                return Done(delivery.message)
            case OpenRoom():
                return self._open_room(delivery)
            case OpenThread():
                return self._open("thread", delivery.title, None)
            case ArchiveRoom():
                self.places[delivery.place].archived = True
                return Done(delivery.place)
            case AdmitToRoom():
                self.places[delivery.place].readers = frozenset((*delivery.accounts, *delivery.readers))
                return Done(delivery.place)
            case DeleteRoom():
                self.places.pop(delivery.place, None)
                self.messages = [each for each in self.messages if each.place != delivery.place]
                return Done(delivery.place)
            case PrepareHomes():
                return self._prepare(delivery)
            case _:
                assert_never(delivery)

    def _prepare(self, delivery: PrepareHomes) -> Outcome:
        if self.lacks:
            return Lacking(tuple(sorted(self.lacks)))
        places = {
            kind: self._known_or_new(kind, delivery.known.get(kind, ""), title)
            for kind, title in delivery.titles.items()
        }
        return Done("", places)

    def _known_or_new(self, kind: PlaceKind, known: str, title: str) -> str:
        if known in self.places:
            return known
        named = next((each.id for each in self.places.values() if each.title == title), None)
        if named is None:
            named = f"{kind.value}-{next(self._numbers)}"
            self.places[named] = Place(named, title, readers=None)
        return named

    def _send(self, sending: SendMessage) -> Outcome:
        if isinstance(sending.target, ToAccount) and sending.target.account in self.gone:
            return Unreachable("left")
        if isinstance(sending.target, ToAccount) and sending.target.account in self.closed:
            return Unreachable("closed")
        place = self._place(sending.target)
        if place not in self.places:
            return Gone(place)
        known = next((each for each in self.messages if each.id == sending.replaces), None)
        if known is not None:
            known.content = sending.view
        if sending.replaces:
            return Done(sending.replaces)  # what somebody took away stays away
        return Done(self.post(Message("", place, BOT, sending.view, pinned=sending.pin, mentions=sending.mentions)).id)

    def _relay(self, relayed: RelayMessage) -> Outcome:
        """Say it under the name of who said it, or say it anew where it still stands."""
        place, speech = relayed.target.place, relayed.speech
        if place not in self.places:
            return Gone(place)
        if not (self.places[place].readers or {""}) - self.closed:
            return Unreachable("closed")
        text = f"{relayed.author}: {speech.text}"
        known = next((each for each in self.messages if each.id == relayed.replaces), None)
        if known is not None:
            known.content, known.attachments = text, speech.attachments
        if relayed.replaces:
            return Done(relayed.replaces)
        said = Message("", place, BOT, text, reply_to=relayed.reply_to, attachments=speech.attachments)
        return Done(self.post(said).id)

    def _react(self, reaction: ReactToMessage) -> Outcome:
        for each in self.messages:
            if each.id == reaction.message:
                each.reactions = reaction.emojis
        return Done(reaction.message)

    def _place(self, target: Target) -> str:
        return self.direct(target.account) if isinstance(target, ToAccount) else target.place

    def _open_room(self, opening: OpenRoom) -> Outcome:
        if self.rooms is Rooms.TOGETHER:
            return self._open("room", opening.title, frozenset((*opening.accounts, *opening.readers)))
        places = {}
        for account in opening.accounts:
            number = next(self._numbers)
            place = f"{self.direct(account)}#{number}" if self.rooms is Rooms.SHARED else f"room-{number}"
            self.places[place] = Place(place, opening.title, frozenset({account}))
            places[account] = place
        return Done(next(iter(places.values())), rooms=places)

    def _open(self, kind: str, title: str, readers: frozenset[str] | None) -> Outcome:
        place = Place(f"{kind}-{next(self._numbers)}", title, readers)
        self.places[place.id] = place
        return Done(place.id)


def text_of(view: View) -> str:
    """Write everything that can be read in a view, buttons included."""
    lines = [view.title]
    lines += [line for block in view.blocks for line in words(block)]
    lines += view.footnotes
    lines += [f"[{action.label}]" for action in view.actions]
    lines += [f"[{each.label}]" for each in view.suggestions]
    return "\n".join(lines)
