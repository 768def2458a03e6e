"""Who is here."""

import pytest

from bot.core.domain.errors import MemberLeft
from bot.core.domain.members import MemberState
from tests.core.examples import a_member


def test_a_member_who_is_here_is_present() -> None:
    assert a_member().present() == a_member()


def test_a_member_who_left_is_named() -> None:
    with pytest.raises(MemberLeft) as refused:
        a_member(state=MemberState.LEFT).present()
    assert refused.value.facts == {"name": "Mentee"}
