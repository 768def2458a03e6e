"""A round of 300 mentees and 120 mentors on Telegram, whose sheets a moderator sends, until it is settled."""

import random
import re

from bot.core.domain.communities import Community
from bot.core.domain.signups import SheetKind
from bot.core.ports import UnitOfWork
from tests.stories.crowd import HEADINGS, MENTEES, MENTORS, Crowd, agreed, holds_together
from tests.stories.telegram.beginnings import programme
from tests.stories.telegram.stage import Resident, Stage
from tests.telegram.reading import Seen
from tests.telegram.server.chats import Chat

MOST_DAYS = 60
YES, NO = 0.7, 0.9
"""Of those who are asked seven in ten say yes, two say no, one is silent."""


async def test_three_hundred_are_paired_published_and_answered_until_it_is_settled(stage: Stage) -> None:
    noor, group = await programme(stage)
    mentors = await _crowd(stage, noor, group)

    await noor.at_home().types("/round start")
    await noor.answers("Most people paired")
    await noor.presses("Find the best pairs")
    noor.finds("of 300 paired", "Whom to recruit next")
    await noor.presses("Look at the pairs")
    noor.finds("The pairs of round 1", "The weakest come first")
    mentor, mentee = _first_pair(noor)
    await noor.runs("/round why", mentee, mentor)
    noor.finds(f"{mentor} and {mentee} are together in this round")
    await noor.presses("Pin this pair")
    await noor.presses("Find the best pairs")
    noor.finds("Solved again", "1 pinned, 0 kept apart")
    await noor.presses("It looks right…")
    await noor.presses(next(label for label in noor.latest.buttons if label.startswith("Ask ")))
    noor.finds("questions are on their way")

    await _answer_until_settled(stage, noor, mentors)

    community = await stage.app.hop.read(_community, group)
    await stage.app.hop.read(holds_together, community.id)
    assert await stage.app.hop.read(agreed, community.id) > 200
    told = [seen.text for seen in noor.reads()]
    assert sum("Round 1 is settled" in text for text in told) == 1


async def _crowd(stage: Stage, noor: Resident, group: Chat) -> list[Resident]:
    """Have them start the bot and come into the group, and the moderator bring what they answered to a form."""
    names = {name: f"{name.title()} Mentor" for name in Crowd.names("m", MENTORS)}
    names |= {name: f"{name.title()} Mentee" for name in Crowd.names("e", MENTEES)}
    people = {name: stage.person(full) for name, full in names.items()}
    for person in people.values():
        person.joins(group)
    await stage.settled()
    community = await stage.app.hop.read(_community, group)
    accounts = {name: str(person.id) for name, person in people.items()}
    handles = {name: person.user.username or "" for name, person in people.items()}
    crowd = Crowd(community.id, "telegram", accounts=accounts, handles=handles)
    await stage.app.hop.write(crowd.come, stage.app.tools)
    await _bring(stage, noor.at_home(), crowd, SheetKind.MENTORS, MENTORS)
    await _bring(stage, noor.at_home(), crowd, SheetKind.MENTEES, MENTEES)
    return [people[name] for name in Crowd.names("m", MENTORS)]


async def _bring(stage: Stage, noor: Resident, crowd: Crowd, kind: SheetKind, many: int) -> None:
    await noor.runs("/signups_import", kind.value.title())
    await noor.sends_document("Form responses.csv", crowd.sheet(stage.app.tools, kind).encode())
    await stage.settled()
    noor.finds("What do these headings mean?", *HEADINGS[kind])
    await noor.presses("Say what they mean")
    await noor.presses(f"Take the {kind.value} in")  # each is guessed
    noor.finds(f"{many} rows are taken in", "“Astronaut” is no role", f"Line {many + 2}")


async def _answer_until_settled(stage: Stage, noor: Resident, mentors: list[Resident]) -> None:
    seeded, heard = random.Random(5), set[tuple[int, int]]()
    for _ in range(MOST_DAYS):
        if any("Round 1 is settled" in seen.text for seen in noor.at_home().reads()):
            return
        for each in mentors:
            for seen in each.at_home().reads():
                if "Accept" in seen.buttons and (each.id, seen.message.id) not in heard:
                    heard.add((each.id, seen.message.id))
                    await _answer(each, seen, seeded.random())
        await stage.later(days=1)
    raise AssertionError(noor.screen())


async def _answer(mentor: Resident, question: Seen, chance: float) -> None:
    if chance < YES:
        await mentor.presses("Accept", on=question)
    elif chance < NO:
        await mentor.presses("Not now…", on=question)
        await mentor.answers("Somebody else fits better" if chance < (YES + NO) / 2 else "I have no time just now")
        await mentor.presses("Say no")


def _first_pair(noor: Resident) -> tuple[str, str]:
    found = re.search(r"(M\d+ Mentor) and (E\d+ Mentee)", noor.finds("The weakest come first").text)
    assert found
    return found[1], found[2]


def _community(work: UnitOfWork, group: Chat) -> Community:
    community = work.communities.find_by_place("telegram", str(group.id))
    assert community is not None
    return community
