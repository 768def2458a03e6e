"""Which intent lets a gateway session be told of an event, as Discord groups events into intents."""

from enum import IntFlag

_EVERYBODY = 0


class Intent(IntFlag):
    """The bits of an identify's `intents` that the server knows how to tell apart."""

    GUILDS = 1 << 0
    GUILD_MEMBERS = 1 << 1
    GUILD_MODERATION = 1 << 2
    GUILD_INTEGRATIONS = 1 << 4
    GUILD_PRESENCES = 1 << 8
    GUILD_MESSAGES = 1 << 9
    GUILD_REACTIONS = 1 << 10
    GUILD_TYPING = 1 << 11
    DIRECT_MESSAGES = 1 << 12
    DIRECT_REACTIONS = 1 << 13
    DIRECT_TYPING = 1 << 14
    MESSAGE_CONTENT = 1 << 15
    GUILD_SCHEDULED_EVENTS = 1 << 16


HIGHEST = 1 << 26
"""No intent lies at or above this bit: such an identify is closed with 4013."""

_PRIVILEGED = {
    Intent.GUILD_PRESENCES: 1 << 12 | 1 << 13,
    Intent.GUILD_MEMBERS: 1 << 14 | 1 << 15,
    Intent.MESSAGE_CONTENT: 1 << 18 | 1 << 19,
}
"""The application flags (for verified and for small applications) of which one enables the intent."""

_GUILD_EVENTS = (
    (("GUILD_MEMBER_",), Intent.GUILD_MEMBERS),
    (("GUILD_BAN_", "GUILD_AUDIT_"), Intent.GUILD_MODERATION),
    (("INTEGRATION_",), Intent.GUILD_INTEGRATIONS),
    (("GUILD_SCHEDULED_EVENT_",), Intent.GUILD_SCHEDULED_EVENTS),
    (("MESSAGE_REACTION_",), Intent.GUILD_REACTIONS),
    (("MESSAGE_",), Intent.GUILD_MESSAGES),
    (("TYPING_",), Intent.GUILD_TYPING),
    (("PRESENCE_",), Intent.GUILD_PRESENCES),
    (("GUILD_", "CHANNEL_", "THREAD_"), Intent.GUILDS),
)
_DIRECT_EVENTS = (
    (("MESSAGE_REACTION_",), Intent.DIRECT_REACTIONS),
    (("MESSAGE_", "CHANNEL_PINS_"), Intent.DIRECT_MESSAGES),
    (("TYPING_",), Intent.DIRECT_TYPING),
)


def needed(name: str, *, in_guild: bool) -> int:
    """Return the intent without which an event is not told; none for those that everybody is told of."""
    for beginnings, intent in _GUILD_EVENTS if in_guild else _DIRECT_EVENTS:
        if name.startswith(beginnings):
            return intent
    return _EVERYBODY


def disallowed(intents: int, application_flags: int) -> bool:
    """Whether an identify asks for a privileged intent that the application has not enabled."""
    return any(intents & intent and not application_flags & flags for intent, flags in _PRIVILEGED.items())
