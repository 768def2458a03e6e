"""The contract of form sessions, the inbox and notes."""

from dataclasses import replace

from bot.core.ui.forms import FormSession, SessionState
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, HOUR, NOW, OTHER, ZOE


def session(session: str = "session") -> FormSession:
    answers = {"learned": ("Zürich 🏔",), "languages": ("en", "de"), "empty": ()}
    return FormSession(session, COMMUNITY, ANNA, "join", "ref", answers, SessionState.OPEN, NOW)


def test_a_session_is_kept_after_every_answer(home: Database) -> None:
    with home.write() as work:
        work.sessions.save(replace(session(), answers={}))
        work.sessions.save(session())
        work.sessions.save(replace(session(), community=OTHER, form="theirs"))
        work.commit()

    with home.read() as work:
        assert work.sessions.find(COMMUNITY, "session") == session()
        assert work.sessions.find(OTHER, "session") == replace(session(), community=OTHER, form="theirs")
        assert work.sessions.find(COMMUNITY, "none") is None


def test_the_latest_open_session_about_the_same_thing_is_resumed(home: Database) -> None:
    later = replace(session("later"), touched_at=NOW + HOUR)
    with home.write() as work:
        work.sessions.save(session("earlier"))
        work.sessions.save(later)
        work.sessions.save(replace(session("sent"), touched_at=NOW + 2 * HOUR, state=SessionState.SUBMITTED))
        work.sessions.save(replace(session("about else"), ref="else", touched_at=NOW + 3 * HOUR))
        work.commit()

    with home.read() as work:
        assert work.sessions.find_open(COMMUNITY, ANNA, "join", "ref") == later
        assert work.sessions.find_open(COMMUNITY, ZOE, "join", "ref") is None
        assert work.sessions.find_open(OTHER, ANNA, "join", "ref") is None


def test_a_happening_is_recorded_once_for_each_platform(home: Database) -> None:
    with home.write() as work:
        assert work.inbox.record("webchat", "1", NOW)
        assert not work.inbox.record("webchat", "1", NOW)
        assert work.inbox.record("telegram", "1", NOW)
        work.commit()

    with home.write() as work:
        assert not work.inbox.record("webchat", "1", NOW + HOUR)


def test_a_happening_that_was_undone_can_be_recorded_again(home: Database) -> None:
    with home.write() as work:
        assert work.inbox.record("webchat", "1", NOW)

    with home.write() as work:
        assert work.inbox.record("webchat", "1", NOW)


def test_a_note_is_kept_and_changed(home: Database) -> None:
    with home.write() as work:
        assert work.notes.get("zone_data") is None
        work.notes.set("zone_data", "2026a")
        work.notes.set("zone_data", "2026b")
        work.commit()

    with home.read() as work:
        assert work.notes.get("zone_data") == "2026b"


def test_happenings_are_forgotten_from_the_oldest_on(home: Database) -> None:
    with home.write() as work:
        for number in range(3):
            work.inbox.record("webchat", str(number), NOW + number * HOUR)
        assert work.inbox.clear(NOW + 2 * HOUR, 1) == 1
        assert work.inbox.record("webchat", "0", NOW + 3 * HOUR)
        assert work.inbox.clear(NOW + 2 * HOUR, 100) == 1
        assert not work.inbox.record("webchat", "2", NOW)
        work.commit()
