"""Discord's limits: a bucket per route and resource, fifty a second over all, and a ban after bad requests."""

import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from tests.discord.server.wire import Json

GLOBAL_PER_SECOND = 50
MAX_INVALID = 10_000
INVALID_WINDOW = 600.0
"""Seconds; topics, "Rate Limits"."""


@dataclass(frozen=True)
class Limit:
    """So many requests in so many seconds."""

    requests: int
    seconds: float


DEFAULT = Limit(10, 5.0)
OF_ROUTE = {
    "POST /channels/{channel_id}/messages": Limit(5, 5.0),
    "PATCH /channels/{channel_id}/messages/{message_id}": Limit(5, 5.0),
    "DELETE /channels/{channel_id}/messages/{message_id}": Limit(5, 1.0),
    "PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji}/@me": Limit(1, 0.25),
    "POST /guilds/{guild_id}/channels": Limit(20, 10.0),
    "POST /users/@me/channels": Limit(40, 1.0),
    "GET /users/{user_id}": Limit(30, 30.0),
    "GET /guilds/{guild_id}/members/{user_id}": Limit(5, 1.0),
}
"""As Discord's headers show them, or guessed where nobody wrote them down: an adapter may rely on headers alone."""
RENAMES = Limit(2, 600.0)
"""Changes of one channel's name or topic; the headers don't show it."""

_MAJOR = ("channel_id", "guild_id", "webhook_id", "token")


@dataclass
class _Window:
    limit: Limit
    ends: float = 0.0
    used: int = 0

    def take(self, now: float) -> float:
        """Take a place; seconds to wait where there is none."""
        if now >= self.ends:
            self.ends, self.used = now + self.limit.seconds, 0
        if self.used >= self.limit.requests:
            return self.ends - now
        self.used += 1
        return 0.0


@dataclass(frozen=True)
class Asked:
    """A request as the limits see it."""

    route: str
    """Method and address with names in place of ids."""
    parameters: Mapping[str, str]
    body: object = None

    @property
    def major(self) -> tuple[str, ...]:
        """The top-level resource."""
        return tuple(self.parameters[name] for name in _MAJOR if name in self.parameters)

    @property
    def interaction(self) -> bool:
        """Whether it belongs to an interaction, which the limit over all doesn't count."""
        return "/interactions/" in self.route or "/webhooks/" in self.route

    @property
    def renames(self) -> bool:
        """Whether it changes a channel's name or topic."""
        changed = isinstance(self.body, dict) and not {"name", "topic"}.isdisjoint(self.body)
        return self.route == "PATCH /channels/{channel_id}" and changed


@dataclass(frozen=True)
class Exceeded:
    """What a 429 says."""

    retry_after: float
    scope: str = "user"

    @property
    def payload(self) -> Json:
        """The rate limit object."""
        message = "The resource is being rate limited." if self.scope == "shared" else "You are being rate limited."
        over_all = self.scope == "global"
        return {"message": message, "retry_after": round(self.retry_after, 3), "global": over_all}

    @property
    def headers(self) -> dict[str, str]:
        """The headers; `Via` tells clients that it comes from Discord and not from its wall."""
        told = {"Retry-After": str(int(self.retry_after) + 1), "X-RateLimit-Scope": self.scope, "Via": "1.1 google"}
        return told | ({"X-RateLimit-Global": "true"} if self.scope == "global" else {})


@dataclass
class Limits:
    """Every bucket of this server's one bot; a test sets `of_route` or `per_second`, or switches all `off`."""

    clock: Callable[[], float] = time.monotonic
    per_second: int = GLOBAL_PER_SECOND
    of_route: dict[str, Limit] = field(default_factory=lambda: dict(OF_ROUTE))
    renames: Limit = RENAMES
    max_invalid: int = MAX_INVALID
    off: bool = False
    pace: float = 1.0
    """How much faster than Discord's the windows pass, for stories that have no time to wait."""
    invalid: int = 0
    """Answers of 401, 403 and 429 (not of shared limits) since the start: ten thousand in ten minutes are a ban."""
    exceeded: int = 0
    """Requests that found no place."""
    _windows: dict[tuple[str, ...], _Window] = field(default_factory=dict)
    _invalid_at: deque[float] = field(default_factory=deque)

    def take(self, asked: Asked) -> Exceeded | None:
        """Give a request its place, or say how long to wait."""
        if self.off:
            return None
        found = self._over_all(asked) or self._in_route(asked)
        if found is not None:
            self.exceeded += 1
        return found

    def headers(self, asked: Asked) -> dict[str, str]:
        """What is told of a route's bucket with each answer."""
        window = self._windows.get((asked.route, *asked.major))
        if self.off or window is None:
            return {}
        left = max(0.0, window.ends - self.clock())
        return {
            "X-RateLimit-Limit": str(window.limit.requests),
            "X-RateLimit-Remaining": str(window.limit.requests - window.used),
            "X-RateLimit-Reset": f"{time.time() + left:.3f}",
            "X-RateLimit-Reset-After": f"{left:.3f}",
            "X-RateLimit-Bucket": blake2b(asked.route.encode(), digest_size=16).hexdigest(),
        }

    def count_answer(self, status: int, scope: str | None) -> None:
        """Count what may lead to a ban."""
        if status in {401, 403, 429} and scope != "shared":
            self.invalid += 1
            self._invalid_at.append(self.clock())

    @property
    def banned(self) -> bool:
        """Whether so many answers were bad that Discord's wall lets nothing through for now."""
        while self._invalid_at and self.clock() - self._invalid_at[0] > INVALID_WINDOW:
            self._invalid_at.popleft()
        return len(self._invalid_at) >= self.max_invalid

    def _over_all(self, asked: Asked) -> Exceeded | None:
        if asked.interaction:
            return None
        wait = self._window("all", limit=Limit(self.per_second, 1.0)).take(self.clock())
        return Exceeded(wait, "global") if wait else None

    def _in_route(self, asked: Asked) -> Exceeded | None:
        now = self.clock()
        limit = self.of_route.get(asked.route, DEFAULT)
        wait = self._window(asked.route, *asked.major, limit=limit).take(now)
        if not wait and asked.renames:
            wait = self._window("renames", *asked.major, limit=self.renames).take(now)
        return Exceeded(wait) if wait else None

    def _window(self, *key: str, limit: Limit) -> _Window:
        limit = Limit(limit.requests, limit.seconds / self.pace)
        window = self._windows.get(key)
        if window is None or window.limit != limit:
            window = self._windows[key] = _Window(limit)
        return window
