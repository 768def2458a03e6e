"""The real library at our own server: its plain client, and a small program that polls."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from telegram import Bot, Update
from telegram.ext import Application, CallbackContext, TypeHandler

from tests.telegram.server.app import TelegramServer

Answering = Callable[[Bot, Update], Awaitable[object]]
"""What a program does with an update."""


@asynccontextmanager
async def bot_at(server: TelegramServer) -> AsyncIterator[Bot]:
    """The plain client, logged in."""
    async with Bot(server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot") as bot:
        yield bot


@asynccontextmanager
async def polling(
    server: TelegramServer, answering: Answering, allowed_updates: Sequence[str] = Update.ALL_TYPES
) -> AsyncIterator[Bot]:
    """A program of the library that polls and has an answer to each update."""

    async def answer(update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
        await answering(context.bot, update)

    builder = Application.builder().token(server.token).job_queue(None)
    program = builder.base_url(f"{server.url}/bot").base_file_url(f"{server.url}/file/bot").build()
    program.add_handler(TypeHandler(Update, answer))
    async with program:
        assert program.updater is not None
        await program.updater.start_polling(allowed_updates=allowed_updates)
        await program.start()
        try:
            yield program.bot
        finally:
            await program.updater.stop()
            await program.stop()
