"""A mentee's way over Telegram: a roadmap begun, a step done, a milestone attested, the plan as picture and file."""

from tests.stories.telegram.beginnings import couple
from tests.stories.telegram.stage import Stage
from tests.stories.walking import MILESTONE, ROADMAP


async def test_from_rating_to_a_milestone_that_the_mentor_attests(stage: Stage) -> None:
    pair = await couple(stage)
    lina, sam = pair.mentee, pair.mentor

    await lina.types("/roadmap_enrol")
    assert lina.sees("Roadmaps on the way to Staff engineer", ROADMAP)
    await lina.presses(ROADMAP)
    assert lina.sees("Set aside if you begin", "you arrive in")
    await lina.presses("Begin this one")
    assert lina.sees("You are on your way", "Next: ")

    await lina.presses("Start")
    await lina.presses("Done")
    await lina.answers("https://example.org/notes", "Done")
    assert lina.sees("Done: ", "1 of ")

    await lina.runs("/roadmap_steps", "fortnight", MILESTONE)
    assert lina.sees(MILESTONE, "Milestone, proved by")
    await lina.presses("Done")
    await lina.answers("https://example.org/plan", "Done")
    assert lina.sees(f"Done: {MILESTONE}")

    sam.finds("Lina Berg has reached a milestone", MILESTONE, "https://example.org/plan")
    await sam.presses("Attest this level")
    assert sam.sees("Delivery planning: level 3 attested")

    await lina.types("/roadmap_plan")
    lina.finds("The longest chain takes")
    await lina.types("/roadmap_calendar")
    lina.finds("Your way as a calendar")
    files = [seen.file for seen in lina.reads() if seen.file]
    assert [file[:15] for file in files if b"SUMMARY" in file] == [b"BEGIN:VCALENDAR"]
