"""Discord's own words: the same keys and facts in every language, none missing and none idle."""

import re
from pathlib import Path

import pytest

from bot.adapters.discord.permissions import RIGHTS

ROOT = Path(__file__).parents[3]
TEXTS = ROOT / "config" / "texts"
SOURCES = ROOT / "bot" / "adapters" / "discord"


def texts(language: str) -> dict[str, str]:
    source = (TEXTS / language / "discord.ftl").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z][a-z0-9_-]*) = (.*)$", source, re.MULTILINE))


def used() -> set[str]:
    sources = [each.read_text(encoding="utf-8") for each in SOURCES.rglob("*.py")]
    said = {key for text in sources for key in re.findall(r"""["'](discord-[a-z-]*[a-z])["']""", text)}
    return said | {f"discord-right-{right}{end}" for right in RIGHTS for end in ("", "-where")}


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_key_exists_and_is_used(language: str) -> None:
    assert texts(language).keys() == used()


def test_languages_take_the_same_facts() -> None:
    facts = [{key: set(re.findall(r"\$\w+", text)) for key, text in texts(each).items()} for each in ("en", "es")]

    assert facts[0] == facts[1]
