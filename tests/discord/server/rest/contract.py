"""Every request held against the published description of the API."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Protocol

from tests.discord.server.refusals import Refused, invalid_form
from tests.servers.contracts import Problem, checker_of

_ID = re.compile(r"/\d+")
_MOST = 1000
"""Requests that are remembered."""


class Contract(Protocol):
    """The checker of the published description."""

    def check(
        self,
        method: str,
        path: str,
        body: Any = None,  # noqa: ANN401 - JSON
        *,
        query: Mapping[str, str] | None = None,
        files: int = 0,
        reason: str | None = None,
    ) -> list[Problem]: ...


@cache
def contract() -> Contract | None:
    """The checker, where its folder lies beside this repository."""
    found: Contract | None = checker_of("discord_contract", "DiscordContract", "discord_openapi.json")
    return found and Remembering(found)


class Remembering:
    """Asks once about what is said again and again, as are all the commands at each start; ids in paths don't count."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._found: dict[str, list[Problem]] = {}

    def check(
        self,
        method: str,
        path: str,
        body: Any = None,  # noqa: ANN401 - JSON
        *,
        query: Mapping[str, str] | None = None,
        files: int = 0,
        reason: str | None = None,
    ) -> list[Problem]:
        """Ask the checker, unless such a request was checked before."""
        asked = json.dumps([method, _ID.sub("/1", path), body, dict(query or {}), files, reason])
        if asked not in self._found:
            if len(self._found) >= _MOST:
                self._found.clear()
            self._found[asked] = self._contract.check(method, path, body, query=query, files=files, reason=reason)
        return self._found[asked]


def refusal(problems: Iterable[Problem]) -> Refused | None:
    """What Discord would say to the first error among them."""
    for problem in problems:
        if problem.level == "error":
            field = problem.where.removeprefix("body").lstrip(".") or "_body"
            return invalid_form(field, problem.rule, problem.message)
    return None
