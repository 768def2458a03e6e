"""A server of the tests' own on loopback, at a port that is free."""

from typing import Self

from aiohttp import web


class Listening:
    """Listens inside of `async with`; whoever is one says what is served, and what else ends with it."""

    def __init__(self) -> None:
        self._runner: web.AppRunner | None = None
        self._address = ""

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://{self._address}"

    async def __aenter__(self) -> Self:
        self._runner = web.AppRunner(self._app(), access_log=None, handle_signals=False, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, backlog=4096)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self._address = f"{host}:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._closed()
        if self._runner is not None:
            await self._runner.cleanup()

    def _app(self) -> web.Application:
        raise NotImplementedError

    async def _closed(self) -> None:
        """Let go of what keeps connections open."""
