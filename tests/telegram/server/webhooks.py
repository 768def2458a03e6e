"""Updates carried to the bot's own address, again and again until it says that it has them."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from random import Random
from urllib.parse import urlsplit

import aiohttp

from tests.telegram.server.refusals import bad_request
from tests.telegram.server.updates import Update, Updates
from tests.telegram.server.wire import Json, present, unix, utc_now

HEADER = "X-Telegram-Bot-Api-Secret-Token"
PORTS = frozenset({80, 88, 443, 8443})
"""The ports that webhooks are called at (setWebhook)."""
_DEFAULT_CONNECTIONS = 40


@dataclass(frozen=True)
class Delivery:
    """One attempt to tell an update."""

    update: int
    status: int
    """Zero where nobody answered."""


class Webhooks:
    """The webhook of one bot: queues side by side, the updates of a queue one after the other.

    What is written in a chat is one queue; what is pressed there is another, and so is every other kind of update
    (Telegram's own server, WebhookActor and Client::add_update), so that in a chat, too, things may come out of order.
    """

    def __init__(self, updates: Updates) -> None:
        self.url = ""
        self.secret: str | None = None
        self.max_connections = _DEFAULT_CONNECTIONS
        self.attempts: list[Delivery] = []
        self.retry_seconds = 0.05
        """Before an update is brought again; Telegram takes longer, and longer every time."""
        self.scatters = 0.0
        """Up to so many seconds each update is on its way, and none waits for another, not even in its queue."""
        self.ways: dict[str, str] = {}
        """Where an https address really leads: the proxy that ends TLS before the program, as tests have none."""
        self._updates = updates
        self._random = Random(0)
        self._busy: dict[object, asyncio.Task[None]] = {}
        self._session: aiohttp.ClientSession | None = None
        self._last_error: tuple[datetime, str] | None = None
        updates.listeners.append(self.launch)

    def leads(self, public: str, local: str) -> None:
        """Have a public https address lead to a local one, as a proxy before the program does."""
        self.ways[public.rstrip("/")] = local.rstrip("/")

    async def set(self, url: str, secret: str | None, connections: int | None) -> None:
        """Call an address from now on, or none with an empty one."""
        await self.stop()
        if url:
            self._demand_callable(url)
        self.url, self.secret = url, secret
        self.max_connections = connections or _DEFAULT_CONNECTIONS
        self._last_error = None
        self.launch()

    async def stop(self) -> None:
        """Stop calling."""
        self.url = ""
        tasks, self._busy = list(self._busy.values()), {}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    def launch(self) -> None:
        """Bring what can be brought now."""
        if not self.url:
            return
        for update in [*self._updates.again, *self._updates.pending]:
            queue = self._queue_of(update)
            if len(self._busy) < self.max_connections and queue not in self._busy:
                self._busy[queue] = asyncio.get_running_loop().create_task(self._bring(update, queue))

    def payload(self) -> Json:
        """The webhook info object."""
        told = {"url": self.url, "has_custom_certificate": False, "pending_update_count": len(self._updates.pending)}
        allowed = sorted(self._updates.allowed) or None
        if self._last_error is None:
            return told | present(max_connections=self.max_connections if self.url else None, allowed_updates=allowed)
        when, what = self._last_error
        failed = {"last_error_date": unix(when), "last_error_message": what}
        return told | failed | present(max_connections=self.max_connections, allowed_updates=allowed)

    def _queue_of(self, update: Update) -> object:
        if self.scatters:
            return update
        return update.chat, "message" if update.kind == "edited_message" else update.kind

    async def _bring(self, update: Update, queue: object) -> None:
        await asyncio.sleep(self._random.uniform(0, self.scatters))
        while not 200 <= (status := await self._post(update)) < 300:
            self._last_error = utc_now(), f"Wrong response from the webhook: {status}" if status else "Read timeout"
            await asyncio.sleep(self.retry_seconds)
        del self._busy[queue]
        self._updates.told(update)

    async def _post(self, update: Update) -> int:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))
        headers = {HEADER: self.secret} if self.secret else {}
        try:
            async with self._session.post(self._really(), json=update.payload(), headers=headers) as response:
                status = response.status
        except (aiohttp.ClientError, TimeoutError):
            status = 0
        self.attempts.append(Delivery(update.id, status))
        return status

    def _really(self) -> str:
        for public, local in self.ways.items():
            if self.url.startswith(public):
                return local + self.url.removeprefix(public)
        return self.url

    @staticmethod
    def _demand_callable(url: str) -> None:
        port = urlsplit(url).port or 443
        if port not in PORTS:
            raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
