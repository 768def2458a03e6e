"""Roadmaps as files: what ships holds together, reaches its roles and links to the public; what is wrong is named."""

import json
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.adapters.library.content import ConfigLibrary
from bot.adapters.library.loading import BadContent
from bot.adapters.library.roadmaps import (
    ResourcePart,
    RoadmapDocument,
    RoadmapTranslation,
    StepPart,
    StepTexts,
    load_roadmap,
    roadmap_files,
    roadmap_from,
)
from bot.core.domain.frameworks import Framework
from bot.core.domain.gaps import matrix_of
from bot.core.domain.ids import StepId
from bot.core.domain.roadmaps.cutting import cut
from bot.core.domain.roadmaps.errors import RoadmapUnreadable
from bot.core.domain.roadmaps.graphs import Roadmap
from bot.core.domain.roadmaps.planning import plan_of, tasks_of
from bot.core.domain.roadmaps.publishing import check_whole
from tests.core.domain.roadmaps.samples import SMALL, TODAY

CONFIG = Path(__file__).parents[3] / "config"
DIRECTORY = CONFIG / "roadmaps"
SHIPPED = ConfigLibrary(CONFIG)
FILES = roadmap_files(DIRECTORY)
FRAMEWORKS: dict[str, Framework] = {each.id: each for each in SHIPPED.frameworks("en")}
ROADMAPS = SHIPPED.roadmaps("en")

every_roadmap = pytest.mark.parametrize("roadmap", ROADMAPS, ids=lambda each: each.id)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A copy of all content, to be spoiled."""
    return Path(shutil.copytree(CONFIG, tmp_path / "config"))


# What ships


def test_two_roadmaps_ship_for_every_framework() -> None:
    assert Counter(each.framework for each in ROADMAPS) == dict.fromkeys(FRAMEWORKS, 2)


@every_roadmap
def test_a_roadmap_holds_together_and_reaches_the_levels_of_its_role(roadmap: Roadmap) -> None:
    check_whole(roadmap, FRAMEWORKS[roadmap.framework])


@every_roadmap
def test_a_roadmap_is_of_a_size_that_one_can_walk(roadmap: Roadmap) -> None:
    assert 15 <= len(roadmap.steps) <= 30
    assert all(2 <= step.hours <= 40 for step in roadmap.steps)
    assert 200 <= roadmap.hours <= 450


@every_roadmap
def test_a_roadmap_can_be_walked_in_two_years_at_five_hours_a_week(roadmap: Roadmap) -> None:
    framework = FRAMEWORKS[roadmap.framework]
    way = cut(roadmap, matrix_of(framework, framework.roles[roadmap.role], {}))

    assert plan_of(tasks_of(way.steps), 5, TODAY).weeks <= 104
    assert not way.beyond, "every step serves the role"


@every_roadmap
def test_every_step_can_be_checked_by_a_mentor_and_leads_to_something_to_learn_from(roadmap: Roadmap) -> None:
    titles = [step.title for step in roadmap.steps]

    assert len(set(titles)) == len(titles)
    for step in roadmap.steps:
        assert len(step.proof) >= 20, step.id
        assert step.resources, step.id
        assert all(each.url.startswith("https://") for each in step.resources)
    assert sum(step.is_milestone for step in roadmap.steps) >= len(roadmap.steps) // 4


@every_roadmap
def test_what_matters_most_at_the_role_ends_in_a_milestone(roadmap: Roadmap) -> None:
    role = FRAMEWORKS[roadmap.framework].roles[roadmap.role]
    proved = {step.competency for step in roadmap.steps if step.is_milestone}
    most = {each for each, asked in role.requires.items() if asked.weight == 1}

    assert most <= proved


def test_the_same_resource_is_called_the_same_everywhere() -> None:
    titles: dict[str, str] = {}
    for roadmap in ROADMAPS:
        for step in roadmap.steps:
            for each in step.resources:
                assert titles.setdefault(each.url, each.title) == each.title


def test_nothing_is_taken_from_where_it_may_not_be() -> None:
    for file in FILES:
        assert "roadmap.sh" not in file.read_text("utf-8")


@pytest.mark.parametrize("language", SHIPPED.languages())
def test_languages_differ_in_titles_and_proofs_alone(language: str) -> None:
    ours = {each.id: each for each in ROADMAPS}
    words = {"title": "", "proof": ""}
    for theirs in SHIPPED.roadmaps(language):
        mine = ours[theirs.id]
        assert theirs.language == language
        assert [vars(step) | words for step in theirs.steps] == [vars(step) | words for step in mine.steps]


def test_no_proof_is_left_in_the_language_that_it_was_written_in() -> None:
    written = {step.proof for roadmap in ROADMAPS for step in roadmap.steps}
    told = {step.proof for roadmap in SHIPPED.roadmaps("es") for step in roadmap.steps}

    assert all(len(each) >= 20 for each in told)
    assert written.isdisjoint(told)


# The published schema says what the program takes


def test_the_schema_and_the_program_know_the_same_parts() -> None:
    schema = json.loads((DIRECTORY / "roadmap.schema.json").read_text("utf-8"))
    translation = json.loads((DIRECTORY / "translation.schema.json").read_text("utf-8"))
    parts: dict[type[BaseModel], dict[str, Any]] = {
        RoadmapDocument: schema,
        StepPart: schema["$defs"]["step"],
        ResourcePart: schema["$defs"]["resource"],
        RoadmapTranslation: translation,
        StepTexts: translation["$defs"]["step"],
    }
    for shape, told in parts.items():
        fields: dict[str, FieldInfo] = shape.model_fields
        assert told["properties"].keys() == fields.keys()
        assert set(told["required"]) == {name for name, field in fields.items() if field.is_required()}
        assert told["additionalProperties"] is False


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_fits_the_schema(file: Path) -> None:
    schema = json.loads((DIRECTORY / "roadmap.schema.json").read_text("utf-8"))

    fits(yaml.safe_load(file.read_text("utf-8")), schema, schema["$defs"])


@pytest.mark.parametrize("file", sorted(DIRECTORY.glob("*.es.yaml")), ids=lambda file: file.stem)
def test_every_translation_fits_its_schema(file: Path) -> None:
    schema = json.loads((DIRECTORY / "translation.schema.json").read_text("utf-8"))

    fits(yaml.safe_load(file.read_text("utf-8")), schema, schema["$defs"])


def fits(value: object, told: dict[str, object], parts: dict[str, dict[str, object]]) -> None:
    """Assert that a value fits as much of JSON Schema as these schemas use."""
    if isinstance(reference := told.get("$ref"), str):
        told = {**parts[reference.rpartition("/")[2]], **told}
    match told.get("type"):
        case "object":
            assert isinstance(value, dict)
            properties = told.get("properties") or dict.fromkeys(value, told["additionalProperties"])
            required = told.get("required", [])
            assert isinstance(properties, dict)
            assert isinstance(required, list)
            assert set(required) <= value.keys() <= properties.keys()
            for name, each in value.items():
                fits(each, properties[name], parts)
        case "array":
            assert isinstance(value, list)
            items = told["items"]
            assert isinstance(items, dict)
            for each in value:
                fits(each, items, parts)
        case "string":
            assert isinstance(value, str)
            assert re.search(str(told.get("pattern", "")), value)
            assert len(value) <= int(str(told.get("maxLength", 10**6)))
        case "boolean":
            assert isinstance(value, bool)
        case "integer" | "number":
            assert isinstance(value, int | float)
            assert float(str(told.get("minimum", 0))) <= value <= float(str(told.get("maximum", 10**6)))
        case other:
            raise AssertionError(other)


# What is wrong is named


def test_what_somebody_attaches_is_read() -> None:
    roadmap = roadmap_from(SMALL, "small.yaml")

    assert (roadmap.id, roadmap.version, [step.id for step in roadmap.steps]) == ("small", 1, ["one", "two"])
    assert roadmap.steps[1].needs == ("one",)
    assert roadmap.steps[1].is_milestone


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ("hours: 2", "hours: 500", 9, "steps.0.hours"),
        ("hours: 2", "hours: two", 9, "steps.0.hours"),
        ("competency: coding, level: 1", "level: 1", 9, "steps.0.competency"),
        ("author: Ines", "author: Ines\nmood: good", 6, "mood"),
        ("id: small", "id: Small Way", 1, "id"),
        ("steps:", "steps: [", 9, "none"),
    ],
    ids=["too many hours", "no number", "missing", "unknown", "bad id", "no yaml"],
)
def test_what_can_not_be_read_is_told_by_line_and_field(old: str, new: str, line: int, field: str) -> None:
    with pytest.raises(RoadmapUnreadable) as caught:
        roadmap_from(SMALL.replace(old, new, 1), "small.yaml")

    assert caught.value.facts["field"] == field
    assert caught.value.facts["line"] == line
    assert caught.value.facts["reason"]


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_circle_in_a_file_stops_the_check(config: Path) -> None:
    spoil(config / "roadmaps" / "senior-sre.yaml", "    hours: 10\n", "    hours: 10\n    needs: [run-game-days]\n")

    with pytest.raises(BadContent, match="prerequisites-in-circle"):
        ConfigLibrary(config).check()


def test_a_roadmap_of_no_framework_stops_the_check(config: Path) -> None:
    spoil(config / "roadmaps" / "senior-sre.yaml", "framework: site-reliability", "framework: nowhere")

    with pytest.raises(BadContent, match="no such framework: nowhere"):
        ConfigLibrary(config).check()


def test_a_translation_has_every_step_and_no_other(config: Path) -> None:
    file = config / "roadmaps" / "senior-sre.es.yaml"
    spoil(file, "  self-service:", "  other-service:")

    with pytest.raises(BadContent, match="self-service is not translated"):
        load_roadmap(config / "roadmaps" / "senior-sre.yaml", "es")


PROVED = re.compile(r"    title: (.*)\n    proof: .*\n")
"""A step of a translation, with what proves it."""


@pytest.mark.parametrize(
    ("file", "field", "reason"),
    [
        ("translation", "steps.agree-an-objective.proof", "is not translated"),
        ("roadmap", "steps.below-the-service.proof", "is not in the roadmap"),
    ],
)
def test_a_translation_says_what_proves_a_step_exactly_where_the_roadmap_does(
    config: Path, file: str, field: str, reason: str
) -> None:
    original, translation = (config / "roadmaps" / f"senior-sre{each}.yaml" for each in ("", ".es"))
    if file == "translation":
        text = translation.read_text("utf-8")
        translation.write_text(PROVED.sub(r"    title: \1\n", text, count=1), "utf-8")
    else:
        spoil(original, '    proof: "The traces, and', '    # proof: "The traces, and')

    with pytest.raises(BadContent) as caught:
        load_roadmap(original, "es")

    assert (caught.value.file, caught.value.field, caught.value.reason) == (translation, field, reason)


def test_a_translation_with_titles_alone_is_refused(config: Path) -> None:
    file = config / "roadmaps" / "senior-sre.es.yaml"
    file.write_text(PROVED.sub(r"    \1\n", file.read_text("utf-8")), "utf-8")

    with pytest.raises(BadContent) as caught:
        load_roadmap(config / "roadmaps" / "senior-sre.yaml", "es")

    assert (caught.value.file, caught.value.field) == (file, "steps.agree-an-objective")


def test_a_roadmap_is_called_as_its_file(config: Path) -> None:
    spoil(config / "roadmaps" / "senior-sre.yaml", "id: senior-sre", "id: other")

    with pytest.raises(BadContent, match="must be the file's name"):
        load_roadmap(config / "roadmaps" / "senior-sre.yaml", "en")


def test_a_step_in_another_language_is_the_same_step() -> None:
    spanish = {each.id: each for each in SHIPPED.roadmaps("es")}
    staff = spanish[next(each.id for each in ROADMAPS if each.id == "staff-engineer")]

    assert next(step.title for step in staff.steps if step.id == StepId("grow-mentors")) == (
        "Ayudar a otras dos personas a ser mentoras"
    )
