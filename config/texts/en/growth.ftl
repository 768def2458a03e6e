# The growth thread.

command-growth = What is public of your weeks, and taking it back
suggest-growth = My growth thread
action-entry-withdraw = Take it back

thread-title = { $name }’s growth
entry-title = { $milestone ->
    [yes] Week { $number }, { $name }: a milestone
   *[other] Week { $number }, { $name }
}
growth-title = What others see of your growth
growth-none = No check-ins yet. The first one comes by itself.
growth-take-back = Take back week { $number }
week-number = Week { $number }
week-opened = Waits for your answer
week-missed = Missed
week-skipped = Never asked
entry-published = Public
entry-withdrawn = Taken back
entry-none = Not public
growth-withdrawn = Week { $number } is taken back
growth-withdrawn-means = It leaves your growth thread now. Your mentor can still read it in your room.
