"""Setting up, joining, and changing what one has said."""

from dataclasses import replace

import pytest

from bot.core.ui.inbound import CommandCalled
from bot.core.ui.views import Tone
from tests.core.dialogue.chat import Chat, Someone, all_words, defaults, labels, opened_form, options_of, shown


def test_setting_up_needs_no_typing(chat: Chat) -> None:
    mona = chat.person("Mona", is_administrator=True)
    form = opened_form(mona.calls("setup")).form
    assert all(field.default for field in form.fields if field.required)

    view = shown(mona.fills())

    assert view.title == "Harbour mentoring is running"
    assert "Every Monday at 09:00" in all_words(view)


def test_setting_up_again_shows_what_runs(chat: Chat, mona: Someone) -> None:
    form = opened_form(mona.calls("setup"))
    assert form.form.submit == "Save changes"

    assert "Winter is running" in shown(mona.fills(name="Winter", template="sprint")).title
    assert defaults(opened_form(mona.calls("setup")).form)["template"] == ("sprint",)


def test_only_an_administrator_sets_up(chat: Chat) -> None:
    view = shown(chat.person("Eve").calls("setup"))
    assert view.title.startswith("That is for the administrators of this community")
    assert view.tone is Tone.ATTENTION
    assert view.suggestions


def test_in_private_nobody_is_seen_to_be_an_administrator(ada: Someone) -> None:
    said = shown(ada.chat.handle(CommandCalled(replace(ada.origin, community=""), "setup")))
    assert "In private Menteo can’t see whether you are an administrator" in said.title


def test_joining_waits_for_a_programme(chat: Chat) -> None:
    for typed in ("join", "join mentee", "join mentor"):
        view = shown(chat.person("Ada").calls(typed))
        assert "No programme runs here yet" in view.title
        assert [each.command for each in view.suggestions] == ["me", "help"]
        view = shown(chat.person("Mona", is_administrator=True).calls(typed))
        assert [each.command for each in view.suggestions] == ["setup"]


def test_joining_offers_two_ways(chat: Chat, mona: Someone) -> None:
    ada = chat.person("Ada")
    assert labels(shown(ada.calls("join"))) == ["Join as a mentee", "Join as a mentor"]
    assert opened_form(ada.presses("Join as a mentee")).form.name == "join_mentee"


def test_a_newcomer_chooses_visibility_and_finds_the_rest_filled_in(chat: Chat, mona: Someone) -> None:
    ada = chat.person("Ada", language="es", zone="America/Bogota")
    filled = defaults(opened_form(ada.calls("join mentee")).form)

    assert filled["visibility"] == ()
    assert filled["zone"] == ("America/Bogota",)
    assert filled["languages"] == ("es",)
    assert filled["hours"] == ("3",)
    assert filled["direction"] == ("vertical",)


def test_a_mentee_is_told_when_they_are_asked_first(chat: Chat, mona: Someone) -> None:
    ada = chat.person("Ada")
    ada.calls("join mentee")
    view = shown(ada.fills(destination="architect", visibility="private", zone="tokyo"))

    assert "Staff engineer" in all_words(view)
    assert "Mon 23 Nov, 09:00" in all_words(view)
    assert labels(view) == ["Rate myself"]


def test_what_was_typed_is_kept_beside_its_error(chat: Chat, mona: Someone) -> None:
    ada = chat.person("Ada")
    ada.calls("join mentee")
    again = opened_form(ada.fills(destination="astronaut", zone="Atlantis", hours="99"))

    assert again.errors["destination"].startswith("Nothing is called “astronaut”")
    assert "Atlantis" in again.errors["zone"]
    assert again.errors["hours"] == "Please give a number from 1 to 40."
    assert again.errors["visibility"] == "Please fill this in."
    assert again.answers["destination"] == ("astronaut",)
    assert again.trouble.startswith("4 answers")


def test_a_city_with_a_slip_of_the_finger_is_asked_back(chat: Chat, mona: Someone) -> None:
    ada = chat.person("Ada")
    ada.calls("join mentee")
    again = opened_form(ada.fills(destination="Staff engineer", visibility="public", zone="Berlim"))
    assert "Did you mean Berlin (UTC+1)" in again.errors["zone"]


def test_a_profile_is_changed_with_the_same_form(ada: Someone) -> None:
    form = opened_form(ada.calls("join mentee")).form
    assert defaults(form)["destination"] == ("Senior software engineer",)
    assert defaults(form)["visibility"] == ("public",)
    assert form.submit == "Save changes"

    assert "Staff engineer" in all_words(shown(ada.fills(destination="Staff engineer")))


def test_a_mentor_sees_the_levels_that_suggestions_rest_on(chat: Chat, mona: Someone) -> None:
    grace = chat.person("Grace")
    grace.calls("join mentor")
    view = shown(grace.fills(role="staff-engineer", capacity="1"))

    assert "You offer one place" in all_words(view)
    assert "System design" in all_words(view)
    assert labels(view) == ["Adjust my levels"]


def test_a_mentor_adjusts_levels(grace: Someone) -> None:
    form = opened_form(grace.calls("levels"))
    assert defaults(form.form)["coding"] == ("4",)

    view = shown(grace.fills(coding="5", testing=""))

    rows = all_words(view)
    assert "Coding\n5" in rows
    assert "Testing" not in rows


def test_a_level_outside_the_scale_is_refused_in_the_form(grace: Someone) -> None:
    grace.calls("levels")
    again = opened_form(grace.fills(coding="6"))
    assert again.errors == {"coding": "Please give a number from 0 to 5."}


def test_a_mentor_who_changes_their_offer_finds_their_role(grace: Someone) -> None:
    assert defaults(opened_form(grace.calls("join mentor")).form)["role"] == ("Staff engineer",)


def test_settings_answer_in_the_new_language(ada: Someone) -> None:
    ada.calls("settings")
    view = shown(ada.fills(language="es", zone="Europe/Madrid"))

    assert view.title == "Guardado"
    assert shown(ada.calls("me")).title == "Cómo vas, Ada"


def test_settings_need_somebody_known(chat: Chat, mona: Someone) -> None:
    view = shown(chat.person("Eve").calls("settings"))
    assert [each.command for each in view.suggestions] == ["join"]


def test_me_names_the_next_step_at_every_point(chat: Chat) -> None:
    mona = chat.person("Mona", is_administrator=True)
    assert labels(shown(mona.calls("me"))) == ["Start a programme"]
    mona.calls("setup")
    mona.fills()
    assert "Invite people" in all_words(shown(mona.calls("me")))

    ada = chat.person("Ada")
    assert labels(shown(ada.calls("me"))) == ["Join as a mentee", "Join as a mentor"]
    ada.calls("join mentee")
    ada.fills(destination="Staff engineer", visibility="private")
    assert labels(shown(ada.calls("me"))) == ["Rate myself", "Change…"]
    ada.calls("gap rate")
    ada.fills(coding="1")
    assert "A moderator is looking for your mentor" in all_words(shown(ada.calls("me")))
    assert labels(shown(mona.calls("me"))) == ["Find a mentor"]


def test_me_of_a_pair(paired: Chat, ada: Someone, grace: Someone) -> None:
    mine, hers = shown(ada.calls("me")), shown(grace.calls("me"))

    assert labels(mine) == ["Set a goal", "Change…", "End the pairing…"]
    assert "Grace" in all_words(mine)
    assert "Ada" in all_words(hers)
    assert "1 of 2 taken" in all_words(hers)


def test_me_of_one_whose_mentor_is_being_asked(mona: Someone, grace: Someone, ada: Someone) -> None:
    mona.calls("pair")
    mona.fills(mentee="Ada")
    mona.presses("Propose Grace")

    assert "A mentor is being asked" in all_words(shown(ada.calls("me")))


def test_me_offers_what_can_be_changed(ada: Someone, mona: Someone) -> None:
    ada.calls("me")
    assert labels(shown(ada.presses("Change…"))) == ["What I seek", "Settings"]
    assert opened_form(ada.presses("What I seek")).form.name == "join_mentee"


def test_help_begins_with_the_next_step_and_lists_what_this_person_may_do(
    paired: Chat, ada: Someone, mona: Someone
) -> None:
    mine, hers = all_words(shown(ada.calls("help"))), all_words(shown(mona.calls("help")))

    assert mine.index("Set your first goal") < mine.index("/gap")
    assert "/pair" not in mine
    assert "/pair" in hers
    assert "/gap rate" not in hers


def test_an_unknown_command_is_guessed(ada: Someone) -> None:
    view = shown(ada.calls("gaol"))
    assert "There is no command /gaol" in view.title
    assert "goal" in [each.command for each in view.suggestions]


def test_an_unknown_community_gets_a_sentence(chat: Chat) -> None:
    origin = replace(chat.person("Eve").origin, community="elsewhere")
    view = shown(chat.handle(CommandCalled(origin, "me")))
    assert "doesn’t know this community" in view.title


def test_a_form_answered_twice_counts_once(ada: Someone) -> None:
    opened = ada.calls("goal add")
    ada.fills(title="Lead two reviews")
    view = shown(ada.fills(opened, title="Another"))

    assert "sent this form already" in view.title
    assert "Another" not in all_words(shown(ada.calls("goal")))


def test_a_form_goes_on_where_it_was_left(ada: Someone) -> None:
    ada.calls("goal add")
    ada.types(title="Lead two reviews")
    assert opened_form(ada.calls("goal add")).answers["title"] == ("Lead two reviews",)


def test_a_form_put_away_forgets(ada: Someone) -> None:
    ada.calls("goal add")
    ada.types(title="Lead two reviews")
    assert "put away" in shown(ada.cancels()).title
    assert "title" not in opened_form(ada.calls("goal add")).answers


def test_a_forged_button_gets_a_refusal(ada: Someone) -> None:
    assert "isn’t one of Menteo’s" in shown(ada.presses_token("goal_done:x:aaaaaaaaaaaaaaaa")).title


@pytest.mark.parametrize("language", ["en", "es"])
def test_languages_to_talk_in_are_named_in_ones_own(chat: Chat, mona: Someone, language: str) -> None:
    form = opened_form(chat.person("Ada", language=language).calls("join mentor")).form
    names = [option.label for option in options_of(form, "languages")]
    assert len(names) == 25
    assert ("German" if language == "en" else "Alemán") in names


def test_languages_are_listed_as_a_dictionary_lists_them(chat: Chat, mona: Someone) -> None:
    form = opened_form(chat.person("Ada", language="es").calls("join mentor")).form

    assert [option.label for option in options_of(form, "languages")][:3] == ["Alemán", "Árabe", "Bengalí"]
