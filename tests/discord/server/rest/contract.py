"""Every request held against the published description of the API."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Protocol

from tests.discord.server.refusals import Refused, invalid_form
from tests.servers.contracts import Problem, checker_of


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
    return found


def refusal(problems: Iterable[Problem]) -> Refused | None:
    """What Discord would say to the first error among them."""
    for problem in problems:
        if problem.level == "error":
            field = problem.where.removeprefix("body").lstrip(".") or "_body"
            return invalid_form(field, problem.rule, problem.message)
    return None
