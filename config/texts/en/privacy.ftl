# Who can read what, and what is kept.

command-privacy = Who can read what, and what is kept
suggest-privacy = Who can read what
privacy-title = Who can read what
privacy-room = In a mentorship room
privacy-mentor = The mentor
privacy-mentee = the mentee
privacy-kept = It becomes read-only when the pairing ends, and is deleted { $days ->
    [one] { $days } day
   *[other] { $days } days
} later.
privacy-check-ins = Your check-ins
privacy-check-ins-are = All of it is posted in your room. With your yes, given each week, what you don’t keep private appears on your growth thread, which everybody here can read. Your mood stays in the room.
privacy-levels = Your ratings
privacy-levels-are = The moderators and a mentor who is asked for you see your open cells. They are never published.
privacy-matching = For being paired
privacy-matching-is = Your hours, preferences, team, pause and wishes are yours to change; moderators see them as parts of a pair’s score. Whom you are not to be paired with is told to nobody, moderators included.
privacy-stored = What Menteo keeps
privacy-stored-is = The id, name and handle of your account, and what you tell it: time zone, languages, role, ratings and what they rest on, goals, check-ins, notes, action items, what you say for being paired or have signed up with in a form, and forms that you haven’t sent yet. Whoever runs this Menteo can read its database.
privacy-messages-discord = Messages that people write to each other stay with Discord; Menteo takes in none of them but those that you save as an action item or add to your growth thread, and those of a room whose other half is on another platform: they are carried there, and kept locked away only until they have arrived.
privacy-messages-telegram = What a pair writes to each other here goes through Menteo: each message is kept locked away until it has arrived, and nothing of it afterwards but its number, so that replies, edits and /unsend find it.
