"""Views and forms as HTML: all of them, and never as anything but text."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.webchat.painting import Easel, Painted
from bot.adapters.webchat.render import Shown, Templates, Viewer, block_name, field_name, initials
from bot.adapters.webchat.server.model import Account, Message, MessageKind, Part
from bot.core.ui.forms import Field, Form, Option, SearchedChoice, Several, ShortText
from bot.core.ui.pictures import Drawing
from bot.core.ui.replies import OpenForm
from bot.core.ui.views import (
    Action,
    Block,
    CheckItem,
    Checklist,
    FieldRow,
    Fields,
    Heading,
    Picture,
    Progress,
    Quote,
    Suggestion,
    Table,
    Text,
    View,
)
from tests.adapters.webchat.fakes import CHART, EVERY_FIELD, EVERYTHING, FakeConversation, FakePainter

VIEWER = Viewer(Account("priya", "Priya Nair", Part.MENTEE), "en", ZoneInfo("Europe/Berlin"))
TEMPLATES = Templates(FakeConversation())
PICTURES: Mapping[Drawing, Painted] = {CHART: Painted("data:light", "data:dark")}
MESSAGE = Message(
    id=7,
    place="direct-priya",
    kind=MessageKind.VIEW,
    body="",
    author=None,
    author_name="",
    only_for=None,
    caption="",
    parent=None,
    at=datetime(2026, 11, 26, 14, 30, tzinfo=UTC),
    pinned=False,
    edited=False,
    version=3,
)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), min_size=1, max_size=60)
HOSTILE = st.one_of(
    ANYTHING, st.sampled_from(["<script>alert(1)</script>", '"><img src=x onerror=y>', "{{ 7*7 }}", "</textarea>"])
)


class Page(HTMLParser):
    """What a browser makes of some HTML: its tags with the names of their attributes, its words and its values."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.words = ""
        self.values: list[str] = []
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.values += [value or "" for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


def drawn(view: View | None = None, form: OpenForm | None = None, message: Message = MESSAGE) -> Page:
    shown = Shown(message, view=view, form=form, pictures=PICTURES)
    return Page(TEMPLATES.message(shown, VIEWER, base="/as/priya/in/direct-priya"))


def view_of(text: str) -> View:
    return View(
        text,
        (
            Text(text),
            Heading(text),
            Fields((FieldRow(text, text),)),
            Checklist((CheckItem(text, done=True),)),
            Progress(text, 0.5, text),
            Table((text,), ((text,),)),
            Quote(text, text),
            Picture(CHART, text, Table((text,), ((text,),))),
        ),
        (Action(text, text),),
        (Suggestion(text, text),),
    )


def form_of(text: str) -> OpenForm:
    option = (Option(text, text, text),)
    fields = (
        ShortText(name="one", label=text, help=text),
        Several(name="two", label=text, options=option),
        SearchedChoice(name="three", label=text, source=text),
    )
    answers = {each.name: (text,) for each in fields}
    return OpenForm(Form("f", text, fields, text, text), "token", answers, {"one": text}, text)


def test_every_kind_of_block_is_shown_with_its_words() -> None:
    assert {type(block) for block in EVERYTHING.blocks} == set(get_args(Block)), "the sample holds every block"
    page = drawn(EVERYTHING)
    for said in ("With a line break", "Where you stand", "Staff engineer", "Join the programme", "62 %", "Mei Tanaka"):
        assert said in page.words
    assert "Twelve competencies: two levels are missing in system design." in page.values
    assert ("img", ("src", "alt")) in page.tags


def test_a_file_can_be_taken_from_the_page_itself() -> None:
    page = drawn(EVERYTHING)

    assert "Take it to your calendar" in page.words
    assert "way.ics" in page.values
    assert "data:text/calendar;charset=utf-8;base64,QkVHSU46VkNBTEVOREFS" in page.values


def test_every_kind_of_field_is_asked() -> None:
    assert {type(field) for field in EVERY_FIELD.fields} == set(get_args(Field)), "the sample holds every field"
    page = drawn(form=OpenForm(EVERY_FIELD, "token"))
    for field in EVERY_FIELD.fields:
        assert field.label in page.words
        assert f"a.{field.name}" in page.values


@pytest.mark.parametrize("block", EVERYTHING.blocks, ids=block_name)
def test_a_block_alone_leaves_something_to_read(block: Block) -> None:
    assert drawn(View("", (block,))).words != drawn(View("")).words


def test_field_kinds_have_names() -> None:
    assert {field_name(field) for field in EVERY_FIELD.fields} >= {"scale", "searched", "confirm", "file"}


@given(HOSTILE)
def test_words_of_a_view_stay_words(text: str) -> None:
    page = drawn(view_of(text))
    assert page.tags == drawn(view_of("harmless")).tags
    assert text in page.words


@given(HOSTILE)
def test_words_of_a_form_stay_words(text: str) -> None:
    page = drawn(form=form_of(text))
    assert page.tags == drawn(form=form_of("harmless")).tags
    assert text in page.words
    assert text in page.values


@given(HOSTILE, HOSTILE)
def test_what_a_person_says_and_is_called_stays_words(text: str, name: str) -> None:
    said = replace(MESSAGE, kind=MessageKind.SAID, body=text, author="priya", author_name=name)
    page = drawn(message=said)
    assert page.tags == drawn(message=replace(said, body="hello", author_name="Priya")).tags
    assert text in page.words
    assert name in page.words


def test_an_error_stands_with_its_field_and_what_was_typed_is_kept() -> None:
    opened = OpenForm(EVERY_FIELD, "token", {"hours": ("many",)}, {"hours": "Give a whole number."})
    page = drawn(form=opened)
    assert "Give a whole number." in page.words
    assert {"many", "f7-hours-error", "error-hours"} <= set(page.values)


async def test_a_picture_is_painted_once_for_light_and_once_for_dark() -> None:
    easel = Easel(FakePainter())
    first = await easel.paint(EVERYTHING)
    assert first[CHART].light.startswith("data:image/svg+xml;base64,")
    assert first[CHART].light != first[CHART].dark
    assert (await easel.paint(EVERYTHING))[CHART] is first[CHART]


def test_initials_are_of_the_first_and_the_last_name() -> None:
    assert [initials(name) for name in ("Amara Okafor", "Mei", "Ana María de la Cruz")] == ["AO", "M", "AC"]
