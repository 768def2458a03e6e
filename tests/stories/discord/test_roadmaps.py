"""A mentee's way over Discord: a roadmap begun, a step done, a milestone attested, the plan as a picture and a file."""

from tests.stories.discord.beginnings import couple, rooms
from tests.stories.discord.stage import Stage
from tests.stories.walking import MILESTONE, ROADMAP


async def test_from_rating_to_a_milestone_that_the_mentor_attests(stage: Stage) -> None:
    pair = await couple(stage)
    lina, sam = pair.mentee, pair.mentor

    await lina.types("/roadmap enrol")
    assert lina.sees("Roadmaps on the way to Staff engineer", ROADMAP)
    await lina.presses(ROADMAP)
    assert lina.sees("Set aside if you begin", "you arrive in")
    await lina.presses("Begin this one")
    assert lina.sees("You are on your way", "Next: ")

    await lina.presses("Start")
    await lina.presses("Done")
    await lina.completes_form(evidence="https://example.org/notes", spent="6")
    assert lina.sees("Done: ", "1 of ")

    await lina.runs("/roadmap steps", {"step": MILESTONE})
    assert lina.sees(MILESTONE, "Milestone, proved by")
    await lina.presses("Done")
    await lina.completes_form(evidence="https://example.org/plan", spent="20")
    assert lina.sees(f"Done: {MILESTONE}")

    [room] = rooms(stage)
    sam.at(room)
    sam.finds("Lina Berg has reached a milestone", MILESTONE, "example.org/plan")
    await sam.presses("Attest this level")
    assert sam.sees("Delivery planning: level 3 attested")

    lina.at(stage.harbour.general)
    await lina.types("/roadmap plan")
    plan = lina.finds("The longest chain takes")
    assert [each.filename for each in plan.message.attachments] == ["picture-1.png"]
    await lina.types("/roadmap calendar")
    calendar = lina.finds("Your way as a calendar")
    assert [each.filename for each in calendar.message.attachments] == ["roadmap.ics"]
