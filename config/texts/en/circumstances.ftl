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
nothing-said = Nothing said

## When one can talk

command-availability = When you can talk in a week
suggest-availability = When I can talk
action-availability = When I can talk
availability-title = When can you talk?
availability-intro = In your time zone, { $zone }. Type it, tick parts of the week, or both. Left empty, it counts as nothing said.
availability-times-help = Such as Mon-Fri 18-21; Sat 9:30-12
availability-parts = Parts of the week
daypart-weekday-mornings = Weekday mornings
daypart-weekday-afternoons = Weekday afternoons
daypart-weekday-evenings = Weekday evenings
daypart-weekend-mornings = Weekend mornings
daypart-weekend-afternoons = Weekend afternoons
daypart-weekend-evenings = Weekend evenings
availability-done = Saved
availability-means = Pairs are looked for that share an hour a week or more; four are as good as forty.
availability-taken-back = You go by no fixed hours
availability-none = So what counts is { $start } to { $end } in your time zone, { $zone }, as for everybody who hasn’t said.

## What matters

command-preferences = What matters to you in a pair, and your team
suggest-preferences = What matters to me
action-preferences = What matters to me
preferences-title = What matters to you?
preferences-intro = Short words, compared with the other’s. What both say counts a little; nothing said counts for nothing.
preferences-more = Anything else
preferences-own-help = Commas between: remote, short and often
preferences-team-help = Nobody is paired within a team. Leave it empty if you are in none.
preferences-done = Saved
preferences-means = Moderators see what you share with a mentor or mentee when they look for pairs.

## Wishes

command-wishes = Up to three mentors you would like to have
suggest-wishes = Mentors I wish for
action-wishes = Mentors I wish for
wishes-title = Which mentors do you wish for?
wishes-intro = Up to three, the dearest first. Moderators see a wish as part of a pair’s score; the mentors aren’t told.
wishes-first = First wish
wishes-second = Second wish
wishes-third = Third wish
wishes-done = Your wishes are kept
wishes-mean = A wish makes a pair likelier. It is no promise: a place, an hour and something to learn are needed, too.
wishes-none = You wish for nobody in particular
wishes-none-means = So the best fit decides.

## A mentor's pause

command-pause = Take no new mentees until a date
command-resume = Take new mentees again
suggest-pause = Pause
suggest-resume = Take mentees again
action-pause = Pause…
action-pause-end = Take mentees again
pause-title = Until when do you pause?
pause-intro = Nobody new is proposed to you before that day. Your mentees and your rooms stay; what a round has asked you goes to somebody else.
pause-submit = Pause
pause-done = Nobody new before { $until }
pause-means = It ends by itself on that day, or when you say so.
pause-over = You take mentees again
pause-over-means = Proposals come when there is somebody whom you can teach.

## In confidence

command-block = Never be paired with somebody; nobody is told
command-unblock = Take back whom you are not to be paired with
suggest-block = Not to be paired with somebody
suggest-unblock = Take one back
action-block = Not to be paired with somebody
block-title = Whom are you not to be paired with?
block-intro = Nobody is told: not them, no moderator. It stands on no list, in no export and in no reason; whoever asks hears the same words as for a rule of the programme. You need no reason. A pair that runs goes on until one of you ends it.
block-whom = Not with
block-submit = Never pair us
block-done = You won’t be paired with { $name }
block-means = This stays between you and Menteo. No round and no moderator can pair the two of you.
block-all = You are kept apart from { $names }.
unblock-title = Take back for whom?
unblock-intro = The two of you can be paired again then. Nobody is told of this, either.
unblock-whom = For
unblock-submit = Take it back
unblock-done = You can be paired with { $name } again
unblock-means = Nothing of it is kept.

## A programme's own rules

command-matching = The rules that pairs are made by, and what counts how much
suggest-matching = Rules of matching
action-matching-rules = Change the rules
action-matching-weights = Change the weights
rules-title = How pairs are made
rules-margin = Levels above the mentee
rules-margin-help = How far a mentor is above a mentee, at least, in what they teach.
rules-demands = A pair must share
rule-language = A language
rule-hours = An hour a week
rules-no-demands = Nothing in particular
rules-cool-down = Days until the same two again
rules-cool-down-help = Counted from the end of their pairing; 0 is at once.
rules-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
rules-tags = Preferences to choose from
rules-tags-help = Commas between: remote, in person
rules-mentees-ask = Mentees may ask a mentor themselves
rules-mentees-ask-help = Of the mentors that fit them, with /mentors.
rules-asking = Who asks mentors
rules-asking-who = { $mentees ->
    [yes] Moderators, and mentees themselves with /mentors
   *[no] Moderators
}
rules-always = Always: nobody is paired within a team, beyond a mentor’s places, during a pause, or against a wish told in confidence.
weights-title = What counts how much
weights-intro = The most that each part adds to a score, in hundredths.
weights-mean = In hundredths of a score. What nobody said earns nothing; earlier rounds without a mentor add 2 each, up to 10.
weight-cells = Open cells that the mentor can teach
weight-hours = Hours in common
weight-language = A language in common
weight-preferences = Preferences in common
weight-wish = The mentee’s wish
