# The growth thread.

command-growth = What is public of your weeks, and taking it back
suggest-growth = My growth thread
action-entry-withdraw = Take it back
action-entry-cheer = Cheer
shortcut-add-to-growth = Add to my growth thread

thread-title = { $name }’s growth
entry-title = { $milestone ->
    [yes] Week { $number }, { $name }: a milestone
   *[other] Week { $number }, { $name }
}
entry-note-title = A note of { $name }’s
entry-cheered = Cheer ({ $count })
entry-comments = { $count ->
    [one] One comment here
   *[other] { $count } comments here
}
growth-title = What others see of your growth
growth-none = No check-ins yet. The first one comes by itself.
growth-take-back = Take back week { $number }
growth-take-back-note = Take back the note of { $day }
growth-note = Note of { $day }
week-number = Week { $number }
week-opened = Waits for your answer
week-missed = Missed
week-skipped = Never asked
entry-published = Public
entry-withdrawn = Taken back
entry-none = Not public
growth-withdrawn = Week { $number } is taken back
growth-withdrawn-means = It leaves your growth thread now. Your mentor can still read it in your room.
growth-withdrawn-note = Your note is taken back
growth-withdrawn-note-means = It leaves your growth thread now, and its words are not kept.

entry-note-add = Add to your growth thread
entry-note-intro = Everybody here can read it, with your name. You can take it back afterwards.
entry-note-submit = Add it
entry-noted = It is on your growth thread
field-note = In your words
field-note-sure = Yes, everybody here may read this
field-note-sure-help = Nothing is published without your yes.
