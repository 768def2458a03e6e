"""What every call passes: the token, the published description, the limits and the faults on demand."""

import asyncio
import json
from dataclasses import dataclass

from aiohttp import web

from tests.servers.faults import Fault, Faults
from tests.telegram.server.arguments import Arguments, read_arguments
from tests.telegram.server.call import Call, Handler, Result, SlowHandler, find_chat
from tests.telegram.server.contract import UNKNOWN_METHOD, contract, misshapen, refusal
from tests.telegram.server.methods import account, changing, gathering, receiving, sending
from tests.telegram.server.ratelimits import Limits
from tests.telegram.server.refusals import Refused, too_many
from tests.telegram.server.webhooks import Webhooks
from tests.telegram.server.world import World

_SEVERAL = ("message_ids", "media")


@dataclass(frozen=True)
class Asking:
    """A call that was answered; `at` is by the event loop's clock, when it arrived."""

    method: str
    arguments: Arguments
    status: int
    at: float
    took: float
    description: str = ""
    """Of a refusal: what was said."""
    pause: float = 0.0
    """Of a 429: the seconds to wait."""

    @property
    def answered_at(self) -> float:
        """When its answer left."""
        return self.at + self.took

    @property
    def chat(self) -> str | None:
        """The chat that it named."""
        return self.arguments.text("chat_id")


@dataclass(frozen=True)
class Doubt:
    """What is to be said against a call."""

    method: str
    text: str


class Door:
    """The one address of the API: `/bot<token>/<method>`."""

    def __init__(self, world: World, webhooks: Webhooks, limits: Limits, faults: Faults, *, checked: bool) -> None:
        self._world, self._webhooks, self._limits, self._faults = world, webhooks, limits, faults
        self._checked = checked
        quick = account.methods() | sending.methods() | changing.methods() | gathering.methods()
        self._quick: dict[str, tuple[str, Handler]] = {name.lower(): (name, each) for name, each in quick.items()}
        self._slow: dict[str, SlowHandler] = {name.lower(): each for name, each in receiving.methods().items()}
        self.requests: list[Asking] = []
        self.problems: list[Doubt] = []
        self.doubts: list[Doubt] = []

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answer one call."""
        loop, method = asyncio.get_running_loop(), request.match_info["method"]
        arrived = loop.time()
        arguments = await read_arguments(request)
        await asyncio.sleep(self._faults.latency / 2)
        faults = self._faults.drawn(f"{method} {arguments.text('chat_id') or ''}")
        refused, result = None, None
        try:
            result = await self._admitted(request, method, arguments, faults)
            self._check_answer(method, result)
        except Refused as error:
            refused = error
        except Exception as error:  # a fault of this server's own, which a client's retries would hide
            self.problems.append(Doubt(method, f"this server broke: {error!r}"))
            raise
        await asyncio.sleep(self._faults.latency / 2)
        self._note(method, arguments, refused, arrived, loop.time())
        if any(fault.loses_reply for fault in faults) and request.transport is not None:
            request.transport.abort()
        return _answered(result) if refused is None else _refused(refused)

    async def _admitted(self, request: web.Request, method: str, arguments: Arguments, faults: list[Fault]) -> Result:
        if request.match_info["token"] != self._world.bot.token:
            raise Refused(401)
        await asyncio.sleep(sum(fault.seconds for fault in faults))
        failing = next((fault for fault in faults if fault.status is not None), None)
        if failing is not None:
            raise _refusal(failing)
        self._check(method, arguments)
        if not self._limits.counts(method):
            return await self._done(method, arguments)
        chat, messages = self._take_place(arguments)
        try:
            return await self._done(method, arguments)
        except Refused:
            self._limits.give_back(chat, messages)
            raise

    async def _done(self, method: str, arguments: Arguments) -> Result:
        slow, quick = self._slow.get(method.lower()), self._quick.get(method.lower())
        clock = asyncio.get_running_loop().time
        if slow is not None:
            return await slow(Call(self._world, self._webhooks, method, arguments, clock))
        if quick is None:
            self.problems.append(Doubt(method, "this server doesn't know the method"))
            raise Refused(404, "method not found")
        name, handler = quick
        return handler(Call(self._world, self._webhooks, name, arguments, clock))

    def _check(self, method: str, arguments: Arguments) -> None:
        checker = contract() if self._checked else None
        if checker is None:
            return
        found = checker.check(method, arguments.values, files=list(arguments.files))
        for problem in found:
            serious = problem.level == "error" and problem.rule != UNKNOWN_METHOD
            (self.problems if serious else self.doubts).append(Doubt(method, str(problem)))
        refused = refusal(found)
        if refused is not None:
            raise refused

    def _check_answer(self, method: str, result: Result) -> None:
        checker = contract() if self._checked else None
        found = [] if checker is None else misshapen(checker, method, result)
        self.problems += [Doubt(method, f"this server's own answer: {problem}") for problem in found]

    def _take_place(self, arguments: Arguments) -> tuple[int, int]:
        chat = find_chat(self._world, arguments.text("chat_id") or "")
        number = 0 if chat is None else chat.id
        messages = max(1, *(len(arguments.items(name) or []) for name in _SEVERAL))
        wait = self._limits.take(number, messages, group=chat is not None and not chat.is_private)
        if wait:
            raise too_many(wait)
        return number, messages

    def _note(self, method: str, arguments: Arguments, refused: Refused | None, arrived: float, now: float) -> None:
        status, said, pause = 200, "", 0.0
        if refused is not None:
            status, said = refused.status, refused.description
            pause = float((refused.parameters or {}).get("retry_after", 0.0))
        self.requests.append(Asking(method, arguments, status, arrived, now - arrived, said, pause))


def _answered(result: Result) -> web.Response:
    return _json({"ok": True, "result": result}, 200)


def _refused(refused: Refused) -> web.Response:
    return _json(refused.payload(), refused.status)


def _json(data: object, status: int) -> web.Response:
    return web.Response(status=status, body=json.dumps(data).encode(), content_type="application/json")


def _refusal(fault: Fault) -> Refused:
    return too_many(fault.retry_after) if fault.status == 429 else Refused(fault.status or 500, fault.why)
