"""What can be set, under which names, and what is said of a wrong value."""

import re
from pathlib import Path

import pytest

from bot.settings import (
    CONCERNS,
    LogFormat,
    ShardRange,
    WebchatMode,
    WrongSetting,
    is_secret,
    load_settings,
    names_of,
)

ROOT = Path(__file__).parents[1]
EXAMPLE = (ROOT / ".env.example").read_text("utf-8")
FIELDS = [field for concern in CONCERNS for field in concern.model_fields.values()]


def test_nothing_need_be_set() -> None:
    settings = load_settings({})

    assert settings.web.host == "127.0.0.1"
    assert settings.web.port == 8000
    assert settings.web.webchat is WebchatMode.AUTO
    assert settings.logs.format is LogFormat.AUTO
    assert settings.database_url == f"sqlite:///{Path('data').absolute()}/menteo.sqlite"
    assert settings.is_embedded


def test_the_process_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / ".env"
    file.write_text("MENTEO_WEB_PORT=81\nMENTEO_LOG_LEVEL=debug\n")
    monkeypatch.setenv("MENTEO_WEB_PORT", "82")

    settings = load_settings(env_file=file)

    assert (settings.web.port, settings.logs.level) == (82, "DEBUG")


@pytest.mark.parametrize("url", ["postgres://h/d", "postgresql://h/d", "postgresql+psycopg://h/d"])
def test_a_hosting_platforms_own_names_are_honoured(url: str) -> None:
    settings = load_settings({"DATABASE_URL": url, "PORT": "5000"})

    assert settings.database_url == "postgresql+psycopg://h/d"
    assert not settings.is_embedded
    assert settings.web.port == 5000


def test_our_own_names_go_before_a_hosting_platforms() -> None:
    settings = load_settings({"MENTEO_WEB_PORT": "1", "PORT": "2"})

    assert settings.web.port == 1


def test_a_secret_can_come_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "key"
    file.write_text("k" * 40 + "\n")
    monkeypatch.setenv("MENTEO_SECRET_KEY_FILE", str(file))

    settings = load_settings(env_file=None)

    assert settings.data.secret_key is not None
    assert settings.data.secret_key.get_secret_value() == "k" * 40


def test_a_secret_file_that_is_not_there_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENTEO_SECRET_KEY_FILE", "/nowhere/key")

    with pytest.raises(WrongSetting) as refused:
        load_settings(env_file=None)

    assert (refused.value.setting, refused.value.reason) == ("MENTEO_SECRET_KEY_FILE", "unreadable-file")


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("MENTEO_WEB_PORT", "many", "int-parsing"),
        ("MENTEO_WEB_PORT", "65536", "less-than-equal"),
        ("MENTEO_WEB_PORT", "-1", "greater-than-equal"),
        ("PORT", "many", "int-parsing"),
        ("MENTEO_DISCORD_SHARDS", "0", "shards"),
        ("MENTEO_DISCORD_SHARDS", "4-3/8", "shards"),
        ("MENTEO_DISCORD_SHARDS", "0-8/8", "shards"),
        ("MENTEO_DISCORD_GUILDS", "1;2", "ids"),
        ("MENTEO_DISCORD_GUILDS", "1,", "ids"),
        ("MENTEO_DISCORD_GATEWAY_URL", "https://gateway.example.org", "gateway-address"),
        ("MENTEO_SECRET_KEY", "canary-canary", "key-too-short"),
        ("MENTEO_DATABASE_URL", "mysql://canary:canary@h/d", "database-scheme"),
        ("DATABASE_URL", "canary", "database-scheme"),
        ("MENTEO_WEBCHAT", "perhaps", "enum"),
        ("MENTEO_LOG_LEVEL", "loud", "literal-error"),
        ("MENTEO_LOG_FORMAT", "xml", "enum"),
        ("MENTEO_TELEGRAM_MODE", "pigeon", "literal-error"),
        ("MENTEO_PUBLIC_URL", "example.org", "web-address"),
    ],
)
def test_a_wrong_value_is_refused_by_the_settings_name_and_never_told(
    name: str, value: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(WrongSetting) as refused:
        load_settings(env_file=None)

    assert (refused.value.setting, refused.value.reason) == (name, reason)
    assert refused.value.__cause__ is None
    assert "canary" not in f"{refused.value} {refused.value.facts}"


@pytest.mark.parametrize(
    ("given", "meant"), [("", None), ("auto", None), ("0-3/8", ShardRange(0, 3, 8)), ("7-7/8", ShardRange(7, 7, 8))]
)
def test_shards_are_all_of_them_or_a_range(
    given: str, meant: ShardRange | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTEO_DISCORD_SHARDS", given)

    assert load_settings(env_file=None).discord.shards == meant


def test_guilds_are_given_by_their_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENTEO_DISCORD_GUILDS", "81384788765712384, 41771983423143937")

    assert load_settings(env_file=None).discord.guilds == (81384788765712384, 41771983423143937)


def test_every_secret_is_known_to_whoever_writes_logs() -> None:
    settings = load_settings(
        {
            "MENTEO_SECRET_KEY": "k" * 40,
            "MENTEO_DISCORD_TOKEN": "discord-token",
            "MENTEO_TELEGRAM_TOKEN": "telegram-token",
            "DATABASE_URL": "postgresql://me:p%40ss@h/d",
        }
    )

    secrets = {"k" * 40, "discord-token", "telegram-token", "postgresql+psycopg://me:p%40ss@h/d", "p%40ss", "p@ss"}
    assert set(settings.secrets()) == secrets
    assert "discord-token" not in repr(settings)


@pytest.mark.parametrize(
    ("host", "loopback"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("10.0.0.1", False), ("h", False)]
)
def test_loopback_is_known_from_other_addresses(host: str, loopback: bool) -> None:  # noqa: FBT001 - the expectation
    assert load_settings({"MENTEO_WEB_HOST": host}).web.is_loopback is loopback


def test_the_example_file_documents_every_setting_and_no_other() -> None:
    documented = set(re.findall(r"^#?\s?([A-Z][A-Z_]+)=", EXAMPLE, flags=re.MULTILINE))
    settable = {names_of(field)[0] for field in FIELDS}

    assert documented == settable


@pytest.mark.parametrize("field", [field for field in FIELDS if not is_secret(field)], ids=lambda f: names_of(f)[0])
def test_the_example_file_gives_the_default(field: object) -> None:
    [name, *_] = names_of(field)  # type: ignore[arg-type]  # parametrised over fields
    [given] = re.findall(rf"^#?\s?{name}=(.*)$", EXAMPLE, flags=re.MULTILINE)
    with_example, without = load_settings({name: given}), load_settings({})

    assert with_example == without


def test_an_example_file_taken_as_it_is_sets_nothing(tmp_path: Path) -> None:
    assert load_settings(env_file=ROOT / ".env.example") == load_settings(env_file=None)
