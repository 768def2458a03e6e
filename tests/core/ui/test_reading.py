"""Good answers become values; bad ones say what is wrong with them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.ui.forms import (
    Choice,
    Confirm,
    Day,
    Field,
    FieldError,
    File,
    Form,
    Instant,
    LongText,
    Number,
    Option,
    Person,
    Raw,
    Scale,
    SearchedChoice,
    Several,
    ShortText,
    TimeZone,
    Value,
)
from bot.core.ui.reading import BIDI_OVERRIDES, read, read_form

OPTIONS = (Option("up", "Upwards"), Option("across", "Across"), Option("both", "Both at once"))

SHORT = ShortText(name="f", label="Name", longest=10)
LONG = LongText(name="f", label="Words", longest=40)
CHOICE = Choice(name="f", label="Direction", options=OPTIONS)
SEVERAL = Several(name="f", label="Directions", options=OPTIONS, most=2)
SCALE = Scale(name="f", label="Level", low=0, high=5, steps=())
WHOLE = Number(name="f", label="Hours", low=1, high=1_000_000)
DECIMAL = Number(name="f", label="Target", low=-10, high=10, decimals=True)
DAY = Day(name="f", label="Due", earliest=date(2026, 11, 16), latest=date(2026, 12, 31))
ANY_DAY = Day(name="f", label="Date")
INSTANT = Instant(name="f", label="When")
ZONE = TimeZone(name="f", label="Time zone")
SEARCHED = SearchedChoice(name="f", label="Role", source="role")
PERSON = Person(name="f", label="Mentee", source="mentee")
FILE = File(name="f", label="Framework", endings=(".yaml",), most_bytes=10)
TICK = Confirm(name="f", label="I mean it")

FIELDS: tuple[Field, ...] = (
    SHORT, LONG, CHOICE, SEVERAL, SCALE, WHOLE, DECIMAL, DAY, ANY_DAY, INSTANT, ZONE, SEARCHED, PERSON, FILE, TICK,
)  # fmt: skip
ANYTHING = st.text(st.characters(exclude_categories=()))

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
NINES = "9" * 4300
"""As long as Python reads an integer from text; one more is a ValueError."""


@pytest.mark.parametrize(
    ("field", "given", "value"),
    [
        (SHORT, ("  Ada  ",), "Ada"),
        (SHORT, ("Ada\r\n\tLove",), "Ada Love"),  # one line
        (SHORT, ("Ada", "Love"), "Ada Love"),
        (SHORT, ("0123456789",), "0123456789"),
        (LONG, ("one\r\ntwo\n\nthree",), "one\ntwo\n\nthree"),
        (LONG, ("one\ttwo",), "one two"),
        (LONG, ("", "one", " ", "two"), "one\ntwo"),
        (CHOICE, ("up",), "up"),
        (CHOICE, ("both AT once",), "both"),
        (SEVERAL, ("up", "Across", "up"), ("up", "across")),
        (SCALE, ("0",), 0),
        (SCALE, (" 5 ",), 5),
        (WHOLE, ("1000000",), 1_000_000),
        (DECIMAL, ("2.5",), 2.5),
        (DECIMAL, ("2,5",), 2.5),
        (DECIMAL, ("-1e1",), -10.0),
        (DAY, ("2026-11-16",), date(2026, 11, 16)),
        (DAY, ("2026-12-31",), date(2026, 12, 31)),
        (ANY_DAY, ("1999-01-01",), date(1999, 1, 1)),
        (INSTANT, ("2026-11-16T09:00",), datetime(2026, 11, 16, 9)),  # noqa: DTZ001  local to the person
        (ZONE, ("Europe/Berlin",), "Europe/Berlin"),
        (SEARCHED, (" staff engineer ",), "staff engineer"),
        (PERSON, ("Ada",), "Ada"),
        (FILE, ("a: 1\n\tb",), "a: 1\n\tb"),
        (TICK, ("yes",), True),
    ],
)
def test_a_good_answer_becomes_a_value(field: Field, given: Raw, value: Value) -> None:
    assert read(field, given) == value


@pytest.mark.parametrize(
    ("field", "given", "key", "facts"),
    [
        (SHORT, "01234567890", "too-long", {"longest": 10, "length": 11}),
        (LONG, "x" * 41, "too-long", {"longest": 40, "length": 41}),
        (CHOICE, "down", "not-an-option", {"given": "down"}),
        (CHOICE, "x" * 1000, "not-an-option", {"given": "x" * 100}),
        (SEVERAL, "down", "not-an-option", {"given": "down"}),
        (SCALE, "6", "out-of-range", {"low": "0", "high": "5"}),
        (SCALE, "-1", "out-of-range", {"low": "0", "high": "5"}),
        (SCALE, NINES, "out-of-range", {"low": "0", "high": "5"}),
        (SCALE, "9" + NINES, "not-a-whole-number", {"given": "9" * 100}),
        (SCALE, "3.5", "not-a-whole-number", {"given": "3.5"}),
        (SCALE, "nan", "not-a-whole-number", {"given": "nan"}),
        (WHOLE, "0", "out-of-range", {"low": "1", "high": "1000000"}),
        (DECIMAL, "nan", "out-of-range", {"low": "-10", "high": "10"}),
        (DECIMAL, "inf", "out-of-range", {"low": "-10", "high": "10"}),
        (DECIMAL, "-1e999", "out-of-range", {"low": "-10", "high": "10"}),
        (DECIMAL, "9" + NINES, "out-of-range", {"low": "-10", "high": "10"}),
        (DECIMAL, "ten", "not-a-number", {"given": "ten"}),
        (DAY, "2026-11-15", "too-early", {"earliest": "2026-11-16"}),
        (DAY, "2027-01-01", "too-late", {"latest": "2026-12-31"}),
        (DAY, "2026-02-30", "not-a-date", {"given": "2026-02-30"}),
        (DAY, "tomorrow", "not-a-date", {"given": "tomorrow"}),
        (INSTANT, "at nine", "not-a-moment", {"given": "at nine"}),
        (INSTANT, "2026-11-16T09:00Z", "not-a-moment", {"given": "2026-11-16T09:00Z"}),
        (INSTANT, "2026-11-16T09:00+01:00", "not-a-moment", {"given": "2026-11-16T09:00+01:00"}),
        (ZONE, "Mars/Olympus_Mons", "unknown-zone", {"given": "Mars/Olympus_Mons"}),
        (ZONE, "../etc/passwd", "unknown-zone", {"given": "../etc/passwd"}),
        (ZONE, "Europe", "unknown-zone", {"given": "Europe"}),
        (FILE, "x" * 11, "file-too-big", {"most": 10}),
        (FILE, "ä" * 6, "file-too-big", {"most": 10}),
        (TICK, "no", "unconfirmed", {}),
    ],
    ids=lambda value: str(value)[:20] if isinstance(value, str) else type(value).__name__,
)
def test_a_bad_answer_says_what_is_wrong(field: Field, given: str, key: str, facts: dict[str, str | int]) -> None:
    assert read(field, (given,)) == FieldError(key, facts)


def test_more_than_the_most_are_too_many() -> None:
    assert read(SEVERAL, ("up", "across", "both")) == FieldError("too-many", {"most": 2})


@pytest.mark.parametrize("raw", [(), ("",), (" \n", "\t"), ("\0\u202e",)], ids=["none", "empty", "blank", "invisible"])
def test_a_field_left_empty_says_that_it_is_needed(raw: Raw) -> None:
    for field in FIELDS:
        assert read(field, raw) == FieldError("unconfirmed" if field is TICK else "required", {})


def test_a_field_that_may_stay_empty_has_an_empty_value() -> None:
    assert read(ShortText(name="f", label="", required=False), ()) is None
    assert read(Scale(name="f", label="", low=0, high=5, steps=(), required=False), ("",)) is None
    assert read(Several(name="f", label="", options=OPTIONS, required=False), ()) == ()
    assert read(Confirm(name="f", label="", required=False), ()) is False
    assert read(Confirm(name="f", label="", required=False), ("no",)) is False


@pytest.mark.parametrize("hidden", ["\0", "\x1b", "\x7f", "\x9b", "\ud800", "\u202e", "\u2066"], ids=ascii)
def test_what_could_make_a_line_read_as_another_is_taken_out(hidden: str) -> None:
    assert read(SHORT, (f"{hidden}Ad{hidden}a",)) == "Ada"
    assert read(SEARCHED, (f"Ad{hidden}a",)) == "Ada"
    assert read(CHOICE, (f"{hidden}x",)) == FieldError("not-an-option", {"given": "x"})
    assert read(FILE, (f"Ad{hidden}a",)) == "Ada"


@pytest.mark.parametrize("text", [FAMILY, ENGLAND, "\u2764\ufe0f", "می\u200cخواهم", "שלום", "e\u0301"], ids=ascii)
def test_what_people_write_with_stays_whole(text: str) -> None:
    assert read(LONG, (text,)) == text


@given(st.sampled_from(FIELDS), st.lists(ANYTHING, max_size=3).map(tuple))
def test_whatever_is_typed_is_a_value_or_an_error_that_can_be_shown(field: Field, raw: Raw) -> None:
    result = read(field, raw)
    facts = result.facts.values() if isinstance(result, FieldError) else [result]
    for shown in facts:
        assert str(shown).encode()
        assert not BIDI_OVERRIDES & set(str(shown))


@given(ANYTHING)
def test_a_short_text_is_one_line_and_reading_it_again_changes_nothing(text: str) -> None:
    field = ShortText(name="f", label="", longest=10_000)
    value = read(field, (text,))
    if isinstance(value, str):
        assert len(value.splitlines()) == 1
        assert read(field, (value,)) == value


def test_a_form_is_read_field_by_field() -> None:
    form = Form(
        name="join",
        title="Join",
        fields=(
            ShortText(name="name", label="Name"),
            Number(name="hours", label="Hours", low=1, high=20),
            ShortText(name="note", label="Note", required=False),
        ),
        submit="Join",
    )
    values, errors = read_form(form, {"name": ("Ada",), "hours": ("many",), "stranger": ("x",)})
    assert values == {"name": "Ada", "note": None}
    assert errors == {"hours": FieldError("not-a-whole-number", {"given": "many"})}
