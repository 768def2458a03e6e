# The gap matrix, and the levels that people rate.

command-gap = Your gap matrix: where you are, what your destination needs
command-gap-rate = Rate yourself, one competency at a time
command-gap-evidence = Say what a rating of yours rests on
command-gap-cell = Look closely at one competency: levels in words, who says what, evidence
command-gap-mentee = See where your mentee is, and say which levels you have seen
command-levels = Adjust the levels that you mentor with
suggest-gap = My gap matrix
suggest-gap-rate = Rate myself
suggest-gap-evidence = Add evidence
suggest-gap-cell = One competency
suggest-gap-mentee = My mentee’s matrix
suggest-levels = My levels
action-gap-rate = Rate myself
action-gap-evidence = Add evidence
action-gap-mentee = Show matrix
action-gap-mentee-evidence = Evidence
action-gap-mentee-pick = All mentees…
action-gap-attest = Say what I have seen
action-levels = Adjust my levels

level-none-yet = Not yet
level-unknown = I don’t know
level-not-rated = ?
level-not-seen = I can’t say

gap-title = Your way to { $role }
gap-unrated = Your destination asks for { $competencies ->
    [one] one competency
   *[other] { $competencies } competencies
}. Rate yourself to see which of them are open; skip what you don’t know.
gap-rated = Your ratings are kept
gap-rate-again = Rate again
gap-rate-on = { $left ->
    [one] Rate the last one
   *[other] Rate { $left } more
}
gap-rate-resume = Go on rating
gap-rate-begun = You have begun to rate yourself: { $answered ->
    [one] one answer waits.
   *[other] { $answered } answers wait.
} Nothing of it is lost.
gap-rate-title = Rate yourself: { $role }
gap-rate-intro = Choose the sentence that fits you best today. Never public: moderators and the mentor asked for you see your open cells. “I don’t know” is a good answer.
gap-rate-submit = Save my ratings
gap-open-cells = Open cells, the most valuable first ({ $shown } of { $open })
gap-nothing-open = Nothing is open: you meet all that your destination asks.
gap-offered = Tap a cell, and a goal for it is drafted; one more tap sets it.
gap-stand-in = Nobody has rated { $role } yet: what it asks is taken from the related role { $other }.
gap-own-scale = Levels are on this framework’s own scale, from { $lowest } to { $highest }.
gap-picture = { $cells } competencies for { $role }, current against needed levels; { $open } are open. First: { $first }.
gap-picture-part = The picture shows the { $drawn } that matter most. { $rest }
gap-picture-rest = { $more } more: { $open } open, { $met } met.
action-gap-cells = All competencies
action-gap-cells-page = Next page
action-gap-mentee-cells = All competencies
action-gap-mentee-cells-page = Next page
readiness = Readiness for { $role }
readiness-words = { $unknown ->
    [0] { $percent }
    [one] { $percent }; one competency not rated yet
   *[other] { $percent }; { $unknown } competencies not rated yet
}
legend-current = Now
legend-required = Needed
legend-unknown = Not rated
legend-emphasis = How much it matters

gap-evidence-title = What does a rating rest on?
gap-evidence-intro = A link, a piece of work, what somebody said: one or two sentences.
gap-evidence-submit = Save evidence
gap-evidence-heading = { $pieces ->
    [one] What it rests on
   *[other] What it rests on, { $pieces } pieces of evidence, the newest first
}
gap-no-evidence = No evidence yet.
gap-more-evidence = { $more ->
    [one] And one more.
   *[other] And { $more } more.
}
gap-evidence-by = { $name }, { $day }
gap-entry-week = Week { $number } of the growth thread
gap-entry-note = Note of { $day }
gap-entry-taken-back = taken back since
gap-cell-title = Which competency?
gap-cell-help = One that your destination asks for. Type a few letters.
gap-cell-submit = Show
gap-level-means = { $level }: { $means }
gap-claimed = { $level }, said on { $day }
gap-claimed-by = { $level }, said by { $by } on { $day }
gap-mentee-evidence-title = What { $name }’s levels rest on
field-entry = An entry of your growth thread
field-entry-help = Instead of words or beside them.
gap-evidence-done = Evidence kept for { $competency }
field-competency = Competency
field-competency-help = One that you have rated. Type a few letters.
field-evidence = Evidence
field-evidence-help = Kept with your rating; never public.

levels-title = Your levels as a mentor
levels-intro = Choose the sentence that fits you best. You can help those who are at least one level below.
levels-submit = Save my levels
levels-done = Your levels are kept
levels-used-for = A moderator’s suggestions rest on these.

# What a mentor says of a mentee's levels.

gap-no-mentees = Nobody is mentored by you yet
gap-no-mentees-next = As soon as you have accepted a mentee, you see here where they are.
gap-which-mentee = Whose matrix?
gap-mentee-pick-submit = Show
gap-mentee-title = { $name } on the way to { $role }
gap-mentee-unrated = { $name } has not rated anything yet. You can say already what you have seen.
gap-attest-title = Which levels have you seen in { $name }?
gap-attest-intro = Choose the sentence that fits what you have seen yourself, and skip the rest. { $name } sees your levels beside their own, and yours count from now on.
gap-attest-submit = Save levels
gap-attest-on = Go on with the next
gap-attest-nothing = Nothing of these, then
gap-attest-nothing-next = What you haven’t seen stays as it is. There is more on the next page.
gap-attested = Your levels for { $name } are kept
field-attest-evidence = What have you seen?
field-attest-evidence-help = A link or a sentence or two; { $name } reads it.
column-own = Own word
column-attested = Mentor
gap-attested-cells = { $seen ->
    [one] One level is attested by your mentor.
   *[other] { $seen } levels are attested by your mentor.
}
gap-differences = { $cells ->
    [one] One level to talk about when you meet
   *[other] { $cells } levels to talk about when you meet
}
told-levels-attested = { $mentor } has said which levels they have seen in you
told-levels-differ = You and { $name } see some levels differently
told-levels-differ-next = That is common, and worth ten minutes: it is on the agenda of your next meeting. What have the two of you seen?
told-agenda-levels = For your next meeting
told-agenda-levels-next = Each of you says what they have seen; whoever was persuaded changes their level.

# Several destinations side by side.

command-gap-compare = Compare destination roles: which are you closest to?
suggest-gap-compare = Compare roles
gap-compare-title = Which role are you closest to?
gap-compare-intro = Choose two or three roles. Nothing is changed by it.
gap-compare-submit = Compare
field-compare-first = First role
field-compare-second = Second role
field-compare-third = Third role
field-compare-help = Type a few letters.
gap-compare-change = Choose another destination…
gap-closest = You are closest to { $role }
gap-compare-from = The way is told from { $role }, which your levels are most like today.
gap-compare-new = Rate yourself first, and you see which way each role leads.
gap-compare-open = Open first
gap-cells-met = { $met } of { $cells }
column-role = Role
column-readiness = Readiness
column-way = Way
column-met = Cells met
way-unknown = ?
way-held = Where you are today
way-vertical = { $back ->
    [yes] Down your ladder
   *[no] Up your ladder
}
way-horizontal = Sideways
way-diagonal = { $back ->
    [yes] Across, and a level back
   *[no] Across, to another ladder or field
}
