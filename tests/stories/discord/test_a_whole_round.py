"""A round of 300 mentees and 120 mentors on Discord, whose sheets a moderator attaches, until it is settled."""

import random

from bot.core.domain.communities import Community
from bot.core.domain.signups import SheetKind
from bot.core.ports import UnitOfWork
from bot.core.ui.inbound import Arrived
from tests.discord.people import Seen
from tests.discord.resolved import Upload
from tests.stories.crowd import HEADINGS, MENTEES, MENTORS, Crowd, agreed, holds_together
from tests.stories.discord.beginnings import programme
from tests.stories.discord.stage import Resident, Stage

MOST_DAYS = 60
YES, NO = 0.7, 0.9
"""Of those who are asked seven in ten say yes, two say no, one is silent."""


async def test_three_hundred_are_paired_published_and_answered_until_it_is_settled(stage: Stage) -> None:
    noor = await programme(stage)
    mentors = await _crowd(stage, noor)

    await noor.runs("/round start")
    await noor.presses("Find the best pairs")
    noor.finds("of 300 paired", "Whom to recruit next")
    await noor.presses("Look at the pairs")
    noor.finds("The pairs of round 1", "The weakest come first")
    mentor, mentee = _first_pair(noor)
    await noor.runs("/round why", mentee=mentee, mentor=mentor)
    noor.finds(f"{mentor} and {mentee} are together in this round")
    await noor.presses("Not these two")
    await noor.presses("Find the best pairs")
    noor.finds("Solved again.", "0 pinned, 1 kept apart")
    await noor.presses("It looks right…")
    await noor.presses(next(label for label in noor.latest.buttons if label.startswith("Ask ")))
    noor.finds("questions are on their way")

    await _answer_until_settled(stage, noor, mentors)

    community = await stage.app.hop.read(_community, stage)
    await stage.app.hop.read(holds_together, community.id)
    assert await stage.app.hop.read(agreed, community.id) > 200
    told = [seen.text for seen in noor.direct_messages]
    assert sum("Round 1 is settled" in text for text in told) == 1
    assert len(told) < 12  # of hundreds of answers only what needs her


async def _crowd(stage: Stage, noor: Resident) -> list[Resident]:
    """Have them come into the guild, and the moderator bring what they answered to a form."""
    names = {name: f"{name.title()} Mentor" for name in Crowd.names("m", MENTORS)}
    names |= {name: f"{name.title()} Mentee" for name in Crowd.names("e", MENTEES)}
    async with stage.taking_in(Arrived, len(names)):
        people = {name: stage.person(full) for name, full in names.items()}
    community = await stage.app.hop.read(_community, stage)
    accounts = {name: str(person.id) for name, person in people.items()}
    handles = {name: person.user.name for name, person in people.items()}
    crowd = Crowd(community.id, "discord", accounts=accounts, handles=handles)
    await stage.app.hop.write(crowd.come, stage.app.tools)
    await _bring(stage, noor, crowd, SheetKind.MENTORS, MENTORS)
    await _bring(stage, noor, crowd, SheetKind.MENTEES, MENTEES)
    return [people[name] for name in Crowd.names("m", MENTORS)]


async def _bring(stage: Stage, noor: Resident, crowd: Crowd, kind: SheetKind, many: int) -> None:
    sheet = Upload("Form responses.csv", crowd.sheet(stage.app.tools, kind).encode())
    await noor.runs("/signups import", kind=kind.value, sheet=sheet)
    noor.finds("What do these headings mean?", *HEADINGS[kind])
    await noor.presses("Say what they mean")
    await noor.completes_form()  # each is guessed
    noor.finds(f"{many} rows are taken in", "“Astronaut” is no role", f"Line {many + 2}")


async def _answer_until_settled(stage: Stage, noor: Resident, mentors: list[Resident]) -> None:
    seeded, heard = random.Random(5), set[int]()
    for _ in range(MOST_DAYS):
        if any("Round 1 is settled" in seen.text for seen in noor.direct_messages):
            return
        for each in mentors:
            for seen in each.at_direct_messages().reads():
                if "Accept" in seen.buttons and seen.message.id not in heard:
                    heard.add(seen.message.id)
                    await _answer(each, seen, seeded.random())
        await stage.later(days=1)
    raise AssertionError(noor.screen())


async def _answer(mentor: Resident, question: Seen, chance: float) -> None:
    if chance < YES:
        await mentor.presses("Accept", on=question)
    elif chance < NO:
        await mentor.presses("Not now…", on=question)
        if mentor.modal is not None:  # else somebody else is asked already, since they are full by now
            await mentor.fills(reason="no-fit" if chance < (YES + NO) / 2 else "no-time")


def _first_pair(noor: Resident) -> tuple[str, str]:
    line = next(line for line in noor.latest.text.splitlines() if " and E" in line)
    mentor, _, mentee = line.strip("* ").partition(" and ")
    return mentor[-len("M000 Mentor") :], mentee[: len("E000 Mentee")]


def _community(work: UnitOfWork, stage: Stage) -> Community:
    community = work.communities.find_by_place("discord", str(stage.guild.id))
    assert community is not None
    return community
