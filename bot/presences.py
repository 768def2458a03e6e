"""A platform as the program sees it, and what of the program a platform sees."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from starlette.routing import BaseRoute

from bot.adapters.edge.carried import Carried
from bot.adapters.edge.mailbox import Mailbox
from bot.adapters.edge.notebook import Notebook
from bot.adapters.edge.pacing import UNPACED, Pace, Pacer
from bot.adapters.edge.time_travel import Home, TimeTravel
from bot.adapters.gates import Way
from bot.adapters.health import Probe
from bot.core.dialogue.conversation import Conversation
from bot.core.effects import Surface


@dataclass(frozen=True)
class Backstage:
    """What a platform has of the program behind it."""

    conversation: Conversation
    notebook: Notebook
    mailbox: Mailbox
    holds: Callable[[], Awaitable[bool]]
    """Whether this process is the one that sends to the platform, and so the one that is told."""
    ended: Callable[[], None]
    """To be called where the platform can't go on; leaving its presence then says why."""


Presence = Callable[[Backstage], AbstractAsyncContextManager[None]]
"""A platform's own life beside the program's."""


@dataclass(frozen=True)
class Platform:
    """A platform as the rest of the program sees it: what carries effects out, at which pace, and its pages if any."""

    surface: Surface
    pace: Pace = UNPACED
    pacer: Pacer | None = None
    """What hands out the turns, where the adapter's own answers draw on the same budget."""
    pages: Callable[[Conversation, TimeTravel], Sequence[BaseRoute]] | None = None
    hooks: Callable[[Mailbox], Sequence[BaseRoute]] | None = None
    """Where the platform itself calls."""
    carried: Carried | None = None
    """To be kept fresh while it is at work."""
    way: Way | None = None
    """The ways in from outside."""
    apart: float = 0.0
    """Seconds between two messages in the same public place."""
    home: Home | None = None
    """A community that is founded with the platform."""
    close: Callable[[], None] | None = None
    run: Presence | None = None
    lives: Probe | None = None
    """Whether `run` is at work."""
