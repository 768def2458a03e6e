# Telegram's own words: what stands beside views, and how a form is asked there.

telegram-cut = There is more of this than fits into one message here.
