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
telegram-form-leave-ask = You are in the middle of “{ $title }”. Leave it for /{ $command }? Nothing of it is kept then.
telegram-form-leave = Leave it
telegram-form-stay = Go on with it
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
telegram-hint-file = Send a file that ends in { $endings }, { $kilobytes } kB at most.
