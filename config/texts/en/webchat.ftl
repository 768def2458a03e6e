# The local web chat's own words.

webchat-language = en-GB

## Getting about
webchat-skip = Skip to the message box
webchat-places = Places
webchat-places-open = Show places
webchat-places-close = Hide places
webchat-section-channel = Channels
webchat-section-thread = Growth threads
webchat-section-room = My rooms
webchat-section-direct = Direct messages
webchat-none-thread = None yet. Check-ins write them.
webchat-none-room = None yet. A pairing opens one.
webchat-topic-channel = Everybody in the community reads this.
webchat-topic-thread = A public line of growth, for everybody to read.
webchat-topic-room = Only the people of this room read this.
webchat-topic-direct = Only you and Menteo read this.
webchat-archived = read-only
webchat-unread = { $count ->
    [one] { $count } unread message
   *[other] { $count } unread messages
}
webchat-close = Close
webchat-save = Save

## Messages
webchat-log = Messages in { $place }
webchat-empty-channel = It is quiet here.
webchat-empty-thread = Nothing has grown here yet.
webchat-empty-room = This room is yours.
webchat-empty-direct = This is you and Menteo, nobody else.
webchat-empty-hint = Type / to see what Menteo can do, or follow “Do this next”.
webchat-earlier = Earlier messages
webchat-latest = Back to the latest messages
webchat-bot = bot
webchat-edited = edited
webchat-answer-to = answers { $command }
webchat-only-me = Only you see this
webchat-dismiss = Dismiss
webchat-unreadable = This message was written by another release and can’t be shown any more.
webchat-offline = The connection is lost. Trying again; nothing you typed is gone.
webchat-tone-good = Good:
webchat-tone-attention = Please note:
webchat-tone-bad = Not done:
webchat-done = done
webchat-open = not done yet
webchat-as-table = Show as a table
webchat-table = Table

## Writing
webchat-composer = Message { $place }
webchat-composer-help = Enter sends, Shift+Enter starts a new line, / lists commands.
webchat-send = Send
webchat-commands = Commands
webchat-post-lost = This didn’t get through. Your words are still here: send them again.
webchat-too-long-by = { $count } characters too many. Shorten the message, or send it in two parts.

## Forms
webchat-form-kept = Your answers are kept until you send them.
webchat-form-continue = Continue
webchat-form-close = Close, and keep what is typed
webchat-form-cancel = Discard
webchat-form-saving = Saving…
webchat-form-saved = Saved
webchat-form-answered = { $done } of { $all } answered
webchat-form-errors = { $count ->
    [one] One answer needs another look.
   *[other] { $count } answers need another look.
}
webchat-optional = (optional)
webchat-choose = Choose…
webchat-no-answer = No answer
webchat-search = Type to search
webchat-search-options = Suggestions
webchat-search-none = Nothing found. Try other words.

## The clock
webchat-clock = The programme’s clock
webchat-clock-hour = +1 hour
webchat-clock-hour-long = Move the programme’s clock on by one hour
webchat-clock-day = +1 day
webchat-clock-day-long = Move the programme’s clock on by one day
webchat-clock-monday = Mon 09:00
webchat-clock-monday-long = Move on to next Monday 09:00

## The guide
webchat-guide = Do this next
webchat-guide-count = { $done } of { $all }
webchat-guide-as = Continue as { $name }
webchat-guide-do = Run { $command }
webchat-guide-finished = That was the whole loop. Read the growth thread and the pair’s room under “Places”, or let more weeks pass.
webchat-you = you

## Personas
webchat-acting-as = Acting as
webchat-act-as = Act as somebody else
webchat-act-as-help = Everybody here is a sample persona. Open two windows to be two of them at once.
webchat-part-moderator = Moderator
webchat-part-mentor = Mentor
webchat-part-mentee = Mentee
webchat-part-guest = Guest
webchat-gone = left
webchat-new-window = Open { $name } in a new window
webchat-add-person = Add a person
webchat-add-name = Name
webchat-add = Add
webchat-persona-settings = Settings of { $name }
webchat-persona-name = Name
webchat-persona-language = Language
webchat-language-browser = The browser’s language
webchat-language-en = English
webchat-language-es = Español
webchat-persona-zone = Time zone
webchat-persona-zone-help = Type a city. Leave it empty for the community’s own zone.
webchat-leave = Leave the community
webchat-leave-help = They can come back at any time.
webchat-left-title = { $name } has left the community
webchat-left-text = Nothing reaches them here, and they see no place of it.
webchat-come-back = Come back

## What can go wrong
webchat-error-title = That didn’t work
webchat-error-back = Back to the community
webchat-error-code = Code { $code }
webchat-error-unknown = This request makes no sense to us. Go back and try once more.
webchat-error-not-found = There is no such page. The address may be mistyped.
webchat-error-no-place = There is no such place, or it isn’t yours to see.
webchat-error-no-account = Nobody of that name is in the community. Choose another persona.
webchat-error-no-message = This message is no longer there. Reload the page to see what is.
webchat-error-read-only = This place is read-only: it was archived. What was said here stays.
webchat-error-empty = There is nothing in it yet. Type something first.
webchat-error-too-long = That is too long: { $longest } characters fit into a message, { $name } into a name. Shorten it; what you typed is still here.
webchat-error-too-big = That is too big to be sent. Use a smaller file or a shorter text.
webchat-error-name-taken = Somebody of that name is here already. Choose another name.
webchat-error-clock-busy = The clock is moving already. Wait a moment.
webchat-error-foreign = This came from another site, so it was refused. Use the chat’s own page.
webchat-error-host = The chat doesn’t answer to this name. Open it by the address that the program printed.
webchat-error-failed = Something went wrong on our side; it is in the log. What you typed is still here: try again.
