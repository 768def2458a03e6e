"""A goal that closes a gap: drafted in two taps, asked about by the week, reached, attested; and when one arrives."""

from bot.core.ui.forms import Choice
from tests.stories.beginnings import WEEK, Pair, couple
from tests.stories.cast import Cast

DRAFTED = "Mentoring others 1 → 4"
"""The button of the cell that is worth most of those that she has rated."""


async def drafts(pair: Pair, cell: str = DRAFTED) -> None:
    """The mentee sets a goal in two taps."""
    await pair.mentee.types("/goal draft")
    await pair.mentee.presses(cell)
    await pair.mentee.presses("Set this goal")
    pair.mentee.sees("Your goal is set")


async def reaches(pair: Pair, evidence: str = "") -> None:
    """She reaches her one open goal."""
    await pair.mentee.types("/goal")
    await pair.mentee.presses("Reached…")
    await pair.mentee.fills(evidence=evidence)


async def test_a_goal_is_drafted_in_two_taps_moved_by_the_weeks_and_attested(cast: Cast) -> None:
    pair = await couple(cast)
    lina, sam = pair.mentee, pair.mentor

    # From /gap, one tap shows a draft and one more sets it.
    await lina.types("/gap")
    await lina.presses(DRAFTED)
    lina.sees("A goal for Mentoring others", "Mentoring others 2:", "3 examples", "[Set this goal]")
    await lina.presses("Set this goal")
    sam.sees("Lina Berg has set a goal", "0 of 3 examples", "Closes", DRAFTED)

    # Pressed again, it stays the only one; a milestone marks the way.
    await lina.presses("Add a milestone")
    await lina.fills(title="The first one, talked through with Sam", at="1")
    lina.sees("Milestone added", "The first one, talked through with Sam (1 of 3 examples)")
    await lina.runs("/goal milestone", title="Too far", at="7")
    assert "never passes that number" in lina.open_form.trouble
    assert lina.open_form.answers["title"] == ("Too far",)
    await lina.puts_away()

    # Each week asks where it stands; what is passed over stays.
    for stands, shown in (("1", "1 of 3 examples"), ("", ""), ("2", "2 of 3 examples"), ("3", "3 of 3 examples")):
        await cast.monday()
        await lina.types("/checkin")
        [asked] = [each.name for each in lina.open_form.form.fields if each.name.startswith("goal_")]
        await lina.fills(**{**WEEK, asked: stands})
        if shown:
            sam.sees("Lina Berg’s check-in", shown)
    lina.sees("Week 4 is in", "You are there. Mark it as done?")
    await lina.types("/goal")
    await lina.presses("Reached…")
    await lina.fills(evidence="Three sessions with our new colleague.")
    lina.sees("Reached. Well done", "Sam Okoro is asked whether it shows the level")

    # Nobody else may attest it; Sam does, and the cell moves.
    token = sam.token("Attest Mentoring others 2")
    await lina.presses_token(token)
    lina.sees("That is for mentors")
    other = cast.person("Ada Mentor")
    await other.runs("/join mentor", role="Staff engineer")
    await other.presses_token(token)
    other.sees("That is for mentors")
    sam.sees("Lina Berg has reached a goal. What does it show?", "Three sessions with our new colleague.")
    await sam.presses("Attest Mentoring others 2")
    sam.sees("Attested. Lina Berg is told")
    lina.sees("Sam Okoro attests what you have reached", "Mentoring others 2")
    await sam.presses_token(token)
    sam.sees("attested already")
    await lina.types("/progress")
    lina.sees("Your progress to Staff engineer", "One week has moved a level")
    await lina.types("/goal draft")
    await lina.presses("Another cell…")
    [cells] = lina.open_form.form.fields
    assert isinstance(cells, Choice)
    assert "Mentoring others 2 → 4" in [each.label for each in cells.options]


async def test_not_yet_says_why_and_can_be_shown_again(cast: Cast) -> None:
    pair = await couple(cast)
    lina, sam = pair.mentee, pair.mentor
    await drafts(pair)
    await reaches(pair)
    sam.sees("Lina Berg has written nothing down about it")

    await sam.presses("Not yet…")
    await sam.fills(word="")
    sam.is_told("word", "Please fill this in")
    await sam.fills(word="Sit in on one alone first.")
    lina.sees("Sam Okoro says: not yet", "Sit in on one alone first.")
    await lina.presses("Ask my mentor")
    await lina.fills(evidence="I did, on Tuesday.")
    sam.sees("Lina Berg has reached a goal. What does it show?", "I did, on Tuesday.")

    # Sam has seen more than she aimed at; that is what she has shown, and nothing to differ about.
    await sam.presses("Other levels…")
    await sam.fills(**{"mentoring-others": "3"})
    lina.sees("Sam Okoro attests what you have reached", "Mentoring others 3")
    lina.sees_nothing_of("see some levels differently")


async def test_what_a_mentor_types_is_kept_when_the_pairing_ends_meanwhile(cast: Cast) -> None:
    pair = await couple(cast)
    await drafts(pair)
    await reaches(pair)
    await pair.mentor.presses("Not yet…")
    await pair.mentee.types("/me")
    await pair.mentee.presses("End the pairing…")
    await pair.mentee.presses("End it")

    await pair.mentor.fills(word="Sit in on one alone first.")

    assert "That is for mentors" in pair.mentor.open_form.trouble
    assert pair.mentor.open_form.answers["word"] == ("Sit in on one alone first.",)


async def test_it_is_too_early_to_tell_and_then_there_is_a_date(cast: Cast) -> None:
    pair = await couple(cast)
    lina, sam = pair.mentee, pair.mentor
    await lina.types("/progress")
    lina.sees("Readiness: where you began", "To arrive by", "1 April 2028", "Too early to tell when")
    lina.sees("The next small step", "A goal for the cell that is worth most.", f"[{DRAFTED}]")

    # What she says of herself doesn't move it.
    await cast.later(days=35)
    await lina.runs("/gap rate", coding="5")
    await lina.types("/progress")
    lina.sees("No week has moved a level yet", "By your own ratings it is")

    # A mentor's word does: three weeks of it, over more than eight, make a pace.
    for step, (competency, level) in enumerate((("mentoring-others", "2"), ("coding", "4"), ("system-design", "3"))):
        await cast.later(days=14)
        await sam.types("/gap mentee")
        await sam.presses("Say what I have seen")
        await sam.fills(**{competency: level})
        await lina.types("/progress")
        if step < 2:
            assert "Too early to tell when" in lina.last
    assert "At this pace you arrive" in lina.last
    assert "four times of five" in lina.last or "hardly before" in lina.last

    # Her mentor sees it, too; a moderator and anybody else don't.
    await sam.types("/progress mentee")
    sam.sees("Lina Berg’s progress to Staff engineer", "At this pace Lina Berg arrives")
    await pair.moderator.types("/progress")
    pair.moderator.sees("That is for mentees")
    assert "progress mentee" not in [each.typed for each in await cast.app.conversation.commands(lina.origin())]

    # She means another day.
    await lina.types("/progress")
    await lina.presses("Another day…")
    await lina.fills(day="2030-01-01")
    lina.sees("To arrive by", "1 January 2030")
