# Goals.

command-goal = Your goals and how far they are
command-goal-add = Set a goal that closes open cells
suggest-goal = My goals
suggest-goal-add = Set a goal
action-goal-add = Set a goal
action-goal-show = Show goal
action-goal-pick = All goals…
action-goal-progress = Progress
action-goal-done = Reached…
action-goal-due = Another day…
action-goal-drop-ask = Let go…
action-goal-drop = Let go

goals-none-open = No open goals
goals-why = { $done ->
    [0] A goal is something you can tell that you have reached, tied to the cells that it closes.
    [one] One goal reached so far. What is the next one?
   *[other] { $done } goals reached so far. What is the next one?
}
goals-title = { $done ->
    [0] { $open ->
        [one] One open goal
       *[other] { $open } open goals
    }
   *[other] { $open ->
        [one] One open goal, { $done } reached
       *[other] { $open } open goals, { $done } reached
    }
}
goal-yes-no = { $state ->
    [open] Open, { $late ->
        [yes] was due
       *[no] due
    } { $due }
    [done] Done
   *[other] Let go
}
goal-measure = { $measured }, { $late ->
    [yes] was due
   *[no] due
} { $due }
goal-measured = { $current } of { $target }{ $has_unit ->
    [yes] {" "}{ $unit }
   *[other] {""}
}{ $has_start ->
    [yes] {" "}(from { $start })
   *[other] {""}
}
goal-target-reached = You are there. Mark it as done?
goal-closes = Closes

goal-add-title = Set a goal
goal-add-intro = One outcome, one date. The last three may stay empty, for a goal that is simply done or not.
goal-add-submit = Set goal
field-goal = What will you have reached?
field-goal-help = Such as: Lead two design reviews.
field-cells = Which open cells does it close?
field-cells-help = The most valuable first.
field-due = Due
field-target = Number to reach
field-target-help = Such as 2.
field-unit = Unit
field-unit-help = Such as reviews.
field-start = Number today
field-start-help = 0 if you leave it out.
goal-set = Your goal is set
goal-moved = Progress kept
goal-finished = Reached. Well done
goal-due-title = Another day for a goal
goal-put-off = The day is changed
goal-drop-title = Let go of “{ $goal }”?
goal-drop-means = It isn’t asked about any more, and its cells are free for another goal. It can’t be taken up again.
goal-dropped = Let go: { $goal }
field-current = Where is it now?
field-current-help = The number as of today.
goal-progress-submit = Save progress
goal-pick-title = Which goal?
field-which-goal = Goal
goal-pick-submit = Show goal

goal-set-in-room = { $name } has set a goal
goal-done-in-room = { $name } has reached a goal

# Milestones, and where a measure stood.

command-goal-milestone = Mark the way to a goal with a milestone
suggest-goal-milestone = Add a milestone
action-goal-milestone = Add a milestone
goal-and-next = { $words }; next: { $milestone }
goal-set-next = A milestone or two make a long way short. Your check-in asks each week where it stands.
milestones = Along the way
milestone-at = { $title } ({ $measured })
milestone-by = { $words }, by { $due }
milestone-title = A milestone for “{ $goal }”
milestone-title-any = A milestone
milestone-intro = Something on the way that you can tell you have passed.
milestone-submit = Add milestone
milestone-set = Milestone added
field-milestone = What will you have passed?
field-milestone-help = Such as: The first review led.
field-at = At which number?
field-at-help = It is passed when your measure gets there. Leave it empty to tick it yourself.
field-reached = Which milestones have you passed?
marks = Where it stood ({ $shown } of { $marks })
mark-check-in = Check-in
mark-by-hand = By hand
column-when = When
column-stood = Stood at
column-said-in = Said in

# A goal drafted from a cell.

command-goal-draft = Draft a goal from your open cells, in two taps
suggest-goal-draft = Draft a goal
action-goal-draft = Draft a goal
action-goal-draft-set = Set this goal
action-goal-draft-edit = Change it first…
action-goal-draft-pick = Another cell…
draft-cell = { $competency } { $now } → { $needed }
draft-which = Which cell shall it close?
draft-which-means = The most valuable come first. The next tap shows a draft; one more sets it.
draft-unrated = Rate yourself first: a draft starts from where you are
draft-nothing-open = No open cell waits for a goal
draft-title = A goal for { $competency }
draft-goal = { $competency } { $level }{ $has_words ->
    [yes] : { $words }
   *[other] {""}
}
draft-measured = Measured by
draft-measure = { $examples } { $unit }, each shown to somebody who can judge it
draft-unit = examples
draft-pick-submit = Show draft

# Reaching a goal, and what a mentor says of it.

action-goal-ask = Ask my mentor
action-goal-attest = Attest these levels
action-goal-levels = Other levels…
action-goal-hold = Not yet…
goal-done-title = Reached: { $goal }
goal-done-intro = { $has_mentor ->
    [yes] What shows it? { $mentor } reads it, and says whether it shows the level that you aimed at.
   *[other] What shows it? It is kept with your goal, for the mentor whom you will have.
}
goal-done-submit = Mark as done
field-goal-evidence = Evidence
field-goal-evidence-help = A link, a piece of work, what somebody said. Never public. You can leave it empty and talk it through.
goal-evidence = What shows it
goal-mentor-asked = { $mentor } is asked whether it shows the level that you aimed at. Your cell moves when they say so.
goal-no-mentor = You have no mentor to attest it yet, so your cell stays where it is. Your evidence is kept: once you have a mentor, /goal offers to ask them. Until then you can rate yourself again.
your-mentor = Your mentor
goal-shows = { $competency } { $level }
goal-attest-one = Attest { $level }
told-to-attest = { $name } has reached a goal. What does it show?
told-to-attest-bare = { $name } has written nothing down about it. Ask in your room, or say what you have seen yourself.
told-to-attest-levels = It aimed at
goal-levels-title = Which levels have you seen?
goal-levels-submit = Attest
goal-hold-title = What is still missing?
goal-hold-submit = Send
field-word = Why not yet?
field-word-help = One sentence that helps { $name } on. Nobody else reads it.
goal-attested = Attested. { $name } is told
goal-held-back = Not yet: { $name } is told, with your words
told-attested = { $mentor } attests what you have reached
told-held-back = { $mentor } says: not yet
told-held-back-next = Nothing is lost: the goal stays reached. Show more of it when you have it, or draft the next step.
