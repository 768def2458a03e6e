"""The ways in that a code opens: links into the bot's private chat, or into a group that it is added to."""

_PARAMETERS = {"connect": "startgroup", "room": "startgroup"}
"""Where a group is to be chosen first (Deep Linking); every other purpose is for the private chat."""


def way(username: str, purpose: str, code: str = "") -> str:
    """Make the link; codes and purposes are of `A-Za-z0-9_-`, together 64 at most (Deep Linking)."""
    told = f"{purpose}-{code}" if code else purpose
    return f"https://t.me/{username}?{_PARAMETERS.get(purpose, 'start')}={told}"
