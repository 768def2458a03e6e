"""Users, and the application whose bot is one of them."""

from dataclasses import dataclass, field
from enum import IntFlag

from tests.discord.server.wire import Json


class ApplicationFlag(IntFlag):
    """Privileged intents, as the application's flags show them while it is unverified."""

    PRESENCES = 1 << 13
    GUILD_MEMBERS = 1 << 15
    MESSAGE_CONTENT = 1 << 19


@dataclass(eq=False)
class User:
    """An account at Discord."""

    id: int
    name: str
    """The unique one; what people read is `global_name`."""
    global_name: str | None = None
    bot: bool = False
    locale: str = "en-GB"
    """The language of the person's client, which interactions tell."""
    takes_direct_messages: bool = True

    @property
    def display_name(self) -> str:
        """What people read where no nickname is set."""
        return self.global_name or self.name

    @property
    def mention(self) -> str:
        """What mentions this user in a text."""
        return f"<@{self.id}>"

    def payload(self) -> Json:
        """The user object."""
        return {
            "id": str(self.id),
            "username": self.name,
            "global_name": self.global_name,
            "discriminator": "0000" if self.bot else "0",
            "avatar": None,
            "avatar_decoration_data": None,
            "primary_guild": None,
            "public_flags": 0,
            "flags": 0,
            "bot": self.bot,
        }


@dataclass
class Application:
    """What is registered in the developer portal."""

    id: int
    name: str
    owner: User
    bot: User
    token: str
    flags: ApplicationFlag = ApplicationFlag.GUILD_MEMBERS
    """The privileged intents that are switched on in the portal."""
    public: bool = True
    redirect_uris: list[str] = field(default_factory=list)

    def payload(self) -> Json:
        """The application object, as its own bot sees it."""
        return {
            "id": str(self.id),
            "name": self.name,
            "icon": None,
            "description": "",
            "summary": "",
            "type": None,
            "verify_key": "0" * 64,
            "flags": int(self.flags),
            "bot": self.bot.payload(),
            "bot_public": self.public,
            "bot_require_code_grant": False,
            "owner": self.owner.payload(),
            "team": None,
            "redirect_uris": list(self.redirect_uris),
            "interactions_endpoint_url": None,
            "role_connections_verification_url": None,
            "approximate_guild_count": 0,
            "approximate_user_install_count": 0,
            "integration_types_config": {"0": {}},
        }
