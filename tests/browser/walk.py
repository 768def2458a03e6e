"""Driving the local web chat by hand: windows that type, fill in and press, and the whole loop walked with them."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, ViewportSize, expect

ROOT = Path(__file__).parents[2]
READY = "Menteo is ready at "
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ZONE = "Europe/Berlin"
DESK = ViewportSize(width=1280, height=860)
PHONE = ViewportSize(width=390, height=844)

Answers = Mapping[str, str | tuple[str, ...]]
Camera = Callable[[str, "Window"], None]
"""Called with the name of what is to be seen, at the moment at which it is."""

RATED: Answers = {
    "coding": "3",
    "testing": "3",
    "code-review": "2",
    "system-design": "2",
    "troubleshooting": "3",
    "delivery-planning": "1",
    "communication": "2",
    "mentoring-others": "1",
    "feedback": "2",
    "influence": "1",
}
"""What a software engineer on the way to staff engineer says of herself."""

WEEKS: tuple[Answers, ...] = (
    {
        "learned": "A boundary between two services is a promise about change, not about code.",
        "challenge": "Saying no to a feature that everybody likes.",
        "next": "Write our last decision down and let three people poke holes in it.",
        "mood": "good",
    },
    {
        "learned": "Asking “what would make this wrong?” gets better reviews than “any thoughts?”.",
        "milestone": "Led my first design review from end to end.",
        "next": "Find the second review to lead.",
        "mood": "great",
        "keep_private": (),
    },
    {},  # a week without an answer
    {
        "learned": "Two pages that are read beat ten that are admired.",
        "challenge": "My manager would rather see tickets closed.",
        "next": "Lead the second review, in another team.",
        "mood": "okay",
        "keep_private": ("challenge",),
    },
)


class Program:
    """The program as its users start it, on a free port that it keeps over restarts."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir, self._port = data_dir, "0"
        self._log = data_dir.parent / "program.log"
        self._process = self._start()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._port}"

    def restart(self) -> None:
        """Stop it, and start it again over the same data."""
        self.stop()
        self._process = self._start()

    def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        self._process.terminate()
        self._process.wait(timeout=20)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _start(self) -> subprocess.Popen[str]:
        directory = {"MENTEO_DATA_DIR": str(self._data_dir), "MENTEO_WEB_PORT": self._port}
        with self._log.open("a") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=ROOT,
                env={"PATH": os.environ["PATH"], **directory},
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        line = process.stdout.readline().strip() if process.stdout else ""
        assert line.startswith(READY), (line, self._log.read_text())
        self._port = line.rpartition(":")[2]
        return process


@contextmanager
def running_program(data_dir: Path) -> Iterator[Program]:
    """Start the program; stop it at the end."""
    program = Program(data_dir)
    try:
        yield program
    finally:
        program.stop()


def launch(playwright: Playwright, chromium: Path) -> Browser:
    """Start the browser."""
    return playwright.chromium.launch(executable_path=str(chromium), args=FLAGS)


def desk(browser: Browser, viewport: ViewportSize = DESK, scheme: Literal["light", "dark"] = "light") -> BrowserContext:
    """Set up a place to sit at: a browser without anybody's past, in Berlin, that doesn't animate."""
    return browser.new_context(
        timezone_id=ZONE, locale="en-GB", viewport=viewport, color_scheme=scheme, reduced_motion="reduce"
    )


@dataclass
class Window:
    """One browser window, in which one person sits."""

    page: Page
    url: str
    account: str
    complaints: list[str] = field(default_factory=list)
    """What the browser's console complained of: a script's error, or something that the security policy stopped."""

    @classmethod
    def of(cls, context: BrowserContext, url: str, account: str) -> "Window":
        """Open a window on somebody's conversation with the bot."""
        page = context.new_page()
        window = cls(page, url, account)
        page.on("console", window._note)
        page.on("pageerror", lambda error: window.complaints.append(str(error)))
        window.goes_to()
        return window

    def goes_to(self, place: str = "") -> None:
        """Go to a place, by default the conversation with the bot."""
        self.page.goto(f"{self.url}/as/{self.account}/in/{place or f'direct-{self.account}'}")
        self.is_live()

    def is_live(self) -> None:
        """Wait until messages arrive by themselves."""
        expect(self.page.locator("html[data-live=yes]")).to_have_count(1)

    def enters(self, kind: str) -> None:
        """Go to the first room, or thread, that the list of places shows."""
        self.page.locator(f'nav a[data-place^="{kind}-"]').first.click()
        self.is_live()

    def types(self, line: str) -> None:
        """Type a line and send it."""
        composer = self.page.get_by_test_id("composer")
        composer.fill(line)
        composer.press("Enter")

    def form(self, title: str) -> "Sheet":
        """Take hold of the open form of this title."""
        dialog = self.page.get_by_role("dialog", name=title)
        expect(dialog).to_be_visible()
        return Sheet(dialog)

    def message(self, text: str) -> Locator:
        """Find the last message that holds a text."""
        return self.page.get_by_test_id("message").filter(has_text=text).last

    def sees(self, text: str) -> Locator:
        """Wait for a message that holds a text, and return it."""
        message = self.message(text)
        expect(message).to_be_visible()
        return message

    def presses(self, label: str) -> None:
        """Press the last button of this name."""
        self.page.get_by_test_id("message").get_by_role("button", name=label, exact=True).last.click()

    def moves_clock(self, step: str) -> None:
        """Move the programme's clock on by a `step`: hour, day or monday."""
        clock = self.page.get_by_test_id("clock")
        before = clock.get_attribute("datetime") or ""
        self.page.get_by_test_id(f"clock-{step}").click()
        expect(clock).not_to_have_attribute("datetime", before)
        expect(self.page.get_by_test_id("clock-panel")).to_have_attribute("data-busy", "no")

    def _note(self, message: object) -> None:
        kind, text = getattr(message, "type", ""), getattr(message, "text", "")
        if kind in {"error", "warning"}:
            self.complaints.append(f"{kind}: {text}")


@dataclass
class Sheet:
    """An open form."""

    dialog: Locator

    def fill(self, answers: Answers) -> "Sheet":
        """Answer some fields."""
        for name, answer in answers.items():
            self._answer(name, answer)
        return self

    def send(self) -> None:
        """Send it, and wait until it is gone."""
        self.submit()
        expect(self.dialog).to_be_hidden()

    def submit(self) -> None:
        """Press its own button."""
        self.dialog.get_by_test_id("form-submit").click()

    def field(self, name: str) -> Locator:
        """Find what a field consists of."""
        return self.dialog.locator(f'[data-field="{name}"]')

    def error(self, name: str) -> Locator:
        """Find the sentence beside a field."""
        return self.dialog.get_by_test_id(f"error-{name}")

    def _answer(self, name: str, answer: str | tuple[str, ...]) -> None:
        found = self.field(name)
        if not isinstance(answer, str):
            for box in found.get_by_role("checkbox").all():
                box.set_checked(box.get_attribute("value") in answer)
        elif found.locator("select").count():
            found.locator("select").select_option(answer)
        elif found.get_by_role("radio").count():
            found.locator(f'input[value="{answer}"]').check()
        else:
            found.locator("input:not([type=hidden]), textarea").fill(answer)


def unseen(_name: str, _window: Window) -> None:
    """Take no picture."""


@dataclass
class Loop:
    """The loop as its people walk it: the moderator, a mentor and a mentee, each in a window."""

    amara: Window
    jonas: Window
    priya: Window
    camera: Camera = unseen

    def set_up(self) -> None:
        """Amara starts the programme; every answer is there already."""
        self.amara.types("/setup")
        sheet = self.amara.form("Start a programme").fill({"name": "Autumn mentoring", "zone": "Berlin"})
        self.camera("setup", self.amara)
        sheet.send()
        self.amara.sees("Autumn mentoring is running")

    def join(self) -> None:
        """Jonas joins as a mentor, Priya as a mentee who learns in public."""
        self.jonas.types("/join mentor")
        self.jonas.form("Join as a mentor").fill({"role": "Staff engineer", "capacity": "1"}).send()
        self.jonas.sees("You are in. Thank you for mentoring")
        self.priya.types("/join mentee")
        sheet = self.priya.form("Join as a mentee")
        sheet.fill({"destination": "Staff engineer", "hours": "4", "visibility": "public"})
        self.camera("join", self.priya)
        sheet.send()
        self.priya.sees("You are in: a mentee with a direction")

    def rate(self) -> None:
        """Priya rates herself and looks at the picture."""
        self.priya.presses("Rate myself")
        sheet = self.priya.form("Rate yourself: Staff engineer").fill(RATED)
        self.camera("rate", self.priya)
        sheet.send()
        self.priya.sees("Your ratings are kept")
        self.priya.types("/gap")
        self.priya.sees("Your way to Staff engineer")
        self.camera("gap", self.priya)

    def pair(self) -> None:
        """Amara looks for a mentor, proposes Jonas, and he accepts."""
        self.amara.types("/pair")
        self.amara.form("Find a mentor").fill({"mentee": "Priya Nair"}).send()
        self.amara.sees("One mentor fits Priya Nair")
        self.camera("pair", self.amara)
        self.amara.presses("Propose Jonas Lindqvist")
        self.jonas.sees("Would you mentor Priya Nair?")
        self.camera("proposal", self.jonas)
        self.jonas.presses("Accept")
        self.priya.sees("Jonas Lindqvist is your mentor")
        self.amara.sees("Jonas Lindqvist said yes to Priya Nair")

    def meet(self) -> None:
        """The two say hello in their room, and Priya sets a goal there."""
        self.jonas.enters("room")
        self.jonas.sees("Welcome, Jonas Lindqvist and Priya Nair")
        self.jonas.types("Hello Priya! Good to have you. Shall we look at your open cells first?")
        self.priya.enters("room")
        self.priya.sees("Hello Priya!")
        self.priya.types("Hi Jonas! Yes, and I have a first goal in mind.")
        self.jonas.sees("I have a first goal in mind.")
        self.priya.types("/goal add")
        goal: Answers = {
            "title": "Lead two design reviews",
            "cells": ("system-design",),
            "target": "2",
            "unit": "reviews",
        }
        self.priya.form("Set a goal").fill(goal).send()
        self.priya.sees("Your goal is set")
        self.jonas.sees("Priya Nair has set a goal")
        self.camera("room", self.jonas)

    def answer(self, number: int, week: Answers) -> None:
        """Monday comes; Priya is asked for her week and answers."""
        self.priya.goes_to()
        self.priya.moves_clock("monday")
        self.priya.sees(f"Week {number}: how did it go?")
        if not week:
            return
        self.priya.presses("Answer check-in")
        sheet = self.priya.form(f"Check-in, week {number}").fill(week)
        self.camera(f"checkin-{number}", self.priya)
        sheet.send()
        self.priya.sees(f"Week {number} is in. Thank you")

    def four_weeks(self) -> None:
        """Four Mondays pass, one of them without an answer."""
        for number, week in enumerate(WEEKS, start=1):
            self.answer(number, week)

    def read(self) -> None:
        """Anybody reads Priya's weeks in public."""
        self.amara.enters("thread")
        self.amara.sees("Week 4, Priya Nair")
        self.camera("thread", self.amara)
