"""Telegram put together from its parts: loaded only where the settings ask for it."""

import hmac
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import date, timedelta
from functools import partial

from starlette.routing import BaseRoute

from bot.adapters.edge.depot import Depot
from bot.adapters.edge.mailbox import Mailbox
from bot.adapters.edge.pacing import Crowd, MachineTime, Pace, Pacer, Resting, Window
from bot.adapters.pictures.painter import VectorPainter
from bot.adapters.telegram.answers import Reader
from bot.adapters.telegram.app import Bring, Face, TelegramApp
from bot.adapters.telegram.deep_links import way
from bot.adapters.telegram.drawing import Artist, answered_in_place
from bot.adapters.telegram.files import TelegramFiles
from bot.adapters.telegram.head import Head
from bot.adapters.telegram.identity import Me
from bot.adapters.telegram.locked_out import LockedOut
from bot.adapters.telegram.outbound import Telegram
from bot.adapters.telegram.places import PLATFORM, Spot
from bot.adapters.telegram.refusals import Limited, NotReady
from bot.adapters.telegram.rest import Rest
from bot.adapters.telegram.sayer import Speaking
from bot.adapters.telegram.voice import Voice
from bot.adapters.telegram.wording import Speaker
from bot.core.dialogue.conversation import Conversation
from bot.core.effects import Files, Priority, Scope
from bot.core.ui.inbound import Origin, PlaceMoved, Where
from bot.core.ui.replies import OpenForm
from bot.presences import Backstage, Platform
from bot.settings import Settings, TelegramSettings, WrongSetting

IN_A_SECOND = 30
"""Messages that Telegram takes in any one second ("Broadcasting to users")."""
WAY_BACK = 0.015
"""Seconds that an answer is under way at the least, wherever the bot is run; nearer, the pace is slow enough."""
EVERYWHERE = 1 / 28
"""Seconds between two messages: a little less than what the window lets through a tenth of a second away."""
IN_CHAT = 1.0
IN_GROUP = 3.0
"""Seconds between two messages to the same group: it takes twenty a minute."""


def telegram(settings: Settings, token: str, machine: MachineTime, *, depot: Depot, key: bytes, chat: bool) -> Platform:
    """Make Telegram of its parts; where it isn't to be talked to, only what Telegram itself calls is served."""
    presence = Presence(settings.telegram, token, settings.web.public_url or "", machine, depot, key)
    depot.add(PLATFORM, TelegramFiles(presence.rest).fetch)
    return Platform(
        presence.surface,
        pacer=presence.pacer,
        hooks=presence.routes if settings.telegram.is_called else None,
        run=presence.at_work if chat else None,
        lives=presence.hears if chat else None,
        way=presence.way,
        apart=IN_GROUP,
    )


class Presence:
    """The program at Telegram; the conversation comes with the program's start."""

    def __init__(
        self, settings: TelegramSettings, token: str, public_url: str, machine: MachineTime, files: Files, key: bytes
    ) -> None:
        self._settings, self._public_url, self._machine, self._key = settings, public_url, machine, key
        self.pacer = Pacer(
            Pace(everywhere=EVERYWHERE, crowded=_crowd, window=Window(IN_A_SECOND, 1.0 - WAY_BACK)), machine
        )
        self.rest = Rest(token, settings.api_url, turns=_Turns(self.pacer))
        self._voice = Voice()
        self._conversation: Conversation | None = None
        self._commands: tuple[str, ...] = ()
        self._artist = Artist(
            self._voice, VectorPainter(), lambda: self.rest.me, self._in_place, lambda: self._commands
        )
        self.surface = Telegram(self.rest, self._artist, files)
        self._app: TelegramApp | None = None

    def routes(self, mailbox: Mailbox) -> Sequence[BaseRoute]:
        """List what Telegram calls."""
        return self._app_with(mailbox).routes

    async def hears(self) -> bool:
        """Tell whether what people do there comes in."""
        return self._app is not None and await self._app.hears()

    async def settled(self) -> None:
        """Wait until all that came in is taken in and answered."""
        if self._app is not None:
            await self._app.settled()

    def way(self, purpose: str, code: str) -> str:
        """Make a link that begins something there; empty before it is known who the bot is."""
        try:
            username = self.rest.me.username
        except NotReady:
            return ""
        return way(username, purpose, code)

    @asynccontextmanager
    async def at_work(self, backstage: Backstage) -> AsyncIterator[None]:
        """Be there."""
        self._learn(backstage.conversation)
        app = self._app_with(backstage.mailbox)
        try:
            async with app.running(backstage.conversation, backstage.notebook, backstage.ended, backstage.holds):
                yield
        except LockedOut:
            raise WrongSetting("MENTEO_TELEGRAM_TOKEN", "telegram-token") from None

    def _learn(self, conversation: Conversation) -> None:
        self._conversation = conversation
        self._voice.learn(conversation)
        self.surface.speak_for(conversation)
        self.rest.on_moved(partial(_tell_moved, conversation))
        typed = (card.typed for card in conversation.registry(conversation.languages()[0]))
        self._commands = tuple(each for each in typed if " " in each)

    def _app_with(self, mailbox: Mailbox) -> TelegramApp:
        if self._app is None:
            bring = None
            if self._settings.is_called:
                path, secret = self._secret(b"telegram webhook path"), self._secret(b"telegram webhook secret")
                bring = Bring(self._public_url, path, secret, mailbox)
            self._app = TelegramApp(self.rest, self._face, self._machine, bring)
        return self._app

    def _face(self, conversation: Conversation, _me: Me) -> Face:
        reader = partial(_reader, conversation)
        return Face(Speaking(self.rest, self._artist, reader), Head(reader), TelegramFiles(self.rest).fetch)

    def _in_place(self, token: str) -> bool:
        return self._conversation is not None and answered_in_place(self._conversation, token)

    def _secret(self, purpose: bytes) -> str:
        return hmac.digest(self._key, purpose, "sha256").hex()


class _Turns:
    """The pacer as the adapter knows it: a rest is a limit there."""

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer

    @asynccontextmanager
    async def taking(self, place: str, priority: Priority = Priority.ANSWER, messages: int = 1) -> AsyncIterator[None]:
        """Wait until more messages may go to a chat."""
        async with AsyncExitStack() as turn:
            try:
                await turn.enter_async_context(self._pacer.taking(f"place:{place}", priority, messages))
            except Resting as resting:
                raise Limited(timedelta(seconds=resting.seconds), Scope.PLATFORM) from None
            yield

    async def undisturbed(self) -> None:
        """Ask whether Telegram may be asked anything: changing a message takes no place among the new ones."""
        if seconds := self._pacer.resting:
            raise Limited(timedelta(seconds=seconds), Scope.PLATFORM)


def _crowd(place: str) -> Crowd:
    """Count all that goes to one chat together: its topics, its rooms, the chat itself."""
    kind, _, name = place.partition(":")
    if kind == "community":
        return Crowd(place, 0.0)
    chat = Spot.read(name).chat
    return Crowd(f"chat:{chat}", IN_GROUP if chat < 0 else IN_CHAT)


def _reader(conversation: Conversation, opened: OpenForm) -> Reader:
    language = opened.language or conversation.languages()[0]
    return Reader(Speaker(conversation, language), opened.today or date.min, opened.labels)


async def _tell_moved(conversation: Conversation, old: int, new: int) -> None:
    update = f"moved:{old}:{new}"
    origin = Origin(PLATFORM, str(old), "", "", Where.COMMUNITY, str(old), update)
    await conversation.handle(PlaceMoved(origin, str(old), str(new)))
