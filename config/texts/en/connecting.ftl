# One community on several platforms.

command-connect = Make a group or server on another platform part of this community
suggest-connect = Connect a platform
connect-code-title = A code for { $community }
connect-code-means = It makes a group or server on another platform part of this community: one programme, the same mentors and mentees. Somebody who administers that place types it there.
connect-how-title = Connect this place to a community
connect-how-means = Is the community on Menteo already, on another platform? Then one of its moderators types /connect there and gets a code. Type /connect with that code here. Otherwise, start a programme here with /setup.
connect-done-title = This place is part of { $community } now
connect-done-homes = What the programme needs here is being made; you hear of it in private.
connect-done-next = People here take part with /join. Whoever is on both platforms types /link on one of them, and is one person with one programme.
connected-title = { $community } is on { $platform }, too
connected-by = { $name } has used the code there.
sent-away-title = Menteo was removed from { $community } on { $platform }
sent-away-means = { $count ->
    [0] Everybody who is at home there can be written to elsewhere, and is.
    [one] One person who is only there isn’t asked anything until it is brought back. Nothing is lost.
   *[other] { $count } people who are only there aren’t asked anything until it is brought back. Nothing is lost.
}
