"""What Menteo must be allowed to do in a guild, and the link that asks for exactly that.

Each right has its reason in `docs/discord.md` and in the texts `discord-right-...`.
"""

from typing import Final
from urllib.parse import urlencode

import discord

from bot.core.ui.inbound import Right

SCOPES: Final = ("bot", "applications.commands")

RIGHTS: Final = (
    "view_channel",
    "manage_channels",
    "manage_roles",
    "send_messages",
    "send_messages_in_threads",
    "create_public_threads",
    "create_private_threads",
    "manage_threads",
    "attach_files",
    "read_message_history",
    "pin_messages",
)
"""By discord.py's names, in the order in which a moderator is told of them."""

PERMISSIONS: Final = discord.Permissions(**dict.fromkeys(RIGHTS, True))

AUTHORISE: Final = "https://discord.com/oauth2/authorize"


def rights_of(granted: discord.Permissions) -> tuple[Right, ...]:
    """Say of each right whether it is granted; administrators have them all."""
    return tuple(Right(name, granted.administrator or getattr(granted, name)) for name in RIGHTS)


def invitation(application: int | str) -> str:
    """Make the link that brings the bot to a guild with these rights."""
    asked = {"client_id": application, "scope": " ".join(SCOPES), "permissions": PERMISSIONS.value}
    return f"{AUTHORISE}?{urlencode(asked)}"
