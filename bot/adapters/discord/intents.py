"""What Menteo asks Discord to be told of: the least that does the job, each with its reason.

Message content is not among them: direct messages, and what a message command is used on, carry their text without.
"""

from typing import Final

import discord

INTENTS: Final = (
    "guilds",  # being brought to a guild and sent away; channels and threads that somebody deletes
    "guild_messages",  # comments in growth threads are counted; what they say isn't sent without message content
    "dm_messages",  # plain words in a direct message are answered
    "moderation",  # somebody who is banned leaves the programme, also where arrivals and departures aren't told
    "integrations",  # tells who brought Menteo to a guild: they get the first message
)
"""By discord.py's names. None of these is privileged."""

PRIVILEGED: Final = "members"
"""Who arrives, leaves or takes another name is told with this one alone, and the application has to have it."""


def intents_for(flags: discord.ApplicationFlags) -> discord.Intents:
    """Choose what to ask for; an intent that the application doesn't have would close the gateway (4014)."""
    intents = discord.Intents.none()
    for name in INTENTS:
        setattr(intents, name, True)
    intents.members = knows_members(flags)
    return intents


def knows_members(flags: discord.ApplicationFlags) -> bool:
    """Tell whether the application has the privileged intent: by review, or below 10,000 users by a switch."""
    return flags.gateway_guild_members or flags.gateway_guild_members_limited
