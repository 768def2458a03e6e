"""The whole loop by hand, from `/setup` to the growth thread, in the windows of its people."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.walk import Loop, Window


def test_the_loop_is_walked_over_four_weeks(opens: Opens) -> None:
    amara, jonas, priya = opens("amara"), opens("jonas"), opens("priya")
    loop = Loop(amara, jonas, priya)

    loop.set_up()
    loop.join()
    loop.rate()
    loop.pair()
    loop.meet()
    loop.four_weeks()
    loop.read()

    thread = amara.page.get_by_role("log")
    expect(thread.get_by_role("heading", level=3)).to_contain_text(
        ["Week 1, Priya Nair", "Week 2, Priya Nair: a milestone", "Week 4, Priya Nair"]
    )
    expect(thread).not_to_contain_text("My manager would rather see tickets closed.")
    expect(thread).not_to_contain_text("Okay")
    jonas.sees("My manager would rather see tickets closed.")
    stays_the_same_when_reloaded(jonas)
    a_stranger_is_kept_out(opens("leila"), jonas)
    everything_is_done_on_the_tour(amara)
    takes_a_week_back(priya, amara)


def stays_the_same_when_reloaded(window: Window) -> None:
    """Reload, and find every message once."""
    messages = window.page.get_by_test_id("message")
    before = messages.evaluate_all("all => all.map(each => each.dataset.id)")
    assert len(before) == len(set(before))
    window.page.reload()
    window.is_live()
    assert messages.evaluate_all("all => all.map(each => each.dataset.id)") == before


def a_stranger_is_kept_out(stranger: Window, jonas: Window) -> None:
    """Neither the list nor the address shows a room to one who isn't in it."""
    room = jonas.page.locator('nav a[data-place^="room-"]').first.get_attribute("data-place")
    expect(stranger.page.locator(f'nav a[data-place="{room}"]')).to_have_count(0)
    answer = stranger.page.request.get(f"{stranger.url}/as/{stranger.account}/in/{room}")
    assert answer.status == 404
    assert "Priya" not in answer.text()


def everything_is_done_on_the_tour(window: Window) -> None:
    """The tour has followed every step."""
    expect(window.page.get_by_test_id("guide")).to_contain_text("10 of 10")


def takes_a_week_back(priya: Window, reader: Window) -> None:
    """What its author takes back disappears before the reader's eyes."""
    priya.types("/growth")
    priya.sees("What others see of your growth")
    priya.presses("Take back week 4")
    priya.sees("Week 4 is taken back")
    expect(reader.message("Week 4, Priya Nair")).to_have_count(0)
    expect(reader.message("Week 2, Priya Nair")).to_be_visible()
