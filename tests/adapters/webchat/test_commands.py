"""Commands as they are typed."""

import pytest

from bot.adapters.webchat.commands import Typed, is_command, parse
from tests.adapters.webchat.fakes import CARDS


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("/join mentee", Typed("join", "", "mentee")),
        ("  /GOAL add  learn to  lead ", Typed("goal", "add", "learn to  lead")),
        ("/goal Show", Typed("goal", "show", "")),
        ("/goal", Typed("goal", "", "")),
        ("/goal paint it", Typed("goal", "", "paint it")),
        ("/me\nplease", Typed("me", "", "please")),
    ],
)
def test_a_line_is_taken_apart(line: str, typed: Typed) -> None:
    assert parse(line, CARDS) == typed


@pytest.mark.parametrize("line", ["hello", "1/2", "/", "/ ", "//", ""])
def test_other_lines_are_words(line: str) -> None:
    assert not is_command(line)


def test_a_command_is_spoken_of_without_what_may_be_private() -> None:
    assert Typed("goal", "add", "leave my job").spoken == "/goal add"
