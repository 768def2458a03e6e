"""Formatting that anybody may have sent, made such that Telegram takes it."""

from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.telegram.spans import cut_out, nested
from bot.core.ui.speech import Span, Style

SPANS = st.lists(st.builds(Span, st.sampled_from(Style), st.integers(-3, 25), st.integers(-2, 25)), max_size=8)
LENGTH = 20


def covered(spans: tuple[Span, ...], style: Style) -> set[int]:
    return {place for each in spans if each.style is style for place in range(each.start, each.start + each.length)}


@given(SPANS)
def test_repaired_spans_lie_in_the_text_and_never_cross(spans: list[Span]) -> None:
    repaired = nested(spans, LENGTH)

    for one in repaired:
        assert 0 <= one.start < one.start + one.length <= LENGTH
        for other in repaired:
            begins_in = one.start < other.start < one.start + one.length
            assert not begins_in or other.start + other.length <= one.start + one.length


@given(SPANS)
def test_nothing_but_a_quote_is_around_code_and_nothing_is_in_it(spans: list[Span]) -> None:
    repaired = nested(spans, LENGTH)

    solid = covered(repaired, Style.CODE) | covered(repaired, Style.PRE)
    for style in set(Style) - {Style.CODE, Style.PRE, Style.QUOTE}:
        assert not covered(repaired, style) & solid


@given(SPANS)
def test_every_style_stays_where_it_was_but_in_code(spans: list[Span]) -> None:
    inside = {style: covered(tuple(spans), style) & set(range(LENGTH)) for style in Style}
    repaired = nested(spans, LENGTH)

    solid = inside[Style.CODE] | inside[Style.PRE]
    assert covered(repaired, Style.CODE) | covered(repaired, Style.PRE) == solid
    for style in set(Style) - {Style.CODE, Style.PRE}:
        assert covered(repaired, style) - solid == inside[style] - solid


@given(SPANS)
def test_what_is_repaired_already_stays_as_it_is(spans: list[Span]) -> None:
    repaired = nested(spans, LENGTH)

    assert nested(repaired, LENGTH) == repaired


def test_of_two_that_cross_the_later_one_is_cut_in_two() -> None:
    assert nested([Span(Style.BOLD, 0, 6), Span(Style.ITALIC, 3, 6)], 10) == (
        Span(Style.BOLD, 0, 6),
        Span(Style.ITALIC, 3, 3),
        Span(Style.ITALIC, 6, 3),
    )


def test_a_part_of_the_text_keeps_its_part_of_the_formatting() -> None:
    spans = (Span(Style.BOLD, 0, 6), Span(Style.LINK, 8, 2, "https://example.org"))

    assert cut_out(spans, 4, 9, shift=10) == (Span(Style.BOLD, 10, 2), Span(Style.LINK, 14, 1, "https://example.org"))
