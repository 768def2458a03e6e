"""One mentee's way from the programme's start to her fourth week in public."""

from tests.stories.beginnings import RATED, WEEK
from tests.stories.cast import Cast


async def test_a_mentee_grows_in_public(cast: Cast) -> None:  # noqa: PLR0915  one long story, read from top to bottom
    noor = cast.person("Noor Haddad", administrator=True)
    sam = cast.person("Sam Okoro")
    lina = cast.person("Lina Berg")
    pat = cast.person("Pat Lee")

    # Noor starts the programme; every answer is filled in but the name that she prefers.
    await noor.types("/setup")
    assert noor.open_form.form.title == "Start a programme"
    await noor.fills(name="Autumn mentoring")
    noor.sees("Autumn mentoring is running", "Every Monday at 09:00", "12 weeks")

    # Sam offers to mentor, Lina seeks a mentor and says that her growth may be seen.
    await sam.runs("/join mentor", role="Staff engineer", capacity="1")
    sam.sees("You are in. Thank you for mentoring", "System design")
    await lina.types("/join")
    await lina.presses("Join as a mentee")
    await lina.fills(destination="staff eng", hours="4", visibility="public")
    lina.is_told("destination", "Did you mean Staff engineer?")
    await lina.fills(destination="Staff engineer")
    lina.sees("You are in", "Staff engineer", "4 hours a week", "Mon 5 Oct, 09:00")

    # She rates herself, sees what is open and says what one rating rests on.
    await lina.presses("Rate myself")
    await lina.fills(**RATED)
    await lina.types("/gap")
    lina.sees("Your way to Staff engineer", "Readiness for Staff engineer", "Open cells", "Influence")
    await lina.runs("/gap evidence", competency="System design", evidence="The search rewrite.")
    lina.sees("Evidence kept for System design", "The search rewrite.")

    # Noor sees why Sam fits and proposes him; Lina hears that somebody is being asked, not who.
    await noor.runs("/pair", mentee="Lina Berg")
    noor.sees("One mentor fits Lina Berg", "1. Sam Okoro", "Mentoring others 1 → 4", "12 hours a day", "English")
    await noor.presses("Propose Sam Okoro")
    noor.sees("Sam Okoro is being asked to mentor Lina Berg")
    lina.sees("A mentor is being asked for you")
    lina.sees_nothing_of("Sam")

    # Sam accepts; all three are told, and a room opens with its guide pinned.
    sam.sees("Would you mentor Lina Berg?", "Staff engineer")
    await sam.presses("Accept")
    lina.sees("Sam Okoro is your mentor")
    noor.sees("Sam Okoro said yes to Lina Berg")
    [room] = lina.platform.rooms_of("lina")
    assert room.readers == frozenset({"sam", "lina"})
    assert any(each.pinned and each.place == room.id for each in sam.platform.seen_by("sam"))
    sam.sees("Welcome, Sam Okoro and Lina Berg", "Every Monday at 09:00", "Start with what is open")

    # Lina sets a goal that closes an open cell, and moves it.
    await lina.presses("Set a goal")
    await lina.fills(title="Lead two design reviews", cells=("system-design",), target="2", unit="reviews")
    sam.sees("Lina Berg has set a goal", "Lead two design reviews")
    await lina.presses("Progress")
    await lina.fills(current="1")
    lina.sees("Progress kept", "1 of 2 reviews")

    # Week 1: she is asked on Monday at nine, answers, and the public thread begins; her mood isn't in it.
    await cast.monday(8, 59)
    assert lina.prompts() == 0
    await cast.monday()
    lina.sees("Week 1: how did it go?")
    await lina.presses("Answer check-in")
    await lina.fills(**WEEK)
    lina.sees("Week 1 is in", "1 check-in in a row", "Public on your growth thread")
    pat.sees("Week 1, Lina Berg", "How to draw a boundary between two services.", "Saying no to a feature.")
    pat.sees_nothing_of("Good")
    sam.sees("Lina Berg’s check-in, week 1", "Saying no to a feature.", "Good")

    # Week 2: one answer stays between the two of them; she sees what she planned last time.
    await cast.monday()
    lina.sees("Week 2", "Last time you said this would be next:", "Write the decision down.")
    await lina.runs("/checkin", **{**WEEK, "challenge": "My manager.", "keep_private": ("challenge",)})
    pat.sees("Week 2, Lina Berg", "2 check-ins in a row")
    pat.sees_nothing_of("My manager.")
    sam.sees("Lina Berg’s check-in, week 2", "My manager.")

    # Week 3: she is silent, is reminded once, and the week closes.
    await cast.monday()
    await cast.later(hours=47)
    lina.sees_nothing_of("Week 3 is still open")
    await cast.later(hours=2)
    lina.sees("Week 3 is still open")
    asked = lina.prompts()

    # Week 4: the clocks went back, and it is nine all the same; the streak begins anew, with a milestone.
    await cast.monday(8, 59)
    assert lina.prompts() == asked, "a second reminder"
    await cast.monday()
    assert cast.now.hour == 8
    lina.sees("Week 4: how did it go?")
    await lina.presses("Answer check-in")
    await lina.fills(**{**WEEK, "milestone": "Led my first design review."})
    pat.sees("Week 4, Lina Berg: a milestone", "Led my first design review.", "1 check-in in a row")
    pat.sees_nothing_of("Week 3, Lina Berg")

    # She reaches her goal, and takes one week back.
    await lina.types("/goal")
    await lina.presses("Reached…")
    await lina.fills(evidence="The minutes of both.")
    sam.sees("Lina Berg has reached a goal", "The minutes of both.")
    await lina.types("/growth")
    lina.sees("What others see of your growth", "Week 4", "Public", "Missed")
    await lina.presses("Take back week 4")
    lina.sees("Week 4 is taken back")
    pat.sees_nothing_of("Week 4, Lina Berg")
    pat.sees("Week 2, Lina Berg")
    sam.sees("Lina Berg’s check-in, week 4")
