"""Makes the README's pictures anew by walking the loop in a browser: `python -m tools.pictures`."""

import shutil
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.walk import PHONE, Loop, Program, Window, desk, launch, running_program

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
MOST_BYTES = 250_000
"""A README that loads at once on a train."""

FORMS = {"setup": "setup", "join": "join", "rate": "rate", "checkin-1": "checkin"}
"""Moments of the walk at which the open form is shown, and how its picture is called."""
PLACES = {"pair": "pair", "room": "room", "thread": "thread"}
"""Moments at which the conversation is shown."""

ALONE = ".topbar, .house { visibility: hidden } dialog::backdrop { background: transparent } body { background: white }"
TO_TOP = "body => { body.scrollTop = 0; document.activeElement.blur(); }"


@dataclass
class Camera:
    """Takes the pictures that the README shows."""

    directory: Path

    def __call__(self, moment: str, window: Window) -> None:
        """Take the picture of a moment, if there is to be one."""
        if name := FORMS.get(moment):
            sheet = window.page.locator("dialog[open]")
            sheet.locator(".sheet-body").evaluate(TO_TOP)
            window.page.mouse.move(0, 0)
            sheet.screenshot(path=self._path(name), style=ALONE)
        elif name := PLACES.get(moment):
            window.page.get_by_role("main").screenshot(path=self._path(name))
        elif moment == "gap":
            expect(window.page.get_by_test_id("guide")).to_contain_text("4 of 10")
            self.gap(window, "gap")

    def gap(self, window: Window, name: str) -> None:
        """Take the picture of a window with the gap matrix at its top."""
        window.message("Your way to").evaluate("message => message.scrollIntoView()")
        self.whole(window, name)

    def whole(self, window: Window, name: str) -> None:
        """Take the picture of a whole window."""
        window.page.screenshot(path=self._path(name))

    def _path(self, name: str) -> Path:
        return self.directory / f"{name}.png"


def main() -> int:
    """Take all pictures; return how many are too big."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("no Chromium: apt-get install chromium")
    PICTURES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as directory,
        running_program(Path(directory) / "data") as program,
        sync_playwright() as playwright,
        closing(launch(playwright, Path(chromium))) as browser,
    ):
        _walk(program, browser, Camera(PICTURES))
    return sum(picture.stat().st_size > MOST_BYTES for picture in PICTURES.glob("*.png"))


def _walk(program: Program, browser: Browser, camera: Camera) -> None:
    amara, jonas, priya = (Window.of(desk(browser), program.url, each) for each in ("amara", "jonas", "priya"))
    loop = Loop(amara, jonas, priya, camera)
    loop.set_up()
    loop.join()
    loop.rate()
    loop.pair()
    loop.meet()
    loop.four_weeks()
    loop.read()
    dark = Window.of(desk(browser, scheme="dark"), program.url, "priya")
    camera.gap(dark, "gap-dark")
    phone = Window.of(desk(browser, PHONE, "dark"), program.url, "priya")
    phone.types("/me")
    phone.sees("Where you stand, Priya Nair")
    camera.whole(phone, "phone")


if __name__ == "__main__":
    sys.exit(main())
