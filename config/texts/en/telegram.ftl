# Telegram’s own words.

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
telegram-form-over = This form is over, or it isn’t yours.
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
