"""What Telegram says to a request that it refuses, in its own words."""

from math import ceil

from tests.telegram.server.wire import Json

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_NAMES = {
    400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict",
    413: "Request Entity Too Large", 429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway",
    503: "Service Unavailable", 504: "Gateway Timeout",
}  # fmt: skip


class Refused(Exception):
    """A request that is answered with an error."""

    def __init__(self, status: int, why: str = "", parameters: Json | None = None) -> None:
        name = _NAMES.get(status, "Error")
        self.status, self.parameters = status, parameters
        self.description = f"{name}: {why}" if why else name
        super().__init__(f"{status} {self.description}")

    def payload(self) -> Json:
        """The answer's body."""
        told: Json = {"ok": False, "error_code": self.status, "description": self.description}
        return told if self.parameters is None else told | {"parameters": self.parameters}


def bad_request(why: str) -> Refused:
    """It can't be done as asked."""
    return Refused(400, why)


def forbidden(why: str) -> Refused:
    """The bot may not, or somebody doesn't want it."""
    return Refused(403, why)


def too_many(retry_after: float) -> Refused:
    """Too much in too short a time; whole seconds, as Telegram tells them."""
    seconds = max(1, ceil(retry_after))
    return Refused(429, f"retry after {seconds}", {"retry_after": seconds})


def upgraded(to: int) -> Refused:
    """The group has become a supergroup with another id."""
    return Refused(400, "group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": to})


def other_poller() -> Refused:
    """A later getUpdates ended this one."""
    return Refused(409, "terminated by other getUpdates request; make sure that only one bot instance is running")
