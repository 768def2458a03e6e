"""From the bot in a forum to the end of a pairing, as its people see it in a Telegram client."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stories.telegram.beginnings import CHALLENGE, LEARNED, NEXT, rates
from tests.stories.telegram.stage import Stage
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.members import Right

GOAL = "Lead two design reviews"
GROWTH = "Lina Berg’s growth"


@pytest.fixture
async def stage(server: TelegramServer, data_dir: Path, database_url: str) -> AsyncIterator[Stage]:
    """The program over each kind of database, with nobody there yet."""
    async with Stage(server, data_dir, database_url).open() as stage:
        yield stage


async def test_a_mentee_grows_in_public(stage: Stage) -> None:  # noqa: PLR0915  one long story, read from top to bottom
    noor, ada = stage.person("Noor Haddad", starts=False), stage.person("Ada Lind", starts=False)
    sam, lina = stage.person("Sam Okoro", starts=False), stage.person("Lina Berg", starts=False)
    pat = stage.person("Pat Lee", starts=False)

    # Noor brings the bot to her forum, but not with all that it asks for; the rest is a matter for two.
    harbour = noor.founds_supergroup("Harbour", forum=True)
    await noor.adds_bot(harbour, Right.PIN_MESSAGES)
    await stage.settled()
    for each in (ada, sam, lina, pat):
        each.joins(harbour)
    await noor.types("/setup")
    assert noor.sees("This group can have its own mentorship programme")
    await noor.presses("Go on in private")

    # She starts the programme from what stands there; the one right that is missing is named, with where to grant it.
    assert noor.sees("Start a programme", "Is it right like this?")
    await noor.changes("Name of the programme", "Autumn mentoring")
    await noor.changes("Time zone", "Berlin", "Berlin (UTC+2)")
    await noor.presses("Start the programme")
    setup = noor.finds("Autumn mentoring is running", "Grant what is missing first")
    assert [line[0] for line in setup.text.splitlines() if "Manage Topics" in line] == ["⬜"]
    assert "✅ Send Messages" in setup.text
    await noor.presses("Get the group ready")
    noor.finds("Menteo can’t do that here yet", "Manage Topics: The group’s settings")

    # She grants it and tries again: the group is ready, and what it is for is pinned.
    stage.world.promote(harbour, stage.world.bot.user, Right.PIN_MESSAGES | Right.MANAGE_TOPICS)
    await noor.presses("Get the group ready")
    noor.finds("The group is ready")
    [pinned] = [seen for seen in noor.reads(harbour) if seen.is_pinned]
    assert pinned.text.splitlines()[0] == "Autumn mentoring"

    # Sam offers to mentor, and finds his role by a few letters; Ada does, too.
    await sam.types("/join mentor")
    await sam.presses("Go on in private")
    await sam.answers("staff", "Staff engineer")
    await sam.changes("How many mentees at once", "1")
    await sam.presses("Join as a mentor")
    assert sam.sees("You are in. Thank you for mentoring", "You offer one place")
    await ada.types("/join_mentor")
    await ada.presses("Go on in private")
    await ada.answers("engineering man", "Engineering manager", "Join as a mentor")

    # Lina presses the pinned Join: the group hears nothing of it, and she is asked in private, one thing at a time.
    said = len(pat.reads(harbour))
    await lina.presses("Join")
    await lina.presses("Join as a mentee")
    await lina.answers("staff eng")
    assert lina.sees("Staff engineer: Software engineering", "Choose what you mean")
    await lina.answers("Staff engineer", "Public")
    await lina.changes("Hours a week for it", "4")
    await lina.presses("Join as a mentee")
    assert lina.sees("You are in", "Staff engineer", "4 hours a week")
    assert len(pat.reads(harbour)) == said

    # She rates herself, one competency after another, and says what one rating rests on.
    await rates(lina)
    await lina.types("/gap")
    assert lina.sees("Your way to Staff engineer", "Readiness for Staff engineer", "Open cells")
    await lina.runs("/gap_evidence", "The search rewrite.")
    await lina.changes("Competency", "syst", "System design")
    await lina.answers("Save evidence")
    lina.finds("Evidence kept for System design", "The search rewrite.")

    # Noor sees why Sam fits and proposes him; Lina hears that somebody is being asked, not who.
    await noor.runs("/pair", "lin", "Lina Berg")
    assert noor.sees("Lina Berg", "Sam Okoro", "Mentoring others 1 → 4")
    await noor.presses("Propose Sam Okoro")
    assert noor.sees("Sam Okoro is being asked to mentor Lina Berg")
    assert lina.sees("A mentor is being asked for you")
    lina.finds_nothing_of("Sam Okoro", "mentor")

    # Sam accepts; all three are told, and each of the pair has the room in their private chat, its guide pinned.
    await sam.presses("Accept")
    assert noor.sees("Sam Okoro said yes to Lina Berg")
    for each in (sam, lina):
        guide = each.finds("Welcome, Sam Okoro and Lina Berg")
        assert guide.is_pinned
        assert guide.message.chat is each.home
    await lina.types("Hello Sam")
    assert sam.latest.text == "💬 Sam Okoro and Lina Berg\nLina Berg: Hello Sam"
    await sam.replies_to(sam.latest, "Welcome aboard")
    await stage.settled()
    assert lina.latest.answers_to == lina.finds("Hello Sam")
    for each in (noor, ada, pat):
        each.finds_nothing_of("Hello Sam")

    # Lina sets a goal that closes an open cell, and moves it.
    await lina.runs("/goal_add", GOAL, "2", "reviews", "Skip")
    await lina.changes("Which open cells does it close?", "Influence without authority 1 → 4", "System design 2 → 4")
    await lina.answers("Done", "Set goal")
    sam.finds("Lina Berg has set a goal", GOAL, "Closes: System design 2 → 4")
    await lina.presses("Progress")
    await lina.answers("1")
    assert lina.sees("Progress kept", "1 of 2 reviews")

    # Week 1: she is asked on Monday at nine; the public topic begins, without her mood.
    await stage.monday(8, 59)
    lina.finds_nothing_of("how did it go?")
    await stage.monday()
    assert lina.sees("Week 1: how did it go?")
    await lina.presses("Answer check-in")
    await lina.answers(LEARNED, CHALLENGE, "Skip", NEXT, "Good", "1", "Done", "Send check-in")
    assert lina.sees("Week 1 is in", "1 check-in in a row", "Public on your growth thread")
    assert pat.sees("Week 1, Lina Berg", LEARNED, CHALLENGE, chat=harbour, topic=GROWTH)
    pat.finds_nothing_of("Lina Berg", "Good")
    sam.finds("Lina Berg’s check-in, week 1", CHALLENGE, "Good")

    # Others cheer and comment beneath it.
    await pat.at(harbour, GROWTH).presses("Cheer")
    await sam.at(harbour, GROWTH).presses("Cheer (1)")
    assert "Cheer (2)" in lina.finds("Week 1, Lina Berg").buttons
    await pat.types("Well done!")
    await stage.later(minutes=2)
    lina.finds("Week 1, Lina Berg", "One comment here")

    # Week 2: one answer stays between the two of them; she sees what she planned last time.
    await stage.monday()
    lina.finds("Week 2", "Last time you said this would be next:", NEXT)
    await lina.runs(
        "/checkin", LEARNED, "My manager.", "Skip", NEXT, "Good", "Skip", "Challenge", "Done", "Send check-in"
    )
    pat.finds("Week 2, Lina Berg", "2 check-ins in a row")
    pat.finds_nothing_of("My manager.")
    sam.finds("Lina Berg’s check-in, week 2", "My manager.")

    # Week 3: she is silent, and is reminded once; then she answers with a milestone.
    await stage.monday()
    await stage.later(hours=47)
    lina.finds_nothing_of("Week 3 is still open")
    await stage.later(hours=2)
    assert lina.sees("Week 3 is still open")
    await lina.presses("Answer check-in")
    await lina.answers(LEARNED, "Skip", "Led my first design review.", NEXT, "Good", "Skip", "Done", "Send check-in")
    pat.finds("Week 3, Lina Berg: a milestone", "Led my first design review.", "3 check-ins in a row")
    assert [topic.name for topic in harbour.topics.values()] == [GROWTH]

    # She reaches her goal, and takes one week back.
    await lina.types("/goal show")
    await lina.presses("Reached…")
    await lina.answers("The minutes of both.")
    sam.finds("Lina Berg has reached a goal. What does it show?", "The minutes of both.")
    await sam.at_home().presses("Attest System design 3")
    lina.finds("Sam Okoro attests what you have reached", "System design 3")
    await lina.types("/growth")
    await lina.presses("Take back week 3")
    assert lina.sees("Week 3 is taken back")
    pat.finds_nothing_of("Week 3, Lina Berg")
    pat.finds("Week 2, Lina Berg")
    sam.finds("Lina Berg’s check-in, week 3")

    # They end it: what was said can be read, and nothing more is carried.
    await lina.types("/me")
    assert lina.sees("Where you stand, Lina Berg")
    await lina.presses("End the pairing…")
    await lina.presses("End it")
    sam.finds("The pairing of Sam Okoro and Lina Berg has ended")
    await lina.types("Are you still there?")
    sam.finds_nothing_of("Are you still there?")
    assert sam.sees("Welcome, Sam Okoro and Lina Berg", "Hello Sam", chat=sam.home)
    await stage.later(days=91)
    assert sam.sees("Hello Sam", chat=sam.home)
