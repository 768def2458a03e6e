# Roadmaps: the way to a destination role, step by step.

error-roadmap-empty = This roadmap has no step yet. Add one first.
error-step-twice = Two steps are called “{ $step }”. Give one of them another name.
error-prerequisite-unknown = The step “{ $step }” needs “{ $needs }”, and there is no such step. Add it, or take it out of what is needed.
error-prerequisites-in-circle = These steps wait for each other, so none could ever begin: { $steps }. Take one of the arrows out.
error-step-competency-unknown = The step “{ $step }” lifts “{ $competency }”, which the framework doesn’t know. Use the id of one of its competencies.
error-step-level-off-scale = The step “{ $step }” lifts to level { $level }. Levels of this framework go up from { $lowest } to { $highest }.
error-step-effort-unlikely = The step “{ $step }” is said to take { $hours } hours. Give more than 0 and { $most } at most; what takes longer is several steps.
error-milestone-unproved = The step “{ $step }” is a milestone and doesn’t say what proves it. Write down what a mentor could look at.
error-roadmap-role-unknown = There is no role “{ $role }” in that framework. Use the id of one of its roles.
error-roadmap-framework-unknown = There is no framework “{ $framework }” here. Use the id of one that there is.
error-roadmap-unreadable = That can’t be read as a roadmap{ $line ->
    [0] {""}
   *[other] {" "}(line { $line })
}{ $field ->
    [none] {""}
   *[other] {", "}at “{ $field }”
}: { $reason }. Mend it and attach it again; the format is in docs/roadmaps.md.
error-not-enrolled = You follow no roadmap yet. See with /roadmap enrol which one closes most of your gap.
error-already-enrolled = You follow “{ $roadmap }”, and it is one roadmap at a time. Leave it first: see /roadmap.
error-nothing-to-close = Nothing of this roadmap is open for you: you hold all the levels that it lifts to.
error-step-not-ready = This step waits for another: “{ $needs }”. Do that first, or skip it.
error-step-settled = This step is { $state ->
    [done] done already
    [skipped] skipped; take it up again to do it
    [set_aside] set aside, since you hold its level; take it up again to do it
   *[other] to be done already
}. See /roadmap for what is next.
error-proof-missing = A milestone is done when there is something to show for it: { $proof } Write down where that can be seen.
error-nothing-newer = Your roadmap is of the newest version already.
error-draft-moved-on = That draft has moved on since: it is { $state ->
    [draft] being written
    [handed_in] waiting for a moderator
    [published] published already
   *[other] let go
}. See /curate for where your drafts stand.
error-draft-falls-short = The role wouldn’t be reached by this roadmap. It leaves open: { $competencies }. Add a step that lifts to the required level of each.

## Following one

command-roadmap = Your next step, and when you arrive
command-roadmap-enrol = Roadmaps that close your gap
command-roadmap-steps = Look at one of your steps
command-roadmap-add = Add a step of your own
command-roadmap-plan = Your way as a picture, in time
command-roadmap-calendar = Your steps as a calendar file
command-roadmap-change = What a newer version would change
suggest-roadmap = My roadmap
suggest-roadmap-enrol = See roadmaps
suggest-roadmap-steps = All my steps
suggest-roadmap-add = Add a step
suggest-roadmap-plan = The plan
suggest-roadmap-calendar = As a calendar
suggest-roadmap-change = See what changed
action-roadmap = My roadmap
action-roadmap-offers = Other roadmaps
action-roadmap-look = Look at it
action-roadmap-enrol = Begin this one
action-roadmap-choose = Choose what to set aside…
action-roadmap-change = See what changed
action-roadmap-take = Take the newer version
action-roadmap-leave-ask = Leave this roadmap…
action-roadmap-leave = Leave it

hours-count = { $plural ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
months-count = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
years-count = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
and-more = and { $count } more
column-roadmap = Roadmap
column-closes = Gap closed
column-steps = Steps
column-effort = Effort
column-step = Step
column-state = State
column-done-by = Done by
column-lifts = Lifts
answer-yes = Yes
answer-no = No

roadmap-in-time = At { $hours } a week you arrive in { $month }, in time for { $target }.
roadmap-late = At { $hours } a week you arrive in { $month }, { $late } late; { $enough } a week would do.
roadmap-too-late = At { $hours } a week you arrive in { $month }, { $late } late. More hours alone won’t do: the longest chain of steps takes { $chain }. Skip steps, or mean a later day.
roadmap-no-pace = No hours are on record for these weeks. Begin the next step, and the plan follows what you really do.
roadmap-pace = So far you have given { $given } a week. At that you arrive in { $month }{ $is_late ->
    [yes] , { $late } late
   *[no] {""}
}.
roadmap-progress = On the way
roadmap-progress-words = { $done } of { $steps } steps, { $left } left
roadmap-now = Now: { $step }
roadmap-next = Next: { $step }
roadmap-nothing-ready = Nothing is left to do right now.
roadmap-newer = Version { $version } of this roadmap is out. See with /roadmap change what it would change for you.
roadmap-begun = You are on your way
roadmap-overtaken = { $count ->
    [one] You hold the level of one open step by now.
   *[other] You hold the levels of { $count } open steps by now.
}
roadmap-set-met-aside = Set aside what you can by now
action-roadmap-set-aside = Set them aside
roadmap-completed = You have walked it: { $roadmap }
roadmap-completed-words = { $done ->
    [one] One step is behind you. See what is open now, or set out again.
   *[other] { $done } steps are behind you. See what is open now, or set out again.
}
roadmap-first-step = First step
roadmap-begun-in-room = { $name } has set out on a roadmap

roadmap-offers = Roadmaps on the way to { $role }
roadmap-offers-words = The first closes most of your gap. Look at one before you begin it.
roadmap-offers-unrated = You haven’t rated your levels yet, so nothing can be set aside. Rate them first, and the roadmaps get shorter.
roadmap-no-offers = No roadmap closes anything of your gap. Set goals for your open cells, or ask a mentor to write a roadmap.
roadmap-composed-title = Put together for your gaps
roadmap-composed = No single roadmap fits your gap. This one is put together from steps of { $sources }.
roadmap-called = “{ $roadmap }”
roadmap-short = It leaves open: { $competencies }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}.
roadmap-author = By
roadmap-first-steps = It begins with
roadmap-set-aside = { $count ->
    [one] Set aside if you begin: you hold the level of one step
   *[other] Set aside if you begin: you hold the levels of { $count } steps
}
roadmap-beyond = { $count ->
    [one] One more step is left out: your destination doesn’t ask for it.
   *[other] { $count } more steps are left out: your destination doesn’t ask for them.
}
roadmap-choose-title = What to set aside
roadmap-choose-intro = You hold the levels of these steps, so they are set aside unless you choose them. You can take each up again later.
field-wished-steps = Steps to do all the same
field-wished-steps-help = Leave it empty to set all of them aside.

roadmap-change = { $roadmap }: version { $version }
roadmap-change-nothing = It changes nothing in what is left for you.
roadmap-change-added = { $count ->
    [one] One new step
   *[other] { $count } new steps
}
roadmap-change-dropped = { $count ->
    [one] One step falls away
   *[other] { $count } steps fall away
}
roadmap-change-changed = { $count ->
    [one] One step reads otherwise
   *[other] { $count } steps read otherwise
}
roadmap-change-kept = { $count ->
    [one] No longer in it, and kept for you
   *[other] No longer in it, and all kept for you
}
roadmap-change-safe = Whatever you have done, begun, skipped or added stays as it is.
roadmap-no-change = Your roadmap is of the newest version
roadmap-taken = You are on version { $version } now
roadmap-changed = { $roadmap }: version { $version } is out
roadmap-changed-words = You follow an older version. See what the new one would change for you; nothing that you did is lost.
roadmap-leave-title = Leave “{ $roadmap }”?
roadmap-leave-words = { $done ->
    [0] You can begin it again, or another one, whenever you like.
    [one] The step that you have done stays on record. You can begin another roadmap whenever you like.
   *[other] The { $done } steps that you have done stay on record. You can begin another roadmap whenever you like.
}
roadmap-left = You have left “{ $roadmap }”

plan-left = Left to do
plan-left-really = { $written } as written, { $really } as your steps have gone so far
plan-load = The hours alone take
plan-chain = The longest chain takes
plan-critical = Decides the end
plan-picture-title = The steps to come
plan-picture = The next { $shown } steps in order, of { $left } left, with lines to what needs them. Next: { $next }. The last ends in { $month }.
calendar-title = Your way as a calendar
calendar-words = { $count ->
    [one] One step on the days on which it is planned. Take the file again when the plan has moved: the entry moves with it.
   *[other] { $count } steps on the days on which they are planned. Take the file again when the plan has moved: the entries move with it.
}
calendar-file = Calendar file (ICS)

## Steps

action-step-begin = Start
action-step-done = Done
action-step-hours = Add hours
action-step-skip = Skip
action-step-reopen = Take it up again
action-step-pick = All steps…
action-step-share = Add to my growth thread
action-step-attest = Attest this level

step-lifts = Lifts
step-takes = Takes
step-effort = { $weeks ->
    [one] { $hours }, over a week at least
   *[other] { $hours }, over { $weeks } weeks at least
}
step-spent = Given so far
step-proof = Done when
step-milestone = Milestone, proved by
step-milestone-short = Milestone
step-state = State
step-state-open = To do
step-state-in-progress = In progress
step-state-done = Done
step-state-skipped = Skipped
step-state-set-aside = Set aside
step-state-waiting = Waits for another
step-evidence = To show
step-reason = Skipped because
step-waits-for = It waits for { $steps }.

step-begun = Begun
step-reopened = Taken up again
step-worked = Hours kept
step-skipped = Skipped
step-added = Your own step is added
step-finished = Done: { $step }
step-look = Look at it
step-finished-milestone-alone = A milestone. Once you have a mentor, they can attest its level from what you can show.
step-finished-milestone = A milestone. Your room has heard of it, and your mentor can attest its level with one tap.
step-done-in-room = { $name } has reached a milestone
step-attested = { $competency }: level { $level } attested
step-share-words = I have reached a milestone: { $step }. { $evidence }

step-done-intro = Both answers make your plan truer.
step-done-intro-milestone = A milestone is done when there is something to show for it.
field-step-evidence = What is there to show?
field-step-evidence-help = A link, or a sentence.
field-step-spent = Hours that it took
field-step-spent-help = All of them, roughly. The plan learns from it.
step-hours-intro = The plan follows the hours that you really give.
step-hours-submit = Keep hours
field-step-given = Hours since you last told
field-step-given-help = Such as 2.5.
step-skip-intro = What comes behind it can go on then. You can take it up again.
field-skip-reason = Why do you skip it?
field-skip-reason-help = Such as: did it at work last year.
step-add-title = A step of your own
step-add-intro = It comes next, and lifts one of your competencies by a level.
step-add-submit = Add step
field-step = What is to be done?
field-step-help = Such as: Review ten risky changes.
field-step-hours = Hours
field-step-hours-help = Effort, roughly.
step-pick-title = Which step?
field-which-step = Step
field-which-step-help = Type a part of its name.
step-pick-submit = Show step

## Making one

command-curate = Your drafts of roadmaps, and what waits for a review
command-curate-draft = Draft a roadmap step by step
command-curate-file = Draft a roadmap from a file
suggest-curate = Roadmap drafts
suggest-curate-draft = Draft step by step
suggest-curate-file = Attach a file
action-curate = Roadmap drafts
action-draft = Show draft
action-draft-begin = Draft step by step
action-draft-file = Attach a file
action-draft-step = Add a step
action-draft-hand-in = Hand it in
action-draft-drop = Let go
action-draft-review = Review
action-draft-publish = Publish
action-draft-back = Hand it back

curate-title = Roadmaps in the making
curate-none = You have no draft. Write down a way that you have walked yourself: step by step here, or as a file.
curate-waiting = { $count ->
    [one] One roadmap waits for a moderator’s review.
   *[other] { $count } roadmaps wait for a moderator’s review.
}
draft-state-draft = Being written
draft-state-handed-in = Waits for a moderator
draft-review = Review: { $roadmap }
draft-by = { $roadmap }, by { $name }
draft-role = Leads to
draft-leaves-open = Doesn’t reach yet
draft-remark = Handed back with these words
draft-begun = Your draft is kept
draft-step-added = Step added
draft-handed-in = Handed in: moderators have been told
draft-dropped = Let go: { $roadmap }
draft-published = Published: { $roadmap }, version { $version }
draft-published-words = Members find it from now on. Those who follow an older version are offered the difference.
draft-handed-back = Handed back: { $roadmap }

draft-begin-title = A new roadmap
draft-begin-intro = First where it leads; then one step after the other. It is published after a moderator’s review.
draft-begin-submit = Begin
field-draft-title = What is it called?
field-draft-title-help = Such as: From support into site reliability.
field-draft-summary = In one sentence
field-draft-summary-help = From where to where.
draft-file-title = A roadmap from a file
draft-file-intro = YAML in the format of docs/roadmaps.md. An id that there is already makes a newer version of that roadmap.
draft-file-submit = Read it
field-draft-file = File
field-draft-file-help = At most 200 KB.
draft-step-title = Add a step
draft-step-intro = Something to do that can be seen to be done. The last fields may stay empty.
draft-step-submit = Add step
field-step-lifts = Which competency does it lift?
field-step-level = To which level?
field-step-level-help = From 1 to 5.
field-step-weeks = Weeks that it takes at least
field-step-weeks-help = Only where more hours don’t help, such as a month on a rota.
field-step-needs = What comes before?
field-step-needs-help = Only what really has to.
field-step-resources = What to learn from
field-step-resources-help = One a line: a title, then its address (https).
field-step-proof = What proves it?
field-step-proof-help = What a mentor could look at. A milestone needs it.
field-step-milestone = Is it a milestone?
field-step-milestone-help = One that proves the level.
draft-back-intro = The author gets your words with the draft.
field-remark = What is to be changed?
field-remark-help = Be as plain as you would want it yourself.

told-draft-handed-in = { $name } has handed in a roadmap: { $roadmap }
told-draft-handed-back = Your roadmap came back: { $roadmap }
told-draft-published = Your roadmap is out: { $roadmap }, version { $version }
