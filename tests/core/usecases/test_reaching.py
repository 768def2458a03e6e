"""Where a member is written to in private, and what follows when they aren't there any more."""

from datetime import timedelta

from bot.core.dialogue.addresses import Addresses
from bot.core.domain.members import MemberState
from bot.core.effects import Act, Delivered, Done, Effect, Priority, Retry, Scope, ToAccount, Unreachable
from bot.core.usecases.delivery import MOST_WAITS, record_outcomes
from bot.core.usecases.telling import telling
from tests.core.examples import COMMUNITY, MENTEE, MENTOR
from tests.core.usecases.test_places import PLATFORM, Home, home  # noqa: F401  the fixture


def test_what_a_platform_calls_a_private_conversation_is_kept_and_used_the_next_time(home: Home) -> None:  # noqa: F811  the fixture
    home.asks(_telling(home, "first"))
    home.answers(Act.TELL, Done("12/34", direct="12"))

    home.asks(_telling(home, "second"))
    [leased] = home.ready()

    delivery = home.do(lambda work: Addresses(work, [leased.effect]).private(leased.effect, MENTEE))
    assert delivery == ToAccount(MENTEE, "12")


def _telling(there: Home, key: str) -> Effect:
    now = there.tools.clock.now()
    return telling(COMMUNITY, MENTEE, PLATFORM, "pairing_declined", key, now, Priority.ANSWER)


def test_one_whom_the_platform_knows_in_no_community_any_more_has_left(home: Home) -> None:  # noqa: F811  the fixture
    home.asks(_telling(home, "first"))

    home.answers(Act.TELL, Unreachable("no community in common", has_left=True))

    assert home.do(lambda work: work.members.get(COMMUNITY, MENTEE)).state is MemberState.LEFT
    assert (MENTOR, "pairing_ended") in home.notices()

    home.asks(_telling(home, "second"))
    [late] = [each for each in home.ready() if each.effect.key == "second"]
    gone = Delivered(late, Unreachable("no community in common", has_left=True))
    home.do(lambda work: record_outcomes(work, home.tools, [gone], home.machine, jitter=1.0))
    assert (MENTEE, "pairing_declined") not in home.notices()


def test_a_platform_that_pauses_costs_no_try(home: Home) -> None:  # noqa: F811  the fixture
    home.asks(home.in_room(Act.POST))

    home.answers(Act.POST, Retry("too many at once", timedelta(minutes=5), Scope.PLATFORM), tries=MOST_WAITS)
    assert [each for each in home.ready() if each.effect.act is Act.POST] == []

    home.machine += timedelta(minutes=5)
    assert [each.effect.act for each in home.ready()] == [Act.POST]


def test_a_place_that_can_t_be_reached_is_nobody_s_closed_door(home: Home) -> None:  # noqa: F811  the fixture
    home.asks(home.in_room(Act.POST))

    home.answers(Act.POST, Unreachable("no way there"))

    assert home.ready() == []
    assert home.do(lambda work: work.members.unreachable(COMMUNITY, [MENTEE, MENTOR], PLATFORM)) == set()
