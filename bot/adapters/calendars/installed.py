"""Calendar files by the icalendar library, which is loaded with the first one: it takes as long as a start may."""

from bot.core.ui.calendars import Calendar


class InstalledCalendars:
    """The port `CalendarWriter`."""

    def write(self, calendar: Calendar) -> str:
        """Write a calendar as iCalendar."""
        from bot.adapters.calendars.ics import ics  # loads icalendar, which most starts do without

        return ics(calendar)
