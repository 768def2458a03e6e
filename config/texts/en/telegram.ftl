# Telegram’s own words: what stands beside views, and what is carried over.

## What the bot must be allowed to do, as Telegram itself calls it
telegram-right-can_send_messages = Send Messages
telegram-right-can_manage_topics = Manage Topics
telegram-right-can_post_messages = Post Messages
telegram-right-can_edit_messages = Edit Messages of Others
telegram-right-can_pin_messages = Pin Messages
telegram-right-can_delete_messages = Delete Messages
telegram-right-administrator = be an administrator
telegram-right-can_send_messages-where = The group’s settings, Permissions: “Send Messages”; or make the bot an administrator.
telegram-right-can_manage_topics-where = The group’s settings, Administrators, the bot: “Manage Topics”. It opens the growth threads.
telegram-right-can_post_messages-where = The channel’s settings, Administrators, add the bot: “Post Messages”. It writes the growth threads there.
telegram-right-can_edit_messages-where = The channel’s settings, Administrators, the bot: “Edit Messages of Others”. When somebody changes an update, its post follows.
telegram-right-can_pin_messages-where = The group’s settings, Administrators, the bot: “Pin Messages”. What a place is for stays on top.
telegram-right-can_delete_messages-where = The group’s settings, Administrators, the bot: “Delete Messages”. It deletes the topics that it opened when their time is over.
telegram-right-administrator-where = The group’s settings, Administrators: add the bot.

## Files that are carried over
telegram-file-too-large = “{ $name }” ({ $size }) couldn’t be carried here: it is larger than { $limit }.
telegram-file-gone = “{ $name }” couldn’t be carried here: it isn’t there any more.
telegram-file-photo = photo
telegram-file-document = file
telegram-file-voice = voice message
telegram-file-audio = audio
telegram-file-video = video
telegram-file-sticker = sticker
