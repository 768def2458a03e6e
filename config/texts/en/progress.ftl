# The way to the destination: how far, how fast, and when.

command-progress = How far you are, how fast, and when you arrive
command-progress-mentee = How far a mentee of yours is, and when they arrive
suggest-progress = My progress
suggest-progress-mentee = My mentee’s progress
action-progress-mentee = Show progress
action-progress-pick = All mentees…
action-arrive-by = Another day…

progress-title = Your progress to { $role }
progress-mentee-title = { $name }’s progress to { $role }
progress-unrated = Rate yourself first: the way begins where you are today.
progress-attested = { $reader ->
    [mentor] Readiness: where { $name } began, and what has been attested since
   *[own] Readiness: where you began, and what your mentor has attested since
}
progress-own-word = { $reader ->
    [mentor] By { $name }’s own ratings it is { $percent }. Here only your word moves it.
   *[own] By your own ratings it is { $percent }. Here only a mentor’s word moves it: reach a goal, and ask for it.
}
progress-corrected = { $reader ->
    [mentor] What you attest within two weeks of { $name }’s own rating says where the way began. From then on every level that you attest is a move.
   *[own] What your mentor attests within two weeks of your own rating says where you began. From then on every attested level is a move.
}
progress-arrive-by = To arrive by
progress-needed = Pace it takes
progress-achieved = Pace so far
progress-points = { $points } points a month
progress-day-past = that day is past
progress-next-step = The next small step
progress-step-draft = A goal for the cell that is worth most.
progress-step-none = A goal of your own: nothing is open.
progress-which-mentee = Whose progress?
progress-pick-submit = Show progress
progress-picture = Attested readiness from { $start } in { $begun } to { $now } today; the straight way to all of it by { $arrive } would be at { $needed } by now.
forecast-reached = { $reader ->
    [mentor] { $name } has arrived: all that the destination asks is attested.
   *[own] You have arrived: all that your destination asks is attested.
}
forecast-too-early = Too early to tell when. { $moves ->
    [0] No week has moved a level yet
    [one] One week has moved a level
   *[other] { $moves } weeks have moved a level
}; it takes { $more ->
    [0] { $weeks ->
        [one] one week more
       *[other] { $weeks } weeks more
    }
    [one] one more week in which { $reader ->
        [mentor] you attest
       *[own] your mentor attests
    } one
   *[other] { $more } more weeks in which { $reader ->
        [mentor] you attest
       *[own] your mentor attests
    } one
} to tell pace from chance.
forecast-out-of-sight = { $is_moving ->
    [yes] { $reader ->
        [mentor] At this pace { $name } arrives in more than ten years.
       *[own] At this pace you arrive in more than ten years.
    }
   *[other] It has stood still: no day can be told.
} One small goal sets it going again.
forecast-range = { $reader ->
    [mentor] At this pace { $name } arrives
   *[own] At this pace you arrive
} in about { $likely }: four times of five between { $earliest } and { $latest }. { $standing }
forecast-narrow = { $reader ->
    [mentor] At this pace { $name } arrives
   *[own] At this pace you arrive
} in { $likely }, four times of five. { $standing }
forecast-open = { $reader ->
    [mentor] At this pace { $name } arrives
   *[own] At this pace you arrive
} in about { $likely }, hardly before { $earliest }; how late it may get can’t be told yet. { $standing }
standing-ahead = That is in time for { $day }.
standing-likely = That is likely in time for { $day }.
standing-unlikely = That is likely too late for { $day }: a little more each month would do, or a later day.
standing-behind = That is too late for { $day }. Choose fewer things, or a later day.
legend-gone = Attested
legend-needed-way = Needed
legend-today = Today
legend-arrival = When you arrive
field-arrive-by = By which day do you want to have arrived?
field-arrive-by-help = Eighteen months after you joined, unless you say otherwise.
arrive-by-title = The day to arrive by
