"""Topics of forums and private chats: what they may be called."""

LONGEST_NAME = 128
"""Characters (createForumTopic)."""


def topic_name(title: str) -> str:
    """Cut a title to what a topic may be called."""
    plain = " ".join(title.split())
    return plain if len(plain) <= LONGEST_NAME else plain[: LONGEST_NAME - 1] + "…"
