"""A program that is brought to a community, sent away, and brought back."""

from dataclasses import replace

from bot.core.ui.inbound import BroughtIn, Origin, SentAway, Where
from tests.stories.acting import Person
from tests.stories.beginnings import WEEK, couple, proposal
from tests.stories.cast import Cast
from tests.stories.platform import COMMUNITY

ELSEWHERE = "cove"


def comes(cast: Cast, by: Person | None = None, community: str = COMMUNITY, language: str = "en-GB") -> BroughtIn:
    """Tell of the program's coming, as a platform does."""
    origin = gateway(cast, community, language)
    if by is not None:
        origin = replace(origin, account=by.account, name=by.name)
    return BroughtIn(origin, "The  Cove")


def goes(cast: Cast) -> SentAway:
    """Tell of its removal."""
    return SentAway(gateway(cast, COMMUNITY, ""))


def gateway(cast: Cast, community: str, language: str) -> Origin:
    """Speak for the platform itself."""
    update = f"gateway:{cast.next_number()}"
    return Origin("fake", community, "", "", Where.COMMUNITY, community, update, language=language)


async def test_whoever_brings_it_hears_what_to_do_first(cast: Cast) -> None:
    ida = cast.person("Ida Moe")

    await cast.happens(comes(cast, by=ida, community=ELSEWHERE))
    ida.sees("Thank you for bringing Menteo to The Cove", "/setup there", "[Help]")

    await cast.happens(comes(cast, by=ida, community=ELSEWHERE))
    assert ida.screen.count("Thank you for bringing Menteo") == 1


async def test_it_speaks_the_community_s_language_or_english(cast: Cast) -> None:
    ida = cast.person("Ida Moe")

    await cast.happens(comes(cast, by=ida, community=ELSEWHERE, language="es-ES"))
    await cast.happens(comes(cast, by=ida, community="fjord", language="nb"))
    await cast.happens(comes(cast, community="nobody-says-who"))

    ida.sees("Gracias por traer Menteo a The Cove")
    ida.sees("Thank you for bringing Menteo to The Cove")


async def test_nobody_is_asked_anything_while_it_is_away(cast: Cast) -> None:
    pair = await couple(cast)
    await cast.monday()
    assert pair.mentee.prompts() == 1

    await cast.happens(goes(cast))
    await cast.happens(goes(cast))
    for _ in range(3):
        await cast.monday()
    assert pair.mentee.prompts() == 1, "asked, or reminded, where the program was removed"

    await cast.happens(comes(cast))
    pair.moderator.sees("Menteo is back in Harbour", "from their next week on")
    pair.mentee.sees_nothing_of("Menteo is back")
    assert pair.mentee.prompts() == 1
    await cast.monday()
    pair.mentee.sees("Week 5: how did it go?")


async def test_one_who_left_is_not_asked_again_by_its_return(cast: Cast) -> None:
    pair = await couple(cast)
    await pair.mentee.leaves()

    await cast.happens(goes(cast))
    await cast.happens(comes(cast))
    pair.mentee.platform.gone.clear()
    await cast.monday()

    assert pair.mentee.prompts() == 0


async def test_what_could_not_be_made_is_made_when_it_is_back(cast: Cast) -> None:
    pair = await proposal(cast)
    platform = pair.mentor.platform
    platform.down = True
    await pair.mentor.presses("Accept")
    await cast.happens(goes(cast))
    await cast.retries()
    platform.down = False
    await cast.retries()
    assert platform.rooms_of("lina") == []

    await cast.happens(comes(cast))

    [room] = platform.rooms_of("lina")
    await cast.monday()
    await pair.mentee.runs("/checkin", **WEEK, share="yes")
    told = [each.text for each in platform.messages if each.place == room.id]
    assert any("Saying no to a feature." in text for text in told)


async def test_a_thread_that_could_not_be_opened_is_opened_when_it_is_back(cast: Cast) -> None:
    pair = await couple(cast)
    platform = pair.mentor.platform
    await cast.monday()
    platform.down = True
    await pair.mentee.runs("/checkin", **WEEK, share="yes")
    await cast.happens(goes(cast))
    await cast.retries()
    platform.down = False
    await cast.retries()

    await cast.happens(comes(cast))

    assert [each for each in platform.places if each.startswith("thread-")]


async def test_what_happens_to_an_unknown_community_is_let_go(cast: Cast) -> None:
    await cast.happens(SentAway(gateway(cast, "nowhere", "")))


async def test_a_room_whose_time_is_over_while_it_is_away_is_deleted_when_it_is_back(cast: Cast) -> None:
    pair = await couple(cast)
    platform = pair.mentor.platform
    await _end(pair.mentee)
    await cast.happens(goes(cast))
    await cast.later(days=120)
    assert platform.rooms_of("lina")

    await cast.happens(comes(cast))
    await cast.later(days=1)

    assert platform.rooms_of("lina") == []


async def test_a_room_that_could_not_be_deleted_is_when_it_is_back(cast: Cast) -> None:
    pair = await couple(cast)
    platform = pair.mentor.platform
    await _end(pair.mentee)
    await cast.later(days=89)
    platform.down = True
    await cast.later(days=2)
    await cast.happens(goes(cast))
    await cast.retries()
    platform.down = False
    await cast.retries()
    assert platform.rooms_of("lina")

    await cast.happens(comes(cast))
    await cast.later(days=1)

    assert platform.rooms_of("lina") == []


async def test_a_room_that_could_not_be_closed_is_closed_when_it_is_back(cast: Cast) -> None:
    pair = await couple(cast)
    platform = pair.mentor.platform
    platform.down = True
    await _end(pair.mentee)
    await cast.happens(goes(cast))
    await cast.retries()
    platform.down = False
    await cast.retries()

    await cast.happens(comes(cast))

    [room] = platform.rooms_of("lina")
    assert room.archived
    await cast.later(days=91)
    assert platform.rooms_of("lina") == []


async def test_who_was_to_be_shut_out_of_a_room_is_when_it_is_back(cast: Cast) -> None:
    pair = await couple(cast)
    platform = pair.mentor.platform
    await pair.moderator.runs("/setup", moderators_read="yes")
    assert platform.rooms_of("noor")
    platform.down = True
    await pair.moderator.runs("/setup", moderators_read=())
    await cast.happens(goes(cast))
    await cast.retries()
    platform.down = False
    await cast.retries()

    await cast.happens(comes(cast))

    assert platform.rooms_of("noor") == []


async def _end(member: Person) -> None:
    await member.types("/me")
    await member.presses("End the pairing…")
    await member.presses("End it")
