"""The receiving side: a platform like any other, which refuses repeated keys and remembers all it was told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.core.effects import (
    AdmitToRoom,
    ArchiveRoom,
    DeleteRoom,
    Delivery,
    Done,
    OpenRoom,
    OpenThread,
    Outcome,
    PrepareHomes,
    ReactToMessage,
    Refused,
    RelayMessage,
    RemoveMessage,
    SendMessage,
    Target,
    ToAccount,
    ToPlace,
)
from bot.core.ui.views import View
from bot.simulation.ledger import Arrival
from bot.simulation.wall import monday_at


class Homes(Protocol):
    """Knows where everybody lives."""

    def zone_of(self, account: str, at: datetime) -> str:
        """Find the zone in which an account lives at a moment."""


@dataclass(frozen=True)
class Message:
    """A message as it stands at its place."""

    at: datetime
    key: str
    target: Target
    view: View

    @property
    def topic(self) -> str:
        """What it is about, as its key (`community:topic:...`) says."""
        return self.key.split(":")[1]


class Receiver:
    """Takes deliveries in, each key once; a repeated one is answered as the first time and counted."""

    def __init__(self, homes: Homes) -> None:
        self._homes = homes
        self._answers: dict[str, str] = {}
        self._places: set[str] = set()
        self.messages: dict[str, Message] = {}
        self.by_account: dict[str, list[Message]] = {}
        self.repeats_refused = 0
        self.refusals: list[str] = []

    @property
    def places(self) -> Mapping[str, int]:
        """Count the places that were made, by kind."""
        kinds = [place.partition("-")[0] for place in self._places]
        return {kind: kinds.count(kind) for kind in set(kinds)}

    def take(self, delivery: Delivery, key: str, at: datetime) -> Outcome:
        """Carry a delivery out, or say as before what became of it."""
        if key in self._answers:
            self.repeats_refused += 1
            return Done(self._answers[key])
        outcome = self._carry_out(delivery, key, at)
        if isinstance(outcome, Done):
            self._answers[key] = outcome.external_id
        else:
            self.refusals.append(key)
        return outcome

    def arrivals(self) -> Sequence[Arrival]:
        """Tell the ledger what came in, each as its receiver's own calendar dates it."""
        return [self._arrival(message) for message in self.messages.values()]

    def told(self, account: str, topic: str) -> Sequence[Message]:
        """List what an account was told on a topic, the oldest first."""
        return [message for message in self.by_account.get(account, ()) if message.topic == topic]

    def _carry_out(self, delivery: Delivery, key: str, at: datetime) -> Outcome:  # noqa: PLR0911  one arm a kind of delivery
        match delivery:
            case SendMessage(target=ToPlace(place)) if place not in self._places:
                return Refused("no such place")
            case SendMessage():
                return self._say(Message(at, key, delivery.target, delivery.view), delivery.replaces)
            case RemoveMessage(message=message):
                self.messages.pop(message, None)
                return Done(message)
            case OpenRoom():
                return self._open("room")
            case OpenThread():
                return self._open("thread")
            case ArchiveRoom(place=place) | AdmitToRoom(place=place):
                return Done(place)
            case DeleteRoom(place=place):
                self._places.discard(place)
                return Done(place)
            case PrepareHomes(known=known):
                return Done("", known)
            case RelayMessage() | ReactToMessage():
                return Refused("one place")

    def _say(self, message: Message, replaces: str) -> Outcome:
        name = replaces or f"message-{len(self._answers)}"
        self.messages[name] = message
        if isinstance(message.target, ToAccount):
            self.by_account.setdefault(message.target.account, []).append(message)
        return Done(name)

    def _open(self, kind: str) -> Outcome:
        place = f"{kind}-{len(self._places)}"
        self._places.add(place)
        return Done(place)

    def _arrival(self, message: Message) -> Arrival:
        whom, monday = "", None
        match message.target:
            case ToAccount(account):
                whom, monday = account, monday_at(message.at, self._homes.zone_of(account, message.at))
            case ToPlace(place):
                whom = place
        return Arrival(message.at, whom, message.topic, monday, repr(replace(message.view, actions=())))
