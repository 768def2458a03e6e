# Joining, settings, and where I stand.

command-join = Take part as a mentee, a mentor, or both
command-join-mentee = Join as a mentee, or change what you seek
command-join-mentor = Join as a mentor, or change what you offer
command-settings = Your time zone, languages and what others see
command-me = Where you stand and what is next
suggest-join = Join
suggest-join-mentee = Join as a mentee
suggest-join-mentor = Join as a mentor
suggest-settings = Settings
suggest-me = Where I stand
action-join = Join
action-join-mentee = Join as a mentee
action-join-mentor = Join as a mentor
action-settings = Settings
action-me = Where I stand
action-me-change = Change…

## Joining

join-title = How would you like to take part?
join-mentee-means = As a mentee you choose the role you want to grow into, see what is missing, and are paired with somebody who has walked that path.
join-mentor-means = As a mentor you say what you know and how many people you have time for. You are asked before anybody is paired with you.
join-both = You can be both.

join-mentee-title = Join as a mentee
join-mentee-change = What you seek
join-mentee-intro = One minute; everything can be changed later.
join-mentee-submit = Join as a mentee
join-mentee-done = You are in: a mentee with a direction
join-mentee-next = Next, rate where you are today. Ten minutes, and you see what to close first.
join-mentor-title = Join as a mentor
join-mentor-change = What you offer
join-mentor-intro = Your levels start from the role you hold; adjust them afterwards, if they differ.
join-mentor-submit = Join as a mentor
join-mentor-done = You are in. Thank you for mentoring
join-mentor-next = { $capacity ->
    [one] You offer one place. A moderator proposes a mentee, and you say yes or no. These are the levels that suggestions rest on:
   *[other] You offer { $capacity } places. A moderator proposes mentees, and you say yes or no. These are the levels that suggestions rest on:
}

field-destination = Destination role
field-destination-help = The role you want to hold in about 18 months. Type a few letters.
field-role = Your role today
field-role-help = The one closest to what you do. Type a few letters.
field-direction = Growth direction
direction-vertical = Up
direction-vertical-means = A higher role on the ladder you are on
direction-horizontal = Across
direction-horizontal-means = A role of the same level in another field
direction-diagonal = Up and across
direction-diagonal-means = A higher role in another field
field-hours = Hours a week for it
field-hours-help = Meetings included. Three is a good start.
field-capacity = How many mentees at once
field-capacity-help = Two is a good start.

## Settings

settings-title = Settings
settings-done = Saved

## Where I stand

me-title = Where you stand, { $name }
me-title-stranger = Where you stand
me-programme = Programme
me-mentor = Mentor
me-room = Room
me-no-mentor = None yet
me-streak = Streak
me-mentees = Mentees
me-no-mentees = None yet
me-places = Places
me-places-taken = { $taken } of { $capacity } taken
me-change-title = What would you like to change?
me-change-mentee = What I seek
me-change-mentor = What I offer

next-set-up = No programme runs here yet. Start one: it takes a minute.
next-await-set-up = No programme runs here yet. An administrator starts one with /setup.
next-join = Join as a mentee, a mentor, or both.
next-answer-check-in = Your weekly check-in waits: two sentences are enough.
next-answer-proposal = Would you mentor { $mentee }? They wait for your answer.
next-rate = Rate where you are today, to see what your destination still asks of you.
next-pair = { $waiting ->
    [one] One mentee waits for a mentor. Find one.
   *[other] { $waiting } mentees wait for a mentor. Find one for the first.
}
next-begin-round = { $waiting } mentees wait for a mentor. Pair them in a round.
next-see-round = The round is a draft: look it through, and ask the mentors.
next-set-goal = Set your first goal with an open cell in mind.
next-await-answer = A mentor is being asked for you. You will hear as soon as there is an answer.
next-await-mentor = A moderator is looking for your mentor. Meanwhile, look at what is open.
next-keep-going = All is set: work on your goals until the next check-in.
next-over = The last check-in of this programme is behind you. See your weeks with /growth; your goals and your room stay.
next-await-mentee = A moderator will propose a mentee to you. Until then, check that your levels are right.
next-guide = Your mentees’ check-ins arrive in your rooms. Read them before you meet.
next-invite = Nobody waits for a mentor. Invite people to /join.
