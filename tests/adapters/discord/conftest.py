"""A Discord of our own, for adapters that talk to it."""

from tests.discord.conftest import discord_server, harbour, server  # noqa: F401  fixtures that tests here stand on
