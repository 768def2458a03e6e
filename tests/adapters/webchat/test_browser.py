"""What only a browser can show: live windows, completion, forms under the hands, the keyboard, a lost line."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.adapters.webchat.server import messages
from tests.adapters.webchat.conftest import Server

_SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DIRECT = "/as/priya/in/direct-priya"
LOBBY = "/as/priya/in/lobby"


@pytest.fixture
async def browser(chromium_path: Path) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(chromium_path), args=list(_SWITCHES))
        yield browser
        await browser.close()


async def visit(browser: Browser, server: Server, path: str, *, width: int = 1300) -> Page:
    """Open a window of its own and wait until it is live; whatever its console complains of fails the test."""
    context = await browser.new_context(base_url=server.url, viewport={"width": width, "height": 844}, locale="en-GB")
    page = await context.new_page()
    page.on("pageerror", lambda error: server.complaints.append(str(error)))
    await page.goto(path)
    await expect(page.locator("html")).to_have_attribute("data-live", "yes")
    return page


async def type_line(page: Page, line: str) -> None:
    await page.get_by_test_id("composer").fill(line)
    await page.get_by_test_id("composer").press("Enter")


async def test_two_windows_are_two_personas_and_hear_each_other(browser: Browser, server: Server) -> None:
    priya = await visit(browser, server, LOBBY)
    mei = await visit(browser, server, "/as/mei/in/lobby")
    away = await visit(browser, server, "/as/tomasz/in/introductions")
    await type_line(priya, "Hello, harbour")
    for page in (priya, mei):
        await expect(page.get_by_text("Hello, harbour")).to_have_count(1)
    await expect(away.locator('[data-place="lobby"] [data-testid=unread]')).to_contain_text("1")
    await mei.reload()
    await expect(mei.get_by_text("Hello, harbour")).to_have_count(1)


async def test_a_command_is_completed_and_run_by_keyboard_alone(browser: Browser, server: Server) -> None:
    page = await visit(browser, server, DIRECT)
    composer = page.get_by_test_id("composer")
    await expect(composer).to_be_focused()
    await page.keyboard.type("/fo")
    await expect(page.get_by_role("option")).to_have_count(1)
    await expect(composer).to_have_attribute("aria-expanded", "true")
    await page.keyboard.press("Enter")
    await expect(composer).to_have_value("/form")
    await page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Every kind of question")
    await expect(dialog.get_by_label("Name of the programme")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    await expect(composer).to_be_focused()


async def test_a_form_keeps_what_is_typed_and_shows_errors_beside_their_fields(
    browser: Browser, server: Server
) -> None:
    page = await visit(browser, server, DIRECT)
    await type_line(page, "/form")
    dialog = page.get_by_role("dialog", name="Every kind of question")
    await dialog.get_by_label("Name of the programme").fill("Spring")
    await dialog.locator('[data-field="scale"] input[value="3"]').check()
    await expect(dialog.get_by_role("status")).to_have_text("Saved")
    await dialog.get_by_label("What did you learn?").fill("Patience")
    async with page.expect_response("**/form"):
        await dialog.get_by_test_id("form-close").click()
    await page.reload()
    await page.get_by_test_id("form-open").click()
    await expect(dialog.get_by_label("Name of the programme")).to_have_value("Spring")
    await expect(dialog.get_by_label("What did you learn?")).to_have_value("Patience")
    await expect(dialog.locator('[data-field="scale"] input[value="3"]')).to_be_checked()
    await dialog.get_by_role("button", name="Send it").click()
    await expect(dialog.get_by_test_id("error-hours")).to_be_visible()
    await expect(dialog.locator('[data-field="choice"] input').first).to_be_focused()
    await expect(dialog.get_by_label("Hours a week")).to_have_attribute("aria-invalid", "true")
    await expect(dialog.get_by_label("Name of the programme")).to_have_value("Spring")


async def test_a_searched_choice_is_found_by_typing(browser: Browser, server: Server) -> None:
    page = await visit(browser, server, DIRECT)
    await type_line(page, "/form")
    dialog = page.get_by_role("dialog", name="Every kind of question")
    role = dialog.get_by_label("Destination role")
    await role.fill("staff")
    await expect(dialog.get_by_role("listbox", name="Suggestions").get_by_role("option")).to_have_count(1)
    await role.press("ArrowDown")
    await role.press("Enter")
    await expect(role).to_have_value("Staff engineer")
    await expect(dialog.locator('input[name="a.role"]')).to_have_value("staff")


async def test_a_lost_line_is_said_and_nothing_is_missing_after_it(browser: Browser, server: Server) -> None:
    page = await visit(browser, server, LOBBY)
    chat = server.chat
    await chat.platform.ask(messages.say, "mei", "lobby", "number 0", "0", chat.clock.at)
    await page.context.set_offline(offline=True)
    server.hang_up()
    await expect(page.get_by_test_id("offline")).to_be_visible()
    for number in range(1, 4):
        await chat.platform.ask(messages.say, "mei", "lobby", f"number {number}", str(number), chat.clock.at)
    await page.context.set_offline(offline=False)
    await expect(page.get_by_test_id("offline")).to_be_hidden()
    for number in range(4):
        await expect(page.get_by_text(f"number {number}")).to_have_count(1)


async def test_a_message_over_the_limit_stays_in_the_box_with_a_sentence(browser: Browser, server: Server) -> None:
    page = await visit(browser, server, LOBBY)
    await type_line(page, "x" * 4003)
    await expect(page.get_by_test_id("trouble")).to_contain_text("3 characters too many")
    await expect(page.get_by_test_id("composer")).to_have_value("x" * 4003)


async def test_the_clock_moves_in_every_window(browser: Browser, server: Server) -> None:
    priya = await visit(browser, server, LOBBY)
    mei = await visit(browser, server, "/as/mei/in/lobby")
    await priya.get_by_test_id("clock-monday").click()
    for page in (priya, mei):
        await expect(page.get_by_test_id("clock")).to_contain_text("30 Nov, 09:00")


async def test_the_guide_hands_over_to_the_persona_who_is_next(browser: Browser, server: Server) -> None:
    page = await visit(browser, server, LOBBY)
    await page.get_by_test_id("guide-as").click()
    await page.wait_for_url("**/as/amara/in/direct-amara")
    await expect(page.get_by_role("heading", name="/setup")).to_be_visible()
    await expect(page.get_by_test_id("guide")).to_contain_text("1 of 4")


async def test_a_phone_shows_everything_without_scrolling_sideways(browser: Browser, server: Server) -> None:
    page = await visit(browser, server, DIRECT, width=360)
    await type_line(page, "/show")
    await expect(page.get_by_role("heading", name="Everything a view can hold")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    places = page.get_by_test_id("places")
    await expect(places).to_be_hidden()
    await page.get_by_role("button", name="Show places").click()
    await expect(places.get_by_role("link", name="lobby")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(places).to_be_hidden()
    await type_line(page, "/gap")
    await expect(page.get_by_role("dialog", name="Gap analysis")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
