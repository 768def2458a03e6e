"""Marks: what sets apart the rooms and threads that have to share a chat."""

import re
import unicodedata
from base64 import b32encode
from hashlib import sha256

LONGEST_HASHTAG = 40
"""Characters, so that one is read at a glance; Telegram publishes no limit."""
_SUFFIX = 5


def room_mark(key: str) -> str:
    """Make the mark of a room from its effect's key: the same at every try."""
    return f"r{_digest(key)}"


def hashtag(title: str, key: str) -> str:
    """Make a hashtag from a title, in the letters that every client links; its end is the effect's own."""
    plain = (
        unicodedata.normalize("NFKD", re.sub(r"['\u2019]s?\b", "", title)).encode("ascii", "ignore").decode().lower()
    )
    words = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[: LONGEST_HASHTAG - _SUFFIX - 1].strip("_")
    suffix = _digest(key)[:_SUFFIX]
    return f"{words or 'growth'}_{suffix}"


def _digest(key: str) -> str:
    return b32encode(sha256(key.encode()).digest()).decode().lower()[:10]
