# The weekly check-in.

command-checkin = Answer this week’s check-in
suggest-checkin = Answer check-in
action-checkin = Answer check-in

checkin-due = Week { $number }: how did it go?
checkin-step = Your step now
checkin-due-words = Two sentences are enough. Open until { $until }.
checkin-planned = Last time you said this would be next:
checkin-nudge = Week { $number } is still open
checkin-nudge-words = A minute is enough, and the only reminder this week. Open until { $until }.

checkin-title = Check-in, week { $number }
checkin-intro = All of it is read in your mentorship room. What else is seen, you say at the end.
checkin-intro-private = This is read in your mentorship room only.
checkin-submit = Send check-in
checkin-question-learned = What did you learn?
checkin-question-challenge = What was hard?
checkin-question-milestone = Did you reach a milestone?
checkin-question-next = What is next?
checkin-question-mood = How do you feel about it?
checkin-help-learned = One thing is enough.
checkin-help-challenge = What got in the way?
checkin-help-milestone = Something that you can do now and couldn’t before.
checkin-help-next = What you will try until the next check-in.
checkin-mood-help = Never leaves your room.
checkin-goal = Goal: { $goal }
checkin-goal-help = Leave it empty where nothing has moved.
checkin-goal-now = Where does it stand? So far { $words }. Leave it empty where nothing has moved.
checkin-goal-open = Not yet
checkin-goal-reached = Reached
checkin-answer-learned = Learned
checkin-answer-challenge = Challenge
checkin-answer-milestone = Milestone
checkin-answer-next = Next
checkin-answer-mood = Mood
mood-great = Great
mood-good = Good
mood-okay = Okay
mood-low = Low
mood-rough = Rough
checkin-keep-private = Keep between you and your mentor
checkin-keep-private-help = Answers that stay in your room, even if you share the rest.
checkin-share = Share this week on your growth thread?
checkin-share-help = Everybody here can read it: your name, the week’s number, your streak, and the answers that you don’t keep private. Never your mood. You can take it back afterwards.
checkin-share-yes = Yes, share it
checkin-share-no = Not this week

checkin-sent = Week { $number } is in. Thank you
checkin-is-public = Public on your growth thread:
checkin-nothing-public = Nothing of it is public. If you are paired, your mentor reads it in your room.
checkin-in-room = { $name }’s check-in, week { $number }
checkin-queued = Many publish at the moment: it is queued, and can be read there at about { $at }.
