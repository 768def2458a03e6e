"""Days to put in a calendar, as data; a writer outside the core makes a file of them that calendar programs read."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


@dataclass(frozen=True)
class CalendarEntry:
    """Something that takes whole days: from `begins_on` to `ends_on`, that day included."""

    uid: str
    """The same for the same thing each time, so that a calendar that takes the file again changes it in place."""
    title: str
    begins_on: date
    ends_on: date
    words: str = ""
    address: str = ""


@dataclass(frozen=True)
class Calendar:
    """Entries under a title, as of a moment."""

    title: str
    language: str
    made_at: datetime
    entries: tuple[CalendarEntry, ...]


class CalendarWriter(Protocol):
    """Writes calendars as iCalendar (RFC 5545)."""

    def write(self, calendar: Calendar) -> str:
        """Write one as the text of a file."""
