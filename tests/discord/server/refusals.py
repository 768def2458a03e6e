"""What Discord refuses with: status, code and words of its reference."""

from tests.discord.server.wire import Json


class Refused(Exception):
    """A request that is answered with an error."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status, self.code, self.message, self.errors = status, code, message, errors

    def payload(self) -> Json:
        """The error object."""
        detail = {} if self.errors is None else {"errors": self.errors}
        return {"message": self.message, "code": self.code} | detail


def unauthorised() -> Refused:
    """The token is wrong."""
    return Refused(401, 0, "401: Unauthorized")


def not_found() -> Refused:
    """There is no such address."""
    return Refused(404, 0, "404: Not Found")


def unknown(thing: str) -> Refused:
    """What was named isn't there."""
    codes = {
        "Application": 10002, "Channel": 10003, "Guild": 10004, "Member": 10007, "Message": 10008, "Overwrite": 10009,
        "Role": 10011, "User": 10013, "Ban": 10026, "Interaction": 10062, "application command": 10063,
    }  # fmt: skip
    return Refused(404, codes[thing], f"Unknown {thing}")


def missing_access() -> Refused:
    """The bot can't see it."""
    return Refused(403, 50001, "Missing Access")


def missing_permissions() -> Refused:
    """The bot sees it and may not."""
    return Refused(403, 50013, "Missing Permissions")


def wrong_channel_type() -> Refused:
    """That isn't done with channels of this type."""
    return Refused(400, 50024, "Cannot execute action on this channel type")


def empty_message() -> Refused:
    """Nothing to say."""
    return Refused(400, 50006, "Cannot send an empty message")


def archived_thread() -> Refused:
    """Only active threads can be changed."""
    return Refused(400, 50083, "Thread is archived")


def too_many_active_threads() -> Refused:
    """The guild is full of active threads."""
    return Refused(400, 160006, "Maximum number of active threads reached")


def invalid_form(field: str, code: str, message: str) -> Refused:
    """One field is wrong; `field` may be a dotted path."""
    errors: Json = {"_errors": [{"code": code, "message": message}]}
    for part in reversed(field.replace("[", ".").replace("]", "").split(".")):
        errors = {part: errors}
    return Refused(400, 50035, "Invalid Form Body", errors)
