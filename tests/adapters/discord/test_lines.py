"""Order is kept within a line, and lines don't wait for each other."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.adapters.discord.lines import Lines

Note = Callable[[], Awaitable[None]]


def noting(done: list[str], what: str, gate: asyncio.Event | None = None) -> Note:
    async def note() -> None:
        if gate is not None:
            await gate.wait()
        done.append(what)

    return note


async def fails() -> None:
    raise ValueError


async def test_a_line_keeps_its_order_and_holds_up_no_other() -> None:
    lines, done, gate = Lines(), list[str](), asyncio.Event()
    lines.put("harbour", noting(done, "first", gate))
    lines.put("harbour", noting(done, "second"))
    lines.put("isle", noting(done, "elsewhere"))
    await asyncio.sleep(0)
    gate.set()
    await lines.finish(10)

    assert done == ["elsewhere", "first", "second"]


async def test_what_fails_does_not_hold_up_what_is_behind_it() -> None:
    lines, done = Lines(), list[str]()
    lines.put("harbour", fails)
    lines.put("harbour", noting(done, "second"))
    await lines.finish(10)

    assert done == ["second"]


async def test_at_the_end_what_takes_too_long_is_let_go() -> None:
    lines, done = Lines(), list[str]()
    await lines.finish(10)
    lines.put("harbour", noting(done, "never", asyncio.Event()))
    lines.put("isle", noting(done, "done"))
    await lines.finish(0.01)

    assert done == ["done"]
