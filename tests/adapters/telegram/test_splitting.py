"""Long text is cut where a reader would, within the limit, and nothing that can be seen is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.telegram.splitting import stretches, units
from tests.telegram.server.wire import utf16_length

TEXTS = st.text(st.sampled_from("ab .!?\n\n👍🏽é\u0301👩\u200d💻🇪🇸م— "), max_size=400) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=200
)


def cut(text: str, longest: int, first: int | None = None) -> list[str]:
    return [text[start:end] for start, end in stretches(text, longest, first)]


@given(TEXTS)
def test_text_is_measured_as_telegram_measures_it(text: str) -> None:
    assert units(text) == utf16_length(text)


@given(TEXTS, st.integers(2, 60), st.none() | st.integers(2, 60))
def test_no_piece_is_too_long_or_blank_and_only_white_space_is_lost(text: str, longest: int, first: int | None) -> None:
    pieces = cut(text, longest, first)

    for number, piece in enumerate(pieces):
        assert 0 < units(piece) <= (first if number == 0 and first else longest)
        assert piece.strip() == piece
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_paragraphs_come_before_lines_lines_before_sentences_and_sentences_before_words() -> None:
    assert cut("One two.\n\nThree\nfour. Five six", 24) == ["One two.", "Three\nfour. Five six"]
    assert cut("One two three\nfour five six", 20) == ["One two three", "four five six"]
    assert cut("One two three. Four five six", 20) == ["One two three.", "Four five six"]
    assert cut("One two three four five", 12) == ["One two", "three four", "five"]


def test_a_short_first_paragraph_does_not_leave_a_message_nearly_empty() -> None:
    assert cut("Hi.\n\n" + "word " * 30, 100)[0].count("word") > 10


@pytest.mark.parametrize("sign", ["👍🏽", "👩\u200d💻", "🇪🇸", "e\u0301"])
def test_a_sign_spelt_with_several_code_points_stays_whole(sign: str) -> None:
    for longest in range(units(sign) + 1, units(sign) * 3):
        assert set("".join(cut(sign * 20, longest)).split(sign)) == {""}
        assert all(piece.replace(sign, "") == "" for piece in cut(sign * 20, longest))
