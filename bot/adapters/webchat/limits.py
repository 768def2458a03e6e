"""What a page can carry: plenty, but a browser has to draw it and a person to read it."""

from bot.core.ui.limits import Limits

LIMITS = Limits(
    title=200,  # two lines on a phone
    text=4000,  # as long as a person's own message (server/messages.py)
    total=40_000,  # about 15 screens: past this a view is a page of its own
    actions=25,
    action_label=80,
    rows=200,
)

LONGEST_BODY = 1_000_000
"""Bytes of one request; the largest form asks for a file of half that."""
