# Coming to a community, and coming back to it.

welcome-title = Thank you for bringing Menteo to { $community }
welcome-first = Type /setup there, in any channel: it starts a programme, and says what Menteo may do and what is missing. Only you see it.
stranger-title = Hello! I run mentorship programmes in communities
stranger-belongs = Does a community of yours have a programme? Write /join there, and we know each other.
stranger-begins = To begin one, bring me to your community and type /setup there.
stranger-belongs-telegram = Does a group of yours have a programme? Write /join there, or follow a link from there: then we know each other.
stranger-begins-telegram = To begin one, add me to your group and make me an administrator, then type /setup there.
stranger-way = Bring me to a community
stranger-way-telegram = Add me to a group
back-title = Menteo is back in { $community }
back-means = Everybody is asked again from their next week on; nothing was lost. Run /setup there to see whether the channels are as they were.
commons-title = { $programme }
commons-means = Grow towards the role that you want, with somebody beside you who has walked the path. It takes { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
} and one short check-in at a time.
commons-join = Take part as a mentee, as a mentor or as both. Who can read what is in /privacy.
welcome-connect = Is this community on Menteo already, on another platform? Then one of its moderators types /connect there, and you type the code here, with /connect.
welcome-first-telegram = Type /setup in the group: it starts a programme, and says what I may do there and what is missing.
back-means-telegram = Everybody is asked again from their next week on; nothing was lost. Type /setup in the group to see whether I may do there what I could before.
