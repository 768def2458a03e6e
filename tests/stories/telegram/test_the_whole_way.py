"""A mentee's whole way over Telegram: from `/join` to a milestone that her mentor attests, and when she arrives."""

from tests.stories.telegram.beginnings import CHALLENGE, LEARNED, LEVELS, NEXT, mentor, programme
from tests.stories.telegram.stage import Resident, Stage
from tests.stories.wayfaring import Way


class TelegramWay(Way[Resident]):
    """All of it in each one's private chat with the bot, one question at a time."""

    async def joins(self) -> None:
        stage = self.stage
        assert isinstance(stage, Stage)
        self.moderator, group = await programme(stage)
        self.mentor = await mentor(stage, group)
        self.mentee = stage.person("Lina Berg").joins(group)
        await self.mentee.types("/join mentee")
        await self.mentee.presses("Go on in private")
        await self.mentee.answers("staff", "Staff engineer", "Public")
        await self.mentee.changes("Hours a week for it", "4")
        await self.mentee.answers("Join as a mentee")
        await self.mentee.presses("Rate myself")
        await self._chooses(self.mentee, {**LEVELS, "Delivery planning": "1"}, "I don’t know")
        self.mentee.finds("Your ratings are kept", "Readiness for Staff engineer")

    async def is_paired(self) -> None:
        await self.moderator.at_home().runs("/pair", "Lina", "Lina Berg")
        await self.moderator.presses("Propose Sam Okoro")
        await self.mentor.at_home().presses("Accept")

    async def types(self, who: Resident, command: str) -> None:
        await who.at_home().types(command)

    async def presses(self, who: Resident, label: str) -> None:
        await who.at_home().presses(label)

    async def answers_week(self, stands: str) -> None:
        await self.mentee.presses("Answer check-in")
        await self.mentee.answers(LEARNED, CHALLENGE, "Skip", NEXT, "Good", stands, "Done", "Send check-in")

    async def shows(self, evidence: str) -> None:
        await self.mentee.answers(evidence)

    async def finishes(self, evidence: str, hours: str) -> None:
        await self.mentee.answers(evidence)
        await self.mentee.changes("Hours that it took", hours)
        await self.mentee.answers("Done")

    async def gives(self, hours: str) -> None:
        await self.mentee.answers(hours)

    async def adds(self, title: str, competency: str, hours: str) -> None:
        await self.mentee.runs("/roadmap_add", title, competency, hours)

    async def picks(self, title: str) -> None:
        await self.mentee.runs("/roadmap_steps", "fortnight", title)

    async def says_seen(self, competency: str, level: str) -> None:
        await self._chooses(self.mentor, {competency: level}, "I can’t say")
        await self.mentor.answers("Skip")
        if "Save levels" in self.mentor.latest.buttons:  # what was attested before stands in a summary
            await self.mentor.presses("Save levels")

    async def compares(self, other: str) -> None:
        await self.mentee.runs("/gap_compare", other, "Skip", "Compare")

    def sees_a_picture(self, *texts: str) -> None:
        said = self.mentee.reads()
        place = max(place for place, seen in enumerate(said) if all(text in seen.text for text in texts))
        assert any((seen.file or b"").startswith(b"\x89PNG") for seen in said[place - 1 : place + 2])

    def calendar(self) -> bytes:
        return next(seen.file for seen in reversed(self.mentee.reads()) if seen.file and b"SUMMARY" in seen.file)

    async def _chooses(self, who: Resident, levels: dict[str, str], otherwise: str) -> None:
        while otherwise in who.latest.buttons:
            asked = next((name for name in levels if name in who.latest.text.splitlines()), None)
            await who.presses(levels[asked] if asked else otherwise)


async def test_from_joining_to_a_milestone_that_the_mentor_attests(stage: Stage) -> None:
    way = TelegramWay(stage)
    await way.to_a_milestone()
    way.mentor.finds_nothing_of("Lina Berg: ")  # what she answers to the bot is nothing that she says in the room


async def test_it_is_too_early_to_tell_and_then_there_is_a_date_with_a_range(stage: Stage) -> None:
    way = TelegramWay(stage)
    await way.to_a_date()
    way.mentee.finds_nothing_of("Sam Okoro: ")
