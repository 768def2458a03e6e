"""The program as Telegram calls it: behind a proxy that ends TLS for a public address."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.adapters.edge.mailbox import Mailbox
from bot.adapters.telegram.places import PLATFORM
from bot.app import App
from bot.core.ui.inbound import Inbound
from bot.core.ui.replies import Reply
from tests.stories.staging import PATIENCE
from tests.stories.telegram.stage import Stage
from tests.telegram.server.app import TelegramServer

PUBLIC = "https://menteo.example"
NOBODY = "http://127.0.0.1:9"
"""Where the proxy leads while the program isn't there."""


class CalledStage(Stage):
    """A program that Telegram brings updates to, each of which is taken in before anybody looks."""

    def __init__(self, server: TelegramServer, data_dir: Path, database_url: str) -> None:
        self.taken_in: list[Inbound] = []
        """What the core has dealt with."""
        self.before_each: Callable[[Inbound], Awaitable[None]] | None = None
        """What the core has to wait for with each thing."""
        server.webhooks.leads(PUBLIC, NOBODY)
        more = {"MENTEO_TELEGRAM_MODE": "webhook", "MENTEO_PUBLIC_URL": PUBLIC}
        super().__init__(server, data_dir, database_url, more=more)

    async def start(self) -> None:
        """Start it, and have the proxy lead there."""
        await self._run.enter_async_context(self.app.running())
        self.server.webhooks.leads(PUBLIC, self.app.url)
        async with asyncio.timeout(PATIENCE):
            while not (self.server.webhooks.url and await self._presence.hears()):  # noqa: ASYNC110  neither tells
                await asyncio.sleep(0.01)
        await self.settled()

    async def stop(self) -> None:
        """Stop it; what happens meanwhile waits at Telegram."""
        self.server.webhooks.leads(PUBLIC, NOBODY)
        await super().stop()

    async def settled(self) -> None:
        """Wait until what people did is brought, taken in and answered, and what is due has been carried out."""
        async with asyncio.timeout(PATIENCE):
            await self.server.updates.all_confirmed()
            while await self.kept():  # noqa: ASYNC110  the database tells nobody
                await asyncio.sleep(0.01)
        await super().settled()

    async def kept(self) -> int:
        """How many updates are kept and not dealt with yet."""
        return len(await Mailbox(self.app.hop, PLATFORM).take(10_000))

    def _built(self) -> App:
        app = super()._built()
        handle = app.conversation.handle

        async def overheard(inbound: Inbound) -> Reply:
            if self.before_each is not None:
                await self.before_each(inbound)
            try:
                return await handle(inbound)
            finally:
                self.taken_in.append(inbound)

        app.conversation.handle = overheard  # type: ignore[method-assign]  # waits and listens, and changes nothing
        return app
