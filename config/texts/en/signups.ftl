# Sign-up sheets: bringing one, what its headings mean, and who isn't here yet.

command-signups = Who has signed up by sheet, and who of them isn’t here yet
command-signups-import = Take a sign-up sheet in (CSV)
suggest-signups = Sign-ups
suggest-signups-import = Take a sheet in
action-signups-import = Attach a sheet
action-signups-headings = Say what they mean
action-signups-page = Next page
action-signups-troubles = All rows left out
action-signups-claim = Take it over
signups-title = Take a sign-up sheet in
signups-intro = CSV, as form tools export it: one row a person, who goes by their handle or id here. Bring it again after a change as often as you like: nobody is doubled, and what members have said themselves stands.
signups-kind = Whose sign-ups
signups-mentees = Mentees
signups-mentors = Mentors
signups-sheet = The sheet
signups-sheet-help = At most 500 kB. Mentors first, if mentees name the mentors they wish for.
signups-submit = Take it in
signups-unknown = Unknown headings
signups-missing = Still missing
signups-headings = What do these headings mean?
signups-headings-next = Say it once; it is remembered for every sheet of this community.
signups-headings-intro = Choose our column for each, or leave it out. There must be { $needed }.
signups-left-out = Leave it out
signups-column = { $column }
signups-take-in-mentees = Take the mentees in
signups-take-in-mentors = Take the mentors in
signups-lacking = The sheet lacks columns
signups-lacking-next = Add them, and attach it again. The documentation of matching describes each.
signups-done = { $count ->
    [one] One row is taken in
   *[other] { $count } rows are taken in
}
signups-here = Here
signups-absent = Not here yet
signups-bad = Rows left out
signups-line = Line { $line }
signups-cell = Line { $line }, { $column }
signups-absent-next = Ask them to come here and type /join: what they signed up with waits for them there. Whoever is here already under another name should be in the sheet with their handle or id.
signups-left = { $count ->
    [0] No row is left out
    [one] One row is left out
   *[other] { $count } rows are left out
}
signups-left-next = Put them right in the sheet and attach it again; the good rows aren’t doubled.
signups-all = { $count ->
    [0] Nobody has signed up by sheet
    [one] One person has signed up by sheet
   *[other] { $count } people have signed up by sheet
}
signed-up-waits = You have signed up already
signed-up-waits-means = What you answered in the sign-up form is here. Take it over, and change later whatever isn’t right.
signed-up-mentees = You are signed up as a mentee in { $community }
signed-up-mentors = You are signed up as a mentor in { $community }
signed-up-means = A moderator has brought what you answered in the sign-up form. See it with /me, and change whatever isn’t right.
