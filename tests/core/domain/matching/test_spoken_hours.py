"""Hours as people say them, and said again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.matching import Hours, Span, WeekWords, hours_of_quarters, hours_said, read_hours, spans_of
from bot.core.domain.matching.hours import QUARTERS

NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SPANISH = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
WORDS = WeekWords(
    {
        **{name: frozenset({day}) for names in (NAMES, SPANISH) for day, name in enumerate(names)},
        "weekdays": frozenset(range(5)),
        "fin de semana": frozenset({5, 6}),
    },
    until=("to", "a"),
    filler=("from", "and", "de", "y", "el"),
)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Mon-Fri 18-21", ["mon-fri 18-21"]),
        ("mon – fri, 18:00 – 21:00; Sat 9.30-12", ["mon-fri 18-21", "sat 9:30-12"]),
        ("Mondays", None),
        (
            "Mon, Wed and Fri 18-20 and 21-22",
            ["mon 18-20", "wed 18-20", "fri 18-20", "mon 21-22", "wed 21-22", "fri 21-22"],
        ),
        ("weekdays from 6 to 9 pm", ["mon-fri 18-21"]),
        ("Tues/Thurs: 6pm-9pm", ["tue 18-21", "thu 18-21"]),
        ("sat 11-1pm", ["sat 11-13"]),
        ("12am-1am", ["mon-sun 0-1"]),
        ("lun a vie de 18h a 20h30, el fin de semana 10-12", ["mon-fri 18-20:30", "sat-sun 10-12"]),
        ("Sábado y domingo 9-10", ["sat-sun 9-10"]),
        ("18-21", ["mon-sun 18-21"]),
        ("sun-mon 9-10", ["sun-mon 9-10"]),
        ("fri 22-2", ["fri 22-24", "sat 0-2"]),
        ("sun 23-0", ["sun 23-24"]),
        ("", []),
    ],
)
def test_hours_are_understood(said: str, plain: list[str] | None) -> None:
    if plain is None:
        with pytest.raises(ValueError, match="mondays"):
            hours_said(said, WORDS)
    else:
        assert hours_said(said, WORDS) == read_hours(plain)


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("evenings", "evenings"),
        ("mon", "mon"),
        ("mon 9-9", "9-9"),
        ("mon 9", "9"),
        ("mon 9-25", "9-25"),
        ("mon 9:75-10", "9:75-10"),
        ("s 9-10", "s"),
        ("weekdays-sat 9-10", "weekdays"),
        ("mon- 9-10", "9"),
        ("mon-", "mon"),
        ("mon 9-fri", "9"),
        ("13pm-14pm", "13pm-14pm"),
        ("24-25", "24-25"),
    ],
)
def test_what_isn_t_understood_is_named(said: str, named: str) -> None:
    with pytest.raises(ValueError, match=r"\S") as refused:
        hours_said(said, WORDS)
    assert named in str(refused.value)


WEEKS = st.sets(st.integers(0, QUARTERS - 1), max_size=60).map(hours_of_quarters)


@given(WEEKS)
def test_whatever_is_said_of_hours_is_understood_again(hours: Hours) -> None:
    said = "; ".join(_in_words(span) for span in spans_of(hours))

    assert hours_said(said, WORDS) == hours


def _in_words(span: Span) -> str:
    days = ", ".join(NAMES[day][:3] for day in span.days)
    return f"{days} {span.start // 60}:{span.start % 60:02}-{span.end // 60}:{span.end % 60:02}"


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        hours = hours_said(text, WORDS)
    except ValueError:
        return
    assert all(0 <= first < end <= QUARTERS for first, end in hours)
