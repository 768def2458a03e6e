"""What the project says about itself in several files agrees, and names no machine."""

import re
import tomllib
from pathlib import Path

import pytest

import bot

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LOCKS = ("run.txt", "dev.txt", "lock.txt")


def pins(lock: str) -> dict[str, str]:
    """The versions in a lock file, by normalised name."""
    text = (ROOT / "requirements" / lock).read_text()
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def declared_names(requirements: list[str]) -> set[str]:
    """The normalised names of requirements as pyproject.toml writes them."""
    return {re.sub(r"[-_.]+", "-", re.split(r"[\[<>=~!; ]", line)[0]).lower() for line in requirements}


def test_the_program_and_the_project_have_one_version() -> None:
    assert PROJECT["project"]["version"] == bot.__version__


def test_every_declared_dependency_is_pinned() -> None:
    assert declared_names(PROJECT["project"]["dependencies"]) <= pins("run.txt").keys()
    assert declared_names(PROJECT["project"]["optional-dependencies"]["scale"]) <= pins("run.txt").keys()
    assert declared_names(PROJECT["dependency-groups"]["dev"]) <= pins("dev.txt").keys()


def test_a_developer_runs_the_versions_that_everyone_runs() -> None:
    assert pins("run.txt").items() <= pins("dev.txt").items()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_hashes_every_pin_and_names_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text()
    for requirement in re.split(r"\n(?=\S)", text.strip()):
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", requirement), requirement
    assert not re.search(r"https?://|file:|index-url|find-links", text)
