"""A round as its people live it: begun, looked through, pinned, published, answered, passed on, settled."""

from datetime import date

import pytest

from bot.core.domain.circumstances import Circumstances
from bot.core.ports import UnitOfWork
from bot.core.ui.inbound import ActionPressed
from tests.stories.acting import Person
from tests.stories.beginnings import mentee, mentor, programme
from tests.stories.cast import Cast
from tests.stories.platform import COMMUNITY

MENTEES = ("Ada Okafor", "Ben Yusuf", "Chloe Martin")
MENTORS = ("Grace Lind", "Hugo Silva")


class Village:
    """Three mentees, two mentors with a place each, and a moderator."""

    def __init__(self, cast: Cast, moderator: Person, mentees: list[Person], mentors: list[Person]) -> None:
        self.cast, self.moderator = cast, moderator
        self.mentees, self.mentors = mentees, mentors

    async def begins(self, **answers: str) -> None:
        """Begin a round, and solve it."""
        await self.moderator.runs("/round start", **answers)
        await self.moderator.presses("Find the best pairs")

    async def publishes(self, label: str = "Ask 2 mentors") -> None:
        """Look it through, and ask."""
        await self.moderator.presses("It looks right…")
        await self.moderator.presses(label)

    async def looks(self) -> None:
        """Let time look at what is due, and what follows arrive."""
        await self.cast.app.ticks.run()
        await self.cast.arrive()

    def asked(self, mentor_: Person) -> list[str]:
        """Name the mentees that a mentor was asked about, in order."""
        return [
            name
            for message in mentor_.platform.seen_by(mentor_.account)
            for name in MENTEES
            if message.text.startswith(f"Would you mentor {name}?")
        ]


@pytest.fixture
async def village(cast: Cast) -> Village:
    """Everybody is there; who has joined first comes first."""
    moderator = await programme(cast)
    mentors = [await mentor(cast, name, capacity="1") for name in MENTORS]
    return Village(cast, moderator, [await mentee(cast, name) for name in MENTEES], mentors)


async def test_a_round_is_begun_solved_reviewed_and_published_and_yes_pairs_people(village: Village) -> None:
    await village.moderator.runs("/round start")
    village.moderator.sees("Round 1 is laid out", "2 mentors with 2 free places")
    await village.moderator.presses("Find the best pairs")
    village.moderator.sees("Round 1, draft: 2 of 3 paired", "Whom to recruit next", "would pair one more person")
    assert not any(map(village.asked, village.mentors))  # nobody is asked before it is published
    await village.publishes()

    for each in village.mentors:
        [name] = village.asked(each)
        each.sees("Please answer by", "Sun 4 Oct")
        await each.presses("Accept")
        each.sees(f"You are now {name}’s mentor")
    await village.looks()

    village.moderator.sees("Round 1 is settled: 2 of 3 paired", "The one who waits counts more in the next round.")


async def test_a_no_and_silence_are_passed_on_around_who_said_yes(village: Village) -> None:
    late = await mentor(village.cast, "Ida Lund", capacity="1")
    everybody = [*village.mentors, late]
    await village.begins()
    village.moderator.sees("3 of 3 paired")
    await village.publishes("Ask 3 mentors")
    first = {each.name: village.asked(each)[0] for each in everybody}

    await village.mentors[0].presses("Accept")
    await village.mentors[1].presses("Not now…")
    await village.mentors[1].fills(reason="no-fit", words="I know nothing of what she needs")
    await village.looks()
    village.moderator.sees("Nobody is left to ask for", first["Hugo Silva"])

    await village.cast.later(days=2)
    late.sees(f"{first['Ida Lund']} waits for your answer")
    await village.cast.later(days=1)
    late.sees(f"Somebody else is being asked for {first['Ida Lund']}")
    assert village.asked(village.mentors[1]) == [first["Hugo Silva"], first["Ida Lund"]]
    assert village.asked(village.mentors[0]) == []  # who has said yes is asked nothing more
    await village.mentors[1].presses("Accept")
    await village.looks()

    village.moderator.sees("Round 1 is settled: 2 of 3 paired", "Said no\n1", "Stayed silent\n1")


async def test_a_mentor_who_names_a_day_is_waited_for(village: Village) -> None:
    await village.begins()
    await village.publishes()
    hugo = village.mentors[1]
    await hugo.presses("I’ll answer by…")
    await hugo.fills(day="2026-10-10")
    hugo.sees("is due on 10 October 2026")

    await village.cast.later(days=8)
    assert "Somebody else is being asked" not in hugo.screen
    await hugo.presses("Accept")
    hugo.sees("You are now")


async def test_pins_hold_what_is_kept_apart_stays_apart_and_the_cost_is_told(village: Village) -> None:
    await village.begins()
    paired = await _pairs(village)
    ada, mentor_ = next(iter(paired.items()))
    other = next(each for each in MENTORS if each != mentor_)

    await village.moderator.runs("/round why", mentee=ada, mentor=other)
    village.moderator.sees("are not together in this round", "the round would")
    await village.moderator.presses("Pin this pair")
    village.moderator.sees("You have pinned this pair.")
    await village.moderator.presses("Find the best pairs")
    village.moderator.sees("Solved again.", "another mentor, or none", "1 pinned, 0 kept apart")
    assert (await _pairs(village))[ada] == other

    await village.moderator.runs("/round why", mentee=ada, mentor=other)
    await village.moderator.presses("Take that back")
    await village.moderator.runs("/round why", mentee=ada, mentor=other)
    await village.moderator.presses("Not these two")
    await village.moderator.presses("Find the best pairs")
    assert (await _pairs(village)).get(ada) != other


async def test_two_mentees_mentors_are_exchanged(village: Village) -> None:
    await village.begins()
    before = await _pairs(village)
    one, two = before

    await village.moderator.runs("/round swap", mentee=one, other=two)
    village.moderator.sees("You have decided something since this was solved")
    await village.moderator.presses("Solve again")

    assert await _pairs(village) == {one: before[two], two: before[one]}


async def test_a_round_is_solved_again_to_the_same_answer(village: Village) -> None:
    for objective in ("most", "fair"):
        await village.begins(objective=objective)
        await village.moderator.types("/round proof")
        village.moderator.sees("solved again: the same answer")
        await village.moderator.types("/round drop")
        await village.moderator.presses("Give it up")
        village.moderator.sees("was given up")


async def test_who_waited_counts_more_in_the_next_round(village: Village) -> None:
    await village.begins()
    left = next(iter(set(MENTEES) - (await _pairs(village)).keys()))
    await village.publishes()
    for each in village.mentors:
        await each.presses("Not now…")
        await each.fills(reason="no-time")
    await village.looks()
    village.moderator.sees("Round 1 is settled: 0 of 3 paired")

    await village.begins()
    await village.moderator.presses("Look at the pairs")
    village.moderator.sees("waited 0.02")
    assert left in MENTEES


async def test_everybody_is_taken_in_anew_and_what_was_decided_stands(village: Village) -> None:
    await village.begins()
    await village.moderator.runs("/round why", mentee=MENTEES[0], mentor=MENTORS[1])
    await village.moderator.presses("Pin this pair")
    await mentor(village.cast, "Ida Lund", capacity="1")

    await village.moderator.types("/round anew")
    await village.moderator.presses("Take everybody in")

    village.moderator.sees("Round 1, draft: 3 of 3 paired", "1 pinned, 0 kept apart")
    assert (await _pairs(village))[MENTEES[0]] == MENTORS[1]


async def test_what_is_next_for_a_moderator_with_many_who_wait_is_a_round(village: Village) -> None:
    await village.moderator.types("/me")
    village.moderator.sees("3 mentees wait for a mentor", "Find a mentor")
    for name in ("Deniz Aksoy", "Emeka Obi"):
        await mentee(village.cast, name)
    await village.moderator.types("/me")
    village.moderator.sees("5 mentees wait for a mentor. Pair them in a round.")

    await village.moderator.presses("Begin a round")
    await village.moderator.fills()
    await village.moderator.types("/me")
    village.moderator.sees("The round is a draft: look it through, and ask the mentors.")
    await village.moderator.presses("See the round")
    village.moderator.sees("Round 1 is laid out")


# Who comes second


async def test_of_two_moderators_who_publish_at_once_one_does_and_the_other_is_told(village: Village) -> None:
    await village.begins()
    await village.moderator.presses("It looks right…")
    token = village.moderator.token("Ask 2 mentors")
    other = village.cast.person("Adi Root", administrator=True)
    await other.runs("/setup", name="Autumn mentoring", zone="Europe/Berlin")

    await village.moderator.presses_token(token)
    village.moderator.sees("2 questions are on their way")
    await other.presses_token(token)
    other.sees("This round has been published")
    assert [len(village.asked(each)) for each in village.mentors] == [1, 1]


async def test_what_was_thought_out_before_somebody_decided_is_not_kept(village: Village) -> None:
    await village.moderator.runs("/round start")
    token = village.moderator.token("Find the best pairs")
    pressed = ActionPressed(village.moderator.origin(), token)
    thought = await village.cast.app.hop.read(village.cast.app.router.think, pressed)
    await village.moderator.runs("/round why", mentee=MENTEES[0], mentor=MENTORS[1])  # nothing is solved yet
    await village.moderator.presses_token(token)
    await village.moderator.runs("/round why", mentee=MENTEES[0], mentor=MENTORS[1])
    await village.moderator.presses("Pin this pair")

    late = ActionPressed(village.moderator.origin(), token)
    reply = await village.cast.app.hop.write(village.cast.app.router.answer, late, thought)

    assert "Somebody has changed the round meanwhile" in getattr(reply.content, "title")  # noqa: B009  a view


async def test_a_mentor_who_offers_fewer_places_than_were_asked_for_takes_as_many_as_they_have(
    cast: Cast, village: Village
) -> None:
    wide = await mentor(cast, "Ida Lund", capacity="3")
    for each in village.mentors:
        await each.leaves()
    await village.begins()
    await village.publishes("Ask the mentor")
    assert len(village.asked(wide)) == 3

    tokens = [wide.token("Accept")]
    await wide.runs("/join mentor", role="Staff engineer", capacity="1")
    for message in reversed(wide.platform.seen_by(wide.account)):
        buttons = getattr(message.content, "actions", ())
        tokens += [each.token for each in buttons if each.label == "Accept" and each.token not in tokens]
    for token in tokens:
        await wide.presses_token(token)
    wide.sees("This mentor’s places are all taken")
    await village.looks()

    wide.sees("Somebody else is being asked for")
    village.moderator.sees("Round 1 is settled: 1 of 3 paired")


async def test_a_mentor_who_has_paused_is_told_so_and_somebody_else_is_asked(village: Village) -> None:
    await village.begins()
    await village.publishes()
    grace = village.mentors[0]
    await village.cast.app.hop.write(_pause, grace)

    await grace.presses("Accept")
    grace.sees("You have said that you take nobody new until 2027-01-01")


def _pause(work: UnitOfWork, person: Person) -> None:
    community = work.communities.find_by_place(person.platform.platform, COMMUNITY)
    assert community is not None
    member = work.members.find_by_account(community.id, person.platform.platform, person.account)
    assert member is not None
    work.circumstances.save(Circumstances(community.id, member.id, paused_until=date(2027, 1, 1)))
    work.commit()


async def _pairs(village: Village) -> dict[str, str]:
    """Read the pairs off the board."""
    await village.moderator.types("/round")
    await village.moderator.presses("Look at the pairs")
    said = village.moderator.finds("The pairs of round").text
    return {
        mentee: mentor_ for mentee in MENTEES for mentor_ in (*MENTORS, "Ida Lund") if f"{mentor_} and {mentee}" in said
    }
