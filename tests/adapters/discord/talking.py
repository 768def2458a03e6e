"""A conversation that says what a test has it say, and a client at Discord that brings interactions to it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeVar

import discord

from bot.adapters.discord.answering import Patience
from bot.adapters.discord.commands import payloads
from bot.adapters.discord.interactions import Interactions
from bot.core.ui.commands import CommandCard, ShortcutCard, Traits
from bot.core.ui.forms import Option
from bot.core.ui.guides import GuideStep
from bot.core.ui.inbound import FormAnswered, Inbound, Origin, Searched
from bot.core.ui.pictures import CHAT_WIDTH, Drawing, Theme
from bot.core.ui.replies import SILENCE, Ongoing, Reply
from bot.core.ui.views import View
from tests.core.dialogue.chat import content
from tests.discord.server.app import DiscordServer

Kind = TypeVar("Kind", bound=Inbound)

LONG = 60.0
"""Seconds that no machine takes, however busy it is."""
PATIENT = Patience(LONG, LONG, LONG)
"""Waits for the core: no answer is late."""
HURRIED = Patience(0, 0, LONG)
"""Never waits for the core: every answer is late."""
UNHELPED = Patience(LONG, LONG, 0)
"""Never waits for what could be meant by what is being typed."""
TURNS = 20
"""Of the event loop that an answer takes: more than no patience, far less than any."""


def answer_hello(_: Inbound) -> Reply:
    return Reply(View("Hello"))


@dataclass
class Talking:
    """Says what it is told to, and remembers what it heard."""

    cards: Callable[[str], Sequence[CommandCard]]
    labels: Callable[[str], Sequence[ShortcutCard]] = field(default=lambda _: ())
    answers: Callable[[Inbound], Reply] = answer_hello
    promised: Traits = field(default_factory=Traits)
    found: Sequence[Option] = ()
    heard: list[Inbound] = field(default_factory=list)
    sought: list[Searched] = field(default_factory=list)
    may_go_on: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.may_go_on.set()

    def the(self, kind: type[Kind]) -> Kind:
        """The one thing of a kind that was heard."""
        (one,) = [each for each in self.heard if isinstance(each, kind)]
        return one

    def traits(self, inbound: Inbound) -> Traits:
        return self.promised

    async def handle(self, inbound: Inbound) -> Reply:
        self.heard.append(inbound)
        await self.may_go_on.wait()
        for _ in range(TURNS):
            await asyncio.sleep(0)
        return SILENCE if isinstance(inbound, FormAnswered) and not inbound.final else self.answers(inbound)

    async def going_on(self, origin: Origin, session: str = "") -> Ongoing | None:
        return None

    async def at(self, origin: Origin) -> str:
        return ""

    async def search(self, searched: Searched) -> Sequence[Option]:
        self.sought.append(searched)
        await self.may_go_on.wait()
        return self.found

    def languages(self) -> Sequence[str]:
        return ("en", "es")

    def registry(self, language: str) -> Sequence[CommandCard]:
        return self.cards(language)

    def shortcuts(self, language: str) -> Sequence[ShortcutCard]:
        return self.labels(language)

    async def commands(self, origin: Origin) -> Sequence[CommandCard]:
        return ()

    async def communities(self, platform: str) -> Sequence[str]:
        return ()

    async def guide(self, origin: Origin) -> Sequence[GuideStep]:
        return ()

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        catalogue, _ = content()
        return catalogue.voice(language)(key, **facts)


class Blank:
    """Paints the smallest pictures."""

    def svg(self, drawing: Drawing, theme: Theme) -> str:
        return "<svg/>"

    def png(self, drawing: Drawing, theme: Theme, width: int = CHAT_WIDTH) -> bytes:
        return b"\x89PNG"


class Listener(discord.Client):
    """Hears interactions, and nothing else."""

    def __init__(self, talking: Talking, patience: Patience) -> None:
        super().__init__(intents=discord.Intents(guilds=True), guild_ready_timeout=0.05)
        self.talking, self.interactions = talking, Interactions(talking, Blank(), patience)
        self.under_way, self.is_idle = 0, asyncio.Event()
        self.is_idle.set()

    async def setup_hook(self) -> None:
        assert self.application_id
        await self.http.bulk_upsert_global_commands(self.application_id, payloads(self.talking))

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Don't wait between identifies."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        self.under_way += 1
        self.is_idle.clear()
        try:
            await self.interactions.handle(interaction)
        finally:
            self.under_way -= 1
            if not self.under_way:
                self.is_idle.set()


@asynccontextmanager
async def listening(
    server: DiscordServer, talking: Talking, patience: Patience | None = None
) -> AsyncIterator[Listener]:
    """Log in, and answer everything, with all the time in the world unless there is no patience."""
    server.interactions.deadline = LONG
    listener = Listener(talking, patience or PATIENT)
    async with listener:
        running = asyncio.create_task(listener.start(server.token))
        await listener.wait_until_ready()
        yield listener
        await listener.is_idle.wait()
    await running
