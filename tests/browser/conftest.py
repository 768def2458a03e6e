"""A running program and a browser to look at it with."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Literal, Protocol

import pytest
from playwright.sync_api import Browser, ViewportSize, expect, sync_playwright

from tests.browser.walk import DESK, Program, Window, desk, launch, running_program

PATIENCE = 15_000
"""Milliseconds that an expectation waits on a busy machine; most take a hundredth of it."""

LOST = ("ERR_CONNECTION_REFUSED", "ERR_FAILED", "ERR_INCOMPLETE_CHUNKED_ENCODING")
"""What a browser says of a connection that a test has cut."""

expect.set_options(timeout=PATIENCE)


class Opens(Protocol):
    def __call__(
        self, account: str, viewport: ViewportSize = ..., scheme: Literal["light", "dark"] = ...
    ) -> Window: ...


@pytest.fixture
def browser(chromium_path: Path) -> Iterator[Browser]:
    """Chromium, for one test: while it runs, its event loop would be in the way of tests with one of their own."""
    with sync_playwright() as playwright, closing(launch(playwright, chromium_path)) as browser:
        yield browser


@pytest.fixture
def program(chromium_path: Path, tmp_path: Path) -> Iterator[Program]:
    """A program of the test's own, with nobody's programme yet."""
    with running_program(tmp_path / "data") as program:
        yield program


@pytest.fixture
def opens(program: Program, browser: Browser) -> Iterator[Opens]:
    """Opens a window for somebody; at the end, no window's console may have complained."""
    windows: list[Window] = []
    with ExitStack() as desks:

        def open_window(
            account: str, viewport: ViewportSize = DESK, scheme: Literal["light", "dark"] = "light"
        ) -> Window:
            context = desks.enter_context(closing(desk(browser, viewport, scheme)))
            context.set_default_timeout(PATIENCE)
            windows.append(Window.of(context, program.url, account))
            return windows[-1]

        yield open_window
    complaints = [each for window in windows for each in window.complaints]
    assert [each for each in complaints if not any(lost in each for lost in LOST)] == []
