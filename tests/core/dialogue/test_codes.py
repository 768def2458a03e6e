"""What is shown with a code: the ways to the other platforms, where there are any, else what to type there."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.core.dialogue.communities import welcome_view
from bot.core.dialogue.features import FEATURES
from bot.core.dialogue.gallery import stage
from bot.core.dialogue.router import Router
from bot.core.ui.inbound import CommandCalled, Where
from bot.core.ui.views import Link
from tests.core.dialogue.chat import COMMUNITY, PLATFORM, Chat, Someone, all_words, shown


class TwoGates:
    """A way to Telegram by an address, none to Discord."""

    def platforms(self) -> Sequence[str]:
        return (PLATFORM, "discord", "telegram")

    def way(self, platform: str, purpose: str, code: str = "") -> str:
        return f"https://t.me/bot?start={purpose}-{code}" if platform == "telegram" else ""

    def seconds_apart(self, platform: str) -> float:
        return 0.0


@pytest.fixture
def gated(chat: Chat) -> Chat:
    tools = replace(chat.tools, gates=TwoGates())
    chat.router = Router(FEATURES, chat.catalogue, chat.signer, tools)
    return chat


@pytest.mark.parametrize("command", ["connect", "link"])
def test_a_code_comes_with_the_ways_there(gated: Chat, mona: Someone, command: str) -> None:
    view = shown(mona.calls(command))

    [link] = view.links
    code = link.address.rpartition("-")[2]
    assert link == Link("Open Telegram", f"https://t.me/bot?start={command}-{code}")
    assert f"Type /{command} {code} there, on Discord." in all_words(view)
    assert len(code) == 16


def test_where_no_other_platform_is_known_a_code_says_what_to_type(mona: Someone) -> None:
    view = shown(mona.calls("link"))

    assert not view.links
    assert "there, on the other platform." in all_words(view)


def test_a_code_can_be_given_as_a_parameter(chat: Chat, mona: Someone) -> None:
    origin = mona.origin

    reply = chat.handle(CommandCalled(origin, "connect", answers={"code": ("nonsense",)}))

    assert "isn’t known here" in shown(reply).title


def test_a_stranger_with_a_wrong_code_is_told_so_in_private(chat: Chat) -> None:
    stranger = chat.person("Pat")
    origin = replace(stranger.origin, community="", where=Where.PRIVATE)

    reply = chat.handle(CommandCalled(origin, "link", text="nonsense"))

    assert "isn’t known here" in shown(reply).title


def test_who_brings_a_code_is_not_introduced_by_it(chat: Chat, mona: Someone) -> None:
    chat.person("Pat").calls("link", "nonsense")

    with chat.database.read() as work:
        community = work.communities.find_by_place(PLATFORM, COMMUNITY)
        assert community is not None
        assert {each.name for each in work.members.active(community.id)} == {"Mona"}


def test_a_welcome_names_the_other_beginning_where_there_may_be_one(gated: Chat) -> None:
    with gated.database.read() as work:
        talk = stage(gated.catalogue, replace(gated.tools, gates=TwoGates()), gated.signer, "en", work)
        alone = stage(gated.catalogue, gated.tools, gated.signer, "en", work)

    assert "/connect" in all_words(welcome_view(talk))
    assert "/connect" not in all_words(welcome_view(alone))
