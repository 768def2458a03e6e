# What members say of themselves for being paired, and a programme's own rules.

## Words that are understood, each after a comma

hours-weekdays = weekdays, working days, workdays
hours-weekend = weekend, weekends
hours-daily = daily, every day, any day
hours-until = to, until, till
hours-filler = from, between, and, on, at, the, in

field-availability = When you can talk
field-preferences = What matters to you
field-team = Your team
field-paused-until = No new mentees before
field-wishes = Mentors you wish for
