"""What is typed, pressed and followed, taken apart."""

import pytest

from bot.adapters.telegram import entrances
from bot.adapters.telegram.commands import Typed, called, parse
from bot.adapters.telegram.entrances import (
    BindRoom,
    ConnectGroup,
    Entrance,
    FromGroup,
    ToAction,
    ToCommand,
    Unread,
    WithLink,
)
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


@pytest.mark.parametrize(
    ("parameter", "entrance"),
    [
        ("g1001234567890-join_mentee", FromGroup(-1001234567890, "join mentee")),
        ("g100-connect_AB12", FromGroup(-100, "connect AB12")),
        ("g100", FromGroup(-100, "")),
        ("a-goal_add-g-1-mac", ToAction("goal_add:g-1:mac")),
        ("a-me--mac", ToAction("me::mac")),
        ("g1001234567890-a-join--mac", ToAction("join::mac", -1001234567890)),
        ("c-goal_add", ToCommand("goal add")),
        ("link-AB-12", WithLink("AB-12")),
        ("connect-AB12", ConnectGroup("AB12")),
        ("room-bind-r1-mac", BindRoom("bind:r1:mac")),
        ("g-100-join", Unread()),
        ("setup", Unread()),
        ("", Unread()),
    ],
)
def test_a_links_parameter_says_what_it_is_for(parameter: str, entrance: Entrance) -> None:
    assert entrances.read(parameter) == entrance


def test_a_link_that_would_be_too_long_leads_to_the_chat_alone() -> None:
    assert entrances.to_command("m_bot", -100, "goal add") == "https://t.me/m_bot?start=g100-goal_add"
    assert entrances.to_command("m_bot", None, "goal") == "https://t.me/m_bot?start=c-goal"
    assert entrances.to_action("m_bot", "x:y:mac", -100) == "https://t.me/m_bot?start=g100-a-x-y-mac"
    assert entrances.to_action("m_bot", f"x:{'y' * 55}:mac", -100) == f"https://t.me/m_bot?start=a-x-{'y' * 55}-mac"
    assert entrances.to_action("m_bot", "x:" + "y" * 61) == "https://t.me/m_bot"


def test_where_a_question_stands_is_kept_beside_what_it_asks() -> None:
    kept = Asked("7", "57,58").within(("title", "page"))

    assert kept == ("title", "7/57,58", "page")
    assert Asked.read(kept) == Asked("7", "57,58")
    assert Asked.read(("title", "57")).message == "57"
    assert Asked.read(()) == Asked()
