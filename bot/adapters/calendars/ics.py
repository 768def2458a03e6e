"""From a calendar's entries to iCalendar text (RFC 5545): folding, escaping and what programs ask for beside it."""

from datetime import timedelta

import icalendar

from bot.core.ui.calendars import Calendar, CalendarEntry

PRODUCT = "-//Menteo//Roadmap//EN"
A_DAY = timedelta(days=1)


def ics(calendar: Calendar) -> str:
    """Write a calendar; its entries take whole days and leave their people free, since a plan is no appointment."""
    written = icalendar.Calendar()
    written.add("prodid", PRODUCT)
    written.add("version", "2.0")
    written.add("method", "PUBLISH")
    written.add("x-wr-calname", calendar.title)
    for entry in calendar.entries:
        written.add_component(_event(entry, calendar))
    return str(written.to_ical(), "utf-8")


def _event(entry: CalendarEntry, calendar: Calendar) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{entry.uid}@menteo")
    event.add("dtstamp", calendar.made_at)
    event.add("dtstart", entry.begins_on)
    event.add("dtend", entry.ends_on + A_DAY)  # a day's end is the next one's beginning
    event.add("summary", entry.title, parameters={"language": calendar.language})
    event.add("transp", "TRANSPARENT")
    if entry.words:
        event.add("description", entry.words)
    if entry.address:
        event.add("url", entry.address)
    return event
