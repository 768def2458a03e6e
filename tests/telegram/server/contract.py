"""Every call held against the published description of the Bot API."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Protocol

from tests.servers.contracts import Problem, checker_of
from tests.telegram.server.refusals import Refused, bad_request

UNKNOWN_METHOD = "S-METHOD"
"""The description is of one version: newer methods are unknown to it, and refused by servers of that version."""
_WORDS = {
    ("L-LONG", "text"): "message is too long",
    ("L-SHORT", "text"): "message text is empty",
    ("S-REQUIRED", "text"): "message text is empty",
    ("L-LONG", "caption"): "message caption is too long",
    ("L-LONG", "callback_data"): "BUTTON_DATA_INVALID",
    ("L-SHORT", "callback_data"): "BUTTON_DATA_INVALID",
    ("S-REQUIRED", "chat_id"): "chat_id is empty",
    ("L-LONG", "name"): "TOPIC_TITLE_EMPTY",
    ("L-SHORT", "name"): "TOPIC_TITLE_EMPTY",
    ("L-ENUM", "emoji"): "REACTION_INVALID",
}
"""What Telegram says to some of them, by rule and field."""


class Contract(Protocol):
    """The checker of the published description."""

    methods: Mapping[str, Mapping[str, list[str]]]

    def check(
        self, method: str, params: Mapping[str, object] | None = None, files: Iterable[str] = ()
    ) -> list[Problem]: ...

    def _as(
        self,
        where: str,
        v: object,
        t: str,
        e: list[Problem],
        wire: bool,  # noqa: FBT001 - theirs
        files: Iterable[str],
    ) -> object: ...


@cache
def contract() -> Contract | None:
    """The checker, where its folder lies beside this repository."""
    found: Contract | None = checker_of("telegram_contract", "TelegramContract", "telegram_bot_api.json")
    return found


def refusal(problems: Iterable[Problem]) -> Refused | None:
    """What Telegram would say to the first error among them."""
    for problem in problems:
        if problem.rule == UNKNOWN_METHOD:
            return Refused(404, "method not found")
        if problem.level == "error":
            field = problem.where.rpartition(".")[2]
            said = problem.message if problem.rule == "X-ENTITIES" else f"{problem.where}: {problem.message}"
            return bad_request(_WORDS.get((problem.rule, field), said))
    return None


def misshapen(checker: Contract, method: str, result: object) -> list[Problem]:
    """What is wrong with an answer of our own: the same description says what it should be."""
    found: list[list[Problem]] = []
    for wanted in checker.methods.get(method, {}).get("returns", []):
        problems: list[Problem] = []
        checker._as(method, result, wanted, problems, False, ())  # noqa: SLF001, FBT003 - it has no public way to types
        found.append(problems)
    return min(found, key=len, default=[])
