"""Reading a framework that somebody attached: YAML or TOML, and what can't be used by line, field and reason."""

import pytest

from bot.adapters.library.attached import DEEPEST, framework_from, line_of
from bot.core.domain.framework_errors import FrameworkUnreadable
from tests.adapters.library.test_installing import TOML, YAML


def refusal(text: str) -> tuple[object, object, str]:
    """What is said of a file that can't be used."""
    with pytest.raises(FrameworkUnreadable) as refused:
        framework_from(text)
    facts = refused.value.facts
    return facts["line"], facts["field"], str(facts["reason"])


def test_yaml_and_toml_are_told_apart_by_what_is_in_them() -> None:
    assert framework_from(YAML) == framework_from(TOML)
    assert framework_from(f"# yaml-language-server: $schema=x\n\n{YAML}").title == "Kitchen"
    assert framework_from(f"#:schema framework.schema.json\n{TOML}").title == "Kitchen"


def test_what_does_not_fit_is_named_by_line_field_and_reason() -> None:
    assert refusal(YAML.replace("version: 1", "version: 0")) == (
        2,
        "version",
        "Input should be greater than or equal to 1",
    )
    assert refusal(YAML.replace("{level: 2", "{level: 9"))[:2] == (20, "roles.0.requires.knives.level")
    assert refusal(TOML.replace("level = 2", "level = 9"))[:2] == (30, "roles.0.requires.knives.level")
    assert refusal(YAML.replace("ladder: stove", "ladder: rung"))[0] == 17
    assert refusal("id: [kitchen")[0] == 2
    assert refusal('id = "kitchen')[0] == 1
    assert refusal("") == (1, "none", "Input should be a valid dictionary or instance of FrameworkDocument")


def test_what_would_grow_beyond_what_is_written_is_refused() -> None:
    line, _, reason = refusal(f"a: &a [x, x]\nb: [*a, *a]\n{YAML}")
    assert (line, reason) == (2, "write it out: *a only points to it")
    deep = f"a: {'[' * (DEEPEST + 1)}{']' * (DEEPEST + 1)}\n"
    assert refusal(deep) == (1, "none", "has too many parts within parts")
    assert refusal(f"a = {'[' * 5000}{']' * 5000}\n")[2] == "has too many parts within parts"


def test_a_part_is_found_by_its_line() -> None:
    assert line_of(YAML, ("roles", 0, "id")) == 15
    assert line_of(TOML, ("roles", 0, "id")) == 25


@pytest.mark.parametrize(
    ("text", "why", "limit"),
    [
        (YAML.replace("title: Kitchen\n", ""), "missing", ""),
        (f"{YAML}more: 1\n", "unknown", ""),
        (YAML.replace("version: 1", "version: 0"), "low", "1"),
        (YAML.replace("importance: 4", "importance: 6"), "high", "5"),
        (YAML.replace("version: 1", "version: first"), "number", ""),
        (YAML.replace("title: Kitchen", "title: 12"), "text", ""),
        (YAML.replace("title: Kitchen", f"title: {'x' * 61}"), "long", "60"),
        (YAML.replace(", 5: Forges.", ""), "few", "5"),
        (YAML.replace("kind: hard", "kind: firm"), "choice", "'hard' or 'soft'"),
        (YAML.replace("[cutting]", "cutting"), "shape", ""),
        ("- kitchen\n", "shape", ""),
        (YAML.replace("id: kitchen", "id: My kitchen"), "id", ""),
        (YAML.replace("language: en", "language: english"), "language", ""),
        (YAML.replace("title: Stove", "title: ''"), "blank", ""),
        (YAML.replace("ladder: stove", "ladder: rung"), "other", ""),
        ("id: [", "other", ""),
    ],
)
def test_why_something_does_not_fit_can_be_said_in_any_language(text: str, why: str, limit: str) -> None:
    with pytest.raises(FrameworkUnreadable) as refused:
        framework_from(text)

    assert (refused.value.facts["why"], refused.value.facts["limit"]) == (why, limit)
