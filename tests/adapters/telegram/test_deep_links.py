"""Deep links: Telegram takes 64 letters and no others, and whatever stands behind /start is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.telegram.deep_links import (
    AccountLink,
    ActionLink,
    CommandLink,
    ConnectLink,
    DeepLink,
    EnterLink,
    RoomLink,
    SetupLink,
    UnknownLink,
    address,
    as_telegram_types,
    read,
    to_action,
    to_command,
    way,
)
from bot.core.ui.tokens import Signer
from tests.telegram.links import deep_link

CODES = st.from_regex(r"[A-Za-z0-9_]{1,40}", fullmatch=True)
COMMANDS = st.sampled_from(["join_mentee", "me", "goal_add"])
TOKENS = st.builds(Signer(bytes(32)).action, st.sampled_from(["checkin", "goal_add"]), st.just("") | st.just("a" * 16))
LINKS: st.SearchStrategy[DeepLink] = st.one_of(
    st.builds(EnterLink, st.integers(-(10**14), -1), st.just("") | COMMANDS),
    st.builds(CommandLink, COMMANDS),
    st.builds(ActionLink, TOKENS),
    st.builds(
        ActionLink, st.builds(Signer(bytes(32)).action, st.just("join"), st.just("")), st.integers(-(10**14), -1)
    ),
    st.builds(AccountLink, CODES),
    st.builds(ConnectLink, CODES),
    st.just(SetupLink()),
    st.builds(RoomLink, st.builds(Signer(bytes(32)).action, st.just("bind"), st.just("g-1-a"))),
)


@given(LINKS)
def test_a_link_is_followed_to_where_it_was_written_for(link: DeepLink) -> None:
    followed = deep_link(address("menteo_bot", link))

    assert followed is not None
    assert followed.username == "menteo_bot"
    parameter = followed.start_group if isinstance(link, ConnectLink | SetupLink | RoomLink) else followed.start
    assert parameter is not None
    assert read(parameter) == link


@given(st.text())
def test_whatever_anybody_sends_is_read(parameter: str) -> None:
    assert read(parameter) is not None


@pytest.mark.parametrize("parameter", ["", "g", "g12-", "g12-x-y", "g0-me", "a-", "hello", "x-y", "link-"])
def test_what_nobody_writes_is_unknown(parameter: str) -> None:
    assert read(parameter) == UnknownLink(parameter)


@pytest.mark.parametrize(
    ("parameter", "link"),
    [
        ("g1001234567890-join_mentee", EnterLink(-1001234567890, "join_mentee")),
        ("g100-connect_AB12", EnterLink(-100, "connect_AB12")),
        ("g100", EnterLink(-100)),
        ("a-goal_add-g-1-mac", ActionLink("goal_add:g-1:mac")),
        ("a-me--mac", ActionLink("me::mac")),
        ("g1001234567890-a-join--mac", ActionLink("join::mac", -1001234567890)),
        ("c-goal_add", CommandLink("goal_add")),
        ("link-AB-12", AccountLink("AB-12")),
        ("connect-AB12", ConnectLink("AB12")),
        ("room-bind-r1-mac", RoomLink("bind:r1:mac")),
        ("g-100-join", UnknownLink("g-100-join")),
        ("setup", SetupLink()),
    ],
)
def test_a_links_parameter_says_what_it_is_for(parameter: str, link: DeepLink) -> None:
    assert read(parameter) == link


def test_a_link_that_would_be_too_long_leads_to_the_chat_alone() -> None:
    assert to_command("m_bot", -100, "goal add") == "https://t.me/m_bot?start=g100-goal_add"
    assert to_command("m_bot", None, "goal") == "https://t.me/m_bot?start=c-goal"
    assert to_action("m_bot", "x:y:mac", -100) == "https://t.me/m_bot?start=g100-a-x-y-mac"
    assert to_action("m_bot", f"x:{'y' * 55}:mac", -100) == f"https://t.me/m_bot?start=a-x-{'y' * 55}-mac"
    assert to_action("m_bot", "x:" + "y" * 61) == "https://t.me/m_bot"


@pytest.mark.parametrize(
    ("purpose", "code", "leads_to"),
    [
        ("setup", "", "startgroup=setup&admin=manage_topics+pin_messages+delete_messages"),
        ("connect", "abc", "startgroup=connect-abc&admin=manage_topics+pin_messages+delete_messages"),
        ("room", "bind:r1:mac", "startgroup=room-bind-r1-mac"),  # an administrator hears every word that a pair says
        ("link", "abc", "start=link-abc"),
    ],
)
def test_a_way_in_is_a_link_to_the_bot(purpose: str, code: str, leads_to: str) -> None:
    assert way("menteo_bot", purpose, code) == f"https://t.me/menteo_bot?{leads_to}"


@pytest.mark.parametrize(("purpose", "code"), [("connect", ""), ("dance", "abc")])
def test_what_begins_nowhere_has_no_way(purpose: str, code: str) -> None:
    assert not way("menteo_bot", purpose, code)


@pytest.mark.parametrize(
    "link", [ActionLink("x" * 63), ActionLink("a b:c"), CommandLink("goal add"), EnterLink(5, "me")]
)
def test_what_cannot_be_said_in_a_link_has_none(link: DeepLink) -> None:
    assert address("menteo_bot", link) == ""


def test_a_command_of_two_words_is_one_on_telegram() -> None:
    assert as_telegram_types("goal add") == "goal_add"
