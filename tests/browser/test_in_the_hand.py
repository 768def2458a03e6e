"""How the web chat feels: keyboard, phone, dark, errors, a lost connection, the tour."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.walk import PHONE, RATED, WEEKS, Program, Window


def test_a_form_can_be_filled_in_by_keyboard_alone(opens: Opens) -> None:
    amara = opens("amara")
    keyboard = amara.page.keyboard
    expect(amara.page.get_by_test_id("composer")).to_be_focused()

    keyboard.type("/setup")
    keyboard.press("Enter")
    sheet = amara.form("Start a programme")
    expect(sheet.field("name").get_by_role("textbox")).to_be_focused()
    keyboard.press("Control+a")
    keyboard.type("By keyboard")
    keyboard.press("Tab")
    keyboard.press("ArrowDown")
    keyboard.press("Tab")
    keyboard.press("Control+a")
    keyboard.type("tok")
    option = sheet.dialog.get_by_role("option", name="Tokyo")
    expect(option).to_be_visible()
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    expect(sheet.field("zone").get_by_role("combobox")).to_have_value("Tokyo (UTC+9)")
    keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.press("Space")
    expect(sheet.field("moderators_read").get_by_role("checkbox")).to_be_checked()
    keyboard.press("Tab")
    expect(sheet.dialog.get_by_test_id("form-submit")).to_be_focused()
    keyboard.press("Enter")

    amara.sees("By keyboard is running")
    amara.page.reload()
    expect(amara.page.get_by_test_id("clock-panel")).to_contain_text("Asia/Tokyo")


def test_a_command_is_completed_as_one_types(opens: Opens) -> None:
    priya = opens("priya")
    composer = priya.page.get_by_test_id("composer")

    composer.press_sequentially("/he")
    expect(priya.page.get_by_role("option", name="/help")).to_be_visible()
    composer.press("Tab")
    expect(composer).to_have_value("/help")
    composer.press("Enter")

    priya.sees("What you can do")
    composer.press_sequentially("/pa")
    expect(priya.page.get_by_role("option", name="/pair")).to_have_count(0)


def test_an_error_stands_beside_its_field_and_what_was_typed_stays(opens: Opens) -> None:
    amara = opens("amara")
    amara.types("/setup")
    sheet = amara.form("Start a programme").fill({"name": "Kept as typed", "zone": "Atlantis"})

    sheet.submit()

    expect(sheet.error("zone")).to_contain_text("Nothing is called “Atlantis”")
    expect(sheet.field("zone").get_by_role("combobox")).to_have_value("Atlantis")
    expect(sheet.field("zone").get_by_role("combobox")).to_be_focused()
    expect(sheet.field("name").get_by_role("textbox")).to_have_value("Kept as typed")
    sheet.fill({"zone": "Europe/Paris"}).send()
    amara.sees("Kept as typed is running")


def test_a_form_whose_every_answer_is_filled_in_says_so(opens: Opens) -> None:
    amara = opens("amara")
    amara.types("/setup")
    sheet = amara.form("Start a programme")

    expect(sheet.dialog).to_contain_text("5 of 5 answered")
    sheet.fill({"name": ""})
    expect(sheet.dialog).to_contain_text("4 of 5 answered")


def test_a_form_closed_half_way_goes_on_after_a_reload(opens: Opens) -> None:
    amara = opens("amara")
    amara.types("/setup")
    sheet = amara.form("Start a programme").fill({"name": "Half way"})

    amara.page.keyboard.press("Escape")
    expect(sheet.dialog).to_be_hidden()
    amara.page.reload()
    amara.is_live()
    amara.page.get_by_test_id("form-open").click()

    expect(amara.form("Start a programme").field("name").get_by_role("textbox")).to_have_value("Half way")


def test_what_was_typed_while_nothing_could_be_sent_is_there_after_a_reload(opens: Opens) -> None:
    amara = opens("amara")
    amara.types("/setup")
    sheet = amara.form("Start a programme")
    amara.page.route("**/form", lambda route: route.abort())
    sheet.fill({"name": "Typed on a train", "zone": "Europe/Paris"})
    sheet.field("template").get_by_role("radio").last.check()
    amara.page.reload()
    amara.page.unroute("**/form")
    amara.is_live()
    amara.page.get_by_test_id("form-open").click()

    again = amara.form("Start a programme")
    expect(again.field("name").get_by_role("textbox")).to_have_value("Typed on a train")
    expect(again.field("zone").get_by_role("combobox")).to_have_value("Europe/Paris")
    expect(again.field("template").get_by_role("radio").last).to_be_checked()
    again.send()
    amara.sees("Typed on a train is running")


def test_an_unknown_command_is_answered_with_what_was_meant(opens: Opens) -> None:
    amara = opens("amara")

    amara.types("/setpu")
    amara.sees("There is no command /setpu.")
    amara.presses("/setup")

    expect(amara.form("Start a programme").dialog).to_be_visible()


def test_what_is_said_while_the_connection_is_lost_is_there_once_afterwards(opens: Opens, program: Program) -> None:
    amara, mei = opens("amara"), opens("mei")
    for each in (amara, mei):
        each.goes_to("lobby")
    amara.types("Before")
    mei.sees("Before")

    mei.page.route("**/events*", lambda route: route.abort())
    program.restart()
    expect(mei.page.get_by_test_id("offline")).to_be_visible()
    amara.is_live()
    amara.types("Meanwhile")
    amara.sees("Meanwhile")
    expect(mei.message("Meanwhile")).to_have_count(0)
    mei.page.unroute("**/events*")
    mei.sees("Meanwhile")
    expect(mei.page.get_by_test_id("offline")).to_be_hidden()

    for text in ("Before", "Meanwhile"):
        expect(mei.page.get_by_test_id("message").filter(has_text=text)).to_have_count(1)


def test_it_reads_well_on_a_phone(opens: Opens) -> None:
    amara = opens("amara", viewport=PHONE)
    amara.types("/setup")
    sheet = amara.form("Start a programme")
    box = sheet.dialog.bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, PHONE["width"])
    sheet.send()
    amara.sees("is running")
    nothing_sticks_out(amara)

    places = amara.page.get_by_test_id("places")
    expect(places.get_by_role("link", name="lobby")).to_be_hidden()
    amara.page.get_by_role("button", name="Show places").click()
    places.get_by_role("link", name="lobby").click()
    amara.is_live()
    nothing_sticks_out(amara)


def nothing_sticks_out(window: Window) -> None:
    """Nobody has to scroll the page itself, in either direction."""
    sizes = (
        "() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]"
    )
    assert window.page.evaluate(sizes) == [0, 0]


def test_it_is_dark_for_those_who_want_it_dark(opens: Opens) -> None:
    light, dark = opens("priya"), opens("priya", scheme="dark")
    ground = "() => getComputedStyle(document.body).backgroundColor"

    def brightness(window: Window) -> int:
        colour = str(window.page.evaluate(ground))
        return sum(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))

    assert brightness(dark) < 150
    assert brightness(light) > 600


def test_nothing_is_fetched_from_elsewhere_and_no_script_stands_in_the_page(opens: Opens, program: Program) -> None:
    amara = opens("amara")
    fetched: list[str] = []
    amara.page.on("request", lambda request: fetched.append(request.url))

    answer = amara.page.reload()

    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy or "default-src 'none'" in policy
    assert "unsafe-inline" not in policy.partition("style-src")[0]
    assert fetched
    assert [each for each in fetched if not each.startswith((program.url, "data:"))] == []


def test_the_tour_leads_through_the_loop(opens: Opens) -> None:
    guest = opens("amara")

    follow(guest, 0)
    guest.form("Start a programme").send()
    follow(guest, 1)
    guest.form("Join as a mentor").fill({"role": "Staff engineer"}).send()
    follow(guest, 2)
    guest.form("Join as a mentee").fill({"destination": "Staff engineer", "visibility": "public"}).send()
    follow(guest, 3)
    guest.form("Rate yourself").fill(RATED).send()
    follow(guest, 4)
    guest.form("Find a mentor").fill({"mentee": "Priya Nair"}).send()
    guest.presses("Propose Jonas Lindqvist")
    guest.sees("Jonas Lindqvist is being asked")
    follow(guest, 5)
    guest.presses("Accept")
    guest.sees("You are now Priya Nair’s mentor")
    follow(guest, 6)
    guest.form("Set a goal").fill({"title": "Lead two design reviews"}).send()
    guest.page.get_by_test_id("guide-clock").click()
    guest.sees("Week 1: how did it go?")
    follow(guest, 8)
    guest.form("Check-in, week 1").fill(WEEKS[0]).send()

    guest.sees("Week 1 is in. Thank you")
    expect(guest.page.get_by_test_id("guide")).to_contain_text("10 of 10")
    guest.enters("thread")
    guest.sees("Week 1, Priya Nair")


def test_what_was_begun_for_one_persona_is_not_run_as_another(opens: Opens) -> None:
    guest = opens("amara")
    follow(guest, 0)
    guest.form("Start a programme").send()
    guest.page.route("**/as/jonas/**", lambda route: route.abort())  # the way there is interrupted
    follow(guest, 1)

    guest.goes_to()

    guest.types("/help")
    guest.sees("answers /help")
    expect(guest.page.get_by_role("dialog")).to_have_count(0)


def follow(window: Window, done: int) -> None:
    """Do what the tour asks for next, after so many steps are done, as whom it asks for."""
    expect(window.page.get_by_test_id("guide")).to_contain_text(f"{done} of 10")
    window.is_live()  # only then is it the page that begins a command
    window.page.get_by_test_id("guide-as").or_(window.page.get_by_test_id("guide-do")).click()
