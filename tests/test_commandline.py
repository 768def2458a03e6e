"""The program as an operator meets it: what it says on its two streams and how it ends."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

import pytest

from bot import __version__
from bot.__main__ import cli
from bot.commandline import (
    BAD_CONTENT,
    CONFIG,
    DATA_IN_USE,
    DATABASE_TROUBLE,
    FAILED,
    PORT_TAKEN,
    UNCLEAR,
    WRONG_SETTING,
)

ROOT = Path(__file__).parents[1]
CANARY = "canary-canary-canary-canary-canary"


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


class Menteo:
    """The command line called in this process: quicker than a process each; logs are left as they are."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def __call__(self, *arguments: str, **settings: str) -> Ended:
        with self._monkeypatch.context() as patch:
            for name, value in settings.items():
                patch.setenv(name, value)
            code = cli(list(arguments), result_action="return_int_as_exit_code_else_zero")
        out, err = self._capsys.readouterr()
        return Ended(code, out, err)


@pytest.fixture
def menteo(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Menteo:
    monkeypatch.setattr("bot.logs.set_up_logs", lambda *_, **__: None)
    monkeypatch.chdir(tmp_path)  # the checkout's own `.env` is out of sight
    return Menteo(capsys, monkeypatch)


@contextmanager
def started(cwd: Path, port: str = "0") -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running program, with the one line that it prints."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--port", port],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline()
        finally:
            process.kill()


def url_in(line: str) -> str:
    said, _, url = line.strip().rpartition(" ")
    assert said == "Menteo is ready at"
    return url


def test_help_lists_the_commands_without_loading_an_adapter(menteo: Menteo) -> None:
    probe = "import sys, bot.__main__; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()

    ended = menteo("--help")

    assert ended.code == 0
    commands = (
        "run", "web", "worker", "migrate", "doctor", "simulate", "gallery", "match", "discord", "import", "gap",
    )  # fmt: skip
    assert [command for command in commands if f" {command} " not in ended.out] == []
    assert not {
        "sqlalchemy",
        "starlette",
        "uvicorn",
        "apscheduler",
        "pydantic",
        "babel",
        "bot.app",
        "discord",
        "numpy",
    } & set(loaded)


def test_the_version_is_told(menteo: Menteo) -> None:
    assert menteo("--version").out.strip() == __version__


def test_it_says_in_one_line_that_it_is_ready_and_ends_when_asked(tmp_path: Path) -> None:
    with started(tmp_path) as (process, line):
        with urllib.request.urlopen(f"{url_in(line)}/readyz") as ready:  # noqa: S310 - our own address
            status = ready.status
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=30)

    assert status == HTTPStatus.OK
    assert (process.returncode, out, err) == (0, "", "")


def test_a_second_start_on_the_same_data_is_refused_and_one_after_a_kill_is_not(tmp_path: Path, menteo: Menteo) -> None:
    with started(tmp_path) as (process, line):
        assert url_in(line)
        second = menteo("run", "--port", "0")
        assert second.code == DATA_IN_USE
        assert f"number {process.pid})" in second.err
        assert len(second.err.splitlines()) == 1
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=30)

    with started(tmp_path) as (_, line):
        assert url_in(line)


def test_a_taken_port_is_said_in_a_sentence(menteo: Menteo) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])

        ended = menteo("run", "--port", port)

    assert ended.code == PORT_TAKEN
    assert port in ended.err
    assert len(ended.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("command", "settings", "named"),
    [
        ("run", {"MENTEO_WEB_PORT": "many"}, "MENTEO_WEB_PORT: "),
        ("run", {"MENTEO_TELEGRAM_TOKEN": CANARY, "MENTEO_TELEGRAM_MODE": "webhook"}, "MENTEO_PUBLIC_URL: "),
        ("run", {"MENTEO_DISCORD_SHARDS": "canary"}, "MENTEO_DISCORD_SHARDS: "),
        ("run", {"MENTEO_DATABASE_URL": f"mysql://me:{CANARY}@h/d"}, "MENTEO_DATABASE_URL: "),
        ("run", {"MENTEO_SECRET_KEY": "canary"}, "MENTEO_SECRET_KEY: "),
        ("run", {"MENTEO_WEBCHAT": "canary"}, "MENTEO_WEBCHAT: "),
        ("doctor", {"MENTEO_LOG_LEVEL": "canary"}, "MENTEO_LOG_LEVEL: "),
        ("web", {}, "MENTEO_DATABASE_URL: "),
        ("worker", {}, "MENTEO_DATABASE_URL: "),
    ],
)
def test_a_wrong_setting_stops_the_start_with_its_name_and_the_reason(
    menteo: Menteo, command: str, settings: dict[str, str], named: str
) -> None:
    ended = menteo(command, **settings)

    assert ended.code == WRONG_SETTING
    assert ended.out == ""
    assert ended.err.startswith(named)
    assert len(ended.err.splitlines()) == 1
    assert "canary" not in ended.err


@pytest.mark.parametrize("command", ["run", "worker", "migrate"])
def test_a_database_that_is_away_is_said_in_a_sentence(menteo: Menteo, command: str) -> None:
    ended = menteo(command, MENTEO_DATABASE_URL=f"postgresql://me:{CANARY}@127.0.0.1:1/d")

    assert ended.code == DATABASE_TROUBLE
    assert len(ended.err.splitlines()) == 1
    assert CANARY not in ended.err


def test_a_database_file_that_is_none_is_said_in_a_sentence(menteo: Menteo, data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "menteo.sqlite").write_text("this was never a database, though it is long enough to be one" * 20)

    ended = menteo("run", "--port", "0")

    assert ended.code == DATABASE_TROUBLE
    assert len(ended.err.splitlines()) == 1


def test_content_that_cannot_be_used_stops_the_start_by_file_and_line(
    menteo: Menteo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = shutil.copytree(CONFIG, tmp_path / "config")
    spoilt = config / "programmes" / "sprint.yaml"
    spoilt.write_text(spoilt.read_text("utf-8").replace("weeks:", "weeks: many #"), "utf-8")
    monkeypatch.setattr("bot.app.CONFIG", config)

    ended = menteo("run", "--port", "0")

    assert ended.code == BAD_CONTENT
    assert "sprint.yaml:" in ended.err
    assert ": weeks: " in ended.err
    assert len(ended.err.splitlines()) == 1


def test_migrating_can_be_done_by_itself_and_again(menteo: Menteo, data_dir: Path) -> None:
    for _ in range(2):
        assert menteo("migrate").code == 0

    assert (data_dir / "menteo.sqlite").exists()


def test_doctor_finds_everything_well_before_and_after_the_first_start(menteo: Menteo, data_dir: Path) -> None:
    before = menteo("doctor")
    assert not data_dir.exists(), "a doctor changes nothing"
    menteo("migrate")
    after = menteo("doctor", "--json")

    assert before.code == 0, before
    assert after.code == 0, after
    told = json.loads(after.out)
    assert told["ok"] is True
    assert [each["part"] for each in told["checks"]] == ["data", "zones", "content", "database"]


def test_doctor_runs_beside_the_program(tmp_path: Path, menteo: Menteo) -> None:
    with started(tmp_path) as (_, line):
        assert url_in(line)
        assert menteo("doctor").code == 0


def test_doctor_says_what_is_wrong_and_looks_at_the_rest(menteo: Menteo) -> None:
    ended = menteo(
        "doctor",
        "--json",
        MENTEO_DATA_DIR="/dev/null/data",
        MENTEO_DATABASE_URL="postgresql://127.0.0.1:1/d",
    )

    assert ended.code == FAILED
    told = json.loads(ended.out)
    assert {each["part"]: each["ok"] for each in told["checks"]} == {
        "data": False,
        "zones": True,
        "content": True,
        "database": False,
    }


def test_the_gallery_shows_every_view_and_form(menteo: Menteo) -> None:
    as_text = menteo("gallery", "--language", "es")
    as_data = menteo("gallery", "--json")

    assert as_text.code == as_data.code == 0
    shown = json.loads(as_data.out)
    assert {each["kind"] for each in shown} == {"view", "form"}
    assert as_text.out.count("== ") == len(shown)


def test_every_way_to_end_is_told_apart() -> None:
    codes = {FAILED, WRONG_SETTING, DATA_IN_USE, PORT_TAKEN, DATABASE_TROUBLE, BAD_CONTENT, UNCLEAR}

    assert len(codes) == 7
    assert 0 not in codes
