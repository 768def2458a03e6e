r"""Turns plain text into text that Discord shows as it is: nothing in it pings, links, formats or hides.

`discord.utils.escape_markdown` leaves out links, lists, numbers, subtext and everything in angle brackets, and looks
at headings in the first line only. Discord's own rule is that a backslash before any sign that is no letter, digit or
space shows the sign itself.
"""

import re

from bot.core.ui.reading import BIDI_OVERRIDES


def plain(text: str) -> str:
    """Take out what nobody can see or what turns a line around; keep line breaks."""
    return _HIDDEN.sub("", _LINE_BREAKS.sub("\n", text).replace("\t", " "))


def one_line(text: str) -> str:
    """Clean as `plain` does, and put on one line."""
    return " ".join(plain(text).split())


def escaped(text: str) -> str:
    """Clean as `plain` does, and escape what is markup, a mention or a link to Discord."""
    shown = _ALWAYS.sub(r"\\\g<0>", plain(text))
    shown = _AT_LINE_START.sub(r"\1\\\2", shown)
    shown = _NUMBERED.sub(r"\1\\\2", shown)
    shown = _COLON.sub(r"\\:", shown)
    return _MENTION.sub("@\N{ZERO WIDTH SPACE}", shown)


_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_ALWAYS = re.compile(r"[\\*_~`|<\[\]]")  # emphasis, code, spoilers, mentions and timestamps, links under words
_AT_LINE_START = re.compile(r"^([^\S\n]*)(>|#{1,3}(?=\s|$)|-(?=#|\s|$)|\+(?=\s|$))", re.MULTILINE)
_NUMBERED = re.compile(r"^([^\S\n]*\d+)([.)](?=\s|$))", re.MULTILINE)
_COLON = re.compile(r":(?=//|[\w+\\-]+:)")  # addresses and emoji by name
_MENTION = re.compile(r"@(?=everyone|here|[!&]?\d)", re.IGNORECASE)  # the server reads these, and no backslashes

_UNSEEN = "\u00ad\u180e\u200b\u2060-\u2064\ufeff"
"""Signs without width; joiners and direction marks stay, since scripts and emoji are spelt with them."""
_CONTROLS = "\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff"
"""The categories Cc and Cs, which are closed for good; the line break stays."""
_HIDDEN = re.compile(f"[{_UNSEEN}{_CONTROLS}{''.join(BIDI_OVERRIDES)}]")
