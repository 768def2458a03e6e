"""On the way people change their minds, press old buttons and ask too early: each is answered with a way on."""

from tests.stories.beginnings import mentee, programme
from tests.stories.cast import Cast
from tests.stories.walking import ROADMAP, looks_at_a_roadmap, sets_out

CELL = "Mentoring others 1 → 4"


async def test_a_form_that_was_put_away_can_be_opened_again(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await sets_out(lina)

    for command in ("/goal add", "/gap rate", "/gap evidence", "/roadmap steps"):
        await lina.types(command)
        opened = lina.open_form.form.name
        await lina.puts_away()
        lina.sees("The form is put away and nothing of it was kept", "[Open it again]")
        await lina.presses("Open it again")
        assert lina.open_form.form.name == opened
        await lina.puts_away()

    # One that only its command opens says so, and leads on.
    await lina.types("/gap compare")
    await lina.puts_away()
    assert "[Open it again]" not in lina.last
    assert "[Help]" in lina.last


async def test_who_asks_before_there_is_anything_is_told_what_comes_first(cast: Cast) -> None:
    await programme(cast)
    lina = cast.person("Lina Berg")
    for command in ("/gap", "/goal", "/progress", "/roadmap"):
        await lina.types(command)
        assert "Join with /join" in lina.last
        assert "[Join]" in lina.last
    await lina.runs("/join mentee", destination="Staff engineer", visibility="public")

    for command in ("/gap", "/goal", "/goal draft", "/progress", "/roadmap"):
        await lina.types(command)
        assert "[Rate myself]" in lina.last, command
    await lina.types("/goal milestone")
    lina.sees("No goal of yours is open", "[Draft a goal]")
    await lina.types("/roadmap add")
    lina.sees("You follow no roadmap yet", "[See roadmaps]")


async def test_a_goal_is_let_go_after_a_second_thought_only(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await lina.types("/gap")
    await lina.presses(CELL)
    await lina.presses("Set this goal")
    await lina.types("/goal")

    await lina.presses("Let go…")
    lina.sees("Let go of “Mentoring others 2:", "It can’t be taken up again")
    await lina.presses("Show goal")
    lina.sees("Mentoring others 2:", "0 of 3 examples", "[Let go…]")
    await lina.presses("Let go…")
    await lina.presses("Let go")
    lina.sees("Let go: Mentoring others 2:")
    await lina.types("/gap")
    assert f"[{CELL}]" in lina.last


async def test_a_goal_whose_day_has_passed_gets_another_one(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await lina.types("/gap")
    await lina.presses(CELL)
    await lina.presses("Set this goal")
    await cast.later(days=50)

    await lina.types("/goal")
    lina.sees("0 of 3 examples, was due 12 November 2026", "[Progress]", "[Another day…]", "[Let go…]")
    await lina.presses("Another day…")
    await lina.fills(due="2026-10-01")
    assert lina.open_form.errors
    await lina.fills(due="2027-01-15")
    lina.sees("The day is changed", "0 of 3 examples, due 15 January 2027", "Closes")
    await lina.types("/goal")
    assert "[Another day…]" not in lina.last

    # What is over gets no other day.
    late = lina.token("Let go…")
    await cast.later(days=90)
    await lina.types("/goal")
    other = lina.token("Another day…")
    await lina.presses_token(late)
    await lina.presses("Let go")
    await lina.presses_token(other)
    assert lina.form is None


async def test_a_draft_outlives_a_restart_and_is_set_once(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await lina.types("/gap")
    await lina.presses(CELL)
    token = lina.token("Set this goal")

    await cast.restarts()
    await lina.presses("Set this goal")
    lina.sees("Your goal is set")

    # The button is pressed on another screen where it still stands.
    await lina.presses_token(token)
    await lina.types("/goal")
    assert lina.last.count("0 of 3 examples") == 1


async def test_an_old_offer_leads_to_the_roadmap_that_is_followed(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await looks_at_a_roadmap(lina)
    old = lina.token("Begin this one")
    await lina.presses("Begin this one")

    await lina.presses_token(old)

    lina.sees(f"You follow “{ROADMAP}”, and it is one roadmap at a time", "[My roadmap]")
