"""What is typed, pressed and followed, taken apart."""

import pytest

from bot.adapters.telegram.commands import Typed, called, parse
from bot.adapters.telegram.moves import Asked
from tests.adapters.telegram.talking import CARDS


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("/goal", Typed("goal")),
        ("/GOAL_add@Menteo_Bot  Learn\nRust ", Typed("goal", "add", "Learn\nRust", is_addressed=True)),
        ("/goal add Learn", Typed("goal", "add", "Learn")),
        ("/goal something", Typed("goal", "", "something")),
        ("/levels", Typed("levels", "show")),
        ("/start abc", Typed("start", "", "abc")),
        ("/what", Typed("what", is_known=False)),
        ("/goal@other_bot", None),
        ("goal", None),
        ("/", None),
        ("/goal/add", None),
        ("a /goal", None),
    ],
)
def test_a_command_is_a_word_with_a_slash_before_all_else(line: str, typed: Typed | None) -> None:
    assert parse(line, "menteo_bot", CARDS) == typed


def test_a_suggestion_is_a_command_in_words() -> None:
    assert called("goal add", CARDS) == Typed("goal", "add", "", is_addressed=True)
    assert called("goal_add", CARDS) == Typed("goal", "add", "", is_addressed=True)


def test_where_a_question_stands_is_kept_beside_what_it_asks() -> None:
    kept = Asked("7", "57,58").within(("title", "page"))

    assert kept == ("title", "7/57,58", "page")
    assert Asked.read(kept) == Asked("7", "57,58")
    assert Asked.read(("title", "57")).message == "57"
    assert Asked.read(()) == Asked()
