"""Who is in a chat, as what, and with which rights."""

from dataclasses import dataclass
from enum import Flag, StrEnum, auto
from functools import reduce
from operator import or_

from tests.telegram.server.accounts import User
from tests.telegram.server.wire import Json, present


class Status(StrEnum):
    """The statuses of a chat member."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"


class Right(Flag):
    """What an administrator may be allowed; the names are those of the Bot API in capitals, without `can_`."""

    MANAGE_CHAT = auto()
    DELETE_MESSAGES = auto()
    MANAGE_VIDEO_CHATS = auto()
    RESTRICT_MEMBERS = auto()
    PROMOTE_MEMBERS = auto()
    CHANGE_INFO = auto()
    INVITE_USERS = auto()
    POST_STORIES = auto()
    EDIT_STORIES = auto()
    DELETE_STORIES = auto()
    POST_MESSAGES = auto()
    EDIT_MESSAGES = auto()
    PIN_MESSAGES = auto()
    MANAGE_TOPICS = auto()


NO_RIGHTS = Right(0)
ALL_RIGHTS = ~NO_RIGHTS
_IN_CHANNELS = Right.POST_MESSAGES | Right.EDIT_MESSAGES
_IN_GROUPS = Right.PIN_MESSAGES
_IN_SUPERGROUPS = _IN_GROUPS | Right.MANAGE_TOPICS
_ONLY_SOMEWHERE = _IN_CHANNELS | _IN_SUPERGROUPS
RIGHTS_OF = {
    "channel": ALL_RIGHTS & ~_ONLY_SOMEWHERE | _IN_CHANNELS,
    "group": ALL_RIGHTS & ~_ONLY_SOMEWHERE | _IN_GROUPS,
    "supergroup": ALL_RIGHTS & ~_ONLY_SOMEWHERE | _IN_SUPERGROUPS,
}
"""Which rights there are in a chat of a type."""


@dataclass
class Member:
    """Somebody in a chat, or once in it."""

    user: User
    status: Status
    rights: Right = NO_RIGHTS
    is_anonymous: bool = False
    title: str | None = None
    chat_type: str = "supergroup"

    @property
    def is_present(self) -> bool:
        """Whether they are in the chat now."""
        return self.status not in {Status.LEFT, Status.KICKED}

    @property
    def administers(self) -> bool:
        """Whether they are the owner or an administrator."""
        return self.status in {Status.CREATOR, Status.ADMINISTRATOR}

    def may(self, right: Right) -> bool:
        """Whether they have a right that only administrators have."""
        return self.status is Status.CREATOR or (self.status is Status.ADMINISTRATOR and right in self.rights)

    def payload(self) -> Json:
        """The chat member object."""
        told: Json = {"status": str(self.status), "user": self.user.payload()}
        match self.status:
            case Status.CREATOR:
                return told | {"is_anonymous": self.is_anonymous} | present(custom_title=self.title)
            case Status.ADMINISTRATOR:
                rights = {_wire_name(right): right in self.rights for right in RIGHTS_OF[self.chat_type]}
                fixed = {"can_be_edited": False, "is_anonymous": self.is_anonymous}
                return told | fixed | rights | present(custom_title=self.title)
            case Status.KICKED:
                return told | {"until_date": 0}
            case _:
                return told


def rights_named(names: str) -> Right:
    """The rights that a link's `admin=` asks for: names of the Bot API without `can_`, joined by a plus."""
    asked = {name.upper() for name in names.replace("+", " ").split()}
    return reduce(or_, (right for right in Right if right.name in asked), Right.MANAGE_CHAT)


def _wire_name(right: Right) -> str:
    return f"can_{(right.name or '').lower()}"
