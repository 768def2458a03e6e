"""A mentee's way, from joining to a milestone that her mentor attests; and roadmaps that a community makes itself."""

from tests.core.domain.roadmaps.samples import SMALL
from tests.stories.beginnings import couple, mentee, mentor, programme
from tests.stories.cast import Cast
from tests.stories.walking import MILESTONE, ROADMAP, looks_at_a_roadmap, picks, sets_out, shipped


async def test_from_joining_to_a_milestone_that_moves_the_cell(cast: Cast) -> None:
    pair = await couple(cast)
    lina, sam = pair.mentee, pair.mentor

    await lina.types("/roadmap")
    lina.sees("Roadmaps on the way to Staff engineer", ROADMAP, "100")
    await lina.presses(ROADMAP)
    lina.sees(ROADMAP, "Set aside if you begin: you hold the levels of", "Untangle a module that slows the team down")
    lina.sees("At 3 hours a week you arrive in", "hours a week would do")

    await lina.presses("Begin this one")
    lina.sees("You are on your way", "Next: ", "[Start]")
    sam.sees("Lina Berg has set out on a roadmap", ROADMAP)

    await lina.presses("Start")
    lina.sees("Begun", "[Done]", "[Add hours]", "[Skip]")
    await lina.presses("Add hours")
    await lina.fills(given="1.5")
    lina.sees("Hours kept", "Now: ")
    await lina.presses("Done")
    await lina.fills(evidence="https://example.org/notes", spent="6")
    lina.sees("Done: ", "1 of ", "On the way")

    await picks(lina, MILESTONE)
    lina.sees(MILESTONE, "Milestone, proved by", "Delivery planning → 3")
    await lina.presses("Done")
    await lina.fills(evidence="")
    lina.is_told("evidence", "Please fill this in")
    await lina.fills(evidence="https://example.org/plan", spent="20")
    lina.sees(f"Done: {MILESTONE}", "A milestone. Your room has heard of it")

    sam.sees("Lina Berg has reached a milestone", MILESTONE, "https://example.org/plan")
    await sam.presses("Attest this level")
    sam.sees("Delivery planning: level 3 attested")
    lina.sees("Sam Okoro attests what you have reached", MILESTONE, "Delivery planning 3", "Readiness")
    await lina.types("/gap")
    lina.sees("Readiness", "One level is attested by your mentor.")

    await lina.presses("Add to my growth thread")
    await lina.fills(sure="yes")
    sam.sees("A note of Lina Berg’s", f"I have reached a milestone: {MILESTONE}")


async def test_a_level_that_a_milestone_shows_is_good_news_and_no_difference(cast: Cast) -> None:
    pair = await couple(cast)
    lina, sam = pair.mentee, pair.mentor
    await lina.runs("/gap rate", **{"delivery-planning": "1"})
    await sets_out(lina)
    await picks(lina, MILESTONE)
    await lina.presses("Done")
    await lina.fills(evidence="https://example.org/plan")

    await sam.presses("Attest this level")

    lina.sees("Sam Okoro attests what you have reached", "Delivery planning 3")
    lina.sees_nothing_of("see some levels differently")
    lina.sees_nothing_of("For your next meeting")
    await lina.types("/gap")
    lina.sees_nothing_of("to talk about when you meet")
    heard = lina.screen.count("attests what you have reached")
    await sam.presses("Attest this level")
    assert lina.screen.count("attests what you have reached") == heard


async def test_what_was_skipped_can_be_taken_up_again_and_own_steps_come_next(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await sets_out(lina)

    await picks(lina, MILESTONE)
    await lina.presses("Skip")
    await lina.fills(reason="Did it at work last year.")
    await picks(lina, MILESTONE)
    lina.sees(MILESTONE, "Skipped because", "Did it at work last year.", "[Take it up again]")
    await lina.presses("Take it up again")
    lina.sees("Taken up again", MILESTONE)

    await lina.runs("/roadmap add", title="Read the team’s old decisions", competency="Communication", hours="3")
    lina.sees("Your own step is added", "Read the team’s old decisions")
    await lina.types("/roadmap")
    lina.sees(ROADMAP, "Next: Read the team’s old decisions")


async def test_a_step_waits_for_what_it_needs(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await sets_out(lina)

    await picks(lina, "Mentor someone for a quarter towards a goal that they chose")
    lina.sees("It waits for Pair with someone less experienced for six weeks", "[Skip]")
    lina.sees_nothing_of("Mentor someone for a quarter towards a goal that they chose", "[Start]")


async def test_met_steps_are_set_aside_unless_one_wants_them(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await looks_at_a_roadmap(lina)

    await lina.presses("Choose what to set aside…")
    await lina.fills(wished=("untangle-a-module",))

    await picks(lina, "Untangle a module that slows the team down")
    lina.sees("Untangle a module that slows the team down", "[Start]")
    await picks(lina, "Write the test approach of one feature, and follow it")
    lina.sees("Write the test approach of one feature, and follow it", "Set aside", "[Take it up again]")


async def test_the_plan_is_a_picture_and_a_calendar_file_and_follows_real_weeks(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await lina.types("/roadmap plan")
    lina.sees("You follow no roadmap yet", "[See roadmaps]")
    await sets_out(lina)

    await lina.types("/roadmap plan")
    lina.sees("The next 12 steps in order", "The longest chain takes", "months late")
    await lina.types("/roadmap calendar")
    lina.sees("Your way as a calendar", "Calendar file (ICS)")

    await cast.later(days=36)
    await lina.types("/roadmap")
    lina.sees("No hours are on record for these weeks")
    await lina.presses("Start")
    await lina.presses("Done")
    await lina.fills(evidence="A link.", spent="12")
    await lina.types("/roadmap")
    lina.sees("So far you have given", "hours a week. At that you arrive in")


async def test_one_roadmap_is_left_before_another_is_begun(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await sets_out(lina)

    await lina.types("/roadmap enrol")
    await lina.presses("Across into engineering management")
    await lina.presses("Begin this one")
    lina.sees(f"You follow “{ROADMAP}”, and it is one roadmap at a time")

    await lina.types("/roadmap plan")
    await lina.presses("Leave this roadmap…")
    await lina.presses("Leave it")
    lina.sees(f"You have left “{ROADMAP}”")
    await sets_out(lina, "Across into engineering management")
    lina.sees("You are on your way")


async def test_where_no_roadmap_fits_one_is_put_together_and_says_so(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast, destination="Senior product manager")

    await lina.types("/roadmap enrol")
    await lina.presses("Put together for your gaps")
    lina.sees("No single roadmap fits your gap. This one is put together from steps of")
    await lina.presses("Begin this one")
    lina.sees("You are on your way", "Next: ")


async def test_a_mentor_drafts_a_roadmap_a_moderator_publishes_it_and_followers_are_offered_the_difference(
    cast: Cast,
) -> None:
    pair = await couple(cast)
    lina, sam, noor = pair.mentee, pair.mentor, pair.moderator
    await sets_out(lina)
    await picks(lina, MILESTONE)
    await lina.presses("Done")
    await lina.fills(evidence="https://example.org/plan")

    changed = shipped("staff-engineer").replace("    hours: 8\n", "    hours: 9\n", 1)
    await sam.runs("/curate file", file=changed.replace("hours: 9", "hours: nine", 1))
    assert "line" in sam.open_form.trouble
    assert "steps" in sam.open_form.trouble
    await sam.fills(file=changed)
    sam.sees("Your draft is kept", "Staff engineer")
    await sam.presses("Hand it in")
    sam.sees("Handed in: moderators have been told")

    noor.sees("Sam Okoro has handed in a roadmap", ROADMAP)
    await noor.presses("Review")
    await noor.presses("Hand it back")
    await noor.fills(remark="Say who reviewed it.")
    sam.sees("Your roadmap came back", "Say who reviewed it.")
    await sam.presses("Show draft")
    await sam.presses("Hand it in")
    await noor.presses("Review")
    await noor.presses("Publish")
    noor.sees(f"Published: {ROADMAP}, version 2")
    sam.sees(f"Your roadmap is out: {ROADMAP}, version 2")

    lina.sees(f"{ROADMAP}: version 2 is out", "nothing that you did is lost")
    await lina.presses("See what changed")
    lina.sees("version 2", "One step reads otherwise", "Whatever you have done, begun, skipped or added stays as it is")
    await lina.presses("Take the newer version")
    lina.sees("You are on version 2 now")
    await picks(lina, MILESTONE)
    lina.sees(MILESTONE, "https://example.org/plan", "Done")


async def test_a_roadmap_is_drafted_step_by_step(cast: Cast) -> None:
    await programme(cast)
    sam = await mentor(cast)

    await sam.types("/curate")
    sam.sees("You have no draft", "[Draft step by step]")
    await sam.runs("/curate draft", title="My way", summary="How I went.", destination="Software engineer")
    sam.sees("Your draft is kept", "Doesn’t reach yet", "Coding")
    await sam.presses("Add a step")
    await sam.fills(title="Ship a change", competency="coding", level="2", hours="6", milestone="yes", resources="x")
    assert "at “resources”: x" in sam.open_form.trouble
    await sam.fills(resources="Pro Git https://git-scm.com/book/en/v2", proof="It is merged.")
    sam.sees("Step added", "Ship a change")
    await sam.presses("Hand it in")
    sam.sees("The role wouldn’t be reached by this roadmap")
    await sam.presses("Let go")
    sam.sees("Let go: My way")


async def test_a_roadmap_far_from_its_role_is_read_and_not_handed_in(cast: Cast) -> None:
    await programme(cast)
    sam = await mentor(cast)

    await sam.runs("/curate file", file=SMALL)
    sam.sees("Your draft is kept", "Doesn’t reach yet")
    await sam.presses("Hand it in")
    sam.sees("The role wouldn’t be reached by this roadmap")


async def test_the_week_s_check_in_knows_the_step(cast: Cast) -> None:
    pair = await couple(cast)
    await sets_out(pair.mentee)
    await picks(pair.mentee, MILESTONE)
    await pair.mentee.presses("Start")

    await cast.monday()

    pair.mentee.sees("Your step now", MILESTONE, "[Answer check-in]")


async def test_where_one_stands_says_the_step(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await sets_out(lina)
    await picks(lina, MILESTONE)
    await lina.presses("Start")

    await lina.types("/me")

    lina.sees("Where you stand", "Your step now", MILESTONE)


async def test_what_the_mentor_attests_meanwhile_makes_the_way_shorter(cast: Cast) -> None:
    pair = await couple(cast)
    lina, sam = pair.mentee, pair.mentor
    await sets_out(lina)
    await cast.later(days=7)
    await sam.types("/gap mentee")
    await sam.presses("Say what I have seen")
    await sam.fills(communication="3")

    await lina.types("/roadmap")
    lina.sees("You hold the levels of 2 open steps by now")
    await lina.presses("Set them aside")
    lina.sees("Set aside what you can by now")
    await picks(lina, "Begin to keep decision records in your team")
    lina.sees("Begin to keep decision records in your team", "Set aside", "[Take it up again]")


async def test_what_one_follows_is_told_in_the_language_that_one_changes_to(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    await sets_out(lina)
    await lina.runs("/roadmap add", title="Read the team’s old decisions", competency="Communication", hours="3")

    await lina.runs("/settings", language="es")
    await lina.types("/roadmap")
    lina.sees("De la ingeniería fiable al nivel staff", "Sigue: Read the team’s old decisions")
    await lina.presses("Todos los pasos…")
    await lina.fills(step="Planificar un proyecto de meses que entregue algo cada quincena")
    lina.sees("El plan como era, el plan como fue")
    lina.sees_nothing_of("El plan como era", "The plan as it was")
