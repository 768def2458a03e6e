"""Nothing that a person typed does anything on Discord but stand there."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.adapters.discord.escape import escaped, one_line, plain
from tests.adapters.discord.markdown import read

SIGNS = "\\*_~`|<>#-+[]()@!&:./ \n\t\r\u2028\u200b\u202e\u2066\u200d\u200f"
MARKS = ("1.", "12)", "-# ", "### ", ">>> ", "```", "**b**", "__u__", "~~s~~", "||h||", "`c`", "a", "ñ", "日本")
NAMES = ("@everyone", "@here", "<@123456789012345678>", "<@&1>", "<#1>", "</help:1>", "<t:0:R>", "<id:browse>")
LINKS = ("https://example.org", "discord://x", "[a](https://example.org)", "<a@example.org>", ":tada:", "<:a:1>")
OTHERS = ("שלום", "مرحبا", "👩\u200d💻", "\0", "\ud800")
PIECES = st.sampled_from((*SIGNS, *MARKS, *NAMES, *LINKS, *OTHERS))
TYPED = st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join)


@given(TYPED)
@example("_a__b_")
@example("*" * 7)
@example("\\@everyone")
@example("\u200b# no heading")
@example("<\u200b@123456789012345678>")
@example("a\r# b\x85- c\u2028> d")
def test_what_was_typed_is_shown_and_does_nothing(text: str) -> None:
    shown = read(escaped(text))

    assert shown.marks == []
    assert shown.words == plain(text)


@given(TYPED)
def test_it_does_nothing_behind_markup_of_our_own_either(text: str) -> None:
    shown = read(f"**{escaped(one_line(text))}.**")

    assert shown.marks == ["strong"]
    assert shown.words == f"{one_line(text)}."


@given(TYPED)
def test_nobody_is_pinged_by_words_that_the_server_reads(text: str) -> None:
    assert "@everyone" not in escaped(text)
    assert "@here" not in escaped(text)


@given(TYPED)
def test_escaping_costs_three_signs_for_one_at_most(text: str) -> None:
    assert len(escaped(text)) <= 3 * len(text)


@pytest.mark.parametrize("text", ["\u202eevil\u202c", "a\u200bb", "\u2066x\u2069", "a\0b", "\ufeffa", "a\u00adb"])
def test_what_hides_or_turns_a_line_around_is_left_out(text: str) -> None:
    assert plain(text).isascii()
    assert plain(text).isprintable()


@pytest.mark.parametrize("text", ["שלום עולם", "مرحبا", "👩\u200d💻", "नमस्\u200dते", "Ñandú – “sí”", "🏴\U000e0067"])
def test_what_people_write_stays(text: str) -> None:
    assert escaped(text) == text


def test_plain_words_are_not_cluttered_with_backslashes() -> None:
    text = "-5 degrees, #1 of 6\n6.5 hours at 12:30 (twice!) - C# and a/b, 50 % + more. See ada@example.org."

    assert escaped(text) == text
