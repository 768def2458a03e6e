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
homes-grant-first = Grant what is missing first; then let Menteo make the channels.
homes-right-missing = { $right }: { $where }

homes-choose-title = Use channels that exist
homes-choose-intro = Give a name or an id. Whatever you leave empty, Menteo makes.
homes-choose-submit = Use these
homes-making = The channels are being made
homes-making-next = You will hear when they are there. What is there already is never changed.
homes-ready = The channels are there
homes-ready-next = Tell people to type /join. To change anything, run /setup again.
homes-lacking = Menteo can’t do that here yet
homes-lacking-next = Grant this, then run /setup and let Menteo make the channels.
home-lost = A place of the programme was deleted
home-lost-next = Menteo makes it again. To use another one instead, run /setup.
room-lost = Your room was deleted
room-lost-next = Somebody deleted the room of { $mentor } and { $mentee }. A new one opens now. What was written in the old one is gone; goals and check-ins are kept.
thread-lost = Your growth thread was deleted
thread-lost-next = A new one opens now, for what you share from here on. Earlier entries are no longer on show; your check-ins are kept.
