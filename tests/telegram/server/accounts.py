"""Users, and the bot that is one of them."""

from dataclasses import dataclass, field

from tests.telegram.server.wire import Json, present

TOKEN = "7000000001:AAF-a-token-of-this-server-alone-000000"
ANONYMOUS_ID = 1_087_968_824
"""Who speaks where an administrator of a group stays anonymous (Message, "from")."""


@dataclass(eq=False)
class User:
    """An account at Telegram."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "en"
    is_bot: bool = False
    is_deactivated: bool = False

    @property
    def name(self) -> str:
        """What people read."""
        return f"{self.first_name} {self.last_name or ''}".strip()

    def payload(self) -> Json:
        """The user object."""
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name} | present(
            last_name=self.last_name, username=self.username, language_code=self.language_code
        )


ANONYMOUS = User(ANONYMOUS_ID, "Group", username="GroupAnonymousBot", language_code=None, is_bot=True)


@dataclass
class Bot:
    """What is registered with BotFather."""

    user: User
    token: str = TOKEN
    reads_all_group_messages: bool = False
    """Whether its privacy mode is off; an administrator reads all either way."""
    has_topics_enabled: bool = False
    """Whether its private chats have topics."""
    users_create_topics: bool = False
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    """Name, description and short description, by method and language."""
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """Its user's id."""
        return self.user.id

    @property
    def username(self) -> str:
        """What links and commands name."""
        return self.user.username or ""

    def payload(self) -> Json:
        """The user object as getMe tells it."""
        return self.user.payload() | {
            "can_join_groups": True,
            "can_read_all_group_messages": self.reads_all_group_messages,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": self.has_topics_enabled,
            "allows_users_to_create_topics": self.users_create_topics,
        }
