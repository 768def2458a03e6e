"""Guilds with their roles and members."""

from dataclasses import dataclass, field
from datetime import datetime

from tests.discord.server.accounts import User
from tests.discord.server.wire import Json, maybe_id, maybe_moment, moment

MAX_CHANNELS = 500
"""Channels of a guild, categories counted, threads not (error 30013)."""
MAX_IN_CATEGORY = 50
MAX_ACTIVE_THREADS = 1000
"""Error 160006."""


@dataclass(eq=False)
class Role:
    """A role; a bot's own is managed and names the bot."""

    id: int
    name: str
    permissions: int
    position: int = 1
    mentionable: bool = False
    of_bot: int | None = None

    def payload(self) -> Json:
        """The role object."""
        return {
            "id": str(self.id),
            "name": self.name,
            "description": None,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "icon": None,
            "unicode_emoji": None,
            "position": self.position,
            "permissions": str(int(self.permissions)),
            "managed": self.of_bot is not None,
            "mentionable": self.mentionable,
            "flags": 0,
            **({} if self.of_bot is None else {"tags": {"bot_id": str(self.of_bot)}}),
        }


@dataclass(eq=False)
class Member:
    """A user in a guild."""

    user: User
    joined_at: datetime
    nick: str | None = None
    roles: set[int] = field(default_factory=set)
    """Ids, without that of @everyone."""
    timed_out_until: datetime | None = None
    timed_out: bool = False

    @property
    def display_name(self) -> str:
        """What people read in this guild."""
        return self.nick or self.user.display_name

    def payload(self, *, with_user: bool = True) -> Json:
        """The member object; in a message it comes without its user."""
        return {
            "nick": self.nick,
            "avatar": None,
            "banner": None,
            "roles": [str(role) for role in sorted(self.roles)],
            "joined_at": moment(self.joined_at),
            "premium_since": None,
            "deaf": False,
            "mute": False,
            "flags": 0,
            "pending": False,
            "communication_disabled_until": maybe_moment(self.timed_out_until),
            "avatar_decoration_data": None,
            **({"user": self.user.payload()} if with_user else {}),
        }


@dataclass(eq=False)
class Guild:
    """A guild; its channels stand in the world's register."""

    id: int
    name: str
    owner_id: int
    locale: str = "en-US"
    features: list[str] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    bans: dict[int, str | None] = field(default_factory=dict)
    system_channel_id: int | None = None
    max_active_threads: int = MAX_ACTIVE_THREADS
    """Lower in a test that hasn't the patience for a thousand."""
    max_channels: int = MAX_CHANNELS
    max_in_category: int = MAX_IN_CATEGORY

    @property
    def everyone(self) -> Role:
        """The role that every member holds; it has the guild's id."""
        return self.roles[self.id]

    def top_position(self, member: Member) -> int:
        """How high a member stands: the position of the highest of their roles."""
        return max((self.roles[role].position for role in member.roles), default=0)

    def payload(self) -> Json:
        """The guild object of REST, without what only the gateway adds (channels, threads, members)."""
        return {
            "id": str(self.id),
            "name": self.name,
            "icon": None,
            "splash": None,
            "discovery_splash": None,
            "banner": None,
            "description": None,
            "owner_id": str(self.owner_id),
            "application_id": None,
            "region": "deprecated",
            "afk_channel_id": None,
            "afk_timeout": 300,
            "verification_level": 1,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "nsfw": False,
            "premium_tier": 0,
            "premium_subscription_count": 0,
            "premium_progress_bar_enabled": False,
            "preferred_locale": self.locale,
            "features": list(self.features),
            "roles": [role.payload() for role in self.roles.values()],
            "emojis": [],
            "stickers": [],
            "system_channel_id": maybe_id(self.system_channel_id),
            "system_channel_flags": 0,
            "rules_channel_id": None,
            "public_updates_channel_id": None,
            "safety_alerts_channel_id": None,
            "vanity_url_code": None,
            "max_members": 500_000,
            "max_presences": None,
            "max_video_channel_users": 25,
            "max_stage_video_channel_users": 50,
            "widget_enabled": False,
            "incidents_data": None,
        }
