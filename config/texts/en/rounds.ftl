# Rounds of matching: the moderators' board, the mentors' answers.

command-round = See the round of matching and what it needs
command-round-start = Begin a round of matching
command-round-why = Ask a round why, or why not
command-round-swap = Exchange two mentees’ mentors
command-round-anew = Take everybody into the round as they are now
command-round-drop = Give a draft up
command-round-proof = Solve the round again and compare
command-round-days = Set how long mentors have for an answer
suggest-round = See the round
suggest-round-start = Begin a round
suggest-round-why = Ask why not
suggest-round-swap = Exchange two
suggest-round-anew = Take everybody in anew
suggest-round-drop = Give it up
suggest-round-proof = Check the round
suggest-round-days = Days for an answer
action-round-board = Back to the round
action-round-start = Begin a round
action-round-solve = Find the best pairs
action-round-anew = Take everybody in
action-round-pairs = Look at the pairs
action-round-without = Without a mentor
action-round-waiting = Who hasn’t answered
action-round-pin = Pin this pair
action-round-forbid = Not these two
action-round-free = Take that back
action-round-review = It looks right…
action-round-publish = Ask the mentors
action-round-drop-ask = Give it up…
action-round-drop = Give it up
action-proposal-decline = Not now…
action-proposal-promise = I’ll answer by…

# Beginning

round-first = No round of matching yet
round-first-means = A round looks at everybody who waits and finds the pairing that leaves the fewest without a mentor, with reasons that you can check. You can pin, forbid and swap before anybody is asked.
round-start-title = Begin a round
round-start-intro = Everybody who waits for a mentor takes part. Nobody is asked before you publish.
field-objective = What should the round be best in?
round-start-submit = Go on
objective-most = Most people paired
objective-most-means = As many pairs as there can be, then the best total
objective-total = Best total
objective-total-means = The best sum of scores, even if somebody stays without
objective-fair = Fairest
objective-fair-means = Most people, then the worst-off pair as good as it can be, then the next
objective-stable = Stable
objective-stable-means = No mentor and mentee would both rather have each other

# The board

round-laid = Round { $number } is laid out
round-mentees = Mentees who wait
round-mentors = Mentors
round-places = { $mentors ->
    [one] one mentor
   *[other] { $mentors } mentors
} with { $places ->
    [one] one free place
   *[other] { $places } free places
}
round-laid-next = People stand in it as they are now. Finding the best pairs takes a moment and asks nobody.
round-draft = Round { $number }, draft: { $paired } of { $mentees } paired
round-objective = Best in
round-paired = Paired
round-of = { $count } of { $all }
round-total = Scores in all
round-worst = Weakest pair
round-without = Without a mentor
round-without-count = { $count ->
    [one] One without a mentor
   *[other] { $count } without a mentor
}
round-decided = Your decisions
round-decided-count = { $pinned } pinned, { $forbidden } kept apart
round-recruits = Whom to recruit next
round-recruit = One mentor for { $competency } (level { $level } or above){ $language ->
    [any] {""}
   *[other] {" "}who speaks { $language }
} with { $places ->
    [one] one place
   *[other] { $places } places
} would pair { $pairs ->
    [one] one more person.
   *[other] { $pairs } more people.
}
round-solve-again = Solve again
round-unsolved = You have decided something since this was solved. Solve it again to see what that changes.
round-unchanged = Solved again: nothing has changed.
round-changed = Solved again. { $how ->
    [more] Pairs: { $pairs } more
    [fewer] Pairs: { $pairs } fewer
   *[same] As many pairs as before
}; { $way ->
    [less] the total is { $total } less
    [more] the total is { $total } more
   *[same] the total is the same
}; { $moved ->
    [one] one mentee has
   *[other] { $moved } mentees have
} another mentor, or none.
round-draft-more = Ask about two people, pin them or keep them apart with /round why; exchange mentors with /round swap; take everybody in as they are now with /round anew; give it up with /round drop.
round-drop-sure = Give round { $number } up?
round-drop-means = Nobody was asked, and nobody is told. Your decisions in it stay on record.
round-dropped = Round { $number } was given up
round-dropped-next = Nobody was asked. You can begin another whenever you like.
round-anew-title = Take everybody into round { $number } anew?
round-anew-means = People, places and rules as they are now take the place of those that the round began with, and it is solved again. What you decided stands where it still can.

# Lists

round-pairs = The pairs of round { $number }
round-pairs-order = The weakest come first. Page { $page } of { $pages }.
round-pair-pinned = { $mentor } and { $mentee } (pinned)
round-score = { $score } = { $parts }
part-cells = open cells { $score }
part-hours = hours { $score }
part-language = language { $score }
part-preferences = preferences { $score }
part-wish = wish { $score }
part-waiting = waited { $score }
round-without-title = { $count ->
    [one] One mentee is without a mentor
   *[other] { $count } mentees are without a mentor
}
round-needs-nothing = They have no open cell that anybody could help with.
round-others-have = { $count ->
    [one] The one mentor they could have is full with pairs that the round needs more.
   *[other] The { $count } mentors they could have are full with pairs that the round needs more.
}
round-nobody-fits = No mentor of the round can have them.
round-was-asked = { $count ->
    [one] One mentor was asked, and nobody is left to ask.
   *[other] { $count } mentors were asked, and nobody is left to ask.
}
round-nobody-asked = No mentor was free to ask.
round-waiting-title = { $count ->
    [one] One mentor hasn’t answered
   *[other] { $count } answers are still to come
}
round-answers-by = answers by

# Why, and why not

round-why-title = Why, or why not?
round-why-intro = Name two people of the round. You see why they are together, or what it would take.
round-why-submit = Show me
field-round-mentee = Which mentee?
field-round-mentee-help = Somebody of this round. Type a few letters of the name.
field-round-mentor = With which mentor?
field-round-mentor-help = A mentor of this round. Type a few letters of the name.
field-round-other = And which other mentee?
round-swap-title = Exchange two mentees’ mentors
round-swap-intro = Each gets the other’s mentor, and both pairs are pinned. Solve again to see what it costs.
round-swap-submit = Exchange
round-together = { $mentor } and { $mentee } are together in this round
round-apart = { $mentor } and { $mentee } are not together in this round
round-is-pinned = You have pinned this pair.
round-is-forbidden = You have decided against this pair.
impossible-same-member = Nobody mentors themselves.
impossible-no-place = The mentor has no free place.
impossible-paused = The mentor takes nobody new at present.
impossible-no-language = They share no language.
impossible-no-hour = They share no hour.
impossible-nothing-to-teach = The mentor is not above the mentee in any open cell.
impossible-personal = Not possible by a rule or a wish of one of them.
round-loss = Putting them together, the round would pair { $how ->
    [more] { $pairs } more
    [fewer] { $pairs } fewer
   *[same] as many people
} and { $way ->
    [gain] gain { $score } in all.
    [lose] lose { $score } in all.
   *[same] be worth the same.
}
round-move = { $before ->
    [none] nobody
   *[other] { $before }
} → { $after ->
    [none] nobody
   *[other] { $after }
}
round-more-move = { $count ->
    [one] One more would move.
   *[other] { $count } more would move.
}
round-with = { $name }, { $score }
round-pin-to-see = Pin them and solve again to see what the whole round would lose.
round-score-of-two = Score of the two
round-parts = Made of

# Publishing

round-review = Round { $number }: ready to ask?
round-review-means = { $mentors ->
    [one] One mentor is
   *[other] { $mentors } mentors are
} asked about { $pairs ->
    [one] one mentee
   *[other] { $pairs } mentees
}. Who says no, or stays silent, is passed on to the next best by itself; who said yes is never moved.
round-publish = { $mentors ->
    [one] Ask the mentor
   *[other] Ask { $mentors } mentors
}
round-published = Round { $number }: { $asked ->
    [one] one question is on its way
   *[other] { $asked } questions are on their way
}
round-published-dropped = { $count ->
    [one] One pair is no longer possible: the mentee is passed on to the next best.
   *[other] { $count } pairs are no longer possible: their mentees are passed on to the next best.
}
round-published-next = You hear from the round when it needs you, and when it is settled.
round-running = Round { $number }: { $waiting ->
    [0] every answer is in
    [one] one answer to come
   *[other] { $waiting } answers to come
}
round-agreed = Paired by this round
round-agreed-of = { $agreed } of { $mentees }
round-said-yes = Said yes
round-wait = Haven’t answered
round-said-no = Said no
round-silent = Stayed silent
round-next-deadline = Next deadline
round-needs-you = { $count ->
    [one] One mentee has nobody left to be asked: look for somebody by hand, or recruit.
   *[other] { $count } mentees have nobody left to be asked: look for somebody by hand, or recruit.
}
round-needs-nobody = Nothing needs you.
round-closed = Round { $number } is settled: { $paired } of { $mentees } paired
round-closed-next = { $count ->
    [0] Everybody has a mentor.
    [one] The one who waits counts more in the next round.
   *[other] The { $count } who wait count more in the next round.
}

# Days, and the proof

round-days-title = How long mentors have
round-days-intro = It holds for everybody who is asked from now on. A mentor can name a later day themselves.
round-days-remind = Remind them after how many days?
round-days-answer = Ask the next best after how many days?
round-days-done = Saved
round-days-are = Mentors are reminded after { $remind ->
    [one] a day
   *[other] { $remind } days
}; after { $answer ->
    [one] a day
   *[other] { $answer } days
} without an answer the next best is asked.
round-proof-same = Round { $number }, solved again: the same answer
round-proof-other = Round { $number }, solved again: another answer
round-engine = Engine
round-pairs-count = Pairs
round-bound = No round can be worth more than
round-proved = This is the best there is: what the scores sum up to is what they are bounded by. The proof is kept with the round.
round-not-proved = Fair and stable rounds have no such bound; solving again from what is kept of the round is the check.

# What mentors see

proposal-answer-by = Please answer by
told-proposal-reminder = { $name } waits for your answer
told-proposal-reminder-next = Yes, no, or a day by which you’ll know: all three help. After the deadline somebody else is asked, without blame.
told-proposal-lapsed = Somebody else is being asked for { $name }
told-proposal-lapsed-next = That is fine, and there is nothing to do. You stay on the list for later rounds.
decline-title = No for now
decline-intro = Your no stays between you and the moderators.
decline-reason = What is it?
decline-no-time = I have no time just now
decline-no-fit = Somebody else fits better
decline-other = Something else
decline-words = Anything the moderators should know?
decline-submit = Say no
promise-title = By when will you answer?
promise-intro = Nobody else is asked before that day is over.
promise-day = Day
promise-submit = Keep that day
promise-kept = Your answer about { $name } is due on { $day }
promise-kept-next = You are reminded the day before.

# What the moderator is told

told-round-stuck = Nobody is left to ask for { $count ->
    [one] { $names }
   *[other] { $count } mentees, { $names } among them
}
told-round-stuck-next = Everybody the round could ask has said no or was silent. Look for somebody by hand, or recruit; the other pairs go on.

# What goes wrong

error-round-under-way = A round is under way already. See where it stands with /round.
error-no-round = { $state ->
    [published] This round has been published: its mentors are being asked. See /round.
    [closed] This round is over. Begin another with /round start.
    [another] That was another round. See this one with /round.
    [draft] Look the round through before its mentors are asked: /round.
   *[none] There is no round to do that in. Begin one with /round start.
}
error-round-changed = Somebody has changed the round meanwhile, so nothing was done. Look at it again with /round.
error-round-not-solved = Something was decided since the round was solved. Solve it again first.
error-not-in-round = One of the two is not in this round. Take everybody in anew with /round anew.
error-pair-impossible = { $rule ->
    [no-place] The mentor has no free place.
    [paused] The mentor takes nobody new at present.
    [no-language] They share no language.
    [no-hour] They share no hour.
    [nothing-to-teach] The mentor is not above the mentee in any open cell.
    [same-member] Nobody mentors themselves.
   *[personal] Not possible by a rule or a wish of one of them.
}
error-places-pinned = Every place of this mentor is pinned for somebody else. Take one of those pins back first.
error-nobody-to-pair = There is nobody to pair: a round needs a mentee who waits and a mentor with a free place.
error-nothing-to-swap = To exchange mentors, two mentees must each have one in this round, and not the same.
error-mentor-paused = You have said that you take nobody new until { $until }. End the pause first if you want to say yes.
