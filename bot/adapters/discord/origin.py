"""Who did something on Discord and where, in the core's words."""

import discord

from bot.adapters.discord.permissions import rights_of
from bot.core.ui.inbound import Origin, Where

PLATFORM = "discord"


def origin_of(interaction: discord.Interaction) -> Origin:
    """Read an interaction's origin; in a direct message the core knows which community is meant."""
    guild = interaction.guild_id
    granted = interaction.permissions
    return Origin(
        platform=PLATFORM,
        community=str(guild) if guild else "",
        account=str(interaction.user.id),
        name=interaction.user.display_name,
        where=Where.COMMUNITY if guild else Where.PRIVATE,
        place=str(interaction.channel_id or ""),
        update=str(interaction.id),
        is_administrator=granted.administrator or granted.manage_guild,
        language=interaction.locale.value,
        rights=rights_of(interaction.app_permissions) if guild else (),
        handle=interaction.user.name,
    )
