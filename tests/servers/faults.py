"""Faults on demand: refusals, lost replies and slowness, drawn from a seed."""

import re
from dataclasses import dataclass
from random import Random


@dataclass
class Fault:
    """One thing that goes wrong with the requests that match, some times or in a share of them."""

    match: re.Pattern[str]
    status: int | None = None
    why: str = ""
    """What Telegram says beside the status."""
    retry_after: float = 1.0
    scope: str = "user"
    """Whose limit it is at Discord that a 429 speaks of: user, global or shared."""
    seconds: float = 0.0
    loses_reply: bool = False
    share: float = 1.0
    times: int | None = None
    """How often yet; without an end where it is none."""
    happened: int = 0

    @property
    def spent(self) -> bool:
        """Whether it has happened as often as it should."""
        return self.times is not None and self.happened >= self.times


class Faults:
    """What goes wrong next.

    Requests are matched by regular expression, as "METHOD /path" at Discord and as "method chat_id" at Telegram.
    """

    def __init__(self, seed: int = 0) -> None:
        self._random = Random(seed)
        self._planned: list[Fault] = []
        self.latency = 0.0
        """Seconds of a round trip: half before a request is looked at, half before its answer leaves."""

    def fail(
        self,
        status: int,
        why: str = "",
        *,
        match: str = "",
        times: int | None = None,
        share: float = 1.0,
        retry_after: float = 1.0,
        scope: str = "user",
    ) -> Fault:
        """Answer with a status and do nothing; 429 comes with `retry_after` seconds (Telegram's are whole ones)."""
        return self._plan(Fault(re.compile(match), status, why, retry_after, scope, share=share, times=times))

    def lose_reply(self, match: str = "", *, times: int | None = 1, share: float = 1.0) -> Fault:
        """Do what is asked, then cut the connection in place of an answer."""
        return self._plan(Fault(re.compile(match), loses_reply=True, share=share, times=times))

    def slow(self, seconds: float, match: str = "", *, times: int | None = None, share: float = 1.0) -> Fault:
        """Let requests wait before they are done."""
        return self._plan(Fault(re.compile(match), seconds=seconds, share=share, times=times))

    def end(self, fault: Fault) -> None:
        """Have one fault be over."""
        self._planned.remove(fault)

    def clear(self) -> None:
        """Have all be well again; the latency stays."""
        self._planned.clear()

    def drawn(self, request: str) -> list[Fault]:
        """What goes wrong with this request: one refusal at most, the one that was planned first."""
        happening: list[Fault] = []
        for fault in self._planned:
            if fault.spent or not fault.match.search(request) or (fault.status and any(f.status for f in happening)):
                continue
            if fault.share >= 1 or self._random.random() < fault.share:
                fault.happened += 1
                happening.append(fault)
        return happening

    def _plan(self, fault: Fault) -> Fault:
        self._planned.append(fault)
        return fault
