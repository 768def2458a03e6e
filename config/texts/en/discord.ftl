# Discord's own words: what stands beside views and in modals.

discord-cut = There is more of this than fits into one message here.

## Forms
discord-form-part = Part { $part } of { $parts }
discord-form-kept = What you answered so far is kept.
discord-form-means = “Submit” in the last window means: { $submit }.
discord-form-means-there = “Submit” there means: { $submit }.
discord-form-as-it-is = If you press “{ $submit }” now, these stay like this:
discord-form-continue = Continue
discord-form-correct = Correct it
discord-form-put-away = Discard
discord-no-answer = No answer
discord-file-kept = The file that you sent is kept; another one takes its place.
discord-file-endings = A file that ends in { $endings }, { $kilobytes } kB at most.
discord-hint-search = A few letters of the name are enough.
discord-hint-zone = A big city near you, such as Madrid.
discord-hint-day = A date like 2027-01-31.
discord-hint-instant = A date and time like 2027-01-31 15:30.
discord-hint-number = A number from { $low } to { $high }.
discord-hint-any-number = A number such as 3.

## While an answer is late, and where there is none
discord-late = This takes a little longer
discord-late-means = It goes on from here as soon as you press “Continue”.
discord-failed = That didn’t work. Please try it again.
discord-file-too-big = This file is too big: { $kilobytes } kB at most.

## Rooms that are carried between platforms
discord-words-hidden = I can’t read what is said here, so it doesn’t reach the other side. Mention @{ $bot } in a message, or answer one of mine, and it does. Whoever runs this bot can switch on “Message Content Intent” for it in Discord’s developer portal; then everything does.
discord-file-too-large = “{ $name }” ({ $size }) is too large to be carried here: { $limit } at most.
discord-file-gone = “{ $name }” ({ $size }) can’t be had any more, so it isn’t here.

## What the bot must be allowed to do, as Discord itself calls it
discord-right-view_channel = View Channels
discord-right-manage_channels = Manage Channels
discord-right-manage_roles = Manage Roles
discord-right-send_messages = Send Messages and Create Posts
discord-right-send_messages_in_threads = Send Messages in Threads and Posts
discord-right-create_public_threads = Create Public Threads
discord-right-create_private_threads = Create Private Threads
discord-right-manage_threads = Manage Threads and Posts
discord-right-attach_files = Attach Files
discord-right-read_message_history = Read Message History
discord-right-pin_messages = Pin Messages
discord-right-view_channel-where = Server Settings, Roles, the bot’s own role: “View Channels”. It reads and writes only in the places of the programme.
discord-right-manage_channels-where = Server Settings, Roles, the bot’s own role: “Manage Channels”. It makes the programme’s channels and the mentorship rooms.
discord-right-manage_roles-where = Server Settings, Roles, the bot’s own role: “Manage Roles”. It lets a pair, and nobody else, into its room; it makes and gives no roles.
discord-right-send_messages-where = Server Settings, Roles, the bot’s own role: “Send Messages and Create Posts”.
discord-right-send_messages_in_threads-where = Server Settings, Roles, the bot’s own role: “Send Messages in Threads and Posts”. It writes the growth threads.
discord-right-create_public_threads-where = Server Settings, Roles, the bot’s own role: “Create Public Threads”. It opens the growth threads.
discord-right-create_private_threads-where = Server Settings, Roles, the bot’s own role: “Create Private Threads”. Rooms are threads where the server has no more space for channels.
discord-right-manage_threads-where = Server Settings, Roles, the bot’s own role: “Manage Threads and Posts”. It closes and tidies the threads that it opened.
discord-right-attach_files-where = Server Settings, Roles, the bot’s own role: “Attach Files”. The gap matrix comes as a picture.
discord-right-read_message_history-where = Server Settings, Roles, the bot’s own role: “Read Message History”. It looks whether something was said already before it says it again.
discord-right-pin_messages-where = Server Settings, Roles, the bot’s own role: “Pin Messages”. A room’s guide stays on top.

## Why something was done, in the audit log
discord-reason-home-made = The mentorship programme needs this place.
discord-reason-room-opened = A mentor and a mentee start working together here.
discord-reason-readers-changed = Who may read along in this mentorship room has changed.
discord-reason-room-archived = This mentorship has ended: its room can still be read.
discord-reason-room-deleted = The time for which this mentorship room was kept is over.
discord-reason-thread-opened = A member’s growth thread.
discord-reason-thread-woken = A growth thread is opened to change what it says.
discord-reason-thread-archived = There are many active threads here: writing in this one opens it again.
discord-reason-message-pinned = What this place is for stays on top.
