"""A Telegram of our own, for an adapter that talks to it."""

from tests.adapters.telegram.talking import presence, talking  # noqa: F401  fixtures that tests here stand on
from tests.telegram.conftest import ana, ben, bot, library_settings, server, unhurried  # noqa: F401  the same
