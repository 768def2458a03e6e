# Waiting for a mentor.

command-mentors = See which mentors fit you
command-waiting = See who waits for a mentor
suggest-mentors = Mentors who fit me
suggest-waiting = Who waits
action-waiting = Who waits
action-mentor-ask = Ask
waiting-title = { $count ->
    [0] Nobody waits for a mentor
    [one] One mentee waits for a mentor
   *[other] { $count } mentees wait for a mentor
}
waiting-since = waits since
waiting-rounds = rounds without
waiting-expected = Of the { $count } who found a mentor last, half waited { $half ->
    [0] less than a day
    [one] up to a day
   *[other] up to { $half } days
}, and three in four { $most ->
    [0] less than a day
    [one] up to a day
   *[other] up to { $most } days
}. That is what was, and no promise.
waiting-unknown = Too few have found a mentor here yet to say how long it takes.
mentors-title = { $count ->
    [0] No mentor fits you right now
    [one] One mentor fits you
   *[other] { $count } mentors fit you
}
mentors-ask = Ask { $name }
mentors-ask-one = You can ask one of them; while they think about it, nobody else is asked.
mentors-moderators-ask = Here moderators ask mentors, in rounds and in between. Say with /wishes whom you would like best.
mentors-nobody = You stay on the list, and count more in every round that leaves you without. More languages or hours, with /settings and /availability, help most.
mentors-asked = { $name } is being asked
mentors-asked-next = You will hear as soon as there is an answer. A no says nothing about you.
error-mentees-dont-ask = In this programme moderators ask mentors. Say with /wishes whom you would like best.
