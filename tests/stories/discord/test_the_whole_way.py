"""A mentee's whole way over Discord: from `/join` to a milestone that her mentor attests, and when she arrives."""

from tests.stories.discord.beginnings import RATED, WEEK, mentor, programme
from tests.stories.discord.stage import CONTINUE, Resident, Stage
from tests.stories.wayfaring import Way


class DiscordWay(Way[Resident]):
    """Commands in a channel for everybody, forms as modals."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.harbour = stage.harbour

    async def joins(self) -> None:
        stage = self.stage
        assert isinstance(stage, Stage)
        self.moderator, self.mentor = await programme(stage), await mentor(stage)
        self.mentee = stage.person("Lina Berg")
        await self.mentee.runs("/join mentee", destination="Staff engineer", visibility="public", hours="4")
        await self.mentee.presses("Rate myself")
        await self.mentee.completes_form({**RATED, "delivery-planning": "1"})
        self.mentee.finds("Your ratings are kept", "Readiness for Staff engineer")

    async def is_paired(self) -> None:
        await self.moderator.types("/pair", mentee="Lina Berg")
        if self.moderator.modal is not None:
            await self.moderator.completes_form()
        await self.presses(self.moderator, "Propose Sam Okoro")
        await self.presses(self.mentor, "Accept")

    async def types(self, who: Resident, command: str) -> None:
        await who.at(self.harbour.general).types(command)

    async def presses(self, who: Resident, label: str) -> None:
        await who.presses_anywhere(label)

    async def answers_week(self, stands: str) -> None:
        await self.presses(self.mentee, "Answer check-in")
        told = {**WEEK, "share": "yes"}
        await self.mentee.fills({name: told.pop(name) for name in self._asked() & told.keys()})
        await self.mentee.presses(CONTINUE)
        [goal] = [name for name in self._asked() if name.startswith("goal_")]
        await self.mentee.completes_form({**told, goal: stands})

    async def shows(self, evidence: str) -> None:
        await self.mentee.completes_form(evidence=evidence)

    async def finishes(self, evidence: str, hours: str) -> None:
        await self.mentee.completes_form(evidence=evidence, spent=hours)

    async def gives(self, hours: str) -> None:
        await self.mentee.completes_form(given=hours)

    async def adds(self, title: str, competency: str, hours: str) -> None:
        await self.types(self.mentee, "/roadmap add")
        await self.mentee.completes_form(title=title, competency=competency, hours=hours)

    async def picks(self, title: str) -> None:
        await self.mentee.at(self.harbour.general).runs("/roadmap steps", step=title)

    async def says_seen(self, competency: str, level: str) -> None:
        await self.mentor.completes_form({competency.lower().replace(" ", "-"): level})

    async def compares(self, other: str) -> None:
        await self.mentee.at(self.harbour.general).runs("/gap compare", second=other)

    def sees_a_picture(self, *texts: str) -> None:
        assert [each.filename for each in self.mentee.finds(*texts).message.attachments] == ["picture-1.png"]

    def calendar(self) -> bytes:
        [file] = self.mentee.finds("Your way as a calendar").message.attachments
        assert file.filename == "roadmap.ics"
        return file.content

    def _asked(self) -> set[str]:
        assert self.mentee.modal is not None
        return {each.custom_id for each in self.mentee.modal.questions}


async def test_from_joining_to_a_milestone_that_the_mentor_attests(stage: Stage) -> None:
    await DiscordWay(stage).to_a_milestone()


async def test_it_is_too_early_to_tell_and_then_there_is_a_date_with_a_range(stage: Stage) -> None:
    await DiscordWay(stage).to_a_date()
