"""A Discord of our own, for adapters that talk to it."""

from tests.discord.conftest import harbour, server  # noqa: F401  fixtures that tests here stand on
