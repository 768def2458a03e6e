"""Forms as modals: every kind of field, page by page, and what was answered already."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, get_args

import discord
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.discord.asking import NO_ANSWER, two_lines
from bot.adapters.discord.custom_ids import ModalId
from bot.adapters.discord.custom_ids import read as read_id
from bot.adapters.discord.limits import MODAL_PARTS
from bot.adapters.discord.modals import modal, pages
from bot.core.ui.forms import (
    Choice,
    Confirm,
    Day,
    Field,
    File,
    Form,
    Number,
    Option,
    Raw,
    Scale,
    SearchedChoice,
    Several,
    ShortText,
)
from bot.core.ui.replies import OpenForm
from tests.adapters.discord import sheets
from tests.adapters.discord.test_render import WORDS
from tests.adapters.webchat.fakes import EVERY_FIELD, GAP

TOKEN = "t" * 95
TEXT_INPUT, SELECT, FILE, RADIO, CHECKBOXES, CHECKBOX = 4, 3, 19, 21, 22, 23
LONG = "This sentence goes on for rather longer than a label, a title or a description of Discord’s may ever be. " * 3


def options(count: int, label: str = "Option") -> tuple[Option, ...]:
    return tuple(Option(str(number), f"{label} {number}") for number in range(count))


def form(*fields: Field, title: str = "A form", intro: str = "") -> Form:
    return Form("form", title, fields, "Send it", intro)


def questions(count: int, how: str = "") -> tuple[Field, ...]:
    return tuple(ShortText(name=f"q{number}", label=f"Question {number}", help=how) for number in range(count))


def opened(asked: Form, answers: Mapping[str, Raw] | None = None, errors: Mapping[str, str] | None = None) -> OpenForm:
    return OpenForm(asked, TOKEN, answers or {}, errors or {})


def drawn(
    asked: Form, page: int = 0, answers: Mapping[str, Raw] | None = None, labels: Mapping[str, str] | None = None
) -> discord.ui.Modal:
    return modal(opened(asked, answers), page, words=WORDS, language="en", labels=labels or {})


def asked(field: Field, *answer: str, labels: Mapping[str, str] | None = None) -> sheets.Json:
    """The component that asks a field; an answer of "" is one that was left out on purpose."""
    answers = {field.name: tuple(each for each in answer if each)} if answer else {}
    page = drawn(form(field), answers=answers, labels=labels)
    sheets.check_modal(page)
    [label] = [each for each in page.to_components() if "component" in each]
    component: sheets.Json = label["component"]
    return component


def chosen(component: sheets.Json) -> list[str]:
    return [each["value"] for each in component["options"] if each.get("default")]


def sizes(asked: Form) -> list[int]:
    return [len(page) for page in pages(asked)]


def every_page(asked: Form) -> list[discord.ui.Modal]:
    return [drawn(asked, page) for page in range(len(pages(asked)))]


def test_every_kind_of_field_is_asked() -> None:
    assert {type(each) for each in EVERY_FIELD.fields} == set(get_args(Field))

    drawn_pages = every_page(EVERY_FIELD)

    for page in drawn_pages:
        sheets.check_modal(page)
    found = [each["custom_id"] for page in drawn_pages for each in sheets.components(page) if "custom_id" in each]
    assert found == [field.name for field in EVERY_FIELD.fields]


def test_a_page_says_which_it_is_and_whether_it_is_the_last() -> None:
    ids = [read_id(page.custom_id) for page in every_page(form(*questions(12)))]

    assert ids == [ModalId(0, TOKEN, is_last=False), ModalId(1, TOKEN, is_last=False), ModalId(2, TOKEN, is_last=True)]


def test_titles_count_the_pages_where_there_are_several() -> None:
    assert [page.title for page in every_page(form(*questions(6)))] == ["A form · 1/2", "A form · 2/2"]
    assert [page.title for page in every_page(form(*questions(5)))] == ["A form"]


def test_a_page_that_there_is_not_is_the_last() -> None:
    assert drawn(form(*questions(6)), 9).custom_id == drawn(form(*questions(6)), 1).custom_id


def test_fields_are_shared_out_five_by_five_in_their_order() -> None:
    assert sizes(form(*questions(12))) == [5, 5, 2]
    assert list(chain(*pages(form(*questions(12))))) == list(questions(12))


def test_opening_words_take_a_part_of_the_first_page() -> None:
    first = drawn(form(*questions(9), intro="One minute."))

    assert sizes(form(*questions(9), intro="One minute.")) == [4, 5]
    assert first.to_components()[0] == {"type": sheets.TEXT, "content": "One minute."}


def test_opening_words_go_under_the_first_label_where_they_would_cost_another_modal() -> None:
    asked = form(*questions(5, how="A short one."), intro="One minute.")

    assert sizes(asked) == [5]
    assert drawn(asked).to_components()[0]["description"] == "A short one. One minute."


def test_opening_words_that_do_not_fit_there_cost_another_modal() -> None:
    assert sizes(form(*questions(5), intro=LONG)) == [4, 1]


def test_a_title_that_is_too_long_is_said_whole_above_the_fields() -> None:
    page = drawn(form(*questions(2), title=LONG.strip()))

    assert page.title.endswith("…")
    assert LONG.strip() in sheets.words(page)
    sheets.check_modal(page)


@pytest.mark.parametrize(
    "field",
    [
        ShortText(name="f", label=LONG.strip(), help="Why not?"),
        ShortText(name="f", label="Label", help=LONG.strip()),
        Choice(name="f", label="Label", options=(*options(2), Option("x", "Label", LONG.strip()))),
        Several(name="f", label="Label", options=(*options(2), Option("x", LONG.strip()))),
        Scale(name="f", label="Label", low=0, high=1, steps=(*options(1), Option("1", "One", LONG.strip()))),
        Choice(name="f", label="Label", options=options(30, "One of very many things to choose")),
    ],
)
def test_what_is_too_long_for_its_part_is_said_whole_above_the_fields(field: Field) -> None:
    page = drawn(form(field))

    sheets.check_modal(page)
    parts = [field.label, field.help, *chain(*((each.label, each.description) for each in given_options(field)))]
    assert all(part in sheets.words(page) for part in parts)
    assert sizes(form(*(replace(field, name=f"f{number}") for number in range(5)))) == [4, 1]


def given_options(field: Field) -> tuple[Option, ...]:
    found: tuple[Option, ...] = getattr(field, "options", getattr(field, "steps", ()))
    return found


def test_a_description_that_is_a_little_too_long_begins_in_the_label_after_a_stop_where_it_can() -> None:
    first, second = (
        "Everything you write appears on your own growth thread for all to read.",
        "Each week you say yes first.",
    )

    assert two_lines(Option("x", "Public", f"{first} {second} {second}")) == (
        f"Public: {first}",
        f"{second} {second}",
    )


def test_what_was_wrong_is_said_under_the_label() -> None:
    page = modal(opened(form(*questions(1, how="Help")), errors={"q0": "Too short."}), 0, words=WORDS, language="en")

    assert page.to_components()[0]["description"] == "Too short."


def test_texts_are_filled_in_and_as_long_as_they_may_be() -> None:
    field = ShortText(name="f", label="Name", longest=40, default=("Harbour",))

    assert {"value": "Harbour", "max_length": 40, "required": True, "style": 1}.items() <= asked(field).items()
    assert asked(field, "Other")["value"] == "Other"
    assert "value" not in asked(field, "") or asked(field, "")["value"] is None
    assert asked(field, "x" * 50)["max_length"] == 50


def test_a_searched_answer_is_called_by_its_name() -> None:
    field = SearchedChoice(name="f", label="Role", source="role")

    component = asked(field, "staff-engineer", labels={"f": "Staff engineer"})

    assert component["value"] == "Staff engineer"
    assert component["placeholder"] == WORDS.words("discord-hint-search", "en")


def test_typed_answers_say_how() -> None:
    page = drawn(
        form(Day(name="d", label="Due"), Number(name="n", label="Hours", low=1, high=20, help="Meetings too."))
    )

    day, number = page.to_components()
    assert "2027-01-31" in day["description"]
    assert number["description"] == "Meetings too."
    assert number["component"]["placeholder"] == "A number from 1 to 20."


@pytest.mark.parametrize(
    ("count", "required", "kind"),
    [(1, True, SELECT), (2, True, RADIO), (10, True, RADIO), (10, False, SELECT), (25, True, SELECT)],
)
def test_a_choice_of_few_is_seen_at_once_and_one_of_many_folded(count: int, required: bool, kind: int) -> None:  # noqa: FBT001  a case
    component = asked(Choice(name="f", label="Choice", options=options(count), required=required, default=("0",)))

    assert component["type"] == kind
    assert component["required"] is required
    assert chosen(component) == ["0"]


def test_a_choice_of_more_than_can_be_listed_is_typed() -> None:
    assert asked(Choice(name="f", label="Choice", options=options(26)))["type"] == TEXT_INPUT


def test_a_choice_that_may_be_left_out_can_be_taken_back() -> None:
    component = asked(Choice(name="f", label="Mood", options=options(3), required=False), "1")

    assert [each["value"] for each in component["options"]] == ["0", "1", "2", NO_ANSWER]
    assert chosen(component) == ["1"]


@pytest.mark.parametrize(
    ("count", "kind"), [(1, CHECKBOXES), (10, CHECKBOXES), (11, SELECT), (25, SELECT), (40, SELECT)]
)
def test_several_are_ticked_or_picked_from_a_list(count: int, kind: int) -> None:
    component = asked(Several(name="f", label="Languages", options=options(count), most=3), "0", str(count - 1))

    assert component["type"] == kind
    assert sorted(chosen(component)) == sorted({"0", str(count - 1)})
    assert (component["min_values"], component["max_values"]) == (1, min(count, 3))


def test_a_scale_says_its_steps_in_words_and_offers_not_to_know() -> None:
    scale = GAP.fields[0]

    component = asked(scale)

    assert component["type"] == RADIO
    assert [each["label"] for each in component["options"]][::6] == ["None yet", "I don’t know"]
    assert chosen(component) == []
    assert chosen(asked(scale, "3")) == ["3"]
    assert chosen(asked(scale, "")) == [NO_ANSWER]


def test_a_tick_is_kept() -> None:
    field = Confirm(name="f", label="I agree")

    assert asked(field)["default"] is False
    assert asked(field, "yes")["default"] is True


def test_a_file_that_was_sent_need_not_be_sent_again() -> None:
    field = File(name="f", label="Import", endings=(".csv",), most_bytes=1000)

    assert asked(field)["required"] is True
    assert asked(field, "a,b")["required"] is False
    assert "kept" in sheets.words(drawn(form(field), answers={"f": ("a,b",)}))
    assert ".csv" in sheets.words(drawn(form(field)))


def test_a_form_without_questions_is_a_modal_still() -> None:
    sheets.check_modal(drawn(form()))


def test_the_library_keeps_nothing_of_it() -> None:
    assert drawn(EVERY_FIELD).is_finished()


WRITTEN = st.text(max_size=20) | st.just(LONG) | st.text(min_size=40, max_size=140)
OPTIONS = st.lists(WRITTEN, min_size=1, max_size=30).map(
    lambda labels: tuple(Option(str(number), label, LONG[: number * 20]) for number, label in enumerate(labels))
)


def fields() -> st.SearchStrategy[Field]:
    def made(kind: type[Any], **facts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.builds(kind, name=st.just("f"), label=WRITTEN, help=WRITTEN, required=st.booleans(), **facts)

    given = st.lists(st.sampled_from(["0", "1", "yes", LONG]), max_size=2).map(tuple)
    return st.one_of(
        made(ShortText, longest=st.integers(0, 9000), default=given),
        made(Choice, options=OPTIONS, default=given),
        made(Several, options=OPTIONS, most=st.integers(1, 40), default=given),
        made(Scale, low=st.just(0), high=st.just(5), steps=OPTIONS, unknown=WRITTEN, default=given),
        made(Confirm, default=given),
        made(File, endings=st.just((".csv",)), most_bytes=st.just(1), default=given),
    )


@given(st.lists(fields(), max_size=8), WRITTEN, WRITTEN)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
def test_any_form_is_within_the_limits_and_asks_everything(asked: list[Field], title: str, intro: str) -> None:
    named = [replace(field, name=f"f{number}") for number, field in enumerate(asked)]

    drawn_pages = every_page(form(*named, title=title, intro=intro))

    for page in drawn_pages:
        sheets.check_modal(page)
        assert len(page.to_components()) <= MODAL_PARTS
    found = [each["custom_id"] for page in drawn_pages for each in sheets.components(page) if "custom_id" in each]
    assert found == [field.name for field in named]
