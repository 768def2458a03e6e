"""Turns text into text that Telegram shows as it is: nothing in it pings, formats or hides.

Markup is escaped where HTML is written (`rich`). What is left is what Telegram finds by itself in any text: a mention
pings, a command is sent by a tap. An address stays: it is shown whole, and leads where it says.
"""

import re

from bot.core.ui.reading import BIDI_OVERRIDES


def plain(text: str) -> str:
    """Take out what nobody can see or what turns a line around, and break mentions; keep line breaks."""
    seen = _HIDDEN.sub("", _LINE_BREAKS.sub("\n", text).replace("\t", " "))
    return _MENTION.sub(f"@{_JOINER}", seen)


def quoted(text: str) -> str:
    """Clean as `plain` does, and break commands too: these are a person's words, and a tap must not send one."""
    return _COMMAND.sub(f"/{_JOINER}", plain(text))


def one_line(text: str) -> str:
    """Put what `plain` or `quoted` made on one line."""
    return " ".join(text.split())


_JOINER = "\N{WORD JOINER}"
_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_MENTION = re.compile(r"(?<![\w/@])@(?=\w)")
_COMMAND = re.compile(r"(?<![\w/<>@])/(?=\w)")

_UNSEEN = "\u00ad\u180e\u200b\u2060-\u2064\ufeff"
"""Signs without width; joiners and direction marks stay, since scripts and emoji are spelt with them."""
_CONTROLS = "\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff"
"""The categories Cc and Cs, which are closed for good; the line break stays."""
_HIDDEN = re.compile(f"[{_UNSEEN}{_CONTROLS}{''.join(BIDI_OVERRIDES)}]")
