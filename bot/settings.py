"""What an operator can set, from the environment and `.env`: one small class per concern, named in full.

Only `app.py`, the command line and the simulation read these.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import unquote, urlsplit

from pydantic import AfterValidator, AliasChoices, BeforeValidator, Field, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

SHORTEST_KEY = 32
"""Characters of a secret key: HMAC-SHA-256 wants as many bytes as it gives (RFC 2104)."""

_DATABASE_FILE = "menteo.sqlite"
_POSTGRES = "postgresql+psycopg://"
_SPELLINGS = {"postgres": _POSTGRES, "postgresql": _POSTGRES, "postgresql+psycopg": _POSTGRES, "sqlite": "sqlite://"}
_LOOPBACK_NAME = "localhost"
_AUTO = "auto"
_RANGE = re.compile(r"([0-9]{1,5})-([0-9]{1,5})/([0-9]{1,5})")
_GIVEN = {"given": "yes"}
"""Tells an empty environment that was given from one that wasn't."""


class WrongSetting(Exception):
    """A setting that the program can't start with: `reason` names a text, `facts` are what it needs. Never a value."""

    def __init__(self, setting: str, reason: str, **facts: str | int) -> None:
        super().__init__(f"{setting}: {reason}")
        self.setting, self.reason, self.facts = setting, reason, facts


class _Refused(ValueError):
    """What one of our own checks says no with: the reason's key and what its text needs."""

    def __init__(self, reason: str, **facts: str | int) -> None:
        super().__init__(reason)
        self.reason, self.facts = reason, facts


class WebchatMode(Enum):
    """Whether the local web chat is served: where nothing else is set, always, or never."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


@dataclass(frozen=True)
class ShardRange:
    """The shards of one process, out of all that the work is shared by."""

    first: int
    last: int
    count: int


class LogFormat(Enum):
    """How log lines are written: for eyes on a terminal and for machines elsewhere, or always one way."""

    AUTO = "auto"
    CONSOLE = "console"
    JSON = "json"


def _database_url(value: SecretStr) -> SecretStr:
    scheme, found, rest = value.get_secret_value().partition("://")
    if not found or scheme not in _SPELLINGS:
        raise _Refused("database-scheme")
    return SecretStr(_SPELLINGS[scheme] + rest)


def _secret_key(value: SecretStr) -> SecretStr:
    if len(value.get_secret_value().encode()) < SHORTEST_KEY:
        raise _Refused("key-too-short", shortest=SHORTEST_KEY)
    return value


def _web_address(value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise _Refused("web-address")
    return value.rstrip("/")


def _gateway_address(value: str) -> str:
    if value and not value.startswith(("ws://", "wss://")):
        raise _Refused("gateway-address")
    return value


def _shards(value: object) -> ShardRange | None:
    """Read `auto`, or a range such as `0-3/8`."""
    if value is None or isinstance(value, ShardRange) or value == _AUTO:
        return value if isinstance(value, ShardRange) else None
    numbers = _RANGE.fullmatch(str(value))
    shards = ShardRange(*map(int, numbers.groups())) if numbers else None
    if shards is None or not shards.first <= shards.last < shards.count:
        raise _Refused("shards")
    return shards


def _ids(value: object) -> tuple[int, ...]:
    """Read ids with commas between them."""
    given = [each.strip() for each in str(value).split(",")] if isinstance(value, str) else []
    if not all(each.isdecimal() and each.isascii() for each in given):
        raise _Refused("ids")
    return tuple(map(int, given))


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


WebAddress = Annotated[str, AfterValidator(_web_address)]


class _Files(PydanticBaseSettingsSource):
    """Reads a secret from the file that `<SETTING>_FILE` names, as container platforms hand them over."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        for name in names_of(field):
            if path := os.environ.get(f"{name}_FILE"):
                return _read_secret(f"{name}_FILE", Path(path)), name, False
        return None, field_name, False

    def __call__(self) -> dict[str, Any]:
        secrets = {name: field for name, field in self.settings_cls.model_fields.items() if is_secret(field)}
        found = [self.get_field_value(field, name) for name, field in secrets.items()]
        return {key: value for value, key, _ in found if value is not None}


class _Concern(BaseSettings):
    model_config = SettingsConfigDict(
        env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  pydantic-settings names it
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        if init_settings():  # an environment was given: the process's own doesn't count
            return (init_settings,)
        return env_settings, _Files(settings_cls), dotenv_settings


class DataSettings(_Concern):
    """What is kept, and with which key buttons are signed."""

    directory: Path = Field(Path("data"), validation_alias="MENTEO_DATA_DIR")
    secret_key: Annotated[SecretStr, AfterValidator(_secret_key)] | None = Field(
        None, validation_alias="MENTEO_SECRET_KEY"
    )


class DatabaseSettings(_Concern):
    """Where the programme's data is: an SQLite file in the data directory unless set."""

    url: Annotated[SecretStr, AfterValidator(_database_url)] | None = Field(
        None, validation_alias=AliasChoices("MENTEO_DATABASE_URL", "DATABASE_URL")
    )


class DiscordSettings(_Concern):
    """Discord."""

    token: SecretStr | None = Field(None, validation_alias="MENTEO_DISCORD_TOKEN")
    api_url: WebAddress = Field("https://discord.com/api/v10", validation_alias="MENTEO_DISCORD_API_URL")
    gateway_url: Annotated[str, AfterValidator(_gateway_address)] = Field(
        "", validation_alias="MENTEO_DISCORD_GATEWAY_URL"
    )
    """Empty: the one that the API names."""
    shards: Annotated[ShardRange | None, NoDecode, BeforeValidator(_shards)] = Field(
        None, validation_alias="MENTEO_DISCORD_SHARDS"
    )
    """None: as many as Discord asks for, all of them in this process."""
    guilds: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_ids)] = Field(
        (), validation_alias="MENTEO_DISCORD_GUILDS"
    )


class TelegramSettings(_Concern):
    """Telegram."""

    token: SecretStr | None = Field(None, validation_alias="MENTEO_TELEGRAM_TOKEN")
    api_url: WebAddress = Field("https://api.telegram.org", validation_alias="MENTEO_TELEGRAM_API_URL")
    mode: Literal["polling", "webhook"] = Field("polling", validation_alias="MENTEO_TELEGRAM_MODE")

    @property
    def is_called(self) -> bool:
        """Whether Telegram brings its updates to us."""
        return self.token is not None and self.mode == "webhook"


class WebSettings(_Concern):
    """The web server, and the web chat on it."""

    webchat: WebchatMode = Field(WebchatMode.AUTO, validation_alias="MENTEO_WEBCHAT")
    host: str = Field("127.0.0.1", validation_alias="MENTEO_WEB_HOST")
    port: int = Field(8000, ge=0, le=65535, validation_alias=AliasChoices("MENTEO_WEB_PORT", "PORT"))
    public_url: WebAddress | None = Field(None, validation_alias="MENTEO_PUBLIC_URL")

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach it."""
        try:
            return self.host == _LOOPBACK_NAME or ip_address(self.host).is_loopback
        except ValueError:
            return False


class LogSettings(_Concern):
    """What is logged and how."""

    level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = Field(
        "INFO", validation_alias="MENTEO_LOG_LEVEL"
    )
    format: LogFormat = Field(LogFormat.AUTO, validation_alias="MENTEO_LOG_FORMAT")


CONCERNS: tuple[type[_Concern], ...] = (
    DataSettings,
    DatabaseSettings,
    DiscordSettings,
    TelegramSettings,
    WebSettings,
    LogSettings,
)


@dataclass(frozen=True)
class Settings:
    """All of it."""

    data: DataSettings
    database: DatabaseSettings
    discord: DiscordSettings
    telegram: TelegramSettings
    web: WebSettings
    logs: LogSettings

    @property
    def database_url(self) -> str:
        """The database's address, for SQLAlchemy; it may hold a password."""
        if self.database.url is not None:
            return self.database.url.get_secret_value()
        return f"sqlite:///{self.data.directory.absolute() / _DATABASE_FILE}"

    @property
    def is_embedded(self) -> bool:
        """Whether everything is one process over SQLite."""
        return self.database_url.startswith("sqlite")

    def secrets(self) -> tuple[str, ...]:
        """List what must never be logged."""
        known = (self.data.secret_key, self.database.url, self.discord.token, self.telegram.token)
        values = [secret.get_secret_value() for secret in known if secret is not None]
        password = urlsplit(self.database_url).password
        return (*values, *([password, unquote(password)] if password else []))


def load_settings(environment: Mapping[str, str] | None = None, env_file: Path | None = Path(".env")) -> Settings:
    """Read all settings, or raise `WrongSetting`; a given `environment` is read instead of the process's and `.env`."""
    return Settings(
        data=_load(DataSettings, environment, env_file),
        database=_load(DatabaseSettings, environment, env_file),
        discord=_load(DiscordSettings, environment, env_file),
        telegram=_load(TelegramSettings, environment, env_file),
        web=_load(WebSettings, environment, env_file),
        logs=_load(LogSettings, environment, env_file),
    )


def names_of(field: FieldInfo) -> tuple[str, ...]:
    """List the names under which a setting can be given, its own first."""
    alias = field.validation_alias
    return tuple(map(str, alias.choices)) if isinstance(alias, AliasChoices) else (str(alias),)


def is_secret(field: FieldInfo) -> bool:
    """Tell whether a setting may hold a secret."""
    return "SecretStr" in str(field.annotation)


Concern = TypeVar("Concern", bound=_Concern)


def _load(concern: type[Concern], environment: Mapping[str, str] | None, env_file: Path | None) -> Concern:
    try:
        if environment is not None:
            given = {name: value for name, value in environment.items() if value}
            return concern.model_validate(_GIVEN | given)
        return concern(_env_file=env_file)
    except ValidationError as error:
        # The cause is left out on purpose: it could hold the value.
        raise _wrong(concern, error) from None


def _wrong(concern: type[_Concern], invalid: ValidationError) -> WrongSetting:
    error = invalid.errors(include_url=False, include_input=False)[0]
    place = str(error["loc"][0])
    known = [names_of(field) for field in concern.model_fields.values()]
    names = next((names for names in known if place in names), (place,))
    setting = place if place != names[0] else next((name for name in names if name in os.environ), place)
    context = error.get("ctx", {})
    if isinstance(refused := context.get("error"), _Refused):
        return WrongSetting(setting, refused.reason, **refused.facts)
    facts = {name: str(value) for name, value in context.items()}
    return WrongSetting(setting, error["type"].replace("_", "-"), **facts)


def _read_secret(setting: str, path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise WrongSetting(setting, "unreadable-file") from None
