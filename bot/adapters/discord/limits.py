"""What Discord can carry: numbers of its API reference (components, modals), and of how much a phone shows."""

from bot.core.ui.limits import Limits

MESSAGE_TEXT = 4000
"""Characters over all text displays of a message."""
MESSAGE_COMPONENTS = 40
"""Components of a message, those within others counted."""
ROW_BUTTONS = 5
CUSTOM_ID = 100
PICTURE_ALT = 1024

LIMITS = Limits(
    title=200,  # two lines on a phone
    text=3500,
    total=3800,  # of `MESSAGE_TEXT`, the rest being markup; where it isn't enough, more is cut
    actions=25,  # five rows of five
    action_label=80,
    rows=40,  # of a table told in points, about 2,600 characters
    utf16=True,
)

MODAL_TITLE = 45
MODAL_PARTS = 5
"""Labels and texts at the top level of a modal."""
LABEL = 45
LABEL_DESCRIPTION = 100
OPTION_LABEL = 100
OPTION_DESCRIPTION = 100
OPTION_VALUE = 100
PLACEHOLDER = 100
TEXT_INPUT = 4000

SELECT_OPTIONS = 25
RADIO_OPTIONS = range(2, 11)
CHECKBOX_OPTIONS = range(1, 11)
