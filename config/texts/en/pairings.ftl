# Finding a mentor, the mentor's answer, and the end of a pairing.

command-pair = Find a mentor for a mentee
suggest-pair = Find a mentor for somebody
action-pair = Find a mentor
action-pair-propose = Propose
action-pairing-accept = Accept
action-pairing-decline = Not now
action-pairing-end-ask = End the pairing…
action-pairing-end-pick = End a pairing…
action-pairing-end = End it

pair-title = Find a mentor
pair-intro = You see the three best mentors with the reasons. Nothing happens until you propose one.
pair-submit = Find mentors
field-mentee = For whom?
field-mentee-help = Mentees without a mentor. Type a few letters of the name.
command-propose = Propose two people whom you have in mind
suggest-propose = Propose two people
pair-with-title = Propose two people
pair-with-intro = Whom you have in mind: nothing is looked up, but the rules are.
pair-with-submit = Propose
pair-why = Why, if a rule is against it?
pair-why-help = Only needed then. It is kept with the pair, for moderators.
field-any-mentor = Which mentor?
pair-suggestions = { $all ->
    [one] One mentor fits { $name }
   *[other] The best of { $all } mentors for { $name }
}
pair-unrated = They have not rated themselves yet, so every competency counts as open.
pair-suggestion = { $place }. { $name }, { $score }
pair-covers = Open cells covered
pair-hours = Time in common
pair-hours-a-day = { $hours } hours a day
pair-hours-a-week = { $hours } hours a week
pair-languages = Languages in common
pair-propose = Propose { $name }
pair-nobody = Nobody fits { $name } right now
pair-no-mentors = No mentor has joined yet.
pair-nobody-next = Invite a mentor with /join mentor, or ask one to offer another place or more languages; then look again.
misfit-same-member = { $count ->
   *[other] They can’t mentor themselves.
}
misfit-no-place = { $count ->
    [one] One mentor has no free place.
   *[other] { $count } mentors have no free place.
}
misfit-no-language = { $count ->
    [one] One mentor shares no language with them.
   *[other] { $count } mentors share no language with them.
}
misfit-no-hour = { $count ->
    [one] One mentor shares no hour with them.
   *[other] { $count } mentors share no hour with them.
}
misfit-nothing-to-teach = { $count ->
    [one] One mentor is not above them in any open cell.
   *[other] { $count } mentors are not above them in any open cell.
}
misfit-paused = { $count ->
    [one] One mentor takes nobody new at present.
   *[other] { $count } mentors take nobody new at present.
}
misfit-personal = { $count ->
    [one] With one mentor it is not possible by a rule or a wish of one of them.
   *[other] With { $count } mentors it is not possible by a rule or a wish of one of them.
}
pair-proposed = { $mentor } is being asked to mentor { $mentee }
pair-proposed-next = You will hear the answer.

pairing-accepted = You are now { $name }’s mentor
pairing-accepted-next = Your room opens in a moment. Say hello there first.
pairing-declined-by-me = You said no to mentoring { $name }
pairing-declined-next = That is fine, and an honest no helps. They only hear that the search goes on.
pairing-names = { $mentor } and { $mentee }
pairing-end-sure = End the pairing of { $mentor } and { $mentee }?
pairing-end-means = Both are told, without reasons. The room stays readable for { $days ->
    [one] { $days } day
   *[other] { $days } days
}, and the mentee can be paired again. This can’t be undone.
pairing-ended = The pairing of { $mentor } and { $mentee } has ended
pairing-ended-means = The room stays readable for { $days ->
    [one] { $days } day
   *[other] { $days } days
}. Thank you for the time you gave each other.
pairing-pick-title = Which pairing?
field-which-pairing = Pairing
pairing-pick-submit = Go on

told-proposed = Would you mentor { $name }?
told-proposed-next = A yes opens a private room for the two of you. A no stays between you and the moderator.
told-suggested = A mentor is being asked for you
told-suggested-next = You will hear as soon as there is an answer. Nothing to do until then.
told-accepted-mentor = You and { $name } are paired
told-accepted-mentor-next = Your room is opening. Say hello, and look at their open cells together.
told-accepted-mentee = { $mentor } is your mentor
told-accepted-mentee-next = Your room is opening, and its guide says who reads there. { $has_goal ->
    [yes] Say hello, and tell what you are working on.
   *[no] Say hello, then set a first goal.
}
told-accepted-moderator = { $mentor } said yes to { $mentee }
told-declined = The search for your mentor goes on
told-declined-next = It didn’t work out this time. A moderator is looking for somebody else.
told-request-declined = The mentor you asked can’t take you on now
told-request-declined-next = That says nothing about you. Ask another who fits you, or wait: you stay on the list.
told-declined-moderator = { $mentor } can’t take { $mentee } now
told-over-next = { $mentee } waits for a mentor again, and { $mentor } has a place. Nobody has to say why; the two aren’t paired again for a while.
told-over-note = When they were proposed a rule was set aside, for this reason:
told-left = { $name } has left
told-left-next = So the pairing of { $mentor } and { $mentee } has ended. { $mentee_is_here ->
    [yes] { $mentee } can be paired again.
   *[no] There is nothing to do.
}
told-withdrawn = A proposal has come to nothing
told-withdrawn-next = The other person has left the community. Nothing to do for you.
error-rule-broken = { $rule ->
    [no-language] They share no language.
    [no-hour] They share no hour.
   *[nothing-to-teach] The mentor is not above the mentee in any open cell.
} If you still want to propose them, say why.
