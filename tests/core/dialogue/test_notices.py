"""What an effect asks of its platform, from the state in which things are when it is sent."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.core.domain.communities import Community, Place, PlaceKind
from bot.core.domain.growth import GrowthThread
from bot.core.domain.ids import MemberId, PlaceId
from bot.core.domain.members import Member
from bot.core.domain.pairings import Pairing
from bot.core.domain.rooms import RoomState
from bot.core.effects import (
    Act,
    AdmitToRoom,
    ArchiveRoom,
    DeleteRoom,
    Delivery,
    Effect,
    LeasedEffect,
    Moot,
    OpenRoom,
    OpenThread,
    Outcome,
    PrepareHomes,
    Retry,
    Scope,
    SendMessage,
    ToPlace,
)
from bot.core.ports import UnitOfWork
from tests.core.dialogue.chat import COMMUNITY, PLATFORM, Chat, Someone

BEING_MADE = Retry("its place is being made", scope=Scope.PLACE)


@pytest.fixture
def stage(paired: Chat) -> "Stage":
    """A community with a pair and its room."""
    return Stage(paired)


class Stage:
    """The state of things, changed by hand."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat
        with chat.database.read() as work:
            found = work.communities.find_by_place(PLATFORM, COMMUNITY)
            assert found is not None
            self.community: Community = found
            self.ada: Member = self.member(work, "Ada")
            pairing = work.pairings.live_of_mentee(found.id, self.ada.id)
            assert pairing is not None
            self.pairing: Pairing = pairing

    def member(self, work: UnitOfWork, name: str) -> Member:
        found = work.members.find_by_account(self.community.id, PLATFORM, name)
        assert found is not None
        return found

    def room(self, state: RoomState, place: PlaceId | None = None) -> None:
        """Let the room be in this state."""
        with self.chat.database.write() as work:
            room = work.rooms.find(self.community.id, self.pairing.id)
            assert room is not None
            pair = (self.pairing.mentor, self.pairing.mentee)
            work.rooms.save(replace(room, state=state, places=dict.fromkeys(pair, place) if place else {}))
            work.commit()

    def closes_messages(self) -> None:
        """Let Ada be found closed to private messages."""
        with self.chat.database.write() as work:
            work.members.set_reachable(self.community.id, self.ada.id, PLATFORM, self.chat.clock.now())
            work.commit()

    def asked_in(self) -> str | None:
        """Find the place, other than Ada's own, in which she is asked for the week that is open."""
        with self.chat.database.read() as work:
            check_in = work.check_ins.find_open(self.community.id, self.ada.id)
        assert check_in is not None
        asked = self.asks(Act.TELL, {"to": self.ada.id, "check_in": check_in.id}, "checkin_due")
        return asked.target.place if isinstance(asked, SendMessage) and isinstance(asked.target, ToPlace) else None

    def keeps(self, thread: GrowthThread | None = None, place: Place | None = None) -> None:
        with self.chat.database.write() as work:
            if place is not None:
                work.communities.add_place(place)
            if thread is not None:
                work.growth.add_thread(thread)
            work.commit()

    def changes(self, community: Community) -> None:
        with self.chat.database.write() as work:
            work.communities.save(community)
            work.commit()

    def asks(
        self, act: Act, refs: Mapping[str, str], notice: str = "room_guide", platform: str = PLATFORM
    ) -> Delivery | Outcome:
        """Render one effect."""
        now = self.chat.clock.now()
        effect = Effect("key", self.community.id, platform, act, "lane", notice, refs, now)
        with self.chat.database.read() as work:
            return self.chat.notices.render(work, [LeasedEffect(1, effect, 1)])[1]

    def of_room(self, act: Act) -> Delivery | Outcome:
        return self.asks(act, {"room": self.pairing.id})

    def of_thread(self, act: Act) -> Delivery | Outcome:
        return self.asks(act, {"thread": self.ada.id})


def test_a_word_for_a_room_waits_while_that_is_being_made(stage: Stage) -> None:
    stage.room(RoomState.OPENING)

    assert stage.of_room(Act.POST) == BEING_MADE
    assert isinstance(stage.of_room(Act.OPEN_ROOM), OpenRoom)


def test_a_room_that_is_no_more_is_told_nothing(stage: Stage) -> None:
    stage.room(RoomState.DELETED)

    for act in (Act.POST, Act.ADMIT, Act.ARCHIVE_ROOM, Act.DELETE_ROOM):
        assert stage.of_room(act) == Moot("gone")


def test_no_room_is_opened_where_there_is_one_or_never_was(stage: Stage) -> None:
    assert stage.of_room(Act.OPEN_ROOM) == Moot("no room to open")
    assert stage.asks(Act.POST, {"room": "another"}) == Moot("gone")
    assert stage.asks(Act.OPEN_ROOM, {"room": "another"}) == Moot("gone")


def test_what_happens_to_a_room_names_its_community(stage: Stage) -> None:
    admitted, archived, deleted = (stage.of_room(act) for act in (Act.ADMIT, Act.ARCHIVE_ROOM, Act.DELETE_ROOM))

    assert isinstance(admitted, AdmitToRoom)
    assert (admitted.community, admitted.accounts, admitted.readers) == (COMMUNITY, ("Grace", "Ada"), ())
    assert archived == ArchiveRoom(admitted.place, COMMUNITY)
    assert deleted == DeleteRoom(admitted.place, COMMUNITY)


def test_moderators_read_along_where_the_programme_says_so(stage: Stage, mona: Someone) -> None:
    mona.calls("setup")
    mona.fills(moderators_read="yes")

    admitted = stage.of_room(Act.ADMIT)

    assert isinstance(admitted, AdmitToRoom)
    assert admitted.readers == ("Mona",)


def test_a_thread_waits_and_is_opened_once(stage: Stage) -> None:
    assert stage.of_thread(Act.POST) == Moot("gone")
    assert stage.of_thread(Act.OPEN_THREAD) == Moot("no thread to open")

    stage.keeps(GrowthThread(stage.community.id, stage.ada.id, None))

    assert stage.of_thread(Act.POST) == BEING_MADE
    assert stage.of_thread(Act.OPEN_THREAD) == OpenThread(COMMUNITY, "Ada’s growth", "Ada")


def test_places_are_asked_for_by_the_name_wished_and_known_ones_are_named(stage: Stage) -> None:
    known = {"commons": "c-1", "rooms": "r-1"}
    for kind, external_id in known.items():
        stage.keeps(place=Place(PlaceId(kind), stage.community.id, PLATFORM, PlaceKind(kind), external_id))

    asked = stage.asks(Act.PREPARE, {"by": stage.ada.id, "rooms": "#backstage", "threads": "4711"})

    titles = {PlaceKind.COMMONS: "mentorship", PlaceKind.ROOMS: "backstage", PlaceKind.THREADS: "growth"}
    places = {PlaceKind.COMMONS: "c-1", PlaceKind.ROOMS: "#backstage", PlaceKind.THREADS: "4711"}
    assert asked == PrepareHomes(COMMUNITY, titles, places)
    stage.keeps(GrowthThread(stage.community.id, stage.ada.id, None))
    opened = stage.of_thread(Act.OPEN_THREAD)
    assert isinstance(opened, OpenThread)
    assert opened.homes == {PlaceKind.COMMONS: "c-1", PlaceKind.ROOMS: "r-1"}


def test_the_commons_are_spoken_to_where_there_are_any(stage: Stage) -> None:
    refs = {"home": "commons"}
    assert stage.asks(Act.PIN, refs, "commons_welcome") == Moot("gone")

    stage.keeps(place=Place(PlaceId("c"), stage.community.id, PLATFORM, PlaceKind.COMMONS, "c-1"))

    said = stage.asks(Act.PIN, refs, "commons_welcome")
    assert isinstance(said, SendMessage)
    assert (said.target, said.pin, said.language, said.community) == (ToPlace("c-1"), True, "en", COMMUNITY)


def test_nothing_is_said_where_the_program_was_sent_away(stage: Stage) -> None:
    stage.changes(replace(stage.community, is_away=True))

    assert stage.of_room(Act.POST) == Moot("away")
    assert stage.asks(Act.TELL, {"to": stage.ada.id}) == Moot("away")


def test_nobody_is_told_who_is_not_there(stage: Stage) -> None:
    assert stage.asks(Act.TELL, {"to": MemberId("nobody")}, "welcome") == Moot("gone")
    assert stage.asks(Act.TELL, {"to": stage.ada.id}, "welcome", "elsewhere") == Moot("gone")


def test_a_community_without_a_place_there_is_called_nothing(stage: Stage) -> None:
    asked = stage.asks(Act.PREPARE, {}, platform="elsewhere")

    assert isinstance(asked, PrepareHomes)
    assert asked.community == ""


def test_a_word_to_the_room_of_a_pairing_that_is_over_is_let_go(stage: Stage, grace: Someone) -> None:
    grace.calls("me")
    grace.presses("End the pairing…")
    grace.presses("End it")
    stage.room(RoomState.OPENING)

    assert stage.of_room(Act.POST) == Moot("gone")
    assert stage.of_room(Act.OPEN_ROOM) == Moot("no room to open")


def test_the_guide_of_a_pairing_that_is_over_is_let_go_by_the_room_that_is_left(stage: Stage, grace: Someone) -> None:
    grace.calls("me")
    grace.presses("End the pairing…")
    grace.presses("End it")

    assert stage.asks(Act.PIN, {"room": stage.pairing.id}) == Moot("moot")
    who_reads = {"to": stage.ada.id, "room": stage.pairing.id}
    assert stage.asks(Act.TELL, who_reads, "room_readers") == Moot("moot")


def test_one_with_closed_messages_is_written_to_in_a_room_in_use_on_that_platform(stage: Stage) -> None:
    stage.chat.pass_time(datetime(2026, 11, 23, 8, tzinfo=UTC))
    stage.closes_messages()
    assert stage.asked_in() is not None

    stage.room(RoomState.OPENING)
    assert stage.asked_in() is None
    stage.keeps(place=Place(PlaceId("afar"), stage.community.id, "discord", PlaceKind.ROOM, "afar"))
    stage.room(RoomState.OPEN, PlaceId("afar"))
    assert stage.asked_in() is None
