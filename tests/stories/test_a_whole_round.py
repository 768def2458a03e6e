"""A round of 300 mentees and 120 mentors, whose sheets a moderator brings, from its beginning until it is settled."""

import random
import re

from bot.core.domain.communities import Community
from bot.core.domain.signups import SheetKind
from bot.core.ports import UnitOfWork
from bot.core.ui.views import View
from tests.stories.acting import Person
from tests.stories.beginnings import programme
from tests.stories.cast import Cast
from tests.stories.crowd import HEADINGS, MENTEES, MENTORS, Crowd, holds_together
from tests.stories.platform import COMMUNITY

MOST_DAYS = 60
YES, NO, SILENT = 0.7, 0.9, 1.0
"""Of the mentors who are asked seven in ten say yes, two say no, one is silent."""


async def test_three_hundred_are_paired_pinned_published_and_answered_until_it_is_settled(cast: Cast) -> None:
    moderator = await programme(cast)
    community = await cast.app.hop.read(_community, moderator)
    crowd = Crowd(community.id, moderator.platform.platform)
    await cast.app.hop.write(crowd.come, cast.app.tools)
    for kind in (SheetKind.MENTORS, SheetKind.MENTEES):
        await _bring(cast, moderator, crowd, kind)

    await moderator.runs("/round start")
    moderator.sees("300", "120 mentors with")
    await moderator.presses("Find the best pairs")
    paired = _paired(moderator)
    assert paired > 230
    moderator.sees("Whom to recruit next", "more people")

    mentee, mentor = await _weakest(moderator)
    await moderator.runs("/round why", mentee=mentee, mentor=mentor)
    moderator.sees(f"{mentor} and {mentee} are together in this round", "open cells")
    await moderator.presses("Not these two")
    await moderator.presses("Find the best pairs")
    moderator.sees("Solved again.", "0 pinned, 1 kept apart")
    assert (mentee, mentor) != await _weakest(moderator)

    before = len(moderator.platform.seen_by(moderator.account))
    await moderator.presses("Back to the round")
    await moderator.presses("It looks right…")
    await moderator.presses(_label(moderator, "Ask "))
    await _answer_until_settled(cast, moderator)

    told = [each.text for each in moderator.platform.seen_by(moderator.account)[before:]]
    assert sum("Round 1 is settled" in text for text in told) == 1
    assert len(told) < 12  # of hundreds of answers only what needs them
    await cast.app.hop.read(holds_together, community.id)


async def _bring(cast: Cast, moderator: Person, crowd: Crowd, kind: SheetKind) -> None:
    """Attach what the form tool exported, and say once what its headings mean."""
    await moderator.runs("/signups import", kind=kind.value, sheet=crowd.sheet(cast.app.tools, kind))
    moderator.sees("What do these headings mean?", *HEADINGS[kind][1:3])
    await moderator.presses("Say what they mean")
    await moderator.fills()  # all are guessed
    many = MENTEES if kind is SheetKind.MENTEES else MENTORS
    moderator.sees(f"{many} rows are taken in", "Rows left out", "“Astronaut” is no role", f"Line {many + 2}")


async def _answer_until_settled(cast: Cast, moderator: Person) -> None:
    """Let mentors answer day by day: yes, no with a reason, or not at all."""
    seeded, answered = random.Random(5), set[str]()
    mentors = [cast.person(f"m{number:03d} Mentor") for number in range(120)]
    for _ in range(MOST_DAYS):
        if "Round 1 is settled" in moderator.screen:
            return
        for each in mentors:
            for token in _open_questions(each) - answered:
                answered.add(token)
                await _answer(each, token, seeded.random())
        await cast.later(days=1)
    raise AssertionError(moderator.last)


async def _answer(mentor: Person, accept: str, chance: float) -> None:
    if chance < YES:
        await mentor.presses_token(accept)
    elif chance < NO:
        message = next(
            each for each in reversed(mentor.platform.seen_by(mentor.account)) if accept in _tokens(each.content)
        )
        await mentor.presses_token(_tokens(message.content)[1])
        await mentor.fills(reason="no-fit" if chance < (YES + NO) / 2 else "no-time")


def _open_questions(mentor: Person) -> set[str]:
    views = [each.content for each in mentor.platform.seen_by(mentor.account)]
    return {
        view.actions[0].token for view in views if isinstance(view, View) and view.title.startswith("Would you mentor")
    }


def _tokens(content: object) -> list[str]:
    return [each.token for each in content.actions] if isinstance(content, View) else []


def _community(work: UnitOfWork, person: Person) -> Community:
    community = work.communities.find_by_place(person.platform.platform, COMMUNITY)
    assert community is not None
    return community


def _paired(moderator: Person) -> int:
    found = re.search(r"draft: (\d+) of 300 paired", moderator.screen)
    assert found
    return int(found[1])


async def _weakest(moderator: Person) -> tuple[str, str]:
    """Read the first pair of the list, which is the weakest."""
    await moderator.types("/round")
    await moderator.presses("Look at the pairs")
    found = re.search(r"(M\d+ Mentor) and (E\d+ Mentee)", moderator.last)
    assert found, moderator.last
    return found[2], found[1]


def _label(moderator: Person, beginning: str) -> str:
    views = [each.content for each in moderator.platform.seen_by(moderator.account)]
    labels = [each.label for view in views if isinstance(view, View) for each in view.actions]
    return next(each for each in reversed(labels) if each.startswith(beginning))
