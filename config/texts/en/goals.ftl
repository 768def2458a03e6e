# Goals.

command-goal = Your goals and how far they are
command-goal-add = Set a goal that closes open cells
suggest-goal = My goals
suggest-goal-add = Set a goal
action-goal-add = Set a goal
action-goal-show = Show goal
action-goal-pick = All goals…
action-goal-progress = Progress
action-goal-done = Done
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
    [open] Open, due { $due }
    [done] Done
   *[other] Let go
}
goal-measure = { $current } of { $target }{ $has_unit ->
    [yes] {" "}{ $unit }
   *[other] {""}
}{ $has_start ->
    [yes] {" "}(from { $start })
   *[other] {""}
}, due { $due }
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
goal-dropped = Let go: { $goal }
field-current = Where is it now?
field-current-help = The number as of today.
goal-progress-submit = Save progress
goal-pick-title = Which goal?
field-which-goal = Goal
goal-pick-submit = Show goal

goal-set-in-room = { $name } has set a goal
goal-done-in-room = { $name } has reached a goal
