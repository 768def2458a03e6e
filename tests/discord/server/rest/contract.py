"""Every request held against the published description of the API."""

import importlib.util
import json
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from tests.discord.server.refusals import Refused, invalid_form

FOLDER = Path(__file__).resolve().parents[4] / ".." / "shared" / "contracts"


class Problem(Protocol):
    """What a request has wrong."""

    rule: str
    where: str
    message: str
    level: str


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
    path = FOLDER / "discord_contract.py"
    if not path.is_file():
        return None
    spec = importlib.util.spec_from_file_location("discord_contract", path)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    checker: Contract = module.DiscordContract(json.loads((FOLDER / "discord_openapi.json").read_text("utf-8")))
    return checker


def refusal(problems: Iterable[Problem]) -> Refused | None:
    """What Discord would say to the first error among them."""
    for problem in problems:
        if problem.level == "error":
            field = problem.where.removeprefix("body").lstrip(".") or "_body"
            return invalid_form(field, problem.rule, problem.message)
    return None
