"""A way to what somebody has written down to show: the first address in their words, as a button beside them."""

import re

from bot.core.dialogue.talk import Talk
from bot.core.ui.views import Link

LONGEST_ADDRESS = 500
"""Characters: Discord's buttons take 512."""

_ADDRESS = re.compile(r"https://[^\s<>\"]+")
_TRAILING = ".,;:!?'\u2019\u201d\u00bb"
"""What ends a sentence around an address, and not the address."""


def look_at(talk: Talk, words: str) -> tuple[Link, ...]:
    """Lead to the first address in somebody's words; nothing where there is none.

    The words themselves are shown as they are, and no surface makes a link of them.
    """
    found = _ADDRESS.search(words)
    if found is None:
        return ()
    address = found.group().rstrip(_TRAILING)
    if "(" not in address:
        address = address.rstrip(_TRAILING + ")")
    return (Link(talk.say("step-look"), address),) if len(address) <= LONGEST_ADDRESS else ()
