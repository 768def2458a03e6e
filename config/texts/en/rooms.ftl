# The mentorship room.

room-title = { $mentor } and { $mentee }
room-guide-title = Welcome, { $mentor } and { $mentee }
room-open-cells = Open first
room-readers = Who reads here
room-readers-are = { $mentor }, { $mentee } and nobody else
room-guide-start = To start: say hello, then /goal add for the first goal.
