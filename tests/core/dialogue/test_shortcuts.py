"""What is used on a person or a message: how it is listed, and what of it is let through."""

import re

import pytest

from bot.core.dialogue.features import FEATURES
from bot.core.dialogue.router import Router
from bot.core.dialogue.specs import Feature, ShortcutSpec
from bot.core.ui.commands import ShortcutKind, Traits
from bot.core.ui.inbound import ShortcutUsed
from bot.core.usecases.members import show_help
from tests.core.dialogue.chat import Chat, Someone, shown

LONGEST_LABEL = 32
"""Discord's, for the name of a context-menu command."""


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ["Add to my growth thread", "Mentorship profile", "Save as action item"]),
        ("es", ["Añadir a mi hilo de progreso", "Guardar como compromiso", "Perfil de mentoría"]),
    ],
)
def test_shortcuts_are_listed_in_a_language(chat: Chat, language: str, labels: list[str]) -> None:
    cards = chat.router.shortcut_cards(language)
    assert sorted(card.label for card in cards) == labels
    assert all(len(card.label) <= LONGEST_LABEL for card in cards)
    assert all(re.fullmatch(r"[a-z_]{1,32}", card.name) for card in cards)
    assert [card.name for card in cards if card.kind is ShortcutKind.PERSON] == ["mentorship_profile"]


def test_whether_a_shortcut_opens_a_form_is_known_before_the_answer(ada: Someone) -> None:
    def traits(name: str) -> Traits:
        return ada.chat.router.traits(ShortcutUsed(ada.origin, name, "Ada", "Ada"))

    assert traits("save_action_item").opens_form
    assert traits("mentorship_profile") == traits("no_more") == Traits()


def test_a_shortcut_that_is_no_more_is_not_found(ada: Someone) -> None:
    assert "isn’t here any more" in shown(ada.uses("no_more", on=ada)).title


def test_a_shortcut_that_leads_nowhere_is_not_found(chat: Chat, ada: Someone) -> None:
    idle = Feature(shortcuts=(ShortcutSpec("idle", ShortcutKind.PERSON, show_help),))
    router = Router((*FEATURES, idle), chat.catalogue, chat.signer, chat.tools)
    with chat.database.read() as work:
        reply = router.answer(work, ShortcutUsed(ada.origin, "idle", "Ada", "Ada"))
    assert "isn’t here any more" in shown(reply).title


def test_a_shortcut_s_form_is_about_nothing_unless_it_says_so(chat: Chat, ada: Someone) -> None:
    add = next(spec for each in FEATURES for spec in each.forms if spec.name == "action_item_add")
    bare = Feature(shortcuts=(ShortcutSpec("bare", ShortcutKind.MESSAGE, add.use_case, opens=add),))
    router = Router((*FEATURES, bare), chat.catalogue, chat.signer, chat.tools)
    with chat.database.read() as work:
        ada.seen = router.answer(work, ShortcutUsed(ada.origin, "bare", "Ada", "Ada", "Lunch?"))
    assert shown(ada.fills(text="Book a table")).title == "Kept as your action item"
