"""A community talking with the bot: what people do there, and what they see and are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path

from bot.adapters.library.content import ConfigLibrary, read_texts
from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.features import FEATURES
from bot.core.dialogue.notices import Notices
from bot.core.dialogue.router import Router
from bot.core.effects import Delivered, Delivery, Done, Moot
from bot.core.ports import Tools
from bot.core.ui.forms import Choice, Form, Option, Raw, Several
from bot.core.ui.inbound import (
    ActionPressed,
    CommandCalled,
    FormAnswered,
    FormCancelled,
    Inbound,
    Origin,
    Searched,
    ShortcutUsed,
    Where,
)
from bot.core.ui.limits import words
from bot.core.ui.replies import OpenForm, Reply
from bot.core.ui.tokens import Signer
from bot.core.ui.views import View
from bot.core.usecases.checkins import close_due_check_ins, nudge_due_check_ins, open_due_check_ins
from bot.core.usecases.communities import found_community
from bot.core.usecases.delivery import lease_effects, record_outcomes
from bot.storage.engines import Database

CONFIG = Path(__file__).parents[3] / "config"
PLATFORM, COMMUNITY = "webchat", "harbour"
BEGINNING = datetime(2026, 11, 20, 12, tzinfo=UTC)
"""A Friday."""


@cache
def content() -> tuple[Catalogue, ConfigLibrary]:
    """Read `config/` once for all tests: it takes a quarter of a second, and nothing changes it."""
    return Catalogue(read_texts(CONFIG)), ConfigLibrary(CONFIG)


@dataclass
class StoppedClock:
    """Programme time that moves when it is told to."""

    at: datetime = BEGINNING

    def now(self) -> datetime:
        return self.at


@dataclass
class CountedIds:
    """Ids of the real length, in order."""

    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def new(self) -> str:
        return f"id{next(self._numbers):014d}"


class Chat:
    """One community, its people and what was delivered to them."""

    def __init__(self, database: Database, language: str = "en") -> None:
        self.database = database
        self.clock = StoppedClock()
        self.catalogue, library = content()
        self.signer = Signer(bytes(range(32)))
        self.tools = Tools(self.clock, CountedIds(), library)
        self.router = Router(FEATURES, self.catalogue, self.signer, self.tools)
        self.notices = Notices(FEATURES, self.catalogue, self.signer, self.tools)
        self.delivered: list[Delivery] = []
        self.moot: list[str] = []
        self._updates = count(1)
        with database.write() as work:
            found_community(work, self.tools, PLATFORM, COMMUNITY, "Harbour", language, "Europe/Berlin")

    def person(self, name: str, *, is_administrator: bool = False, language: str = "", zone: str = "") -> "Someone":
        return Someone(self, name, is_administrator, language, zone)

    def update(self) -> str:
        return str(next(self._updates))

    def handle(self, inbound: Inbound) -> Reply:
        with self.database.write() as work:
            return self.router.answer(work, inbound)

    def pass_time(self, until: datetime) -> None:
        """Let what is due happen at `until`."""
        self.clock.at = until
        for tick in (open_due_check_ins, nudge_due_check_ins, close_due_check_ins):
            with self.database.write() as work:
                tick(work, self.tools, 100)

    def deliver(self) -> Sequence[Delivery]:
        """Carry out everything that waits; return what was carried out now."""
        before = len(self.delivered)
        while self._deliver_some():
            pass
        return self.delivered[before:]

    def _deliver_some(self) -> int:
        now = self.clock.now()
        with self.database.write() as work:
            leased = lease_effects(work, self.tools, [PLATFORM], now, timedelta(minutes=1), 100)
        with self.database.read() as work:
            rendered = self.notices.render(work, leased)
        outcomes = []
        for each in leased:
            made = rendered[each.number]
            if isinstance(made, Delivery):
                self.delivered.append(made)
                made = Done(f"message-{each.number}")
            elif isinstance(made, Moot):
                self.moot.append(each.effect.notice)
            outcomes.append(Delivered(each, made))
        with self.database.write() as work:
            record_outcomes(work, self.tools, outcomes, now, 0.5)
        return len(leased)


@dataclass
class Someone:
    """One account, and what its owner saw last."""

    chat: Chat
    name: str
    is_administrator: bool
    language: str
    zone: str
    seen: Reply | None = None

    @property
    def origin(self) -> Origin:
        return Origin(
            platform=PLATFORM,
            community=COMMUNITY,
            account=self.name,
            name=self.name,
            where=Where.COMMUNITY,
            place=COMMUNITY,
            update=self.chat.update(),
            is_administrator=self.is_administrator,
            language=self.language,
            zone=self.zone,
        )

    def calls(self, typed: str, text: str = "") -> Reply:
        name, _, verb = typed.partition(" ")
        return self._saw(CommandCalled(self.origin, name, verb, text))

    def uses(self, shortcut: str, on: "Someone", text: str = "") -> Reply:
        """Use a shortcut on somebody, or on what they wrote."""
        return self._saw(ShortcutUsed(self.origin, shortcut, on.name, on.name, text))

    def presses(self, label: str) -> Reply:
        return self.presses_token(self._token(label))

    def presses_token(self, token: str) -> Reply:
        return self._saw(ActionPressed(self.origin, token))

    def fills(self, opened: Reply | None = None, /, **answers: str | Sequence[str]) -> Reply:
        """Answer the form seen, leaving what is filled in already."""
        form = opened_form(opened or self._last())
        given = {each.name: each.default for each in form.form.fields} | dict(form.answers)
        given |= {name.replace("__", "-"): _raw(answer) for name, answer in answers.items()}
        return self._saw(FormAnswered(self.origin, form.token, given))

    def types(self, **answers: str | Sequence[str]) -> Reply:
        """Fill some of the form in without sending it."""
        form = opened_form(self._last())
        given = {name: _raw(answer) for name, answer in answers.items()}
        return self.chat.handle(FormAnswered(self.origin, form.token, given, final=False))

    def cancels(self) -> Reply:
        return self._saw(FormCancelled(self.origin, opened_form(self._last()).token))

    def searches(self, source: str, text: str) -> Sequence[Option]:
        with self.chat.database.read() as work:
            return self.chat.router.search(work, Searched(self.origin, source, text))

    def _saw(self, inbound: Inbound) -> Reply:
        self.seen = self.chat.handle(inbound)
        return self.seen

    def _last(self) -> Reply:
        assert self.seen is not None
        return self.seen

    def _token(self, label: str) -> str:
        view = shown(self._last())
        return next(action.token for action in view.actions if action.label == label)


def shown(reply: Reply) -> View:
    """Return the view of a reply."""
    assert isinstance(reply.content, View), reply.content
    return reply.content


def opened_form(reply: Reply) -> OpenForm:
    """Return the form of a reply."""
    assert isinstance(reply.content, OpenForm), reply.content
    return reply.content


def all_words(view: View) -> str:
    """Return everything that a view says."""
    return "\n".join((view.title, *(text for block in view.blocks for text in words(block))))


def labels(view: View) -> list[str]:
    """List what can be pressed."""
    return [action.label for action in view.actions]


def options_of(form: Form, name: str) -> Sequence[Option]:
    """List what can be chosen in a field."""
    field = next(each for each in form.fields if each.name == name)
    assert isinstance(field, Choice | Several)
    return field.options


def defaults(form: Form) -> Mapping[str, Raw]:
    """Return what a form has filled in."""
    return {field.name: field.default for field in form.fields}


def _raw(answer: str | Sequence[str]) -> Raw:
    return (answer,) if isinstance(answer, str) else tuple(answer)
