# What a rule's no means, and what to do about it.

error-unknown-command = There is no command /{ $command }. Did you mean one of these?
error-unknown-community = Menteo doesn’t know this community yet. Ask one of its administrators to run /setup there.
error-forged = That button isn’t one of Menteo’s. Start again from a fresh message.
error-unexpected = Something went wrong on our side, and nothing was changed. Try again; if it stays, tell a moderator the code { $code }.
error-too-fast = That was a lot at once. Wait a few seconds, then try again: nothing that you did before is lost.
error-busy = There is a lot going on right now, and nothing was changed. Please try again in a minute.

error-not-allowed = { $needs ->
    [member] That is for members. Join with /join first.
    [mentee] That is for mentees. You become one yourself with /join mentee.
    [mentor] That is for mentors: the one asked here, or anybody who has joined with /join mentor.
    [guide] That is for mentors and moderators. You become a mentor with /join mentor.
    [moderator] That is for moderators. Whoever runs /setup becomes one; ask yours.
    [administrator] That is for the administrators of this community, or a Menteo moderator. Ask one of them.
    [administrator-there] In private Menteo can’t see whether you are an administrator. Type the command in the community itself.
    [owner] That belongs to somebody else; only they can change it.
    [others] That is for the others: a cheer comes from somebody else.
    [pair] That is for the two of this pairing, or a moderator.
   *[other] Nobody can do that here.
}
error-not-found = That isn’t here any more. Look at /me for where things stand.
error-no-programme = No programme runs here yet. An administrator starts one with /setup.
error-not-a-member = Menteo doesn’t know you yet. Join with /join, as a mentee or a mentor.
error-member-left = { $name } has left this community.
error-moved-on = That has moved on since: it is { $state ->
    [proposed] waiting for the mentor’s answer
    [active] active already
    [paused] paused
    [completed] completed
    [declined] declined
    [ended] over
    [open] open already
    [done] done already
    [dropped] let go
    [withdrawn] taken back already
    [given] attested already
    [not-yet] answered with “not yet”
    [none] not waiting for a mentor’s word
   *[other] in another state
}. Look at /me for where things stand.
error-level-out-of-range = { $level } is not a level. Levels go from { $lowest } to { $highest }.
error-unknown-time-zone = There is no time zone called “{ $zone }”. Type a big city near you.
error-capacity-full = This mentor’s places are all taken. A mentor can offer more with /join mentor; or choose somebody else.
error-already-paired = This mentee has a mentor, or a mentor is being asked. One at a time.
error-not-possible = It is not possible by a rule or a wish of one of them. Look for somebody else.
error-hours-unreadable = “{ $given }” can’t be read as hours. Write it like Mon-Fri 18-21; Sat 9:30-12.
error-nothing-blocked = You are kept apart from nobody. With /block you are, and nobody is told.
error-columns-unclear = { $why ->
    [twice] Two headings mean the same: { $columns }. Choose one, and leave the other out.
   *[missing] No heading means { $columns } yet. Choose which one does.
}
error-same-member = Nobody can mentor themselves. Choose somebody else.
error-already-submitted = Your check-in of week { $number } is in already; the first answer counts. See /growth for what is public of it.
error-check-in-closed = Week { $number } is over, so its check-in is closed. The next one comes by itself.
error-no-check-in-open = No check-in waits for you. The next one comes on { $next }.
error-no-check-in-planned = No check-in waits for you, and none is planned. See /me for where you stand.
error-nobody-waiting = Nobody waits for a mentor: every mentee has one, or one is being asked.
error-destination-gone = Your destination role is no longer available here. Choose another one; your levels are kept.
error-mentees-destination-gone = The role that { $name } aims at is no longer available here. They choose another with /join mentee; their levels are kept.
error-evidence-missing = Write what it rests on, or choose an entry of your growth thread.
error-nothing-answered = Please answer at least one question.
error-no-open-goal = No goal of yours is open. Draft one in two taps first.
error-nothing-claimed = Rate this competency first; then say what the rating rests on.
error-target-missing = To measure a goal, say which number is to be reached. Or leave unit, start and target empty for a goal that is simply done or not.
error-measure-stands-still = The goal ends where it starts. Give a target that differs from the start.
error-milestone-off-the-way = Your measure never passes that number on its way. Give one between its start and its target; or leave it empty to tick the milestone yourself.
error-too-many-milestones = A goal has room for { $most } milestones. Finish some, or set a goal of its own for this one.
error-growth-is-private = Your growth is private, so nothing is published. To change that, see /settings.
error-somebody-elses-words = Those are somebody else’s words. You can add your own messages to your growth thread; they can add theirs.
error-code-unknown = That code isn’t known here. Look whether it is typed as it was shown; or get a new one where you got this.
error-code-used = That code has been used already; each works once. Get a new one where you got this.
error-code-expired = That code is older than half an hour, so it is over. Get a new one where you got this.
error-same-community = That code is this community’s own. Type it where the other platform’s group or server is.
error-runs-its-own = A programme of its own runs here, so this can’t become part of another community. Use the code in a place without a programme.
error-already-connected = That community has a place on this platform already, and it has one a platform. To use this place instead, remove Menteo from the other one first.
error-already-linked = This account is yours already: there is nothing left to link.
error-account-already-there = The one that you got the code as has an account on this platform already, and it is one a platform. Use the code from that account.
error-two-mentors = You have a mentor, or a proposal, on both sides. End one of them first: see /me there.
error-paired-together = These two are mentor and mentee of each other, so they can’t be one person. End that pairing first, if they are.
