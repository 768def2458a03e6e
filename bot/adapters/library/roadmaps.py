"""From a roadmap's file, and its translations, to the domain's roadmap in one language."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.adapters.library.documents import Id, Language, Line, Title
from bot.adapters.library.loading import BadContent, parse_document, read_document
from bot.core.domain.errors import DomainError
from bot.core.domain.ids import CompetencyId, FrameworkId, RoadmapId, RoleId, StepId
from bot.core.domain.roadmaps.errors import RoadmapUnreadable
from bot.core.domain.roadmaps.graphs import MOST_HOURS, Resource, Roadmap, Step

ENDINGS = (".yaml", ".yml", ".toml")
MOST_STEPS = 200
"""More than anybody walks; it keeps what a stranger attaches within what is planned in milliseconds."""

StepTitle = Annotated[str, StringConstraints(pattern=r"^\S(.*\S)?$", max_length=80)]
Proof = Annotated[str, StringConstraints(pattern=r"^\S(.*\S)?$", max_length=300)]
Address = Annotated[str, StringConstraints(pattern=r"^https://[^\s\"<>]+$", max_length=300)]


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ResourcePart(_Document):
    """Something public to learn from."""

    title: Annotated[str, StringConstraints(pattern=r"^\S(.*\S)?$", max_length=100)]
    url: Address


class StepPart(_Document):
    """A step of a roadmap."""

    id: Id
    title: StepTitle
    competency: Id
    level: Annotated[float, Field(gt=0)]
    hours: Annotated[float, Field(gt=0, le=MOST_HOURS)]
    weeks: Annotated[float, Field(ge=0, le=52)] = 0.0
    needs: tuple[Id, ...] = ()
    resources: Annotated[tuple[ResourcePart, ...], Field(max_length=10)] = ()
    proof: Proof | None = None
    milestone: bool = False


class RoadmapDocument(_Document):
    """`config/roadmaps/<id>.yaml`, and what is attached in chat."""

    id: Id
    version: Annotated[int, Field(ge=1)] = 1
    language: Language
    title: Title
    summary: Line
    author: Title
    framework: Id
    role: Id
    steps: Annotated[tuple[StepPart, ...], Field(min_length=1, max_length=MOST_STEPS)]


class StepTexts(_Document):
    """What a step is called in one more language and, exactly where the step has a proof, what proves it."""

    title: StepTitle
    proof: Proof | None = None


class RoadmapTranslation(_Document):
    """`config/roadmaps/<id>.<language>.yaml`: the texts of every step of the roadmap and no other."""

    id: Id
    language: Language
    title: Title
    summary: Line
    steps: Mapping[Id, StepTexts]


def roadmap_files(directory: Path) -> list[Path]:
    """List the roadmaps' own files, without their translations; none where there is no such directory."""
    return sorted(file for file in directory.glob("*") if file.suffix in ENDINGS and "." not in file.stem)


def load_roadmap(file: Path, language: str) -> Roadmap:
    """Read a roadmap in a language; one that it isn't translated to gives its own."""
    document = read_document(file, RoadmapDocument)
    if document.id != file.stem:
        raise BadContent(file, f"must be the file's name: {file.stem}", field="id")
    translated = file.with_name(f"{file.stem}.{language}.yaml")
    if language != document.language and translated.exists():
        document = _translated(document, read_document(translated, RoadmapTranslation), translated)
    return to_roadmap(document)


def roadmap_from(text: str, name: str) -> Roadmap:
    """Read what somebody attached; `name` is the file's, whose ending says what it is written in.

    Raises:
        RoadmapUnreadable: with line, field and reason. Whether its steps hold together is for the domain to say.
    """
    file = Path(name if name.endswith(ENDINGS) else f"{name}.yaml")
    try:
        return to_roadmap(parse_document(text, file, RoadmapDocument))
    except BadContent as bad:
        raise RoadmapUnreadable(line=bad.line or 0, field=bad.field or "none", reason=bad.reason) from bad


def to_roadmap(document: RoadmapDocument) -> Roadmap:
    """Make the domain's roadmap of a document."""
    return Roadmap(
        id=RoadmapId(document.id),
        version=document.version,
        language=document.language,
        title=document.title,
        summary=document.summary,
        author=document.author,
        framework=FrameworkId(document.framework),
        role=RoleId(document.role),
        steps=tuple(_step(part) for part in document.steps),
    )


def reason_of(error: DomainError) -> str:
    """Say of a rule's no what an operator needs of it: its name and facts."""
    return ", ".join((error.key, *(f"{name} {value}" for name, value in error.facts.items())))


def _step(part: StepPart) -> Step:
    return Step(
        id=StepId(part.id),
        title=part.title,
        competency=CompetencyId(part.competency),
        level=part.level,
        hours=part.hours,
        needs=tuple(StepId(each) for each in part.needs),
        weeks=part.weeks,
        resources=tuple(Resource(each.title, each.url) for each in part.resources),
        proof=part.proof or "",
        is_milestone=part.milestone,
    )


def _translated(document: RoadmapDocument, texts: RoadmapTranslation, file: Path) -> RoadmapDocument:
    if (texts.id, texts.language) != (document.id, file.stem.rpartition(".")[2]):
        raise BadContent(file, "must agree with the file's name", field="id, language")
    ours = {part.id for part in document.steps}
    for missing in sorted(ours - texts.steps.keys()):
        raise BadContent(file, f"{missing} is not translated", field="steps")
    for unknown in sorted(texts.steps.keys() - ours):
        raise BadContent(file, f"{unknown} is not in the roadmap", field="steps")
    steps = tuple(_told(part, texts.steps[part.id], file) for part in document.steps)
    heading = {"language": texts.language, "title": texts.title, "summary": texts.summary}
    return document.model_copy(update={**heading, "steps": steps})


def _told(part: StepPart, texts: StepTexts, file: Path) -> StepPart:
    if part.proof and not texts.proof:
        raise BadContent(file, "is not translated", field=f"steps.{part.id}.proof")
    if texts.proof and not part.proof:
        raise BadContent(file, "is not in the roadmap", field=f"steps.{part.id}.proof")
    return part.model_copy(update={"title": texts.title, "proof": texts.proof})
