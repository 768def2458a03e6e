"""The program is restarted while people are in the middle of something."""

from tests.stories.discord.beginnings import WEEK, couple, programme, proposal, rooms, threads
from tests.stories.discord.stage import CONTINUE, Stage


async def test_a_modal_that_is_open_is_sent_after_a_restart(stage: Stage) -> None:
    noor = stage.known(stage.harbour.noor)
    await noor.types("/setup")

    await stage.restarts()
    await noor.completes_form(name="Autumn mentoring")

    noor.finds("Autumn mentoring is running")


async def test_a_long_form_goes_on_from_where_it_was(stage: Stage) -> None:
    await programme(stage)
    lina = stage.person("Lina Berg")
    await lina.runs("/join mentee", destination="Staff engineer", visibility="public")
    await lina.types("/gap rate")
    await lina.fills({"system-design": "2", "communication": "2"})

    await stage.restarts()
    await lina.presses(CONTINUE)
    await stage.restarts()
    await lina.completes_form(coding="3")

    lina.finds("Your ratings are kept", "10 competencies not rated yet")


async def test_buttons_of_messages_from_before_work(stage: Stage) -> None:
    pair = await proposal(stage)
    await stage.restarts()

    await pair.mentor.at_direct_messages().presses("Accept")
    await stage.restarts()
    await pair.mentee.at(rooms(stage)[0]).presses("Set a goal")
    await pair.mentee.completes_form(title="Lead two design reviews")

    assert pair.mentor.sees("Lina Berg has set a goal", place=rooms(stage)[0])


async def test_a_prompt_that_came_due_in_between_comes_once(stage: Stage) -> None:
    pair = await couple(stage)
    await stage.monday()
    await stage.restarts()
    await stage.retries()

    asked = [each for each in pair.mentee.direct_messages if "Week 1: how did it go?" in each.text]
    assert len(asked) == 1
    await pair.mentee.at_direct_messages().presses("Answer check-in")
    await stage.restarts()
    await pair.mentee.completes_form(WEEK, share="yes")
    assert len(threads(stage)) == 1


async def test_commands_are_registered_once(stage: Stage) -> None:
    def registrations() -> int:
        return sum(each.method == "PUT" and "commands" in each.route for each in stage.server.requests)

    assert registrations() == 1
    await stage.restarts()
    assert registrations() == 1
