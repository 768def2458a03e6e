"""The contract of sign-ups: kept whole, sealed, one a person and kind."""

from dataclasses import replace
from datetime import date

import sqlalchemy as sa

from bot.core.domain.ids import CompetencyId, RoleId
from bot.core.domain.matching import read_hours
from bot.core.domain.members import Account
from bot.core.domain.signups import Sheet, SheetKind, SignUp
from bot.storage.engines import Database
from bot.storage.signups import sheets, sign_ups
from tests.storage.samples import ANNA, COMMUNITY, OTHER

WHOLE = SignUp(
    community=COMMUNITY,
    kind=SheetKind.MENTEES,
    account="anna",
    name="Anna",
    role=RoleId("staff-engineer"),
    levels={CompetencyId("coding"): 3},
    zone="Europe/Berlin",
    languages=("en", "de"),
    hours=read_hours(["mon 18-20"]),
    preferences=("remote",),
    team="Red",
    capacity=2,
    hours_a_week=3,
    paused_until=date(2027, 1, 1),
    wishes=("maya",),
    not_with=("milan", "zoe"),
    done=frozenset({"milan"}),
)
BARE = SignUp(COMMUNITY, SheetKind.MENTORS, "anna", "", RoleId("staff-engineer"), {})


def test_sign_ups_are_kept_whole_and_in_the_place_of_earlier_ones(home: Database) -> None:
    with home.write() as work:
        work.sign_ups.save([replace(WHOLE, name="A"), BARE])
        work.sign_ups.save([WHOLE, replace(WHOLE, community=OTHER, member=ANNA)])
        work.commit()

    with home.read() as work:
        assert work.sign_ups.all(COMMUNITY) == [WHOLE, BARE]
        assert work.sign_ups.all(COMMUNITY, SheetKind.MENTORS) == [BARE]
        assert work.sign_ups.waiting(COMMUNITY, {"anna", "webchat:anna"}) == [WHOLE, BARE]
        assert work.sign_ups.waiting(COMMUNITY, {"zoe"}) == []
        assert work.sign_ups.waiting(OTHER, {"anna"}) == [], "they are here already"


def test_what_a_sheet_says_can_t_be_read_in_the_database(home: Database) -> None:
    with home.write() as work:
        work.sign_ups.save([WHOLE])
        work.sign_ups.save_sheet(Sheet(COMMUNITY, SheetKind.MENTEES, "mentee,not_with\nanna,milan"))
        work.commit()

    with home._writer.connect() as connection:  # noqa: SLF001  what no port shows
        rows = [tuple(row) for table in (sign_ups, sheets) for row in connection.execute(sa.select(table))]
    assert "milan" not in str(rows)
    assert "not_with" not in str(rows)


def test_the_sheet_brought_last_is_kept_until_it_is_forgotten(home: Database) -> None:
    with home.write() as work:
        for content in ("first", "second"):
            work.sign_ups.save_sheet(Sheet(COMMUNITY, SheetKind.MENTEES, content))
        work.commit()

    with home.write() as work:
        assert work.sign_ups.sheet(COMMUNITY, SheetKind.MENTEES) == Sheet(COMMUNITY, SheetKind.MENTEES, "second")
        assert work.sign_ups.sheet(COMMUNITY, SheetKind.MENTORS) is None
        assert work.sign_ups.sheet(OTHER, SheetKind.MENTEES) is None
        work.sign_ups.forget_sheet(COMMUNITY, SheetKind.MENTEES)
        assert work.sign_ups.sheet(COMMUNITY, SheetKind.MENTEES) is None


def test_what_headings_mean_is_kept_beside_what_is_known(home: Database) -> None:
    with home.write() as work:
        work.sign_ups.save_headings(COMMUNITY, SheetKind.MENTEES, {"handle": "", "goal": "destination"})
        work.sign_ups.save_headings(COMMUNITY, SheetKind.MENTEES, {"handle": "mentee"})
        work.commit()

    with home.read() as work:
        known = work.sign_ups.headings(COMMUNITY, SheetKind.MENTEES)
        assert known == {"handle": "mentee", "goal": "destination"}
        assert work.sign_ups.headings(COMMUNITY, SheetKind.MENTORS) == {}


def test_an_account_s_handle_is_kept_when_it_is_another(home: Database) -> None:
    with home.write() as work:
        assert work.members.save_handle(COMMUNITY, "webchat", "u-anna", "anna")
        assert not work.members.save_handle(COMMUNITY, "webchat", "u-anna", "anna")
        work.commit()

    with home.read() as work:
        assert Account(COMMUNITY, "webchat", "u-anna", ANNA, handle="anna") in work.members.all_accounts(COMMUNITY)
        assert all(not each.handle for each in work.members.all_accounts(OTHER))
