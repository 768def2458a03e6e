"""Each kind of field as it is answered in a chat: pressed, typed, searched for, sent as a document."""

from dataclasses import replace
from datetime import date

from bot.adapters.telegram.asking import Refused, Shown, Stale, filed, found, typed
from bot.core.ui.forms import (
    Confirm,
    Day,
    File,
    Form,
    Instant,
    Option,
    Person,
    Scale,
    Several,
    ShortText,
    TimeZone,
)
from tests.adapters.telegram import chats
from tests.adapters.telegram.filling import Filling

OTHER = Form("other", "Other", (ShortText(name="title", label="Title"),), "Send")
MANY = tuple(Option(f"v{number}", f"Option {number}") for number in range(20))


def test_several_are_ticked_one_by_one_until_done() -> None:
    field = Several(name="langs", label="Languages", options=MANY, most=2)
    person = Filling.of(Form("several", "Talk", (field,), "Save"))

    person.presses("▶")
    assert "Page 2 of 3" in person.words
    person.presses("Option 9")
    assert "✓ Option 9" in person.buttons
    person.presses("◀")
    person.presses("Option 1")
    person.presses("Option 2")
    assert isinstance(person.came_to(), Refused)
    assert "⚠️ Please choose 2 at most." in person.words
    person.presses("Option 1")
    person.presses("Done")

    assert person.sent is not None
    assert person.sent["langs"] == ("v9",)


def test_nothing_chosen_of_what_is_required_is_said() -> None:
    person = Filling.of(Form("several", "Talk", (Several(name="langs", label="Languages", options=MANY),), "Save"))

    person.presses("Done")

    assert "⚠️ Please fill this in." in person.words


def test_several_can_be_typed_by_name() -> None:
    person = Filling.of(Form("several", "Talk", (Several(name="langs", label="Languages", options=MANY),), "Save"))

    person.types("option 3, Option 4")

    assert person.sent is not None
    assert person.sent["langs"] == ("v3", "v4")


def test_a_scale_has_a_button_for_each_step_and_for_not_knowing() -> None:
    steps = tuple(Option(str(level), str(level), words) for level, words in enumerate(("Not yet", "Some", "Much")))
    field = Scale(name="skill", label="Coding", low=0, high=2, steps=steps, required=False, unknown="I don’t know")
    person = Filling.of(Form("scale", "Rate", (field,), "Save"))
    assert person.buttons[:4] == ["0 · Not yet", "1 · Some", "2 · Much", "I don’t know"]

    person.presses("I don’t know")

    assert person.sent is not None
    assert person.sent["skill"] == ()


def test_steps_with_long_words_are_told_above_their_numbers() -> None:
    steps = tuple(Option(str(level), str(level), "What it looks like at work, in a sentence") for level in range(6))
    field = Scale(name="skill", label="Coding", low=0, high=5, steps=steps)
    person = Filling.of(Form("scale", "Rate", (field,), "Save"))

    assert chats.rows(person.step.keyboard)[0] == ["0", "1", "2", "3", "4", "5"]
    assert "4 · What it looks like at work, in a sentence" in person.words


def test_a_confirmation_is_yes_or_no() -> None:
    sure = Confirm(name="sure", label="Everybody may read this")
    person = Filling.of(Form("sure", "Publish", (sure,), "Publish"))

    person.presses("No")
    assert "⚠️ Please tick this to go on." in person.words
    person.presses("Yes")
    assert person.sent is not None
    assert person.sent["sure"] == ("yes",)

    person = Filling.of(Form("sure", "Publish", (replace(sure, required=False),), "Publish"))
    person.presses("No")
    assert person.sent is not None
    assert person.sent["sure"] == ()


def test_searched_words_that_name_one_thing_are_the_answer() -> None:
    person = Filling.of(Form("pair", "Pair", (Person(name="mentee", label="For whom?", source="mentee"),), "Pair"))
    person.options = (Option("m1", "Priya Nair"), Option("m2", "Priya Nayar"))

    person.types("priya nair")

    assert person.sent is not None
    assert person.sent["mentee"] == ("m1",)


def test_searched_words_that_could_mean_several_are_asked_about_even_after_a_restart() -> None:
    person = Filling.of(Form("pair", "Pair", (Person(name="mentee", label="For whom?", source="mentee"),), "Pair"))
    person.options = (Option("m1", "Ana Ruiz", "mentee since May"), Option("m2", "Ana Ruiz", "mentee since June"))

    person.types("Ana Ruiz")
    assert person.buttons[:2] == ["Ana Ruiz", "Ana Ruiz"]
    assert "mentee since June" in person.words
    person.options = ()
    data = chats.buttons(person.step.keyboard)[1].callback_data
    person.presses_data(str(data))

    assert person.sent is not None
    assert person.sent["mentee"] == ("m2",)


def test_searched_words_that_mean_nothing_are_asked_again() -> None:
    person = Filling.of(Form("pair", "Pair", (Person(name="mentee", label="For whom?", source="mentee"),), "Pair"))

    person.types("zzz")

    assert "⚠️ Nothing is called “zzz”." in person.words


def test_a_time_zone_by_its_name_needs_no_search() -> None:
    person = Filling.of(Form("zone", "Zone", (TimeZone(name="zone", label="Zone"),), "Save"))

    person.types("Asia/Tokyo")

    assert person.sent is not None
    assert person.sent["zone"] == ("Asia/Tokyo",)


def test_a_day_is_chosen_or_typed_within_its_bounds() -> None:
    field = Day(name="due", label="Due", earliest=date(2026, 11, 23), latest=date(2026, 12, 3))
    form = Form("due", "Due", (field,), "Save")
    person = Filling.of(form)
    assert person.buttons[:3] == ["Today", "Tomorrow", "Wed 25 Nov"]

    person.presses("▶")
    assert person.buttons[:3] == ["Tue 1 Dec", "Wed 2 Dec", "Thu 3 Dec"]
    person.types("24.12.")
    assert "⚠️ Please choose Thursday, 3 December 2026 or earlier." in person.words
    person.types("2.12.")
    assert person.sent is not None
    assert person.sent["due"] == ("2026-12-02",)

    person = Filling.of(form)
    person.presses("Tomorrow")
    assert person.sent is not None
    assert person.sent["due"] == ("2026-11-24",)


def test_a_day_whose_bounds_are_over_offers_none() -> None:
    field = Day(name="due", label="Due", latest=date(2026, 1, 1))

    assert Filling.of(Form("due", "Due", (field,), "Save")).buttons == ["Cancel"]


def test_a_moment_is_typed() -> None:
    person = Filling.of(Form("when", "When", (Instant(name="at", label="When?"),), "Save"))

    person.types("30.11. 9:05")

    assert person.sent is not None
    assert person.sent["at"] == ("2026-11-30 09:05",)


def test_a_document_answers_where_one_is_asked_for_and_words_do_not() -> None:
    person = Filling.of(
        Form("file", "Import", (File(name="csv", label="File", endings=(".csv",), most_bytes=9),), "Go")
    )

    person.types("here it is")
    assert person.came_to() == Shown()
    person.takes(filed(person.opened, "far too long"))
    assert isinstance(person.came_to(), Refused)
    person.takes(filed(person.opened, "a,b"))
    assert person.sent is not None
    assert person.sent["csv"] == ("a,b",)

    assert filed(Filling.of(OTHER).opened, "a,b") == Shown()


def test_a_search_for_a_field_that_is_gone_is_told() -> None:
    person = Filling.of(Form("pair", "Pair", (Person(name="mentee", label="For whom?", source="mentee"),), "Pair"))
    looked_up = typed(person.opened, "Ana", person.reader)
    gone = replace(person.opened, form=OTHER)

    assert not isinstance(looked_up, Shown)
    assert found(gone, looked_up, ()) == Stale()  # type: ignore[arg-type]  # it is what was typed to be looked up
