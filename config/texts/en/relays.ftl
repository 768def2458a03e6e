# Talking in a room that is carried from one place to another.

command-talk = With whom I talk here, and talking with another
suggest-talk = With whom I talk
talk-whom = For whom is this?
talk-whom-next = You have several rooms here. Choose, and your message goes there; what you write next goes to the same one, until somebody else writes to you. Replying to a message always answers that one.
action-talk-in = Talk with { $name }
action-talk-send = Send to { $name }
talk-with = You are talking with { $name }
talk-until = What you write now goes to them, until somebody else writes to you. Replying to a message always answers that one.
talk-sent = Your message is on its way. What you write next goes to them, too, until somebody else writes to you.
talk-over = This wasn’t passed on: your mentorship with { $name } is over
talk-over-next = Nobody but you has seen it. “Where I stand” says what comes next.
talk-rooms = { $count ->
    [0] You have no room here
    [one] You have one room here
   *[other] You have { $count } rooms here
}
talk-rooms-next = { $count ->
    [0] When a moderator has paired you and the mentor has said yes, what you write here goes to the other of the pair.
    [one] What you write here goes to the other of the pair. Reply /unsend to a message of yours to take it back.
   *[other] Choose with whom to talk. Replying to a message always answers that one; reply /unsend to one of yours to take it back.
}
talk-taken-back = Taken back there, too
talk-not-yours = That can’t be taken back: reply /unsend to a message of yours in a room
not-carried = This did not reach { $name }
not-carried-unreachable = { $name } can’t be written to at the moment, or has stopped the bot. Your moderator knows. Write again when they are back, or to your moderator.
not-carried-refused = The platform did not take it. Try it again as plain text or in a smaller file.
not-carried-doubtful = This may not have reached { $name }
not-carried-doubtful-next = The connection broke while it was sent. It isn’t repeated, so that nothing comes twice: ask, or write it again.
room-carried = What you write here I carry to { $other }, and what they write to you, word for word; I keep none of it. Reply to a message to answer that one, and reply /unsend to one of yours to take it back.
error-room-closed = Nobody would read this: the pairing is over, or the other has no place in the room yet. Look at /me for where things stand.
error-not-for-a-room = This can’t be your room: it must be a group of the two of you and the bot alone, and neither a community’s nor another pair’s.
action-room-here = This group is your room now
