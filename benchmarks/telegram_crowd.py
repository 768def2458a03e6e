"""What people do at Telegram while it is measured, and how soon they see what comes of it; runs in Telegram's process.

All is read from the calls that Telegram has had: a call is carried out half a round trip after it arrived.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import chain

from benchmarks.programme import Founded, MenteeThere
from tests.telegram.people import Person
from tests.telegram.reading import buttons_of
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.door import Asking
from tests.telegram.server.messages import Message
from tests.telegram.server.posts import Query

AFTERWARDS = 1.0
"""Seconds after the last that was awaited, in which more of them would show."""

_LOOK = 0.05
_BEGINNING = 60.0
"""Seconds that the program has to log in."""
_AT_ONCE = 8
"""People who look at their goals at the same time."""
_BUTTON = "goal_drop:"
"""A press that is answered in place, and says nothing to anybody else."""


@dataclass(frozen=True)
class Waits:
    """How long people waited, in seconds and in order, and how many waited for good."""

    seconds: Sequence[float] = ()
    lost: int = 0


@dataclass(frozen=True)
class Arrivals:
    """What came, and what Telegram said to it."""

    places: int
    """Chats where something came."""
    doubled: int
    """Messages beyond the first in a chat."""
    seconds: float
    """Between the first and the last."""
    sent: int
    """What was said meanwhile, prompts and all else; what is changed takes no place."""
    limited: int
    """Answers of 429."""
    refused: int
    """Other answers of 400 and above."""
    presses: Waits = field(default_factory=Waits)
    """To the button's answer and the message's new words, both."""
    talk: Waits = field(default_factory=Waits)

    @property
    def rate(self) -> float:
        """Messages a second."""
        return (self.sent - 1) / self.seconds if self.seconds else 0.0

    @property
    def awaited_rate(self) -> float:
        """Of what was awaited alone, a second."""
        return (self.places - 1) / self.seconds if self.seconds else 0.0


@dataclass(frozen=True)
class LookAtGoals:
    """People look at their goal, one after the other, so that there is a button to press afterwards."""

    first: int
    number: int

    async def __call__(self, server: TelegramServer, founded: Founded) -> int:
        """Do it, and return how many have a button before them."""
        await server.updates.polled()
        gate = asyncio.Semaphore(_AT_ONCE)

        async def look(mentee: MenteeThere) -> None:
            person = _person(server, mentee)
            async with gate:
                await person.sends("/goal")
                await person.until(lambda: _offered(server, mentee) is not None, "their goal")

        async with asyncio.timeout(_BEGINNING + self.number), asyncio.TaskGroup() as going:
            for mentee in _everybody(founded)[self.first : self.first + self.number]:
                going.create_task(look(mentee))
        return self.number


@dataclass(frozen=True)
class Press:
    """People press their button, at an even pace."""

    first: int
    number: int
    every: float
    """Seconds."""
    patience: float

    async def __call__(self, server: TelegramServer, founded: Founded) -> Waits:
        """Do it, and give account."""
        pressing = _Pressing(server, _everybody(founded)[self.first : self.first + self.number])
        await pressing.go(self.every, asyncio.Event())
        return await pressing.account(self.patience)


@dataclass(frozen=True)
class Talk:
    """Mentees say something in their room, and it is to arrive in their mentor's place of it."""

    number: int
    every: float
    """Seconds."""
    patience: float
    after: float = 0.0
    """Seconds before the first."""

    async def __call__(self, server: TelegramServer, founded: Founded) -> Waits:
        """Do it, and give account."""
        await server.updates.polled()
        return await self.until(server, founded, asyncio.Event())

    async def until(self, server: TelegramServer, founded: Founded, enough: asyncio.Event) -> Waits:
        """Do it until it is enough."""
        loop, before = asyncio.get_running_loop(), len(server.requests)
        people = _everybody_in_turn(founded)
        began, spoken = loop.time() + self.after, dict[str, float]()
        for number in range(self.number):
            await asyncio.sleep(max(0.0, began + number * self.every - loop.time()))
            if enough.is_set():
                break
            mentee, words = people[number % len(people)], f"About the planner, at {began:.3f}, part {number}."
            person, topic = _person(server, mentee), int(mentee.room.partition("/")[2])
            spoken[words] = loop.time()
            await person.at(person.home, person.home.topics[topic]).sends(words)

        def heard() -> dict[str, float]:
            sent = [each for each in server.requests[before:] if _is_said(each)]
            return {words: _done(server, each) for each in sent for words in spoken if _words(each).endswith(words)}

        await _settled(lambda: len(heard()), len(spoken), self.patience)
        arrived = heard()
        return Waits(sorted(arrived[each] - spoken[each] for each in arrived), len(spoken) - len(arrived))


@dataclass(frozen=True)
class Watch:
    """Waits until something was said in each of some chats, while people press buttons and talk at an even pace."""

    chats: frozenset[str]
    first: int
    number: int
    every: float
    """Seconds."""
    patience: float
    """Seconds without a message after which no more is expected."""
    talk: Talk | None = None

    async def __call__(self, server: TelegramServer, founded: Founded) -> Arrivals:
        """Do it, and give account."""
        before, enough = len(server.requests), asyncio.Event()
        pressing = _Pressing(server, _everybody(founded)[self.first : self.first + self.number])
        going = asyncio.create_task(pressing.go(self.every, enough))
        talking = asyncio.create_task(self.talk.until(server, founded, enough)) if self.talk else None
        await _settled(lambda: len(_said(server.requests[before:], self.chats)), len(self.chats), self.patience)
        enough.set()
        await going
        presses = await pressing.account(self.patience)
        talk = await talking if talking else Waits()
        await asyncio.sleep(AFTERWARDS)
        asked = server.requests[before:]
        said = _said(asked, self.chats)
        moments = [each.at for each in chain.from_iterable(said.values())]
        first, last = min(moments, default=0.0), max(moments, default=0.0)
        limited = sum(each.status == HTTPStatus.TOO_MANY_REQUESTS for each in asked)
        return Arrivals(
            places=len(said),
            doubled=len(moments) - len(said),
            seconds=last - first,
            sent=sum(first <= each.at <= last and _is_said(each) for each in asked),
            limited=limited,
            refused=sum(each.status >= HTTPStatus.BAD_REQUEST for each in asked) - limited,
            presses=presses,
            talk=talk,
        )


class _Pressing:
    """One person after another presses their button."""

    def __init__(self, server: TelegramServer, people: Sequence[MenteeThere]) -> None:
        self._server, self._people, self._before = server, people, len(server.requests)
        self._pressed: list[tuple[Query, float]] = []

    async def go(self, every: float, enough: asyncio.Event) -> None:
        """Press until it is enough."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        for number, mentee in enumerate(self._people):
            await asyncio.sleep(max(0.0, began + number * every - loop.time()))
            if enough.is_set():
                return
            found = _offered(self._server, mentee)
            if found is None:
                raise LookupError(mentee.account)
            message, data = found
            user = self._server.world.users[int(mentee.account)]
            at = loop.time()
            self._pressed.append((self._server.world.press(message, user, data, at), at))

    async def account(self, patience: float) -> Waits:
        """Say how long it took, as soon as all are answered."""
        await _settled(lambda: len(self._seen()), len(self._pressed), patience)
        seen = self._seen()
        return Waits(sorted(seen.values()), len(self._pressed) - len(seen))

    def _seen(self) -> dict[str, float]:
        asked = [each for each in self._server.requests[self._before :] if each.status == HTTPStatus.OK]
        answered = {
            str(each.arguments.text("callback_query_id")): _done(self._server, each)
            for each in asked
            if each.method == "answerCallbackQuery"
        }
        edited = {str(each.chat): _done(self._server, each) for each in asked if each.method == "editMessageText"}
        return {
            query.id: max(answered[query.id], edited[str(query.user.id)]) - at
            for query, at in self._pressed
            if query.id in answered and str(query.user.id) in edited
        }


def _everybody(founded: Founded) -> Sequence[MenteeThere]:
    return [mentee for there in founded.communities for mentee in there.mentees]


def _everybody_in_turn(founded: Founded) -> Sequence[MenteeThere]:
    """One of each forum, then the next of each: no mentor hears two of them at once."""
    return list(chain.from_iterable(zip(*(there.mentees for there in founded.communities), strict=True)))


def _person(server: TelegramServer, mentee: MenteeThere) -> Person:
    person = Person(server, server.world.users[int(mentee.account)])
    person.patience = _BEGINNING
    return person


def _offered(server: TelegramServer, mentee: MenteeThere) -> tuple[Message, str] | None:
    chat = server.world.chats[int(mentee.account)]
    for message in reversed(chat.messages.values()):
        for button in buttons_of(message):
            if str(button.get("callback_data", "")).startswith(_BUTTON):
                return message, button["callback_data"]
    return None


def _said(asked: Sequence[Asking], chats: frozenset[str]) -> Mapping[str, list[Asking]]:
    said: dict[str, list[Asking]] = {}
    for each in asked:
        if _is_said(each) and each.chat in chats:
            said.setdefault(each.chat, []).append(each)
    return said


def _is_said(asking: Asking) -> bool:
    return asking.method == "sendMessage" and asking.status == HTTPStatus.OK


def _words(asking: Asking) -> str:
    return asking.arguments.text("text") or ""


def _done(server: TelegramServer, asking: Asking) -> float:
    return asking.answered_at - server.faults.latency / 2


async def _settled(count: Callable[[], int], wanted: int, patience: float) -> None:
    """Wait until there is as much as is wanted, or for so long nothing more; what is missing stands in the account."""
    loop = asyncio.get_running_loop()
    before, since = count(), loop.time()
    while before < wanted and loop.time() - since < patience:
        await asyncio.sleep(_LOOK)
        if (now := count()) != before:
            before, since = now, loop.time()
