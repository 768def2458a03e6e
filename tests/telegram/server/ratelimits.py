"""Telegram's limits: so many messages a second over all, one a second in a chat, twenty a minute in a group."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

OVER_ALL = 30
"""Messages in any one second ("Broadcasting to users")."""
OF_GROUP = 20
"""Messages in any one minute to the same group (same place)."""
PENALTY = 5.0
"""Seconds for which nothing more is taken after a breach; Telegram tells some and publishes no figure."""
_SENDS = ("send", "copymessage", "forwardmessage")
_EDITS = "editmessage"
_FREE = frozenset({"sendchataction"})


@dataclass
class _Window:
    seconds: float
    taken: deque[float] = field(default_factory=deque)
    shut_until: float = 0.0

    def take(self, now: float, most: int, messages: int) -> bool:
        """Count messages; false where they are more than fit."""
        while self.taken and self.taken[0] <= now - self.seconds:
            self.taken.popleft()
        self.taken.extend([now] * messages)
        return len(self.taken) <= most


@dataclass
class Limits:
    """Every limit of this server's one bot; a test sets a figure, the `pace`, or switches all `off`."""

    clock: Callable[[], float] = time.monotonic
    over_all: int = OVER_ALL
    burst: int = 1
    """Messages that a chat takes at once; then it takes as many in as many seconds."""
    slack: float = 0.05
    """Seconds that the network may take off the distance of two messages to a chat."""
    of_group: int = OF_GROUP
    penalty: float = PENALTY
    pace: float = 1.0
    """How much faster than Telegram's the windows and penalties pass, for stories that have no time to wait."""
    edits_count: bool = False
    """Whether editing counts as sending does: the published limits speak of messages alone."""
    off: bool = False
    exceeded: int = 0
    """Requests that were refused, those within a penalty too."""
    breaches: int = 0
    """Requests that started a penalty."""
    _windows: dict[tuple[str, int], _Window] = field(default_factory=dict)

    def counts(self, method: str) -> bool:
        """Whether a method draws on the limits."""
        name = method.lower()
        sends = name.startswith(_SENDS) and name not in _FREE
        return sends or (self.edits_count and name.startswith(_EDITS))

    def take(self, chat: int, messages: int, *, group: bool) -> float:
        """Give messages their place; the seconds to wait where there is none."""
        if self.off:
            return 0.0
        wait = self._wait(chat, messages, group=group)
        self.exceeded += wait > 0
        return wait

    def give_back(self, chat: int, messages: int) -> None:
        """Take the last messages back out: they were refused for another reason."""
        for key in (("all", 0), ("chat", chat), ("group", chat)):
            taken = self._windows[key].taken if key in self._windows else deque[float]()
            for _ in range(min(messages, len(taken))):
                taken.pop()

    def _wait(self, chat: int, messages: int, *, group: bool) -> float:
        now = self.clock()
        kinds = [(self._window("all", 0, 1.0), self.over_all)]
        kinds += [(self._window("chat", chat, self.burst - self.slack), max(self.burst, messages))]
        kinds += [(self._window("group", chat, 60.0), self.of_group)] if group else []
        wait = max(window.shut_until - now for window, _ in kinds)
        if wait > 0:
            return wait
        for window, most in kinds:
            if not window.take(now, most, messages):
                window.shut_until = now + self.penalty / self.pace
                self.breaches += 1
                return self.penalty / self.pace
        return 0.0

    def _window(self, kind: str, chat: int, seconds: float) -> _Window:
        window = self._windows.setdefault((kind, chat), _Window(seconds))
        window.seconds = seconds / self.pace
        return window
