"""A calendar as a file that calendar programs read: whole days, words kept whatever signs are in them."""

import subprocess
import sys
from datetime import UTC, date, datetime

import icalendar

from bot.adapters.calendars.installed import InstalledCalendars
from bot.core.ui.calendars import Calendar, CalendarEntry

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LONG = "Grow; mentors, \\ and\nothers: " + "ü" * 100


def written(*entries: CalendarEntry) -> tuple[str, icalendar.Calendar]:
    text = InstalledCalendars().write(Calendar("My way", "en", NOW, entries))
    read = icalendar.Calendar.from_ical(text)
    assert isinstance(read, icalendar.Calendar)
    return text, read


def test_an_entry_takes_whole_days_the_last_one_included() -> None:
    entry = CalendarEntry(
        "a1", "Pair weekly", date(2026, 12, 1), date(2026, 12, 3), "What proves it.", "https://a.org/b"
    )
    _, read = written(entry)

    (event,) = read.walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 12, 1)
    assert event.decoded("dtend") == date(2026, 12, 4)
    assert event.decoded("dtstamp") == NOW
    assert (str(event["summary"]), str(event["description"])) == ("Pair weekly", "What proves it.")
    assert (str(event["uid"]), str(event["url"])) == ("a1@menteo", "https://a.org/b")
    assert str(event["transp"]) == "TRANSPARENT"


def test_signs_that_mean_something_to_the_format_are_words_again_when_read() -> None:
    text, read = written(CalendarEntry("a1", LONG, date(2026, 12, 1), date(2026, 12, 1), LONG))

    (event,) = read.walk("VEVENT")
    assert (str(event["summary"]), str(event["description"])) == (LONG, LONG)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_calendar_says_whose_it_is_and_may_be_empty() -> None:
    text, read = written()

    assert str(read["x-wr-calname"]) == "My way"
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert read.walk("VEVENT") == []


def test_the_program_starts_without_the_library() -> None:
    looks = "import sys, bot.app; print('icalendar' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", looks], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "False"
