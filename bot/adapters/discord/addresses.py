"""Where Discord is: discord.py keeps its addresses on classes of its own, for the whole process."""

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route


def use_api(url: str) -> None:
    """Have everything asked of a REST API: its base with the version, without a slash at the end."""
    Route.BASE = url


def use_gateway(url: str) -> None:
    """Have new sessions begun at a gateway; one that is resumed goes to where Discord said."""
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url)
