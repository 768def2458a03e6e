"""What Telegram can carry: numbers of its Bot API reference, and of how much a phone shows."""

from bot.core.ui.limits import Limits

MESSAGE = 4096
"""UTF-16 units of a message's text after its entities are parsed (sendMessage, `text`)."""
CAPTION = 1024
"""UTF-16 units of a caption after its entities are parsed (sendPhoto, `caption`)."""
CALLBACK_DATA = 64
"""Bytes (InlineKeyboardButton, `callback_data`)."""
START_PARAMETER = 64
"""Letters of a deep link (Bot features, Deep Linking)."""
KEYBOARD_BUTTONS = 100
ROW_BUTTONS = 8
"""Of an inline keyboard; both found by trying (python-telegram-bot's `InlineKeyboardMarkupLimit`)."""

READABLE_ROW = 3
"""Buttons beside each other whose labels a phone still shows."""
ROW_WIDTH = 34
"""Signs that a phone shows on a row of buttons, shared out evenly among them."""
MOST_PARTS = 3
"""Messages that one view may be told in; what is more is cut, and said to be."""

LIMITS = Limits(
    title=200,  # three lines on a phone
    text=3500,
    total=MOST_PARTS * 3500,  # what is left of each message goes to gaps, signs and the words around a view
    actions=KEYBOARD_BUTTONS - 10,  # suggestions and links stand on the same keyboard
    action_label=64,  # two lines of a button that has a row of its own
    rows=60,
    utf16=True,
)
