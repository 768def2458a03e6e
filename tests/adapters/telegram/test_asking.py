"""Forms asked one field at a time: what comes next, what is sent, and that nothing is remembered anywhere else."""

from dataclasses import replace

import pytest

from bot.adapters.telegram.asking import Shown, Stale, next_step
from bot.adapters.telegram.asking_state import message_of, session_of, standing_in
from bot.adapters.telegram.questions import Question
from bot.core.dialogue.conversation import ASKING
from bot.core.ui.forms import (
    Choice,
    Form,
    LongText,
    Number,
    Option,
    ShortText,
    TimeZone,
)
from bot.core.ui.replies import OpenForm
from tests.adapters.telegram import chats
from tests.adapters.telegram.filling import Filling
from tests.adapters.webchat.fakes import EVERY_FIELD

ASKED = Form(
    "asked",
    "Tell me",
    (
        ShortText(name="title", label="Title", help="A short one."),
        Number(name="target", label="Target", low=1, high=9, required=False),
        Choice(name="mood", label="Mood", options=(Option("good", "Good"), Option("low", "Low"))),
    ),
    "Send it",
    "Three questions.",
)
FILLED_IN = replace(
    ASKED, fields=(*ASKED.fields, TimeZone(name="zone", label="Zone", default=("Europe/Madrid",))), submit="Join"
)


def test_a_form_without_defaults_is_sent_after_its_last_answer() -> None:
    person = Filling.of(ASKED)

    assert person.words.startswith("Tell me · 1 of 3\n\nThree questions.\n\nTitle\nA short one.")
    person.types(" Lead reviews ")
    assert person.words.startswith("Tell me · 2 of 3\n\nTarget")
    person.presses("Skip")
    person.presses("Good")

    assert person.sent is not None
    assert {name: raw for name, raw in person.sent.items() if name != ASKING} == {
        "title": ("Lead reviews",),
        "target": (),
        "mood": ("good",),
    }


def test_what_is_filled_in_is_not_asked_but_shown_before_it_is_sent() -> None:
    person = Filling.of(FILLED_IN)
    person.types("Lead reviews")
    person.types("3")
    assert person.asked == "mood"
    person.types("low")

    assert not person.sent
    assert person.words.startswith("Tell me\n\nTitle: Lead reviews\nTarget: 3\nMood: Low\nZone: Europe/Madrid")
    assert person.buttons[0] == "Join"
    person.presses("Join")
    assert person.sent is not None
    assert person.sent["zone"] == ("Europe/Madrid",)


def test_a_field_is_changed_from_the_summary_and_leads_back_to_it() -> None:
    person = Filling.of(FILLED_IN, {"title": ("Old",), "target": (), "mood": ("good",)})
    assert person.asked == ""

    person.presses("Change: Title")
    assert person.asked == "title"
    assert "of 3" not in person.words
    person.types("New")

    assert "Title: New" in person.words
    person.presses("Change: Mood")
    person.presses("Back")
    assert person.asked == ""


def test_going_back_shows_what_was_answered_and_asks_nothing_twice() -> None:
    person = Filling.of(ASKED)
    assert "Back" not in person.buttons
    person.types("Lead reviews")
    person.types("3")

    person.presses("Back")
    person.presses("Back")
    assert person.asked == "title"
    assert "Lead reviews" in person.words
    person.presses("Keep it")
    assert person.asked == "mood"


def test_a_bad_answer_is_asked_again_with_the_reason_and_not_kept() -> None:
    person = Filling.of(ASKED)
    person.types("Lead reviews")

    person.types("many")

    assert person.asked == "target"
    assert "⚠️ “many” is not a whole number. Write it like 3." in person.words
    assert "target" not in person.opened.answers
    person.types("3")
    assert person.asked == "mood"


def test_what_the_core_finds_wrong_is_asked_again_one_after_the_other_and_then_sent() -> None:
    person = Filling.of(ASKED)
    for answer in ("Lead reviews", "3", "good"):
        person.types(answer)

    person.is_told({"mood": "Not that mood.", "title": "Not that title."})
    assert person.asked == "title"
    person.is_told({"mood": "Not that mood.", "title": "Not that title."})
    person.types("Better")
    assert person.asked == "mood"
    assert "⚠️" in person.words
    person.presses("Low")

    assert person.sent is not None
    assert person.sent["mood"] == ("low",)


def test_trouble_with_all_of_it_is_said_over_a_summary() -> None:
    person = Filling.of(ASKED)
    for answer in ("Lead reviews", "3", "good"):
        person.types(answer)

    person.is_told(trouble="There is such a goal already.")

    step = next_step(replace(person.opened, trouble="There is such a goal already."), person.reader)
    assert "⚠️ There is such a goal already." in chats.words(step.html)
    assert person.asked == ""
    person.presses("Send it")
    assert person.sent is not None


def test_a_form_of_one_question_asks_it_even_where_it_is_filled_in() -> None:
    form = Form("one", "Progress", (Number(name="now", label="Where is it?", low=0, high=9, default=("2",)),), "Save")
    person = Filling.of(form)

    assert person.asked == "now"
    assert "2" in person.words
    person.presses("Keep it")

    assert person.sent is not None
    assert person.sent["now"] == ("2",)


def test_a_button_survives_a_form_that_is_built_anew() -> None:
    person = Filling.of(ASKED)
    person.types("Lead reviews")
    person.presses("Skip")
    data = chats.buttons(person.step.keyboard)[1].callback_data
    mood = Choice(
        name="mood", label="Mood", options=(Option("new", "New"), Option("low", "Low"), Option("good", "Good"))
    )
    person.opened = replace(person.opened, form=replace(ASKED, fields=(*ASKED.fields[:2], mood)))

    person.presses_data(str(data))

    assert person.sent is not None
    assert person.sent["mood"] == ("low",)


def test_a_button_of_what_is_not_asked_any_more_is_told_from_the_others() -> None:
    person = Filling.of(ASKED)

    person.presses_data("o:abcdefgh23450000:xxxxxxxx:yyyyyyyy")
    assert person.came_to() == Stale()
    person.presses_data("s:abcdefgh23450000:skip:xxxxxxxx")
    assert person.came_to() == Stale()


def test_a_button_of_an_earlier_question_changes_its_answer_and_nothing_else() -> None:
    person = Filling.of(replace(ASKED, fields=ASKED.fields[::-1]))
    data = chats.buttons(person.step.keyboard)[0].callback_data
    person.presses("Low")
    assert person.asked == "target"

    person.presses_data(str(data))

    assert person.asked == "target"
    assert person.opened.answers["mood"] == ("good",)


def test_where_it_stands_is_kept_with_the_answers_and_so_is_its_message() -> None:
    person = Filling.of(ASKED)
    person.types("Lead reviews")
    kept = standing_in(person.step.asking, "57")
    anew = OpenForm(ASKED, person.opened.token, {"title": ("Lead reviews",), ASKING: kept})

    assert message_of(anew) == "57"
    step = next_step(anew, person.reader)
    assert isinstance(step, Question)
    assert step.field.name == "target"
    assert message_of(replace(anew, answers={ASKING: step.asking})) == "57"


@pytest.mark.parametrize("kept", [(), ("gone", "1", "straight", ""), ("title", "1", "sideways", ""), ("",), ("a", "b")])
def test_what_another_release_kept_is_begun_anew(kept: tuple[str, ...]) -> None:
    step = next_step(OpenForm(ASKED, "f:r:s:m", {ASKING: kept}), Filling.of(ASKED).reader)

    assert isinstance(step, Question)
    assert step.field.name == "title"


def test_words_before_a_summary_are_no_answer() -> None:
    person = Filling.of(FILLED_IN, {"title": ("Old",), "target": (), "mood": ("good",)})

    person.types("hello")

    assert person.came_to() == Shown()


def test_a_long_summary_pages_what_can_be_changed() -> None:
    fields = tuple(ShortText(name=f"f{number}", label=f"Field {number}", default=("x",)) for number in range(20))
    person = Filling.of(Form("long", "Long", fields, "Save"))

    person.presses("▶")
    person.presses("▶")

    assert [each for each in person.buttons if each.startswith("Change")] == [
        f"Change: Field {number}" for number in range(16, 20)
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_kind_of_field_is_asked_in_one_message_with_room_for_all_it_says(language: str) -> None:
    for field in EVERY_FIELD.fields:
        long = replace(field, help="h" * 300)
        given = {"short": ("x" * 200,), "long": ("y\n" * 1000,)}.get(field.name, ())
        person = Filling.of(Form("one", "T" * 300, (long,), "Send", "i" * 500), {field.name: given} if given else None)
        person.language = language
        if person.asked == "":
            person.presses(person.buttons[1])
        assert field.label in person.words
        assert len(person.words) <= 4096


def test_a_summary_of_the_longest_answers_fits_into_a_message() -> None:
    fields = tuple(LongText(name=f"f{n}", label="L" * 200, default=("word " * 400,)) for n in range(25))

    assert len(Filling.of(Form("long", "Long", fields, "Save")).words) <= 4096


def test_the_session_is_read_off_the_token() -> None:
    assert session_of("checkin:ref:session:mac") == "session"
    assert session_of("nonsense") == ""
