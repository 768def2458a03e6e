"""What follows when a platform made a place, didn't find one, or wasn't allowed to."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar, cast

import pytest

from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.notices import Notices
from bot.core.domain.communities import HOMES, Community, Place, PlaceKind
from bot.core.domain.growth import GrowthThread
from bot.core.domain.ids import MemberId, PlaceId
from bot.core.domain.members import Account, Member, MemberState, Role, Visibility
from bot.core.domain.pairings import PairingState
from bot.core.domain.rooms import Room, RoomState
from bot.core.effects import (
    Act,
    Delivered,
    Done,
    Effect,
    Gone,
    Lacking,
    LeasedEffect,
    Moot,
    Outcome,
    Refused,
    Retry,
    Scope,
    Unknown,
    Unreachable,
)
from bot.core.ports import Library, Tools, UnitOfWork
from bot.core.ui.tokens import Signer
from bot.core.usecases.access import Actor
from bot.core.usecases.delivery import MOST_TRIES, MOST_WAITS, UNTIL_ALLOWED, lease_effects, record_outcomes
from bot.core.usecases.growth import add_note
from bot.core.usecases.homes import make_homes, preparing
from bot.core.usecases.places import lose_place
from bot.core.usecases.telling import in_room, in_thread
from bot.storage.engines import Database
from tests.core.dialogue.chat import CountedIds, StoppedClock
from tests.core.examples import COMMUNITY, MENTEE, MENTOR, MODERATOR, NOW, a_member, a_pairing, a_programme

PLATFORM = "discord"
T = TypeVar("T")


class Home:
    """A community with a pair and a moderator, whose room and thread are to be made."""

    def __init__(self, database: Database) -> None:
        self.database, self.machine = database, NOW
        self.tools = Tools(StoppedClock(NOW), CountedIds(), cast("Library", None))  # nothing is looked up in it
        self.do(_settle)

    def do(self, work: Callable[[UnitOfWork], T]) -> T:
        """Carry something out, and keep it."""
        with self.database.write() as unit:
            result = work(unit)
            unit.commit()
            return result

    def asks(self, *effects: Effect) -> None:
        """Have something done outside."""
        self.do(lambda work: work.outbox.add(effects))

    def answers(self, act: Act, outcome: Outcome, tries: int = 1) -> Effect:
        """Let the platform answer the one effect of this kind that is ready."""
        [leased] = [each for each in self.ready() if each.effect.act is act]
        delivered = Delivered(LeasedEffect(leased.number, leased.effect, tries), outcome)
        self.do(lambda work: record_outcomes(work, self.tools, [delivered], self.machine, jitter=1.0))
        return leased.effect

    def ready(self) -> Sequence[LeasedEffect]:
        """Take whatever is ready; leases of before are over."""
        self.machine += timedelta(minutes=2)
        lease = timedelta(minutes=1)
        return self.do(lambda work: lease_effects(work, self.tools, [PLATFORM], self.machine, lease, 100))

    def notices(self) -> list[tuple[str, str]]:
        """Who is being told what."""
        return sorted((each.effect.refs["to"], each.effect.notice) for each in self.ready() if "to" in each.effect.refs)

    def room(self) -> Room:
        """The pair's room."""
        room = self.do(lambda work: work.rooms.find(COMMUNITY, a_pairing().id))
        assert room is not None
        return room

    def thread(self) -> GrowthThread:
        """The mentee's growth thread."""
        thread = self.do(lambda work: work.growth.find_thread(COMMUNITY, MENTEE))
        assert thread is not None
        return thread

    def in_room(self, act: Act, notice: str = "") -> Effect:
        """Something that is to happen in the room, or to it."""
        return in_room(
            self.tools, COMMUNITY, PLATFORM, a_pairing().id, act, notice, f"{act.value}:{self.tools.ids.new()}"
        )


def _settle(work: UnitOfWork) -> None:
    work.communities.add(Community(COMMUNITY, "Harbour", "en", "Europe/Berlin", NOW))
    work.communities.add_place(Place(PlaceId("own"), COMMUNITY, PLATFORM, PlaceKind.COMMUNITY, "guild"))
    roles = {MENTEE: Role.MENTEE, MENTOR: Role.MENTOR, MODERATOR: Role.MODERATOR}
    for member, role in roles.items():
        work.members.add(_at_home(member, role), Account(COMMUNITY, PLATFORM, member, member))
    work.programmes.add(a_programme())
    work.pairings.add(a_pairing(PairingState.ACTIVE))
    work.rooms.add(Room(COMMUNITY, a_pairing().id, RoomState.OPENING))
    work.growth.add_thread(GrowthThread(COMMUNITY, MENTEE, None))


def _at_home(member: MemberId, role: Role) -> Member:
    return replace(a_member(member, role), home=PLATFORM)


@pytest.fixture
def home(sqlite_database: Database) -> Home:
    return Home(sqlite_database)


def test_what_the_program_may_not_do_is_told_to_the_moderators_once_a_day_and_waits(home: Home) -> None:
    home.asks(home.in_room(Act.OPEN_ROOM))

    home.answers(Act.OPEN_ROOM, Lacking(("manage_channels",)))
    assert home.notices() == [(MODERATOR, "homes_lacking")]
    assert [each for each in home.ready() if each.effect.act is Act.OPEN_ROOM] == []
    home.machine += UNTIL_ALLOWED
    home.answers(Act.OPEN_ROOM, Lacking(("manage_channels",)))

    assert home.notices() == [(MODERATOR, "homes_lacking")]


def test_granting_what_was_missing_lets_it_be_tried_at_once(home: Home) -> None:
    home.asks(home.in_room(Act.OPEN_ROOM))
    home.answers(Act.OPEN_ROOM, Lacking(("manage_channels",)))
    moderator = Actor(COMMUNITY, _at_home(MODERATOR, Role.MODERATOR))

    home.do(lambda work: make_homes(work, home.tools, moderator, PLATFORM))
    home.answers(Act.PREPARE, Done("", {PlaceKind.COMMONS: "commons"}))
    home.answers(Act.OPEN_ROOM, Done("r-1"))

    assert home.room().state is RoomState.OPEN


@pytest.mark.parametrize(
    "outcome",
    [Lacking(("manage_channels",)), Gone(""), Retry("no"), Unknown("no answer"), Refused("400"), Unreachable("left")],
)
def test_a_room_that_was_tried_too_often_is_made_once_when_a_moderator_has_the_channels_made(
    home: Home, outcome: Outcome
) -> None:
    home.asks(home.in_room(Act.OPEN_ROOM), home.in_room(Act.PIN, "room_guide"))
    home.answers(Act.OPEN_ROOM, outcome, tries=MOST_WAITS)
    assert [each for each in home.ready() if each.effect.act is Act.OPEN_ROOM] == []

    has_channels_made(home)
    home.answers(Act.OPEN_ROOM, Done("r-1"))

    assert home.room().state is RoomState.OPEN
    waiting = [each.effect for each in home.ready()]
    assert [each.act for each in waiting if "room" in each.refs] == [Act.PIN], "one guide, and no second room"


def test_a_growth_thread_that_was_tried_too_often_is_made_once_when_a_moderator_has_the_channels_made(
    home: Home,
) -> None:
    home.asks(in_thread(home.tools, _at_home(MENTEE, Role.MENTEE), PLATFORM, Act.OPEN_THREAD, "", "thread"))
    home.answers(Act.OPEN_THREAD, Refused("400"))

    has_channels_made(home)
    has_channels_made(home)
    home.answers(Act.OPEN_THREAD, Done("t-1"))

    assert home.thread().place is not None
    assert [each for each in home.ready() if each.effect.act is Act.OPEN_THREAD] == []


def test_a_room_that_nobody_waits_for_any_more_is_given_up(home: Home) -> None:
    home.asks(home.in_room(Act.OPEN_ROOM))
    home.do(lambda work: work.pairings.save(replace(a_pairing(PairingState.ENDED), ended_at=NOW)))
    home.answers(Act.OPEN_ROOM, Refused("400"))

    has_channels_made(home)

    assert [each for each in home.ready() if each.effect.act is Act.OPEN_ROOM] == []


def has_channels_made(home: Home) -> None:
    """Let a moderator press [Make the channels]."""
    moderator = Actor(COMMUNITY, _at_home(MODERATOR, Role.MODERATOR), is_administrator=True)
    home.do(lambda work: make_homes(work, home.tools, moderator, PLATFORM))


def test_places_may_not_be_made_yet_is_told_to_whoever_asked(home: Home) -> None:
    mentor = Actor(COMMUNITY, _at_home(MENTOR, Role.MENTOR), is_administrator=True)
    home.do(lambda work: make_homes(work, home.tools, mentor, PLATFORM, {PlaceKind.ROOMS: "backstage"}))

    asked = home.answers(Act.PREPARE, Lacking(("manage_roles", "manage_channels")))

    assert asked.refs == {"by": MENTOR, "rooms": "backstage"}
    [told] = [each.effect for each in home.ready()]
    assert (told.refs["to"], told.notice) == (MENTOR, "homes_lacking")
    assert told.refs["rights"] == "manage_channels,manage_roles"


def test_a_home_takes_the_place_of_the_one_before_it(home: Home) -> None:
    for commons in ("old", "old", "new"):
        home.asks(preparing(home.tools, COMMUNITY, PLATFORM, f"homes:{home.tools.ids.new()}"))
        home.answers(Act.PREPARE, Done("", {PlaceKind.COMMONS: commons}))

    homes = home.do(lambda work: work.communities.homes(COMMUNITY, PLATFORM))
    assert {kind: place.external_id for kind, place in homes.items()} == {PlaceKind.COMMONS: "new"}
    assert [each.effect.notice for each in home.ready()] == ["commons_welcome"], "the new one waits behind the old"


def test_a_platform_that_needs_no_homes_is_not_spoken_of(home: Home) -> None:
    home.asks(preparing(home.tools, COMMUNITY, PLATFORM, "homes"))
    home.answers(Act.PREPARE, Done(""))

    assert home.ready() == []


def test_a_room_that_needs_homes_gets_them_made(home: Home) -> None:
    home.asks(home.in_room(Act.OPEN_ROOM))
    home.answers(Act.OPEN_ROOM, Gone(""))

    assert {each.effect.act for each in home.ready()} == {Act.PREPARE, Act.OPEN_ROOM}
    home.answers(Act.OPEN_ROOM, Gone(""))
    assert sum(each.effect.act is Act.PREPARE for each in home.ready()) == 1


def test_homes_that_many_rooms_waited_for_are_made_once(home: Home) -> None:
    home.asks(*(preparing(home.tools, COMMUNITY, PLATFORM, f"homes:{number}") for number in range(3)))
    home.answers(Act.PREPARE, Done("", {kind: kind.value for kind in HOMES}))

    notices = Notices([], Catalogue({"en": []}), Signer(bytes(32)), home.tools)
    [next_one] = [each for each in home.ready() if each.effect.act is Act.PREPARE]
    rendered = home.do(lambda work: notices.render(work, [next_one]))

    assert rendered == {next_one.number: Moot("nothing to prepare")}


def test_a_word_that_misses_a_nameless_place_asks_for_none(home: Home) -> None:
    home.asks(home.in_room(Act.POST))
    home.answers(Act.POST, Gone(""))

    assert {each.effect.act for each in home.ready()} == {Act.POST}


def test_what_there_is_no_space_for_waits_for_hours_and_the_moderators_hear_of_it_once(home: Home) -> None:
    full = Retry("threads-full", timedelta(minutes=5), Scope.FULL)
    home.asks(home.in_room(Act.POST))

    for tries in range(1, 2 * MOST_TRIES):
        home.answers(Act.POST, full, tries)
        home.machine += timedelta(minutes=11)

    assert home.notices() == [(MODERATOR, "homes_full")]
    assert [each.effect.act for each in home.ready() if each.effect.act is Act.POST] == [Act.POST]


def test_what_was_to_wait_for_a_room_that_is_there_meanwhile_is_said_at_once(home: Home) -> None:
    waits = Retry("being made", scope=Scope.PLACE)
    home.asks(home.in_room(Act.OPEN_ROOM), replace(home.in_room(Act.POST), lane="beside"))
    home.answers(Act.POST, waits, tries=MOST_TRIES)
    assert {each.effect.act for each in home.ready()} == {Act.OPEN_ROOM}
    home.machine += timedelta(minutes=11)
    home.answers(Act.OPEN_ROOM, Done("r-1"))

    home.answers(Act.POST, waits, tries=MOST_TRIES)

    assert Act.POST in {each.effect.act for each in home.ready()}


@pytest.mark.parametrize("outcome", [Gone("nowhere"), Retry("being made", scope=Scope.PLACE), Lacking(("speak",))])
def test_nothing_waits_for_its_place_for_ever(home: Home, outcome: Outcome) -> None:
    home.asks(home.in_room(Act.POST))

    home.answers(Act.POST, outcome, tries=MOST_WAITS - 1)
    home.machine += UNTIL_ALLOWED
    home.answers(Act.POST, outcome, tries=MOST_WAITS)

    home.machine += UNTIL_ALLOWED
    assert [each for each in home.ready() if each.effect.act is Act.POST] == []


def test_what_a_platform_says_twice_of_a_room_counts_once(home: Home) -> None:
    home.asks(home.in_room(Act.OPEN_ROOM), home.in_room(Act.OPEN_ROOM))
    home.answers(Act.OPEN_ROOM, Done("r-1"))
    before = home.room()
    home.answers(Act.OPEN_ROOM, Done("r-2"))
    assert home.room() == before

    home.asks(home.in_room(Act.ARCHIVE_ROOM), home.in_room(Act.DELETE_ROOM), home.in_room(Act.DELETE_ROOM))
    home.answers(Act.ARCHIVE_ROOM, Done("r-1"))
    assert home.room().delete_at == NOW + timedelta(days=90)
    home.answers(Act.DELETE_ROOM, Done("r-1"))
    home.answers(Act.DELETE_ROOM, Done("r-1"))
    home.asks(home.in_room(Act.ARCHIVE_ROOM))
    home.answers(Act.ARCHIVE_ROOM, Done("r-1"))

    assert home.room() == Room(COMMUNITY, a_pairing().id, RoomState.DELETED)


def test_a_room_that_was_made_while_its_pairing_ended_is_closed(home: Home) -> None:
    home.asks(home.in_room(Act.OPEN_ROOM))
    ended = replace(a_pairing(PairingState.ENDED), ended_at=NOW)
    home.do(lambda work: work.pairings.save(ended))

    home.answers(Act.OPEN_ROOM, Done("r-1"))
    home.answers(Act.ARCHIVE_ROOM, Done("r-1"))

    assert home.room().state is RoomState.ARCHIVED
    assert home.room().delete_at == NOW + timedelta(days=90)


def test_a_place_that_is_known_already_is_taken(home: Home) -> None:
    known = Place(PlaceId("known"), COMMUNITY, PLATFORM, PlaceKind.ROOM, "r-1")
    home.do(lambda work: work.communities.add_place(known))
    home.asks(home.in_room(Act.OPEN_ROOM))

    home.answers(Act.OPEN_ROOM, Done("r-1"))

    assert set(home.room().places.values()) == {known.id}


def test_a_thread_gets_its_place_once(home: Home) -> None:
    member = _at_home(MENTEE, Role.MENTEE)
    home.asks(*(in_thread(home.tools, member, PLATFORM, Act.OPEN_THREAD, "", f"thread:{number}") for number in (1, 2)))
    home.answers(Act.OPEN_THREAD, Done("t-1"))
    home.answers(Act.OPEN_THREAD, Done("t-2"))

    place = home.do(lambda work: work.communities.find_place(COMMUNITY, PLATFORM, "t-1"))
    thread = home.do(lambda work: work.growth.find_thread(COMMUNITY, MENTEE))
    assert place is not None
    assert thread == GrowthThread(COMMUNITY, MENTEE, place.id)


@pytest.mark.parametrize(
    ("later", "again"),
    [
        (_at_home(MENTEE, Role.MENTEE), True),
        (replace(_at_home(MENTEE, Role.MENTEE), visibility=Visibility.PRIVATE), False),
        (replace(_at_home(MENTEE, Role.MENTEE), state=MemberState.LEFT), False),
    ],
)
def test_a_growth_thread_is_made_again_for_who_is_here_and_learns_in_public(
    home: Home, later: Member, *, again: bool
) -> None:
    has_lost_thread(home, later)

    opening = [each.effect for each in home.ready()]

    assert [each.act for each in opening if each.act is not Act.TELL] == ([Act.OPEN_THREAD] if again else [])
    assert [each.refs["to"] for each in opening if each.act is Act.TELL] == ([later.id] if again else [])


def test_who_learns_in_public_again_begins_another_growth_thread_with_the_next_entry(home: Home) -> None:
    public = _at_home(MENTEE, Role.MENTEE)
    has_lost_thread(home, replace(public, visibility=Visibility.PRIVATE))
    home.do(lambda work: work.members.save(public))

    home.do(lambda work: add_note(work, home.tools, Actor(COMMUNITY, public), "Back on the water"))
    home.answers(Act.OPEN_THREAD, Done("t-2"))

    assert home.thread().place is not None
    assert [each.effect.notice for each in home.ready()] == ["growth_entry"]


def has_lost_thread(home: Home, later: Member) -> None:
    """Let the mentee's growth thread be opened by an entry, and deleted by hand after they have changed."""
    member = _at_home(MENTEE, Role.MENTEE)
    home.do(lambda work: work.growth.remove_thread(GrowthThread(COMMUNITY, MENTEE, None)))
    home.do(lambda work: add_note(work, home.tools, Actor(COMMUNITY, member), "Out on the water"))
    home.answers(Act.OPEN_THREAD, Done("t-1"))
    home.answers(Act.POST, Done("m-1"))
    home.do(lambda work: work.members.save(later))
    home.do(lambda work: lose_place(work, home.tools, COMMUNITY, PLATFORM, "t-1"))


@pytest.mark.parametrize("kind", [PlaceKind.ROOM, PlaceKind.THREAD])
def test_a_place_that_is_nobody_s_may_be_lost(home: Home, kind: PlaceKind) -> None:
    home.do(lambda work: work.communities.add_place(Place(PlaceId("p"), COMMUNITY, PLATFORM, kind, "p")))

    home.do(lambda work: lose_place(work, home.tools, COMMUNITY, PLATFORM, "p"))

    assert home.ready() == []


def test_the_community_itself_is_not_a_place_to_make_again(home: Home) -> None:
    home.do(lambda work: lose_place(work, home.tools, COMMUNITY, PLATFORM, "guild"))

    assert home.ready() == []
    assert home.do(lambda work: work.communities.find_by_place(PLATFORM, "guild")) is not None
