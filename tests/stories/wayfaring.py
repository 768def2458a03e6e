"""A mentee's whole way, told once for every client: from `/join` to a finished milestone, and when one arrives.

How forms are filled in and where somebody looks is each client's own; what is pressed and read is the same.
"""

from abc import ABC, abstractmethod
from typing import Generic, Protocol, TypeVar

from tests.stories.staging import Staged
from tests.stories.walking import MILESTONE, ROADMAP

CELL = "Mentoring others 1 → 4"
"""The open cell that is worth most of what she has rated, as its button says."""

SHOWN = "https://example.org/three-mentees"
WRITTEN = "https://example.org/notes"
PLANNED = "https://example.org/plan"
OWN = "Read the team’s old decisions"


class Someone(Protocol):
    """Somebody at a client."""

    def finds(self, *texts: str) -> object:
        """Find the newest message anywhere that says all of these."""

    def finds_nothing_of(self, *texts: str) -> None:
        """Find no such message."""


Who = TypeVar("Who", bound=Someone)


class Way(ABC, Generic[Who]):
    """The way of one mentee, with the mentor whom she gets and the moderator who pairs them."""

    moderator: Who
    mentor: Who
    mentee: Who

    def __init__(self, stage: Staged) -> None:
        self.stage = stage

    # What is the client's own.

    @abstractmethod
    async def joins(self) -> None:
        """A moderator sets up, a mentor and a mentee join, and she rates herself."""

    @abstractmethod
    async def is_paired(self) -> None:
        """The moderator proposes the mentor, and he says yes."""

    @abstractmethod
    async def types(self, who: Who, command: str) -> None:
        """Give a command where everybody may."""

    @abstractmethod
    async def presses(self, who: Who, label: str) -> None:
        """Press the newest button of that name, wherever it is."""

    @abstractmethod
    async def answers_week(self, stands: str) -> None:
        """Answer the week's form, with where the one goal stands."""

    @abstractmethod
    async def shows(self, evidence: str) -> None:
        """Say in the open form what shows that a goal is reached."""

    @abstractmethod
    async def finishes(self, evidence: str, hours: str) -> None:
        """Say in the open form what there is to show for a step, and the hours that it took."""

    @abstractmethod
    async def gives(self, hours: str) -> None:
        """Say in the open form how many hours were given."""

    @abstractmethod
    async def adds(self, title: str, competency: str, hours: str) -> None:
        """Add a step of one's own."""

    @abstractmethod
    async def picks(self, title: str) -> None:
        """Look at one of one's steps."""

    @abstractmethod
    async def says_seen(self, competency: str, level: str) -> None:
        """Say in the mentor's open form which level was seen of one competency."""

    @abstractmethod
    async def compares(self, other: str) -> None:
        """Compare the destination with another role."""

    @abstractmethod
    def sees_a_picture(self, *texts: str) -> None:
        """Assert that what says this to the mentee has a picture with it."""

    @abstractmethod
    def calendar(self) -> bytes:
        """Find the calendar file that the mentee was sent last."""

    # The way itself.

    async def to_a_milestone(self) -> None:
        """Walk from `/join` to a milestone whose level is attested."""
        await self.joins()
        await self.sets_a_goal_in_two_taps()
        await self.sets_out()
        await self.is_paired()
        self.mentee.finds("is your mentor", "tell what you are working on")
        await self.reaches_the_goal_by_the_weeks()
        await self.has_it_attested()
        await self.finishes_a_milestone()

    async def sets_a_goal_in_two_taps(self) -> None:
        """From the matrix, one tap shows a draft and one more sets it."""
        await self.types(self.mentee, "/progress show")
        self.mentee.finds("Your progress to Staff engineer", "Too early to tell when")
        await self.types(self.mentee, "/gap show")
        self.mentee.finds("Your way to Staff engineer", "Tap a cell, and a goal for it is drafted")
        self.sees_a_picture("Your way to Staff engineer")
        await self.presses(self.mentee, CELL)
        self.mentee.finds("A goal for Mentoring others", "Mentoring others 2:", "3 examples")
        await self.presses(self.mentee, "Set this goal")
        self.mentee.finds("Your goal is set", "0 of 3 examples")

    async def sets_out(self) -> None:
        """A roadmap is cut with consent, a step done, an own one added, and the plan kept in a calendar."""
        await self.types(self.mentee, "/roadmap enrol")
        self.mentee.finds("Roadmaps on the way to Staff engineer", ROADMAP)
        await self.presses(self.mentee, ROADMAP)
        self.mentee.finds("Set aside if you begin: you hold the levels of", "you arrive in")
        await self.presses(self.mentee, "Begin this one")
        self.mentee.finds("You are on your way", "Next: ")

        await self.presses(self.mentee, "Start")
        await self.presses(self.mentee, "Add hours")
        await self.gives("1.5")
        self.mentee.finds("Hours kept", "Now: ")
        await self.presses(self.mentee, "Done")
        await self.finishes(WRITTEN, "6")
        self.mentee.finds("Done: ", "1 of ")

        await self.adds(OWN, "Communication", "3")
        self.mentee.finds("Your own step is added", OWN)
        await self.types(self.mentee, "/roadmap plan")
        self.mentee.finds("The longest chain takes", "as your steps have gone so far")
        self.sees_a_picture("The longest chain takes")
        await self.types(self.mentee, "/roadmap calendar")
        assert b"BEGIN:VCALENDAR" in self.calendar()
        assert OWN.encode() in self.calendar()

    async def reaches_the_goal_by_the_weeks(self) -> None:
        """Each week asks where the goal stands, and moves it."""
        for stands in ("1", "3"):
            await self.stage.monday()
            self.mentee.finds("how did it go?", "Your step now", OWN)
            await self.answers_week(stands)
            self.mentor.finds("Lina Berg’s check-in", f"{stands} of 3 examples")
        self.mentee.finds("Week 2 is in", "You are there. Mark it as done?")

    async def has_it_attested(self) -> None:
        """What is reached is shown to the mentor, whose word moves the cell."""
        await self.presses(self.mentee, "Reached…")
        await self.shows(SHOWN)
        self.mentee.finds("Reached. Well done", "Sam Okoro is asked whether it shows the level")
        self.mentor.finds("Lina Berg has reached a goal. What does it show?", "example.org/three-mentees", "Look at it")
        await self.presses(self.mentor, "Attest Mentoring others 2")
        self.mentee.finds("Sam Okoro attests what you have reached", "Mentoring others 2")
        await self.types(self.mentee, "/gap show")
        self.mentee.finds("Your way to Staff engineer", "One level is attested by your mentor.")
        await self.types(self.mentee, "/progress show")
        self.mentee.finds("Your progress to Staff engineer", "Too early to tell when", "The next small step")

    async def finishes_a_milestone(self) -> None:
        """A milestone is shown in the room, and its level attested there."""
        await self.picks(MILESTONE)
        self.mentee.finds(MILESTONE, "Milestone, proved by")
        await self.presses(self.mentee, "Done")
        await self.finishes(PLANNED, "20")
        self.mentee.finds(f"Done: {MILESTONE}", "Your room has heard of it")
        self.mentor.finds("Lina Berg has reached a milestone", MILESTONE, "example.org/plan")
        await self.presses(self.mentor, "Attest this level")
        self.mentor.finds("Delivery planning: level 3 attested")
        self.mentee.finds("Sam Okoro attests what you have reached", MILESTONE, "Delivery planning 3")
        self.mentee.finds_nothing_of("see some levels differently")

    async def to_a_date(self) -> None:
        """Walk on until there is a day to arrive by: too early to tell at first, and then with a range."""
        await self.joins()
        await self.is_paired()
        await self.stage.later(days=35)
        await self.types(self.mentee, "/progress show")
        self.mentee.finds("Too early to tell when", "No week has moved a level yet")
        for competency, level in (("Mentoring others", "2"), ("Coding", "4"), ("System design", "3")):
            self.mentee.finds_nothing_of("At this pace you arrive")
            await self.stage.later(days=14)
            await self.types(self.mentor, "/gap mentee")
            await self.presses(self.mentor, "Say what I have seen")
            await self.says_seen(competency, level)
            self.mentee.finds("Sam Okoro has said which levels they have seen in you", f"{competency} {level}")
            await self.types(self.mentee, "/progress show")
        self.mentee.finds("At this pace you arrive", "four times of five between", "The next small step")
        self.sees_a_picture("At this pace you arrive")
        await self.types(self.mentor, "/progress mentee")
        self.mentor.finds("Lina Berg’s progress to Staff engineer", "At this pace Lina Berg arrives")
        await self.compares("Senior software engineer")
        self.mentee.finds(
            "You are closest to Senior software engineer", "Staff engineer", "Choose another destination…"
        )
