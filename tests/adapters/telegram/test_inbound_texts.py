"""The words that coming in takes are there in every language, with the same facts."""

import re
from pathlib import Path

import pytest

from bot.adapters.telegram import entering, groups, menus, pressing, private

ROOT = Path(__file__).parents[3]
MODULES = (entering, groups, menus, pressing, private)


def texts(language: str) -> dict[str, str]:
    source = (ROOT / "config" / "texts" / language / "telegram.ftl").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z][a-z0-9_-]*) = (.*)$", source, re.MULTILINE))


def used() -> set[str]:
    sources = [Path(str(each.__file__)).read_text(encoding="utf-8") for each in MODULES]
    return {key for text in sources for key in re.findall(r"\"(telegram-[a-z-]*[a-z])\"", text)}


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_key_exists(language: str) -> None:
    assert used() <= texts(language).keys()


def test_languages_take_the_same_facts() -> None:
    facts = [{key: set(re.findall(r"\$\w+", texts(each)[key])) for key in used()} for each in ("en", "es")]

    assert facts[0] == facts[1]


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_the_bot_says_of_itself_is_short_enough(language: str) -> None:
    """At most 512 and 120 characters (setMyDescription, setMyShortDescription)."""
    assert len(texts(language)["telegram-description"]) <= 512
    assert len(texts(language)["telegram-short-description"]) <= 120
