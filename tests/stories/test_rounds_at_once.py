"""Several who do something about a round at the same moment: one truth, and a sentence for whoever came second."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.core.domain.ids import CommunityId
from bot.core.domain.pairings import PairingState
from bot.core.ports import UnitOfWork
from bot.core.ui.inbound import ActionPressed, FormAnswered, Inbound
from bot.core.ui.views import Action, View
from tests.stories.acting import Person
from tests.stories.beginnings import mentee, mentor, programme
from tests.stories.cast import Cast
from tests.stories.crowd import Crowd
from tests.stories.platform import COMMUNITY

CROWD = 70


async def at_once(cast: Cast, *inbounds: Inbound) -> list[str]:
    """Let all of it happen at once, and read the title of each answer."""
    replies = await asyncio.gather(*map(cast.app.conversation.handle, inbounds))
    await cast.arrive()
    return [each.content.title if isinstance(each.content, View) else "" for each in replies]


async def published(cast: Cast, moderator: Person) -> None:
    """Solve a round, look it through, and ask."""
    await solved(moderator)
    token = next(each.token for each in _actions(moderator) if each.label.startswith("Ask "))
    await moderator.presses_token(token)


async def solved(moderator: Person) -> None:
    """Solve a round, and look it through."""
    await moderator.runs("/round start")
    await moderator.presses("Find the best pairs")
    await moderator.presses("It looks right…")


def questions(person: Person) -> Sequence[Inbound]:
    """Say yes to everything that a mentor was asked."""
    return [
        ActionPressed(person.origin(), each.token)
        for each in _actions(person)
        if each.token.startswith("pairing_accept:")
    ]


async def active(cast: Cast, person: Person) -> int:
    """Count the pairings that run."""
    return await cast.app.hop.read(_active, person.platform.platform)


async def test_of_fifty_who_are_taken_at_once_for_the_last_place_one_is(cast: Cast) -> None:
    moderator = await programme(cast)
    sam = await mentor(cast, capacity="10")
    community = await cast.app.hop.read(_community, moderator.platform.platform)
    await cast.app.hop.write(Crowd(community, moderator.platform.platform, CROWD, 0).arrive, cast.app.tools)
    await cast.app.hop.write(_offer, community, sam, CROWD)
    await published(cast, moderator)
    asked = questions(sam)
    assert len(asked) >= 50  # the others share no language, or need nothing that Sam knows
    await cast.app.hop.write(_offer, community, sam, 1)

    titles = await at_once(cast, *asked)

    assert sum(title.startswith("You are now") for title in titles) == 1
    assert sum("places are all taken" in title for title in titles) == len(asked) - 1
    assert await active(cast, moderator) == 1
    await cast.app.ticks.run()
    assert (await cast.app.hop.read(_states, community))[PairingState.PROPOSED] == 0


async def test_of_two_moderators_who_publish_in_the_same_moment_one_does(cast: Cast) -> None:
    noor, adi = await programme(cast), cast.person("Adi Root", administrator=True)
    await adi.runs("/setup", name="Autumn mentoring", zone="Europe/Berlin")
    mentors = [await mentor(cast, name) for name in ("Sam Okoro", "Mira Holm")]
    for name in ("Lina Berg", "Omar Faris", "Ida Lund"):
        await mentee(cast, name)
    await solved(noor)
    token = next(each.token for each in _actions(noor) if each.label.startswith("Ask "))

    titles = await at_once(cast, *(ActionPressed(each.origin(), token) for each in (noor, adi)))

    assert sorted("on their way" in title for title in titles) == [False, True], titles
    second = next(title for title in titles if "on their way" not in title)
    assert "This round has been published" in second or "Somebody has changed the round" in second
    assert sum(len(questions(each)) for each in mentors) == 3


async def test_a_yes_and_a_no_to_the_same_question_are_one_answer(cast: Cast) -> None:
    moderator, sam = await programme(cast), await mentor(cast)
    await mentee(cast)
    await published(cast, moderator)
    [yes] = questions(sam)
    no = next(each for each in _actions(sam) if each.label == "Not now…")
    await sam.presses_token(no.token)
    form = sam.open_form

    titles = await at_once(cast, yes, _filled(sam, form.token, reason="no-fit"))

    running = await active(cast, moderator)
    assert ("You are now Lina Berg’s mentor" in titles) == (running == 1)
    assert any("said no" in title for title in titles) == (running == 0)


async def test_a_yes_in_the_moment_of_a_pause_is_a_pair_or_a_sentence(cast: Cast) -> None:
    moderator, sam = await programme(cast), await mentor(cast)
    await mentee(cast)
    await published(cast, moderator)
    [yes] = questions(sam)
    await sam.types("/pause")
    pausing = sam.open_form

    titles = await at_once(cast, yes, _filled(sam, pausing.token, until="2026-12-01"))

    is_taken = any(title.startswith("You are now") for title in titles)
    is_refused = any("You have said that you take nobody new until" in title for title in titles)
    assert is_taken != is_refused, titles
    assert await active(cast, moderator) == is_taken
    assert any(title.startswith("Nobody new before") for title in titles)


async def test_two_pins_at_once_for_the_last_place_are_one_pin(cast: Cast) -> None:
    noor, adi = await programme(cast), cast.person("Adi Root", administrator=True)
    await adi.runs("/setup", name="Autumn mentoring", zone="Europe/Berlin")
    await mentor(cast, "Sam Okoro", capacity="1")
    await mentor(cast, "Mira Holm", capacity="1")
    tokens = []
    for name in ("Lina Berg", "Omar Faris"):
        await mentee(cast, name)
    await noor.runs("/round start")
    await noor.presses("Find the best pairs")
    for who, name in ((noor, "Lina Berg"), (adi, "Omar Faris")):
        await who.runs("/round why", mentee=name, mentor="Sam Okoro")
        tokens.append(ActionPressed(who.origin(), who.token("Pin this pair")))

    titles = await at_once(cast, *tokens)

    assert sum("Every place of this mentor is pinned" in title for title in titles) == 1, titles


def _filled(person: Person, token: str, **answers: str) -> Inbound:
    return FormAnswered(person.origin(), token, {name: (answer,) for name, answer in answers.items()})


def _actions(person: Person) -> list[Action]:
    views = [each.content for each in person.platform.seen_by(person.account)]
    return [action for view in views if isinstance(view, View) for action in view.actions]


def _community(work: UnitOfWork, platform: str) -> CommunityId:
    community = work.communities.find_by_place(platform, COMMUNITY)
    assert community is not None
    return community.id


def _offer(work: UnitOfWork, community: CommunityId, person: Person, places: int) -> None:
    member = work.members.find_by_account(community, person.platform.platform, person.account)
    assert member is not None
    work.members.save_mentor(replace(work.members.get_mentor(community, member.id), capacity=places))
    work.commit()


def _states(work: UnitOfWork, community: CommunityId) -> Counter[PairingState]:
    last = work.rounds.newest(community)
    assert last is not None
    return Counter(each.pairing.state for each in work.proposals.of_round(community, last.id))


def _active(work: UnitOfWork, platform: str) -> int:
    return _states(work, _community(work, platform))[PairingState.ACTIVE]
