"""Every bad input gets a sentence that says what to do, and what was typed is kept."""

import pytest

from bot.core.ui.inbound import ActionPressed, FormAnswered
from bot.core.ui.replies import SILENCE
from tests.stories.beginnings import WEEK, couple, mentee, mentor, programme, proposal
from tests.stories.cast import Cast


async def test_an_unknown_command_offers_what_was_meant(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)

    await lina.types("/gaol")
    lina.sees("There is no command /gaol. Did you mean one of these?", "[/goal]")
    await lina.presses("/goal")
    lina.sees("No open goals")


async def test_nobody_is_offered_a_command_that_is_not_for_them(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)

    await lina.types("/pari")

    lina.sees("There is no command /pari")
    lina.sees_nothing_of("[/pair]")


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("/pair", "That is for moderators. Whoever runs /setup becomes one; ask yours."),
        ("/setup", "That is for the administrators of this community"),
        ("/levels", "That is for mentors"),
    ],
)
async def test_a_command_for_others_says_for_whom_it_is(cast: Cast, command: str, sentence: str) -> None:
    await programme(cast)
    lina = await mentee(cast)

    await lina.types(command)

    lina.sees(sentence)


@pytest.mark.parametrize("level", ["6", "-1", "99999999999999999999"])
async def test_a_level_outside_the_scale_is_refused_beside_its_field(cast: Cast, level: str) -> None:
    await programme(cast)
    lina = await mentee(cast)

    await lina.runs("/gap rate", coding=level, testing="4")

    lina.is_told("coding", "Please give a number from 0 to 5.")
    assert lina.open_form.answers["coding"] == (level,)
    assert lina.open_form.answers["testing"] == ("4",)
    await lina.fills(coding="5")
    lina.sees("Your ratings are kept")


async def test_a_time_zone_that_does_not_exist_is_refused_beside_its_field(cast: Cast) -> None:
    noor = cast.person("Noor Haddad", administrator=True)

    await noor.runs("/setup", name="Kept", zone="Atlantis/Nowhere")

    noor.is_told("zone", "Nothing is called “Atlantis/Nowhere”")
    assert noor.open_form.answers["name"] == ("Kept",)
    assert noor.open_form.answers["zone"] == ("Atlantis/Nowhere",)
    await noor.fills(zone="Europe/Paris")
    noor.sees("Kept is running")


async def test_a_proposal_of_somebody_who_has_left_says_so(cast: Cast) -> None:
    noor, sam = await programme(cast), await mentor(cast)
    await mentee(cast)
    await noor.runs("/pair", mentee="Lina Berg")

    await sam.leaves()
    await noor.presses("Propose Sam Okoro")

    noor.sees("Sam Okoro has left this community.")


async def test_a_form_answered_twice_counts_once(cast: Cast) -> None:
    await programme(cast)
    lina, pat = await mentee(cast), cast.person("Pat Lee")
    await cast.monday()
    await lina.types("/checkin")
    opened = lina.open_form
    await lina.fills(**WEEK)

    lina.form = opened
    await lina.fills(**{**WEEK, "learned": "Something else."})

    lina.sees("You have sent this form already; the first answer counts.")
    pat.sees_nothing_of("Something else.")


async def test_a_week_answered_on_two_devices_counts_once_and_keeps_the_words(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await cast.monday()
    await lina.types("/checkin")
    on_the_phone = lina.open_form
    await lina.types("/checkin")
    await lina.fills(**WEEK)

    lina.form = on_the_phone
    await lina.fills(**{**WEEK, "learned": "Something else."})

    assert "Your check-in of week 1 is in already" in lina.open_form.trouble
    assert lina.open_form.answers["learned"] == ("Something else.",)


async def test_a_check_in_answered_after_its_week_keeps_what_was_typed(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await cast.monday()
    await lina.types("/checkin")
    await cast.monday(1)

    await lina.fills(**WEEK)

    assert "Week 1 is over, so its check-in is closed." in lina.open_form.trouble
    assert lina.open_form.answers["learned"] == (WEEK["learned"],)
    await lina.presses("Answer check-in")
    lina.sees("Week 1 is over, so its check-in is closed. The next one comes by itself.")


async def test_a_text_over_the_limit_says_by_how_much_and_is_kept(cast: Cast) -> None:
    noor = cast.person("Noor Haddad", administrator=True)

    await noor.runs("/setup", name="A" * 81)

    noor.is_told("name", "That is 81 characters; 80 fit. Please shorten it.")
    assert noor.open_form.answers["name"] == ("A" * 81,)


async def test_a_check_in_over_the_limit_is_kept(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await cast.monday()

    await lina.runs("/checkin", **{**WEEK, "learned": "word " * 300})

    lina.is_told("learned", "1,499 characters; 1,000 fit")
    assert lina.open_form.answers["learned"] == ("word " * 300,)


async def test_a_required_question_left_empty_is_named(cast: Cast) -> None:
    await programme(cast)
    lina = cast.person("Lina Berg")

    await lina.runs("/join mentee", destination="Staff engineer")

    lina.is_told("visibility", "Please fill this in.")
    assert lina.open_form.trouble == "One answer needs another look. Everything else is kept."
    assert lina.open_form.answers["destination"] == ("Staff engineer",)


@pytest.mark.parametrize(
    "token", ["", ":", "pairing_accept:abc:", "pairing_accept:abc:aaaaaaaaaaaaaaaa", "\ud800", "x" * 10_000]
)
async def test_a_forged_button_is_refused_with_a_sentence(cast: Cast, token: str) -> None:
    await programme(cast)
    lina = await mentee(cast)

    await lina.does(ActionPressed(lina.origin(), token))
    lina.sees("That button isn’t one of Menteo’s.", "[Where I stand]")
    await lina.does(FormAnswered(lina.origin(), token, {"learned": ("x",)}))
    assert lina.last.startswith("That button isn’t one of Menteo’s.")


async def test_a_form_half_filled_is_there_again_after_a_restart(cast: Cast) -> None:
    pair = await couple(cast)
    await cast.monday()
    await pair.mentee.types("/checkin")
    await pair.mentee.begins_to_fill(learned="How to draw a boundary", mood="low")

    await cast.restarts()

    await pair.mentee.types("/checkin")
    assert pair.mentee.open_form.answers["learned"] == ("How to draw a boundary",)
    await pair.mentee.fills(next="Write it down.")
    pair.mentor.sees("Lina Berg’s check-in, week 1", "How to draw a boundary", "Low")


async def test_a_form_opened_before_a_restart_can_be_sent_after_it(cast: Cast) -> None:
    pair = await couple(cast)
    await cast.monday()
    await pair.mentee.types("/checkin")

    await cast.restarts()
    await pair.mentee.fills(**WEEK)

    pair.mentee.sees("Week 1 is in")


async def test_a_button_sent_before_a_restart_works_after_it(cast: Cast) -> None:
    pair = await proposal(cast)

    await cast.restarts()
    await pair.mentor.presses("Accept")

    pair.mentee.sees("Sam Okoro is your mentor")


async def test_a_form_put_away_keeps_nothing(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await cast.monday()
    await lina.types("/checkin")
    await lina.begins_to_fill(learned="A secret")

    await lina.puts_away()

    lina.sees("The form is put away and nothing of it was kept.")
    await lina.types("/checkin")
    assert "learned" not in lina.open_form.answers


async def test_what_the_platform_delivers_twice_happens_once(cast: Cast) -> None:
    pair = await couple(cast)
    await cast.monday()
    await pair.mentee.runs("/checkin", **WEEK)
    before = pair.mentor.screen, pair.mentee.screen

    assert await pair.mentee.repeats() == SILENCE

    assert (pair.mentor.screen, pair.mentee.screen) == before


async def test_messages_wait_while_the_platform_is_away(cast: Cast) -> None:
    pair = await proposal(cast)
    platform = pair.mentee.platform

    platform.down = True
    await pair.mentor.presses("Accept")
    pair.mentor.sees("You are now Lina Berg’s mentor")
    pair.mentee.sees_nothing_of("Sam Okoro is your mentor")

    platform.down = False
    await cast.retries()

    pair.mentee.sees("Sam Okoro is your mentor")
    pair.mentee.sees("Welcome, Sam Okoro and Lina Berg")
    assert len(platform.rooms_of("lina")) == 1
