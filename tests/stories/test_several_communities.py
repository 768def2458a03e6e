"""One person in two communities of a platform, whose private conversation with the program is about one at a time."""

from bot.core.ui.inbound import CommandCalled
from bot.core.ui.views import View
from tests.stories.acting import Person
from tests.stories.beginnings import RATED, WEEK, mentee, programme
from tests.stories.cast import Cast
from tests.stories.platform import text_of

HARBOUR, MARINA, PRIVATE = "harbour", "marina", ""


async def joins(cast: Cast, person: Person, community: str) -> None:
    """Become a mentee of a community."""
    person.community = community
    await person.runs("/join mentee", destination="Staff engineer", visibility="public")
    await person.runs("/gap rate", **RATED)
    person.community = PRIVATE


async def in_both(cast: Cast) -> Person:
    """Lina is a mentee of two communities, each with a programme."""
    await cast.founds(MARINA, "Marina")
    noor = await programme(cast)
    noor.community = MARINA
    await noor.runs("/setup", name="Spring mentoring", zone="Europe/Berlin")
    lina = cast.person("Lina Berg")
    await joins(cast, lina, HARBOUR)
    await joins(cast, lina, MARINA)
    return lina


async def test_in_private_the_one_community_of_a_person_is_meant(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)
    lina.community = PRIVATE

    await lina.types("/me")

    lina.sees("Where you stand, Lina Berg", "Autumn mentoring")


async def test_a_stranger_in_private_is_told_where_to_begin(cast: Cast) -> None:
    pat = cast.person("Pat Lee")
    pat.community = PRIVATE

    reply = await cast.app.conversation.handle(CommandCalled(pat.origin(), "me"))

    assert isinstance(reply.content, View)
    assert "/setup" in text_of(reply.content)
    assert not await cast.app.conversation.commands(pat.origin())


async def test_in_private_a_person_of_two_communities_can_switch(cast: Cast) -> None:
    lina = await in_both(cast)

    await lina.types("/community")
    lina.sees("This is about Harbour", "[Switch to Marina]")
    await lina.presses("Switch to Marina")
    lina.sees("This is about Marina")
    await lina.types("/me")

    lina.sees("Where you stand", "Spring mentoring")


async def test_what_is_told_in_private_names_its_community_and_is_answered_there(cast: Cast) -> None:
    lina = await in_both(cast)
    await cast.monday()
    lina.sees("Harbour: Week 1: how did it go?")
    lina.sees("Marina: Week 1: how did it go?")

    for _ in (HARBOUR, MARINA):
        await lina.presses("Answer check-in")
        await lina.fills(**WEEK)
        lina.loses_sight_of("Answer check-in")

    threads = [each for each in lina.platform.places.values() if each.title.startswith("Lina Berg")]
    assert len(threads) == 2
    for thread in threads:
        assert [each for each in lina.platform.messages if each.place == thread.id]
