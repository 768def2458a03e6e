# The places in which a programme lives: what is needed for them, and what became of them.

home-commons = mentorship
home-rooms = Mentorship rooms
home-threads = growth
home-commons-is = For everybody
home-rooms-is = Mentorship rooms
home-threads-is = Growth threads

action-homes-make = Make the channels
action-homes-choose = Use channels that exist
homes-rights = What Menteo may do here
homes-offer = Menteo needs a channel for everybody, a place for the mentorship rooms and one for the growth threads.
homes-grant-first = Grant what is missing first; then press “Make the channels”.
homes-right-missing = { $right }: { $where }

homes-choose-title = Use channels that exist
homes-choose-intro = Type a name or paste an id. A name that isn’t there yet, or one left empty, Menteo makes.
home-commons-help = A text channel.
home-rooms-help = A category: each room is a private channel in it.
home-threads-help = A forum, or a text channel.
homes-choose-submit = Use these
homes-making = The channels are being made
homes-making-next = You get a private message when they are there. What is there already is never changed.
homes-ready = The channels are there
homes-ready-next = Next, tell people to type /join; in the channel for everybody a message with a button to join is pinned. To change anything, run /setup again.
homes-lacking = Menteo can’t do that here yet
homes-lacking-next = Grant this, then press “Make the channels”.
homes-full = No space for more threads
homes-full-next = As many threads are open here as may be. Entries wait, none is lost, and they appear as soon as there is space: archive threads that nobody writes in any more.
home-lost = A place of the programme was deleted
home-lost-next = Menteo makes it again. To use another one instead, choose it here.
room-lost = Your room was deleted
room-lost-next = Somebody deleted the room of { $mentor } and { $mentee }. A new one opens now. What was written in the old one is gone; goals and check-ins are kept.
thread-lost = Your growth thread was deleted
thread-lost-next = A new one opens now, for what you share from here on. Earlier entries are no longer on show; your check-ins are kept.

## As it is on Telegram: the group is its own commons, rooms are private chats, and only the place for growth is chosen
home-commons-telegram = { $community }
home-rooms-telegram = Each one’s private chat with me
home-threads-telegram = { $community }
action-homes-make-telegram = Get the group ready
action-homes-choose-telegram = Growth in another place
homes-offer-telegram = The group is for everybody, each pair talks through me in private, and what somebody shares goes to a growth thread in the group: a topic in a forum, else posts with a hashtag.
homes-grant-first-telegram = Grant what is missing first; then press “Get the group ready”.
homes-choose-title-telegram = Where growth is seen
homes-choose-intro-telegram = A channel or another group of yours, with me as an administrator. Everybody in it can read what people share.
home-threads-help-telegram = Its name as it stands behind the @, a link to it, or its id. Skip this to keep growth in the group.
homes-choose-submit-telegram = Use this
homes-making-telegram = I am looking at the group
homes-making-next-telegram = You get a message when all is ready, or hear what is missing.
homes-ready-telegram = The group is ready
homes-ready-next-telegram = Next, tell people to press Join in the message that is pinned in the group, or to type /join. To change anything, type /setup again.
homes-lacking-next-telegram = Grant this, then press “Get the group ready”.
homes-full-next-telegram = As many topics are open here as may be. Entries wait, none is lost, and they appear as soon as there is space: delete topics that nobody needs any more.
room-lost-telegram = Your room is in our private chats again
room-lost-next-telegram = The room of { $mentor } and { $mentee } is gone from where it was, or somebody else was there. What you write to me here goes to the other of you from now on; goals and check-ins are kept.
