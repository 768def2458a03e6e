"""Links to the bot, as a client understands them when somebody follows one."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from tests.telegram.server.members import Right, rights_named

_PARAMETER = re.compile(r"[A-Za-z0-9_-]{0,64}")


class ClientRefuses(Exception):
    """Somebody tried what their client doesn't let them do."""


@dataclass(frozen=True)
class DeepLink:
    """What a link to a bot asks the client to do."""

    username: str
    start: str | None = None
    """To be sent to the private chat."""
    start_group: str | None = None
    """To be sent to a group that the bot is added to."""
    rights: Right | None = None
    """To be asked for there."""


def deep_link(link: str) -> DeepLink | None:
    """Read a link; None where it leads elsewhere."""
    address = urlsplit(link)
    if address.scheme == "tg" and address.netloc == "resolve":
        asked = parse_qs(address.query, keep_blank_values=True)
        username = "".join(asked.get("domain", []))
    elif address.scheme in {"http", "https"} and address.netloc == "t.me" and address.path.count("/") == 1:
        asked, username = parse_qs(address.query, keep_blank_values=True), address.path.strip("/")
    else:
        return None
    parameters = {name: values[0] for name, values in asked.items()}
    for name in ("start", "startgroup"):
        if not _PARAMETER.fullmatch(parameters.get(name, "")):
            raise ClientRefuses(f"{parameters[name]!r} isn't 64 or fewer of A-Z, a-z, 0-9, _ and -")
    rights = rights_named(parameters["admin"]) if "admin" in parameters else None
    return DeepLink(username, parameters.get("start"), parameters.get("startgroup"), rights)
