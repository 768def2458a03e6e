"""Order is kept within a line, and lines don't wait for each other."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.lines import Lines

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
    await lines.put("isle", noting(done, "elsewhere"))
    gate.set()
    await lines.finish(10)

    assert done == ["elsewhere", "first", "second"]


async def test_what_fails_is_over_and_does_not_hold_up_what_is_behind_it() -> None:
    lines, done = Lines(), list[str]()
    failed = lines.put("harbour", fails)
    await lines.put("harbour", noting(done, "second"))

    assert failed.done()
    assert not failed.cancelled()
    assert done == ["second"]


async def test_at_the_end_what_takes_too_long_is_let_go_and_told_to_be_undone() -> None:
    lines, done = Lines(), list[str]()
    await lines.finish(10)
    never = lines.put("harbour", noting(done, "never", asyncio.Event()))
    behind = lines.put("harbour", noting(done, "behind"))
    lines.put("isle", noting(done, "done"))
    await lines.finish(0.01)

    assert done == ["done"]
    assert never.cancelled()
    assert behind.cancelled()
