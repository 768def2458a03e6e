"""A block leaves no trace but the words that a shared team or an earlier pairing leave, whoever looks, wherever."""

import asyncio
import re
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.domain.circumstances import PastPairing, kept_apart
from bot.core.domain.matching import (
    Guide,
    Seeker,
    Terms,
    hindrances,
    instead,
    kinds_sought,
    market_of_people,
    misfit,
    optimum,
    recruits,
    suggest,
)
from bot.storage.migrate import migrate
from tests.core.domain.matching.people import DAY, TERMS_OF_ANY_KIND, applicants
from tests.core.examples import NOW
from tests.stories.acting import Person
from tests.stories.beginnings import mentee, mentor, programme
from tests.stories.cast import Cast, Program
from tests.stories.platform import FakePlatform

CODE = Path(__file__).parents[2] / "bot"
RULES = {"block by the mentee", "block by the mentor", "paired before", "same team"}


def made_apart(rule: str, seeker: Seeker, guide: Guide) -> tuple[Seeker, Guide]:
    """Let one rule stand between two, and nothing else of its kind."""
    one, other = seeker.member, guide.member
    if rule == "same team":
        return replace(seeker, team="the two"), replace(guide, team="the two")
    by = {"block by the mentee": {one: [other]}, "block by the mentor": {other: [one]}}.get(rule, {})
    apart = kept_apart(by, [] if by else [PastPairing(other, one, NOW)])
    seeker = replace(seeker, team="", apart=seeker.apart | apart[one])
    return seeker, replace(guide, team="", apart=guide.apart | apart[other])


def all_that_can_be_seen(seekers: list[Seeker], guides: list[Guide], terms: Terms) -> tuple[object, ...]:
    """Gather what rounds, suggestions, reasons and recruits are told from."""
    market = market_of_people(seekers, guides, DAY, terms)
    outcome = optimum(market)
    sought = list(kinds_sought(outcome, seekers, DAY, terms))
    return (
        market,
        outcome.pairs,
        outcome.certificate,
        [dict(hindrances(each, guides, DAY, terms)) for each in seekers],
        [[misfit(each, guide, DAY, terms) for guide in guides] for each in seekers],
        [suggest(each, guides, DAY, terms) for each in seekers],
        [instead(outcome, each.member, guide.member) for each in seekers for guide in guides],
        sought,
        recruits(outcome, [opening for _, opening in sought]),
    )


@given(applicants(), TERMS_OF_ANY_KIND, st.data())
def test_no_answer_tells_a_block_from_another_personal_rule(
    people: tuple[list[Seeker], list[Guide]], terms: Terms, data: st.DataObject
) -> None:
    seekers, guides = people
    assume(seekers and guides)
    who, whom = data.draw(st.integers(0, len(seekers) - 1)), data.draw(st.integers(0, len(guides) - 1))
    assume(seekers[who].member != guides[whom].member)
    seen = []
    for rule in sorted(RULES):
        own, others = list(seekers), list(guides)
        own[who], others[whom] = made_apart(rule, seekers[who], guides[whom])
        seen.append(all_that_can_be_seen(own, others, terms))

    assert all(each == seen[0] for each in seen)


class Counted:
    """Ids in order, so that the same story has the same ones."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def new(self) -> str:
        return f"id{next(self._numbers):014d}"


@pytest.mark.parametrize("asking", ["/pair", "a proposal that waits"])
def test_whoever_looks_sees_the_same_words(asking: str) -> None:
    told = {rule: asyncio.run(_told(rule, asking)) for rule in sorted(RULES - {"paired before"})}

    by_team = told["same team"]
    assert "by a rule or a wish of one of them" in by_team
    assert set(told.values()) == {by_team}


async def _told(rule: str, asking: str) -> str:
    """Play one and the same story with one rule between two; return all that the moderator and the others read."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/menteo.sqlite"
        migrate(url)
        async with Cast(Program(Path(folder), url, (FakePlatform(),), ids=Counted())).on_stage() as cast:
            noor, sam, lina = await programme(cast), await mentor(cast), await mentee(cast)
            omar = await mentee(cast, "Omar Faris")
            if asking == "a proposal that waits":
                await noor.runs("/pair", mentee="Lina Berg")
                await noor.presses("Propose Sam Okoro")
            earlier = len(noor.platform.messages)
            await _comes_between(rule, sam, lina)
            own = noor.platform.messages[earlier:]
            assert {each.only_for for each in own} <= {"sam", "lina"}, "what is kept is answered to its owner alone"
            await _all_ask(noor, sam, lina, omar, asking)
            for each in own:
                noor.platform.messages.remove(each)
            return "\n".join(person.screen for person in (noor, sam, lina, omar))


async def _comes_between(rule: str, sam: Person, lina: Person) -> None:
    match rule:
        case "same team":
            await sam.runs("/preferences", team="Reds")
            await lina.runs("/preferences", team="Reds")
        case "block by the mentor":
            await sam.runs("/block", person="Lina Berg")
        case _:
            await lina.runs("/block", person="Sam Okoro")


async def _all_ask(noor: Person, sam: Person, lina: Person, omar: Person, asking: str) -> None:
    """Look wherever there is something to look at."""
    if asking == "/pair":
        await noor.runs("/pair", mentee="Lina Berg")
    else:
        await sam.presses("Accept")
        await sam.presses("Not now")
    await noor.runs("/pair", mentee="Omar Faris")
    for person in (noor, sam, lina, omar):
        for command in ("/me", "/settings", "/privacy", "/help", "/matching"):
            await person.types(command)
        for other in (noor, sam, lina, omar):
            await person.uses("mentorship_profile", other)


READERS = {
    r"from bot\.storage\.circumstances import .*\bblocks\b": {"storage/linking.py"},
    r"\ball_blocks\(": {"core/ports/circumstances.py", "core/usecases/matching.py", "storage/circumstances.py"},
    r"\bcircumstances\.blocks\(": {"core/usecases/circumstances.py"},
    r"\bown_blocks\(": {"core/usecases/circumstances.py", "core/dialogue/circumstances/blocks.py"},
}
"""How blocks are read, and the only modules that do it."""


@pytest.mark.parametrize("reading", READERS)
def test_nothing_else_in_the_program_reads_blocks(reading: str) -> None:
    holding = (each for each in CODE.rglob("*.py") if re.search(reading, each.read_text("utf-8")))

    assert {str(each.relative_to(CODE)) for each in holding} == READERS[reading]
