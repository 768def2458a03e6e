# Words that several features share.

cancel = Cancel
save-changes = Save changes
none = none

zone-option = { $city } ({ $offset })

weeks-count = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
hours-a-week = { $hours ->
    [one] { $hours } hour a week
   *[other] { $hours } hours a week
}
streak = { $weeks ->
    [0] No streak yet
    [one] { $weeks } check-in in a row
   *[other] { $weeks } check-ins in a row
}
rhythm = { $weeks ->
    [1] Every { $weekday } at { $hour }, in each person’s own time zone
    [2] Every other { $weekday } at { $hour }, in each person’s own time zone
   *[other] Every { $weeks } weeks on { $weekday } at { $hour }, in each person’s own time zone
}
check-ins = Check-ins
next-check-in = Next check-in

kind-hard = Craft
kind-soft = Working with people

column-competency = Competency
column-level = Level
column-now = Now
column-needed = Needed
column-kind = Kind
column-importance = Importance

cell-words = { $competency } { $now } → { $needed }
cells-and-more = { $cells } and { $more } more

## Forms

form-has-errors = { $count ->
    [one] One answer needs another look. Everything else is kept.
   *[other] { $count } answers need another look. Everything else is kept.
}
form-submitted = You have sent this form already; the first answer counts. To change something, open it again.
form-expired = This form lay open for a month, so what was filled in was forgotten. Begin it again whenever you like.
form-cancelled = The form is put away and nothing of it was kept. Open it again whenever you like.
form-open-again = Open it again

## Fields

field-zone = Time zone
field-zone-help = Type your city, such as Berlin or Bogotá.
field-language = Language of the bot
field-languages = Languages you can talk about work in
field-languages-help = Mentor and mentee need at least one in common.
field-visibility = Who sees your growth
field-visibility-help = You can change this at any time in /settings.
visibility-public = Public
visibility-public-means = Check-ins that you say yes to appear on your growth thread, for everybody here. Never your mood.
visibility-private = Private
visibility-private-means = Nothing is published. Your check-ins are read in your mentorship room only.

field-did-you-mean = Nothing is called “{ $given }”. Did you mean { $names }?
field-nothing-like-it = Nothing is called “{ $given }”. Try another word, or fewer letters.
field-required = Please fill this in.
field-unconfirmed = Please tick this to go on.
field-too-long = That is { $length } characters; { $longest } fit. Please shorten it.
field-not-an-option = “{ $given }” is not one of the choices. Please pick from the list.
field-too-many = Please choose { $most } at most.
field-not-a-number = “{ $given }” is not a number. Write it like 12 or 3.5.
field-not-a-whole-number = “{ $given }” is not a whole number. Write it like 3.
field-out-of-range = Please give a number from { $low } to { $high }.
field-not-a-date = “{ $given }” is not a date. Write it like 2027-01-31.
field-too-early = Please choose { $earliest } or later.
field-too-late = Please choose { $latest } or earlier.
field-not-a-moment = “{ $given }” is not a date and time. Write it like 2027-01-31 15:30.
field-unknown-zone = There is no time zone called “{ $given }”. Type a big city near you.
field-file-too-big = The file is too big: { $most } bytes fit.
## Platforms

platform-discord = Discord
platform-telegram = Telegram
platform-webchat = Web chat
field-home = Where I write to you
field-home-help = You can answer on each of your platforms; messages come to this one.
code-is = Code
code-typed = Type { $typed } there, { $where ->
    [none] on the other platform.
   *[other] on { $where }.
}
code-lasts = The code works once, within half an hour. Whoever has it can use it, so show it to nobody.
code-way = Open { $platform }
page-of = Page { $page } of { $pages }.
page-next = Next page
page-before = Page before
