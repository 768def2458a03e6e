"""What Menteo asks Discord to be told of: the least that does the job, each with its reason.

Message content is asked for where the application has it: in rooms that are carried to another platform. Direct
messages, mentions of the bot, and what a message command is used on, carry their text without.
"""

from typing import Final

import discord

INTENTS: Final = (
    "guilds",  # being brought to a guild and sent away; channels and threads that somebody deletes
    "guild_messages",  # comments in growth threads are counted; what they say isn't sent without message content
    "guild_reactions",  # reactions in rooms that are carried to another platform are carried, too
    "dm_messages",  # plain words in a direct message are answered
    "moderation",  # somebody who is banned leaves the programme, also where arrivals and departures aren't told
    "integrations",  # tells who brought Menteo to a guild: they get the first message
)
"""By discord.py's names. None of these is privileged."""

PRIVILEGED: Final = ("members", "message_content")
"""Who arrives, leaves or takes another name, and what is said in a guild without mentioning the bot, is told with
these alone, and the application has to have them."""


def intents_for(flags: discord.ApplicationFlags) -> discord.Intents:
    """Choose what to ask for; an intent that the application doesn't have would close the gateway (4014)."""
    intents = discord.Intents.none()
    for name in INTENTS:
        setattr(intents, name, True)
    intents.members = knows_members(flags)
    intents.message_content = reads_messages(flags)
    return intents


def knows_members(flags: discord.ApplicationFlags) -> bool:
    """Tell whether the application has the privileged intent: by review, or below 10,000 users by a switch."""
    return flags.gateway_guild_members or flags.gateway_guild_members_limited


def reads_messages(flags: discord.ApplicationFlags) -> bool:
    """Tell whether the application has the privileged intent to read messages, in one of the same two ways."""
    return flags.gateway_message_content or flags.gateway_message_content_limited
