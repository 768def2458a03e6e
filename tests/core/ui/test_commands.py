"""What a surface knows before the core has answered."""

import pytest

from bot.core.ui.commands import Access, Audience, CommandCard, Placement, Traits


@pytest.mark.parametrize(("verb", "typed"), [("", "goal"), ("add", "goal add")], ids=["bare", "with a verb"])
def test_a_command_is_typed_as_its_name_and_verb(verb: str, typed: str) -> None:
    assert CommandCard("goal", verb, "Set a goal", for_moderators=False).typed == typed


def test_what_declares_nothing_reads_and_answers_only_me_anew() -> None:
    assert Traits() == Traits(Access.READ, opens_form=False, audience=Audience.ONLY_ME, placement=Placement.NEW)
