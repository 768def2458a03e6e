"""Why Discord doesn't let Menteo in, where trying again wouldn't help."""

from enum import Enum


class Reason(Enum):
    """What is wrong."""

    TOKEN = "token"  # noqa: S105  the word, not one of them
    INTENTS = "intents"
    SHARDS = "shards"


class LockedOut(Exception):
    """Discord won't have it; somebody has to change something first."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


CLOSED = {4004: Reason.TOKEN, 4010: Reason.SHARDS, 4011: Reason.SHARDS, 4013: Reason.INTENTS, 4014: Reason.INTENTS}
"""The gateway's close codes that are final (Opcodes and Status Codes: Gateway Close Event Codes)."""
