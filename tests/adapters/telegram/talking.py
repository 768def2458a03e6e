"""A conversation that says what a test has it say, and Menteo at the tests' Telegram with it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypeVar

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyParameters
from telegram.error import BadRequest, InvalidToken, RetryAfter

from bot.adapters.telegram.answering import Immutable, Later
from bot.adapters.telegram.app import Bring, Face, TelegramApp
from bot.adapters.telegram.identity import Me, me_of
from bot.adapters.telegram.locked_out import LockedOut
from bot.adapters.telegram.moves import Ask, Idle, Leave, Move, PutAway, Search, Send
from bot.core.dialogue.conversation import ASKING
from bot.core.ui.commands import CommandCard, Placement, ShortcutCard, Traits
from bot.core.ui.forms import Choice, Field, FieldError, Form, Option, Person, Raw, ShortText
from bot.core.ui.guides import GuideStep
from bot.core.ui.inbound import (
    ActionPressed,
    CommandCalled,
    FormAnswered,
    FormCancelled,
    Inbound,
    Origin,
    Searched,
)
from bot.core.ui.reading import read
from bot.core.ui.replies import SILENCE, Ongoing, OpenForm, Reply
from bot.core.ui.views import Text, View
from tests.core.dialogue.chat import content
from tests.telegram.looking import PATIENCE
from tests.telegram.server.app import TelegramServer

Kind = TypeVar("Kind", bound=Inbound)

CARDS = (
    CommandCard("help", "", "What I can do", for_moderators=False),
    CommandCard("me", "", "Where I stand", for_moderators=False),
    CommandCard("join", "", "Join", for_moderators=False),
    CommandCard("goal", "", "My goals", for_moderators=False),
    CommandCard("goal", "add", "Add a goal", for_moderators=False),
    CommandCard("levels", "show", "Levels", for_moderators=False),
    CommandCard("setup", "", "Set up a programme", for_moderators=True),
    CommandCard("connect", "", "Tie this group to a community", for_moderators=True),
)
GOAL = Form(
    "goal",
    "A goal",
    (
        ShortText(name="title", label="What is it?", longest=20),
        Choice(name="when", label="By when?", options=(Option("soon", "Soon"), Option("later", "Later"))),
    ),
    "Add",
)


def open_goal(session: str = "s1", **answers: str) -> OpenForm:
    return OpenForm(GOAL, f"goal::{session}:mac", {name: (given,) for name, given in answers.items()})


def answer_by_name(inbound: Inbound) -> Reply:
    """Say which command it was, open the form of `goal add`, and be quiet about all else."""
    match inbound:
        case CommandCalled(name="goal", verb="add", text=text):
            return Reply(open_goal(**({"title": text} if text else {})))
        case CommandCalled():
            return Reply(View(f"This is {inbound.name}", (Text(inbound.text),)))
        case ActionPressed():
            return Reply(View(f"Pressed {inbound.token}"))
        case FormCancelled():
            return Reply(View("Put away"))
        case FormAnswered(final=True):
            return Reply(View("Added"), placement=Placement.IN_PLACE)
        case _:
            return SILENCE


@dataclass
class _Session:
    opened: OpenForm
    account: str
    touched: int


@dataclass
class Talking:
    """A `Conversation` that keeps forms in memory, drops what it was told before, and remembers what it heard."""

    answers: Callable[[Inbound], Reply] = answer_by_name
    traits_of: Callable[[Inbound], Traits] = field(default=lambda _: Traits())
    current: str = ""
    """External id of everybody's current community."""
    groups: list[str] = field(default_factory=list)
    found: Sequence[Option] = ()
    are_stale: bool = False
    heard: list[Inbound] = field(default_factory=list)
    gates: dict[str, asyncio.Event] = field(default_factory=dict)
    """By account: what is heard of it waits for this."""
    _sessions: dict[str, _Session] = field(default_factory=dict)
    _written: set[str] = field(default_factory=set)

    def all(self, kind: type[Kind]) -> list[Kind]:
        return [each for each in self.heard if isinstance(each, kind)]

    def the(self, kind: type[Kind]) -> Kind:
        (one,) = self.all(kind)
        return one

    def kept(self, session: str = "s1") -> Mapping[str, Raw]:
        return self._sessions[session].opened.answers

    def traits(self, inbound: Inbound) -> Traits:
        return self.traits_of(inbound)

    async def handle(self, inbound: Inbound) -> Reply:
        if (gate := self.gates.get(inbound.origin.account)) is not None:
            await gate.wait()
        self.heard.append(inbound)
        if isinstance(inbound, FormAnswered | FormCancelled):
            if inbound.origin.update in self._written:
                return SILENCE
            self._written.add(inbound.origin.update)
            session = inbound.token.split(":")[-2]
            if isinstance(inbound, FormCancelled) or inbound.final:
                self._sessions.pop(session, None)
            else:
                self._keep(session, inbound)
                return SILENCE
        return self.answers(inbound)

    def _keep(self, session: str, answered: FormAnswered) -> None:
        known = self._sessions.get(session)
        opened = known.opened if known else open_goal(session)
        answers = {**opened.answers, **answered.answers}
        kept = replace(opened, token=answered.token, answers=answers)
        self._sessions[session] = _Session(kept, answered.origin.account, len(self.heard))

    async def going_on(self, origin: Origin, session: str = "") -> Ongoing | None:
        own = {name: each for name, each in self._sessions.items() if each.account == origin.account}
        if not own or (session and session not in own):
            return None
        name = session or max(own, key=lambda each: own[each].touched)
        return Ongoing(own[name].opened, name, self.current, datetime.now(UTC), self.are_stale)

    async def at(self, origin: Origin) -> str:
        return self.current

    async def search(self, searched: Searched) -> Sequence[Option]:
        return self.found

    def languages(self) -> Sequence[str]:
        return ("en", "es")

    def registry(self, language: str) -> Sequence[CommandCard]:
        return CARDS

    def shortcuts(self, language: str) -> Sequence[ShortcutCard]:
        return ()

    async def commands(self, origin: Origin) -> Sequence[CommandCard]:
        return CARDS

    async def communities(self, platform: str) -> Sequence[str]:
        return self.groups

    async def guide(self, origin: Origin) -> Sequence[GuideStep]:
        return ()

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        return content()[0].voice(language)(key, **facts)


class InOrder:
    """`Questions` that asks every field in order."""

    def begin(self, opened: OpenForm) -> Move:
        return self._next(opened, {})

    def again(self, opened: OpenForm) -> Move:
        return Ask((opened.answers[ASKING][0],))

    def pressed(self, opened: OpenForm, data: str) -> Move:
        kind, _, *rest = data.split(":")
        match kind, rest:
            case "o", [name, mark]:
                return self._next(opened, {name: (mark,)})
            case "s", ["cancel"]:
                return PutAway()
            case "s", ["leave", command]:
                return Leave(command)
            case "s", ["stay"]:
                return self.again(opened)
            case _:
                return Idle("Not now")

    def typed(self, opened: OpenForm, text: str) -> Move:
        asked = self._asked(opened)
        if isinstance(asked, Person):
            return Search(asked.source, text)
        if isinstance(read(asked, (text,)), FieldError):
            return Ask((asked.name,), errors={asked.name: f"{text} can't be"})
        return self._next(opened, {asked.name: (text,)})

    def filed(self, opened: OpenForm, text: str) -> Move:
        return self._next(opened, {self._asked(opened).name: (text,)})

    def found(self, opened: OpenForm, text: str, options: Sequence[Option]) -> Move:
        return self._next(opened, {self._asked(opened).name: (options[0].value,)})

    def _asked(self, opened: OpenForm) -> Field:
        return next(each for each in opened.form.fields if each.name == opened.answers[ASKING][0])

    def _next(self, opened: OpenForm, answers: Mapping[str, Raw]) -> Move:
        known = {**opened.answers, **answers}
        for each in opened.form.fields:
            if each.name not in known or each.name in opened.errors:
                return Ask((each.name,), answers)
        return Send(answers)


class Plainly:
    """A `Sayer` that says titles and texts, with buttons."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def say(self, to: Origin, view: View, *, reply_to: str = "") -> str:
        return await self._send(to, _said(view), _keyboard(view), reply_to)

    async def replace(self, to: Origin, message: str, view: View) -> None:
        await self._edit(to, message, _said(view), _keyboard(view))

    async def ask(self, to: Origin, ongoing: Ongoing, *, message: str = "", page: int | None = None) -> str:
        opened = ongoing.opened
        asked = next(each for each in opened.form.fields if each.name == opened.answers[ASKING][0])
        wrong = opened.trouble or opened.errors.get(asked.name, "")
        options = asked.options if isinstance(asked, Choice) else ()
        row = [_button(each.label, f"o:{ongoing.session}:{asked.name}:{each.value}") for each in options]
        keyboard = InlineKeyboardMarkup([[*row, _button("Cancel", f"s:{ongoing.session}:cancel")]])
        text = f"{wrong} {asked.label}".strip()
        if not message:
            return await self._send(to, text, keyboard, "")
        await self._edit(to, message, text, keyboard)
        return message

    async def acknowledge(self, query: str, text: str = "", *, is_alert: bool = False, address: str = "") -> None:
        await self._bot.answer_callback_query(query, text or None, is_alert, address or None)

    async def _edit(self, to: Origin, message: str, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
        try:
            await self._bot.edit_message_text(text, int(to.place), int(message), reply_markup=keyboard)
        except BadRequest:
            raise Immutable from None
        except RetryAfter as error:
            raise Later(1) from error

    async def _send(self, to: Origin, text: str, keyboard: InlineKeyboardMarkup | None, reply_to: str) -> str:
        chat, _, thread = to.place.partition("/")
        replied = ReplyParameters(int(reply_to)) if reply_to else None
        try:
            sent: Message = await self._bot.send_message(
                int(chat),
                text,
                message_thread_id=int(thread) if thread else None,
                reply_parameters=replied,
                reply_markup=keyboard,
            )
        except RetryAfter as error:
            raise Later(1) from error
        return str(sent.message_id)


def _said(view: View) -> str:
    return "\n".join((view.title, *(each.text for each in view.blocks if isinstance(each, Text)))).strip()


def _button(label: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=data)


def _keyboard(view: View) -> InlineKeyboardMarkup | None:
    buttons = [_button(each.label, each.token) for each in view.actions]
    buttons += [_button(each.label, f"c:{each.command}") for each in view.suggestions]
    buttons += [InlineKeyboardButton(each.label, url=each.address) for each in view.links]
    return InlineKeyboardMarkup([buttons]) if buttons else None


class Account:
    """The bot's account at the tests' Telegram."""

    def __init__(self, url: str, token: str) -> None:
        self.bot = Bot(token, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot")

    async def log_in(self) -> Me:
        try:
            await self.bot.initialize()
        except InvalidToken:
            raise LockedOut from None
        return me_of(await self.bot.get_me())

    async def close(self) -> None:
        await self.bot.shutdown()


class Memory:
    """A notebook that lasts as long as the test."""

    def __init__(self) -> None:
        self.notes: dict[str, str] = {}

    async def get(self, name: str) -> str | None:
        return self.notes.get(name)

    async def keep(self, name: str, value: str) -> None:
        self.notes[name] = value


class ImpatientTime:
    """Waiting takes next to no time."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0.01)


@dataclass
class Presence:
    """Menteo at Telegram, with what it is told in `talking`."""

    server: TelegramServer
    talking: Talking = field(default_factory=Talking)
    notebook: Memory = field(default_factory=Memory)
    time: ImpatientTime = field(default_factory=ImpatientTime)
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    is_holding: bool = True

    async def holds(self) -> bool:
        return self.is_holding

    @asynccontextmanager
    async def running(
        self, *, url: str = "", token: str = "", bring: Bring | None = None
    ) -> AsyncIterator[TelegramApp]:
        account = Account(url or self.server.url, token or self.server.token)
        app = TelegramApp(account, lambda _, __: Face(Plainly(account.bot), InOrder()), self.time, bring)
        async with app.running(self.talking, self.notebook, self.ended.set, self.holds):
            yield app

    async def told_all(self) -> None:
        """Wait until everything that happened has been taken in."""
        async with asyncio.timeout(PATIENCE):
            await self.server.updates.all_confirmed()


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110  what is waited for is told nowhere
            await asyncio.sleep(0.01)


@pytest.fixture
def presence(server: TelegramServer, unhurried: None) -> Presence:
    return Presence(server)


@pytest.fixture
async def talking(presence: Presence) -> AsyncIterator[Talking]:
    """What Menteo is told while it is at Telegram."""
    async with presence.running():
        await presence.server.updates.polled()
        yield presence.talking
