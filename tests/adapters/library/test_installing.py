"""Adding a framework file to an installation."""

import json
from pathlib import Path

import pytest
from pydantic.fields import FieldInfo

from bot.adapters.library.content import ConfigLibrary
from bot.adapters.library.documents import CompetencyPart, FrameworkDocument, LadderPart, RolePart
from bot.adapters.library.drafting import Change
from bot.adapters.library.installing import install_framework
from bot.adapters.library.loading import BadContent
from bot.adapters.library.shelf import Shelf
from bot.core.domain.ids import FrameworkId, RoleId

CONFIG = Path(__file__).parents[3] / "config"
SHIPPED = CONFIG / "frameworks"
YAML = """\
id: kitchen
version: 1
language: en
title: Kitchen
summary: From peeling to leading.
ladders:
  - {id: stove, title: Stove, family: kitchen}
competencies:
  - id: knives
    title: Knives
    kind: hard
    aliases: [cutting]
    indicators: {1: Peels., 2: Cuts., 3: Carves., 4: Teaches., 5: Forges.}
roles:
  - id: cook
    title: Cook
    ladder: stove
    level: 1
    requires:
      knives: {level: 2, importance: 4}
"""
TOML = """\
id = "kitchen"
version = 1
language = "en"
title = "Kitchen"
summary = "From peeling to leading."

[[ladders]]
id = "stove"
title = "Stove"
family = "kitchen"

[[competencies]]
id = "knives"
title = "Knives"
kind = "hard"
aliases = ["cutting"]
[competencies.indicators]
1 = "Peels."
2 = "Cuts."
3 = "Carves."
4 = "Teaches."
5 = "Forges."

[[roles]]
id = "cook"
title = "Cook"
ladder = "stove"
level = 1
[roles.requires.knives]
level = 2
importance = 4
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    return tmp_path / "data" / "frameworks"


def written(tmp_path: Path, text: str, name: str = "any-name.yaml") -> Path:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize(("text", "ending"), [(YAML, ".yaml"), (TOML, ".toml")])
def test_a_framework_file_joins_those_of_the_library(tmp_path: Path, installed: Path, text: str, ending: str) -> None:
    library = ConfigLibrary(CONFIG, installed)
    assert len(library.frameworks("en")) == 3

    told = install_framework(written(tmp_path, text, f"file{ending}"), SHIPPED, installed)

    assert (told.is_new, told.is_changed, told.framework.id) == (True, True, "kitchen")
    framework, role = library.role(RoleId("cook"), "es")
    assert (framework.title, role.title) == ("Kitchen", "Cook")
    assert Shelf(SHIPPED, installed).open(FrameworkId("kitchen")).role_names()[0].title == "Cook"
    library.check()


def test_the_same_again_changes_nothing_and_neither_does_another_format(tmp_path: Path, installed: Path) -> None:
    install_framework(written(tmp_path, YAML), SHIPPED, installed)

    assert not install_framework(written(tmp_path, YAML), SHIPPED, installed).is_changed
    assert not install_framework(written(tmp_path, TOML, "file.toml"), SHIPPED, installed).is_changed
    assert [each.name for each in installed.iterdir()] == ["kitchen.yaml"]


def test_a_higher_version_takes_the_place_of_a_lower_one_and_says_what_changed(tmp_path: Path, installed: Path) -> None:
    install_framework(written(tmp_path, YAML), SHIPPED, installed)
    later = TOML.replace("version = 1", "version = 2").replace("Peels.", "Peels well.").replace('"cook"', '"chef"')

    told = install_framework(written(tmp_path, later, "file.toml"), SHIPPED, installed)

    assert (told.is_new, told.is_changed) == (False, True)
    assert told.changes == {"competencies": Change(0, 1, 0), "roles": Change(1, 0, 1)}
    assert [each.name for each in installed.iterdir()] == ["kitchen.toml"]


@pytest.mark.parametrize(
    ("text", "name", "old", "new", "trouble"),
    [
        (YAML, "f.yaml", "kind: hard", "kind: heavy", "f.yaml:11: competencies.0.kind: "),
        (YAML, "f.yaml", "level: 2", "level: 6", "f.yaml:20: roles.0.requires.knives.level: "),
        (
            YAML,
            "f.yaml",
            "ladder: stove",
            "ladder: oven",
            "f.yaml:17: roles.0.ladder: cook stands on a ladder that isn't here: oven",
        ),
        (YAML, "f.yaml", "title: Knives", "title: {Knives", "f.yaml:11: "),
        (TOML, "f.toml", 'kind = "hard"', 'kind = "heavy"', "f.toml:15: competencies.0.kind: "),
        (TOML, "f.toml", "level = 2", "level = 6", "f.toml:30: roles.0.requires.knives.level: "),
        (TOML, "f.toml", 'title = "Cook"\n', "", "f.toml:24: roles.0.title: "),
        (TOML, "f.toml", 'title = "Cook"', "title = Cook", "f.toml:26: "),
        (TOML, "f.toml", '"kitchen"', '"software-engineering"', "f.toml: id: software-engineering ships with Menteo"),
        (
            YAML,
            "f.yaml",
            "id: cook",
            "id: staff-engineer",
            "f.yaml: roles: staff-engineer is in software-engineering too",
        ),
        (YAML, "f.json", "", "", "f.json: must end with .yaml or .toml"),
    ],
)
def test_a_bad_file_is_refused_by_line_field_and_reason(
    tmp_path: Path, installed: Path, text: str, name: str, old: str, new: str, trouble: str
) -> None:
    assert old in text

    with pytest.raises(BadContent) as refused:
        install_framework(written(tmp_path, text.replace(old, new, 1), name), SHIPPED, installed)

    assert str(refused.value).startswith(f"{tmp_path}/{trouble}")
    assert not installed.exists()


def test_a_competency_that_is_shared_reads_the_same(tmp_path: Path, installed: Path) -> None:
    shared = YAML.replace("id: knives", "id: coding").replace("knives:", "coding:")

    with pytest.raises(BadContent, match="competencies: coding reads otherwise in "):
        install_framework(written(tmp_path, shared), SHIPPED, installed)


def test_a_change_needs_a_higher_version(tmp_path: Path, installed: Path) -> None:
    install_framework(written(tmp_path, YAML), SHIPPED, installed)

    with pytest.raises(BadContent, match="version: differs from version 1, which is here already: raise it"):
        install_framework(written(tmp_path, YAML.replace("Peels.", "Chops.")), SHIPPED, installed)


def test_the_published_schema_asks_for_what_is_checked() -> None:
    schema = json.loads((SHIPPED / "framework.schema.json").read_text("utf-8"))

    shapes = {name: schema["properties"][name]["items"] for name in ("ladders", "competencies", "roles")}
    for shape, document in (
        (schema, FrameworkDocument),
        (shapes["ladders"], LadderPart),
        (shapes["competencies"], CompetencyPart),
        (shapes["roles"], RolePart),
    ):
        fields: dict[str, FieldInfo] = document.model_fields
        assert set(shape["properties"]) == set(fields)
        assert set(shape["required"]) == {name for name, field in fields.items() if field.is_required()}
