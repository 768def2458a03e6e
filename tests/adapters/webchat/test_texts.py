"""The page's own words: the same keys in every language, none missing and none idle."""

import re
from pathlib import Path

import pytest

from bot.adapters.webchat.server.model import Part, PlaceKind
from bot.core.ui.views import Tone

ROOT = Path(__file__).parents[3]
TEXTS = ROOT / "config" / "texts"
SOURCES = ROOT / "bot" / "adapters" / "webchat"


def keys(language: str) -> set[str]:
    text = (TEXTS / language / "webchat.ftl").read_text()
    return set(re.findall(r"^([a-z][a-z0-9-]*) =", text, re.MULTILINE))


def used() -> set[str]:
    sources = [each.read_text() for ending in ("*.py", "*.html") for each in SOURCES.rglob(ending)]
    found = {key for text in sources for key in re.findall(r"""["'](webchat-[a-z-]*[a-z])["']""", text)}
    made = {f"webchat-{stem}-{part.value}" for stem in ("part",) for part in Part}
    made |= {f"webchat-{stem}-{kind.value}" for stem in ("section", "topic", "empty") for kind in PlaceKind}
    made |= {f"webchat-none-{kind}" for kind in ("thread", "room")}
    made |= {f"webchat-tone-{tone.value}" for tone in Tone if tone is not Tone.PLAIN}
    made |= {f"webchat-language-{each}" for each in ("browser", "en", "es")}
    return found | made


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_key_exists_and_is_used(language: str) -> None:
    assert keys(language) == used()
