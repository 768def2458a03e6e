"""Telegram's own words: the same keys and facts in every language, none missing and none idle."""

import re
from pathlib import Path

import pytest

from bot.adapters.telegram.homes import RIGHTS
from bot.core.ui.speech import AttachmentKind

ROOT = Path(__file__).parents[3]
TEXTS = ROOT / "config" / "texts"
SOURCES = ROOT / "bot" / "adapters" / "telegram"


def texts(language: str) -> dict[str, str]:
    source = (TEXTS / language / "telegram.ftl").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z][a-z0-9_-]*) = (.*)$", source, re.MULTILINE))


def used() -> set[str]:
    sources = [each.read_text(encoding="utf-8") for each in SOURCES.rglob("*.py")]
    said = {key for text in sources for key in re.findall(r"""["'](telegram-[a-z-]*[a-z])["']""", text)}
    rights = {f"telegram-right-{right}{end}" for right in RIGHTS for end in ("", "-where")}
    return said | rights | {f"telegram-file-{kind.value}" for kind in AttachmentKind}


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_key_exists_and_is_used(language: str) -> None:
    assert texts(language).keys() == used()


def test_languages_take_the_same_facts() -> None:
    facts = [{key: set(re.findall(r"\$\w+", text)) for key, text in texts(each).items()} for each in ("en", "es")]

    assert facts[0] == facts[1]
