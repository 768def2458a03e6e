"""What is let through, what is told at the acknowledgement, and what is dealt with once."""

from dataclasses import replace

import pytest

from bot.core.dialogue.features import FEATURES
from bot.core.dialogue.forms import Forms
from bot.core.dialogue.router import Router, Unpoliced
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Feature, ShortcutSpec
from bot.core.effects import SendMessage
from bot.core.ui.commands import Access, Placement, ShortcutKind, Traits
from bot.core.ui.inbound import ActionPressed, Arrived, CommandCalled, Departed, FormAnswered, Said
from bot.core.ui.replies import SILENCE
from bot.core.ui.views import Tone
from bot.core.usecases.access import POLICIES
from bot.core.usecases.currents import communities_of
from tests.core.dialogue.chat import PLATFORM, Chat, Someone, all_words, labels, opened_form, shown


def unpoliced() -> None: ...


def test_a_command_without_a_policy_stops_the_start(chat: Chat) -> None:
    feature = Feature(commands=(CommandSpec("loose", unpoliced),))
    with pytest.raises(Unpoliced, match="unpoliced"):
        Router((*FEATURES, feature), chat.catalogue, chat.signer, chat.tools)


def test_every_policy_is_used_by_a_feature_or_by_the_router(chat: Chat) -> None:
    used = {spec.use_case.__name__ for each in FEATURES for spec in each.commands}
    used |= {spec.use_case.__name__ for each in FEATURES for spec in each.actions}
    used |= {spec.use_case.__name__ for each in FEATURES for spec in each.shortcuts}
    codes = {"give_connecting_code", "give_linking_code"}
    assert POLICIES.keys() - used == {"introduce", "depart", "carry", *codes}


def test_traits_are_known_before_the_answer(ada: Someone) -> None:
    router = ada.chat.router
    assert router.traits(CommandCalled(ada.origin, "gap")) == Traits()
    assert router.traits(CommandCalled(ada.origin, "nothing")) == Traits()
    assert router.traits(CommandCalled(ada.origin, "gap", "rate")).opens_form
    assert router.traits(ActionPressed(ada.origin, "forged")) == Traits()
    assert router.traits(ActionPressed(ada.origin, ada.chat.signer.action("gap_rate", ""))).opens_form
    pressed = router.traits(ActionPressed(ada.origin, ada.chat.signer.action("goal_drop", "x")))
    assert (pressed.access, pressed.placement) == (Access.WRITE, Placement.IN_PLACE)
    assert router.traits(Said(ada.origin, "hello")) == Traits()
    assert router.traits(Departed(ada.origin)).access is Access.WRITE


def test_the_same_happening_counts_once(ada: Someone) -> None:
    ada.calls("goal add")
    opened = opened_form(ada.calls("goal add"))
    answered = FormAnswered(
        ada.origin, opened.token, {"title": ("Pass",), "cells": ("coding",), "due": ("2027-01-01",)}
    )
    assert "goal is set" in shown(ada.chat.handle(answered)).title
    assert ada.chat.handle(answered) == SILENCE


def test_plain_words_in_private_get_help(ada: Someone) -> None:
    assert shown(ada.chat.handle(Said(ada.origin, "hello?"))).title == "What you can do"


def test_commands_are_listed_for_the_one_who_asks(ada: Someone, mona: Someone, grace: Someone) -> None:
    def typed(someone: Someone) -> set[str]:
        with someone.chat.database.read() as work:
            return {card.typed for card in someone.chat.router.cards(work, someone.origin)}

    assert "gap rate" in typed(ada)
    assert typed(ada).isdisjoint({"setup", "pair", "levels"})
    assert typed(mona) >= {"setup", "pair", "help"}
    assert "levels" in typed(grace)


def test_an_unknown_community_has_no_commands_and_finds_nothing(ada: Someone) -> None:
    origin = replace(ada.origin, community="elsewhere")
    with ada.chat.database.read() as work:
        assert ada.chat.router.cards(work, origin) == ()


def test_a_form_of_another_member_is_not_found(ada: Someone, grace: Someone, chat: Chat) -> None:
    ben = chat.person("Ben")
    ben.calls("join mentee")
    ben.fills(destination="Staff engineer", visibility="private")
    opened = ada.calls("goal add")
    ada.types(title="Mine")

    assert "isn’t here any more" in shown(ben.fills(opened, title="His")).title
    ben.seen = opened
    assert "isn’t here any more" in shown(ben.cancels()).title


def test_a_form_that_is_no_more_is_not_found(ada: Someone) -> None:
    token = ada.chat.signer.form("gone", "", "a" * 16)
    view = shown(ada.chat.handle(FormAnswered(ada.origin, token, {})))
    assert (view.tone, [each.command for each in view.suggestions]) == (Tone.ATTENTION, ["me", "help"])


def test_a_button_that_is_no_more_is_not_found(ada: Someone) -> None:
    assert "isn’t here any more" in shown(ada.presses_token(ada.chat.signer.action("gone", "x"))).title


def test_every_form_is_known_by_its_name(chat: Chat) -> None:
    assert isinstance(chat.router.forms, Forms)
    assert len({spec.name for spec in chat.router.forms.specs}) == len(chat.router.forms.specs)


def test_leaving_ends_what_is_open_and_coming_back_is_welcome(
    chat: Chat, mona: Someone, grace: Someone, ada: Someone
) -> None:
    mona.calls("pair")
    mona.fills(mentee="Ada")
    mona.presses("Propose Grace")
    assert chat.handle(Departed(grace.origin)) == SILENCE
    chat.deliver()
    sent = [each.view.title for each in chat.delivered if isinstance(each, SendMessage)]
    assert "A proposal has come to nothing" in sent
    assert "Grace has left this community" in shown(grace.calls("me")).title

    assert chat.handle(Arrived(grace.origin)) == SILENCE
    assert "A moderator will propose a mentee" in all_words(shown(grace.calls("me")))


def test_one_who_only_comes_by_is_nobody_s_member(chat: Chat) -> None:
    assert chat.handle(Arrived(chat.person("Passer-by").origin)) == SILENCE

    with chat.database.read() as work:
        assert work.currents.of_account(PLATFORM, "Passer-by") == []


def test_a_propose_button_pressed_late_says_why_not(chat: Chat, mona: Someone, grace: Someone, ada: Someone) -> None:
    mona.calls("pair")
    token = shown(mona.fills(mentee="Ada")).actions[0].token
    mona.presses_token(token)
    assert "One at a time" in shown(mona.presses_token(token)).title


def test_the_last_place_is_given_once(chat: Chat, mona: Someone, ada: Someone) -> None:
    grace = chat.person("Grace")
    grace.calls("join mentor")
    grace.fills(role="Staff engineer", capacity="1")
    ben = chat.person("Ben")
    ben.calls("join mentee")
    ben.fills(destination="Senior software engineer", visibility="private")
    for mentee in ("Ada", "Ben"):
        mona.calls("pair")
        mona.fills(mentee=mentee)
        mona.presses("Propose Grace")
    grace.calls("me")
    grace.presses("Accept")
    grace.calls("me")
    assert "places are all taken" in shown(grace.presses("Accept")).title
    assert labels(shown(grace.calls("me")))[:2] == ["Accept", "Not now"]


def test_a_role_taken_away_counts_at_the_next_press(paired: Chat, ada: Someone) -> None:
    token = shown(ada.calls("me")).actions[0].token
    paired.handle(Departed(ada.origin))
    assert "Ada has left" in shown(ada.presses_token(token)).title


def test_one_who_was_nobody_s_member_may_leave(chat: Chat) -> None:
    assert chat.handle(Departed(chat.person("Passer-by").origin)) == SILENCE


def test_what_is_declared_without_an_answer_has_none(chat: Chat, ada: Someone) -> None:
    bare = Feature(
        commands=(CommandSpec("bare", communities_of),),
        actions=(ActionSpec("bare", communities_of),),
        shortcuts=(ShortcutSpec("bare", ShortcutKind.PERSON, communities_of),),
    )
    chat.router = Router((*FEATURES, bare), chat.catalogue, chat.signer, chat.tools)

    assert "isn’t here any more" in shown(ada.calls("bare")).title
    assert "isn’t here any more" in shown(ada.presses_token(chat.signer.action("bare", ""))).title
    assert "isn’t here any more" in shown(ada.uses("bare", on=ada)).title
