"""Two members made one: nothing of either is lost, and where there is place for one the stated one stays."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from bot.core.domain.action_items import ActionItem, ActionItemState
from bot.core.domain.checkins import CheckInState
from bot.core.domain.circumstances import Circumstances
from bot.core.domain.codes import Code, CodePurpose
from bot.core.domain.communities import Place, PlaceKind
from bot.core.domain.errors import NotFound
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.gaps import Assessment, Evidence
from bot.core.domain.goals import Goal, GoalState, Measure
from bot.core.domain.growth import Entry, GrowthThread, entry_of, note_of
from bot.core.domain.ids import (
    ActionItemId,
    AssessmentId,
    CodeId,
    CompetencyId,
    EntryId,
    EvidenceId,
    GoalId,
    MemberId,
    PlaceId,
    RoleId,
)
from bot.core.domain.members import Account, MenteeProfile, MentorProfile, Role
from bot.core.domain.pairings import PairingState
from bot.core.domain.programmes import QuestionId
from bot.core.domain.signups import SheetKind, SignUp
from bot.core.ports import UnitOfWork
from bot.core.ui.forms import FormSession, SessionState
from bot.storage import linking
from bot.storage.engines import Database
from bot.storage.linking import references, unsettled
from tests.storage.samples import (
    ANNA,
    COMMUNITY,
    HOUR,
    MAYA,
    MILAN,
    NOW,
    OTHER,
    ZOE,
    check_in,
    pairing,
    person,
    schedule,
)

KEPT, GONE = ANNA, ZOE
WORDS = {QuestionId.LEARNED: "A thing"}


def merges(database: Database) -> None:
    with database.write() as work:
        work.merges.hold(COMMUNITY, [KEPT, GONE])
        work.merges.merge(COMMUNITY, GONE, into=KEPT)
        work.commit()


def test_every_table_with_one_row_a_member_has_a_rule_for_two() -> None:
    assert unsettled() == []
    assert {table.name for table, _ in references()} >= {"accounts", "goals", "cheers", "form_sessions", "codes"}


def test_a_new_table_without_a_rule_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "SETTLED", {})

    assert {"growth_threads", "check_ins", "cheers", "assessments", "pairings"} <= set(unsettled())


def test_whatever_is_of_one_is_of_the_other_then(home: Database) -> None:
    with home.write() as work:
        _of_all_sorts(work, GONE)
        work.commit()

    merges(home)

    with home.read() as work:
        assert [each.external_id for each in work.members.accounts_of(COMMUNITY, KEPT)] == ["d-zoe", "u-anna", "u-zoe"]
        assert work.members.find_mentee(COMMUNITY, KEPT) is not None
        assert work.members.find_mentor(COMMUNITY, KEPT) is not None
        assert [each.title for each in work.goals.of_member(COMMUNITY, KEPT)] == ["Goal"]
        assert [each.text for each in work.action_items.open_of(COMMUNITY, KEPT)] == ["Item"]
        assert set(work.assessments.current(COMMUNITY, KEPT)) == {"coding"}
        assert [each.member for each in work.check_ins.recent(COMMUNITY, KEPT, 9)] == [KEPT]
        assert work.check_ins.find_schedule(COMMUNITY, KEPT) is not None
        assert work.growth.find_thread(COMMUNITY, KEPT) == GrowthThread(COMMUNITY, KEPT, PlaceId("thread-zoe"))
        assert work.growth.get(COMMUNITY, EntryId("entry-zoe")).member == KEPT
        assert work.growth.get(COMMUNITY, EntryId("entry-zoe")).place is None
        assert work.pairings.live_of_mentee(COMMUNITY, KEPT) is not None
        session = work.sessions.find(COMMUNITY, "session-zoe")
        assert session is not None
        assert session.member == KEPT
        assert work.codes.get(COMMUNITY, CodeId("code-zoe")).member == KEPT
        with pytest.raises(NotFound):
            work.members.get(COMMUNITY, GONE)
        assert work.members.get(OTHER, GONE).id == GONE, "the other community's member of that id"


def test_nothing_in_any_table_names_the_one_who_is_gone(home: Database) -> None:
    with home.write() as work:
        for member in (KEPT, GONE):
            _of_all_sorts(work, member, week=0 if member is KEPT else 1, paired=member is KEPT)
        work.commit()

    merges(home)

    with home._writer.connect() as connection:  # noqa: SLF001  what no port shows
        for table, column in references():
            named = sa.select(sa.func.count()).where(table.c.community_id == COMMUNITY, column == GONE)
            assert connection.execute(named).scalar() == 0, (table.name, column.name)


def test_who_was_made_one_is_found_by_any_earlier_name(home: Database) -> None:
    merges(home)
    with home.write() as work:
        work.merges.merge(COMMUNITY, KEPT, into=MAYA)
        work.commit()

    with home.read() as work:
        named = [(COMMUNITY, GONE), (COMMUNITY, KEPT), (COMMUNITY, MAYA), (OTHER, GONE)]
        assert work.merges.heirs(named) == {(COMMUNITY, GONE): MAYA, (COMMUNITY, KEPT): MAYA}
        assert work.merges.heirs([]) == {}


def test_of_two_claims_the_newer_stands(home: Database) -> None:
    with home.write() as work:
        work.assessments.add([_claim(KEPT, "coding", 2, 0), _claim(GONE, "coding", 3, 1)])
        work.assessments.add([_claim(KEPT, "testing", 4, 1), _claim(GONE, "testing", 1, 0)])
        work.commit()

    merges(home)

    with home.read() as work:
        current = work.assessments.current(COMMUNITY, KEPT)
        assert {each: claims.own.level for each, claims in current.items() if claims.own} == {"coding": 3, "testing": 4}


def test_nobody_attests_what_is_their_own_by_now(home: Database) -> None:
    with home.write() as work:
        work.assessments.add(
            [
                _claim(KEPT, "coding", 2, 0),
                replace(_claim(KEPT, "coding", 4, 1), id=AssessmentId("attested"), assessed_by=GONE),
            ]
        )
        work.assessments.add([replace(_claim(GONE, "coding", 3, 2), assessed_by=MAYA)])
        work.commit()

    merges(home)

    with home.read() as work:
        coding = work.assessments.current(COMMUNITY, KEPT)[CompetencyId("coding")]
        assert [each.level if each else None for each in (coding.own, coding.attested)] == [2, 3]


def test_of_two_schedules_the_kept_member_s_stays(home: Database) -> None:
    with home.write() as work:
        work.check_ins.add_schedule(schedule(KEPT))
        work.check_ins.add_schedule(schedule(GONE, due_at=NOW + HOUR))
        work.commit()

    merges(home)

    with home.read() as work:
        assert work.check_ins.find_schedule(COMMUNITY, KEPT) == schedule(KEPT)


@pytest.mark.parametrize(
    ("kept", "gone", "stays"),
    [
        (CheckInState.OPENED, CheckInState.OPENED, "of-anna"),
        (CheckInState.OPENED, CheckInState.SUBMITTED, "of-zoe"),
        (CheckInState.MISSED, CheckInState.SUBMITTED, "of-zoe"),
        (CheckInState.SUBMITTED, CheckInState.OPENED, "of-anna"),
        (CheckInState.SUBMITTED, CheckInState.SUBMITTED, "of-anna"),
    ],
)
def test_of_two_check_ins_of_a_week_the_answered_one_stays(
    home: Database, kept: CheckInState, gone: CheckInState, stays: str
) -> None:
    entry = entry_of(replace(check_in("of-zoe", GONE), answers=WORDS), EntryId("entry"), 1, NOW)
    assert entry is not None
    with home.write() as work:
        work.check_ins.add(
            [replace(check_in("of-anna", KEPT), state=kept), replace(check_in("of-zoe", GONE), state=gone)]
        )
        work.growth.add(entry)
        work.commit()

    merges(home)

    with home.read() as work:
        assert [each.id for each in work.check_ins.recent(COMMUNITY, KEPT, 9)] == [stays]
        assert work.growth.get(COMMUNITY, entry.id).answers == WORDS
        assert work.growth.get(COMMUNITY, entry.id).check_in == ("of-zoe" if stays == "of-zoe" else None)


@pytest.mark.parametrize(("kept", "gone"), [(True, True), (True, False), (False, True), (False, False)])
def test_of_two_threads_one_stays_and_entries_know_where_they_stand(home: Database, kept: bool, gone: bool) -> None:  # noqa: FBT001
    with home.write() as work:
        for member, is_made in ((KEPT, kept), (GONE, gone)):
            work.growth.add_thread(GrowthThread(COMMUNITY, member, _thread(work, member) if is_made else None))
            work.growth.add(_note(member))
        work.commit()

    merges(home)

    with home.read() as work:
        thread = work.growth.find_thread(COMMUNITY, KEPT)
        assert thread is not None
        stays = "thread-anna" if kept else "thread-zoe" if gone else None
        assert thread.place == stays
        assert work.growth.get(COMMUNITY, EntryId("note-zoe")).place == ("thread-zoe" if kept and gone else None)
        assert work.growth.get(COMMUNITY, EntryId("note-anna")).place is None
        assert work.growth.thread_platform(COMMUNITY, KEPT) == ("webchat" if stays else "")


def test_a_place_that_entries_stand_in_can_be_forgotten(home: Database) -> None:
    with home.write() as work:
        for member in (KEPT, GONE):
            work.growth.add_thread(GrowthThread(COMMUNITY, member, _thread(work, member)))
            work.growth.add(_note(member))
        work.commit()
    merges(home)

    with home.write() as work:
        work.growth.leave_place(COMMUNITY, PlaceId("thread-zoe"))
        work.communities.remove_place(work.communities.get_place(COMMUNITY, PlaceId("thread-zoe")))
        assert work.growth.get(COMMUNITY, EntryId("note-zoe")).place is None


def test_cheers_are_counted_once_and_none_is_one_s_own(home: Database) -> None:
    with home.write() as work:
        for member in (KEPT, GONE, MAYA):
            work.growth.add(_note(member))
        for entry, by in (("maya", KEPT), ("maya", GONE), ("zoe", KEPT), ("anna", GONE), ("zoe", MAYA)):
            assert work.growth.cheer(COMMUNITY, EntryId(f"note-{entry}"), by)
        work.commit()

    merges(home)

    with home.read() as work:
        cheered = {name: work.growth.get(COMMUNITY, EntryId(f"note-{name}")).cheers for name in ("maya", "zoe", "anna")}
        assert cheered == {"maya": 1, "zoe": 1, "anna": 0}


def test_what_the_kept_member_seeks_and_offers_stays(home: Database) -> None:
    with home.write() as work:
        for member, number in ((KEPT, 3), (GONE, 5)):
            work.members.save_mentee(_seeks(member, number))
            work.members.save_mentor(MentorProfile(COMMUNITY, member, {}, number))
        work.commit()

    merges(home)

    with home.read() as work:
        assert work.members.get_mentee(COMMUNITY, KEPT).hours_a_week == 3
        assert work.members.get_mentor(COMMUNITY, KEPT).capacity == 3


def test_wishes_and_blocks_of_both_count_once_and_none_is_of_oneself(home: Database) -> None:
    with home.write() as work:
        work.circumstances.save_wishes(COMMUNITY, MAYA, [GONE, MILAN, KEPT])
        work.circumstances.save_wishes(COMMUNITY, KEPT, [GONE, MAYA])
        for member, other in ((KEPT, GONE), (GONE, KEPT), (GONE, MAYA), (KEPT, MAYA), (MILAN, GONE), (MILAN, KEPT)):
            work.circumstances.block(COMMUNITY, member, other)
        work.circumstances.block(OTHER, GONE, KEPT)
        work.commit()

    merges(home)

    with home.read() as work:
        assert work.circumstances.wishes(COMMUNITY, MAYA) == [KEPT, MILAN]
        assert work.circumstances.wishes(COMMUNITY, KEPT) == [MAYA]
        assert work.circumstances.all_blocks(COMMUNITY) == {KEPT: [MAYA], MILAN: [KEPT]}
        assert work.circumstances.all_blocks(OTHER) == {GONE: [KEPT]}


def _of_all_sorts(work: UnitOfWork, member: MemberId, week: int = 0, *, paired: bool = True) -> None:
    """Give a member a row in every table that there is."""
    work.members.save_mentee(_seeks(member, 3))
    work.members.save_mentor(MentorProfile(COMMUNITY, member, {CompetencyId("coding"): 3}, 2))
    work.circumstances.save(Circumstances(COMMUNITY, member, team="Red"))
    work.sign_ups.save([SignUp(COMMUNITY, SheetKind.MENTEES, f"h-{member}", "", RoleId("staff"), {}, member=member)])
    work.circumstances.save_wishes(COMMUNITY, member, [MAYA])
    work.circumstances.save_wishes(COMMUNITY, MILAN, [*work.circumstances.wishes(COMMUNITY, MILAN), member])
    work.circumstances.block(COMMUNITY, member, MILAN)
    work.circumstances.block(COMMUNITY, MAYA, member)
    claimed = _claim(member, "coding", 2, week)
    work.assessments.add([claimed])
    piece = EvidenceId(f"piece-{member}")
    work.assessments.add_evidence(
        [Evidence(piece, COMMUNITY, member, claimed.competency, claimed.id, member, NOW, "A link")]
    )
    work.check_ins.add_schedule(schedule(member))
    week_of = check_in(f"week-{member}", member, week=week)
    work.check_ins.add([replace(week_of, state=CheckInState.SUBMITTED, answers=WORDS)])
    entry = entry_of(replace(week_of, answers=WORDS), EntryId(f"entry-{member}"), 1, NOW)
    assert entry is not None
    work.growth.add_thread(GrowthThread(COMMUNITY, member, _thread(work, member)))
    work.growth.add(entry)
    work.growth.add(_note(member))
    work.growth.cheer(COMMUNITY, EntryId(f"note-{member}"), MAYA)
    measure = Measure(0, 1, "", 0)
    work.goals.add(
        Goal(GoalId(f"goal-{member}"), COMMUNITY, member, "Goal", measure, date(2027, 1, 1), (), GoalState.OPEN, NOW)
    )
    work.action_items.add(
        ActionItem(ActionItemId(f"item-{member}"), COMMUNITY, member, "Item", None, ActionItemState.OPEN, NOW)
    )
    state = PairingState.ACTIVE if paired else PairingState.ENDED
    work.pairings.add(replace(pairing(f"pair-{member}", MAYA, member), state=state, proposed_by=member))
    work.sessions.save(FormSession(f"session-{member}", COMMUNITY, member, "goal_add", "", {}, SessionState.OPEN, NOW))
    code = Code(CodeId(f"code-{member}"), COMMUNITY, CodePurpose.LINK, member, f"digest-{member}", NOW)
    work.codes.add(code, NOW)
    friend = MemberId(f"friend-of-{member}")
    work.members.add(person(friend, Role.MENTEE), Account(COMMUNITY, "discord", f"d-{member}", friend))
    work.merges.merge(COMMUNITY, friend, into=member)


def _thread(work: UnitOfWork, member: MemberId) -> PlaceId:
    place = Place(PlaceId(f"thread-{member}"), COMMUNITY, "webchat", PlaceKind.THREAD, f"t-{member}")
    work.communities.add_place(place)
    return place.id


def _note(member: MemberId) -> Entry:
    return note_of(person(member, Role.MENTEE), EntryId(f"note-{member}"), "A thought", NOW)


def _claim(member: MemberId, competency: str, level: int, hours: int) -> Assessment:
    name = AssessmentId(f"{competency}-{member}")
    return Assessment(name, COMMUNITY, member, CompetencyId(competency), level, member, NOW + timedelta(hours=hours))


def _seeks(member: MemberId, hours: int) -> MenteeProfile:
    return MenteeProfile(COMMUNITY, member, RoleId("staff-engineer"), GrowthDirection.VERTICAL, hours)
