# The mentorship room.

room-title = { $mentor } and { $mentee }
room-guide-title = Welcome, { $mentor } and { $mentee }
room-open-cells = Open first
room-readers = Who reads here
room-readers-are = { $moderators ->
    [yes] { $mentor }, { $mentee } and the programme’s moderators; nobody else
   *[no] { $mentor }, { $mentee } and nobody else
}
room-readers-discord = { $moderators ->
    [yes] { $mentor }, { $mentee } and the programme’s moderators
   *[no] { $mentor } and { $mentee }
}. Discord always lets the server’s owner and administrators in; into a room that is a thread, also whoever may manage threads.
room-readers-telegram = { $mentor } and { $mentee }; nobody else can be let in here
room-readers-changed = Who reads here has changed
room-guide-start = To start: say hello, then /goal add for the first goal.
room-here = This group is your room now
room-here-means = What you write here stays between the two of you: I leave this group as soon as anybody else is in it, and your room is in our private chats again.
room-in-a-group = Use a private group instead
