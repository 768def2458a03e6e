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


## What the bot says of itself
telegram-description = Menteo runs the mentorship programme of your community: mentors and mentees meet here, set goals and keep each other going. Press Start.
telegram-short-description = Mentorship for your community: pairs, goals, weekly check-ins.
telegram-command-cancel = Put away what you are filling in
telegram-command-unsend = Take back a message: reply to it with this

## In the private chat
telegram-form-open = You are in the middle of “{ $form }”.
telegram-form-leave = Leave it and { $command }
telegram-form-go-on = Go on
telegram-form-put-away = Put it away
telegram-form-stale = “{ $form }” is still open from before. What you write isn’t taken for an answer to it.
telegram-form-over = This form is over: it was sent, put away or left lying for a month, or it isn’t yours. Type its command to begin anew.
telegram-nothing-to-cancel = There is nothing to cancel.
telegram-unsend-how = Reply with /unsend to the message of yours that you want to take back.
telegram-not-carried = A message of this kind can’t be passed on.
telegram-not-a-member = This link is for the members of a group that you are not in.
telegram-for-a-group = This link is for a group: add the bot there with it.

## In groups
telegram-in-private = Let’s do this in private.
telegram-to-private = Go on in private
telegram-anonymous = Anonymous administrators can’t be told apart: please go on in private.
telegram-anonymous-room = Please write this in your own name, not as an anonymous administrator.
telegram-only-administrators = Only administrators of this group can set up a programme here.
telegram-setup-in-private = This group can have its own mentorship programme. Set it up in private:

# Telegram's own words: what stands beside views, and how a form is asked there.

telegram-cut = There is more of this than fits into one message here.
telegram-yes = Yes
telegram-no = No
telegram-today = Today
telegram-tomorrow = Tomorrow

## Forms
telegram-form-part = { $part } of { $parts }
telegram-form-page = Page { $page } of { $pages }
telegram-form-now = So far:
telegram-form-look-again = This answer needs another look.
telegram-form-check = Is it right like this? “{ $submit }” sends it.
telegram-form-change = Change: { $label }
telegram-form-done = Done
telegram-form-keep = Keep it
telegram-form-skip = Skip
telegram-form-back = Back
telegram-form-cancel = Cancel
telegram-no-answer = No answer
telegram-file-kept = The file that you sent
telegram-hint-text = Write your answer as a message.
telegram-hint-search = Write a few letters as a message.
telegram-hint-found = Choose what you mean, or write it differently.
telegram-hint-several = Choose all that apply, then “{ $done }”.
telegram-hint-day = Or write a date like 2027-01-31 or 31.1.2027.
telegram-hint-instant = Write a date and time like 2027-01-31 15:30.
telegram-hint-number = Write a number from { $low } to { $high }.
telegram-hint-any-number = Write a number such as 3.
telegram-file-not-taken = The file couldn’t be fetched, or is larger than the form takes. Send it again, or a smaller one.
telegram-hint-file = Send a file that ends in { $endings }, { $kilobytes } kB at most.
