"""The Spanish texts keep to the words, and to the ways of addressing people, that docs/translating.md lays down."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import parse
from fluent.syntax.ast import Message

ROOT = Path(__file__).parents[1]
TEXTS = sorted((ROOT / "config" / "texts" / "es").glob("*.ftl"))
SEVERAL = re.compile(r"\b(vosotr[oa]s|vuestr[oa]s?|os|ustedes|usted|\w+áis)\b", re.IGNORECASE)
"""Words by which two or more are addressed, or one by *usted*."""
NAMES = re.compile(r"/\w+( \w+)?|--\w+|\$\w+|\[[\w-]+\]")
"""Commands, options, facts and their cases, which keep their names."""


def shunned() -> list[str]:
    """List the words that the glossary says are never used."""
    rows = [line.split("|") for line in (ROOT / "docs" / "translating.md").read_text("utf-8").splitlines()]
    table = [row for row in rows if len(row) == 5 and not row[1].startswith((" Word", " ---"))]
    return [word.strip() for row in table for word in row[3].split(",") if word.strip()]


def sentences(file: Path) -> Iterator[tuple[str, str]]:
    """Take the words that are read out of a file of texts, by key."""
    text = file.read_text("utf-8")
    for entry in parse(text).body:
        if isinstance(entry, Message) and entry.value and entry.value.span:
            yield entry.id.name, NAMES.sub(" ", text[entry.value.span.start : entry.value.span.end])


def test_the_glossary_says_what_is_never_said() -> None:
    assert {"mentee", "moderador", "tarea"} <= set(shunned())


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_a_text_keeps_to_the_glossary(file: Path) -> None:
    never = re.compile(rf"\b({'|'.join(shunned())})", re.IGNORECASE)

    assert [(key, found[0]) for key, words in sentences(file) for found in never.finditer(words)] == []


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_nobody_is_addressed_but_one_and_as_a_friend(file: Path) -> None:
    assert [(key, found[0]) for key, words in sentences(file) for found in SEVERAL.finditer(words)] == []
