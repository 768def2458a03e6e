"""From a framework's files to the domain's framework in one language."""

from collections.abc import Mapping
from pathlib import Path

from bot.adapters.library.documents import (
    CompetencyPart,
    FrameworkDocument,
    Indicators,
    RolePart,
    TranslationDocument,
)
from bot.adapters.library.loading import BadContent, read_document
from bot.core.domain.frameworks import Competency, DestinationRole, Framework, Ladder, Requirement, weight_of
from bot.core.domain.ids import CompetencyId, FrameworkId, LadderId, RoleId

ENDINGS = (".yaml", ".toml")


def framework_files(directory: Path) -> list[Path]:
    """List the frameworks' own files, without their translations; none where there is no such directory."""
    return sorted(file for file in directory.glob("*") if file.suffix in ENDINGS and "." not in file.stem)


def framework_file(directory: Path, framework: str) -> Path | None:
    """Find a framework's own file."""
    return next((file for file in framework_files(directory) if file.stem == framework), None)


def load_framework(file: Path, language: str) -> Framework:
    """Read a framework in a language; one that it isn't translated to gives its own."""
    document = read_document(file, FrameworkDocument)
    if document.id != file.stem:
        raise BadContent(file, f"must be the file's name: {file.stem}", field="id")
    translated = file.with_name(f"{file.stem}.{language}.yaml")
    if language != document.language and translated.exists():
        document = _translate(document, read_document(translated, TranslationDocument), translated)
    return to_framework(document)


def _translate(document: FrameworkDocument, texts: TranslationDocument, file: Path) -> FrameworkDocument:
    if (texts.id, texts.language) != (document.id, file.stem.rpartition(".")[2]):
        raise BadContent(file, "must agree with the file's name", field="id, language")
    _same_ids(file, "ladders", [part.id for part in document.ladders], texts.ladders)
    _same_ids(file, "competencies", [part.id for part in document.competencies], texts.competencies)
    _same_ids(file, "roles", [part.id for part in document.roles], texts.roles)
    ladders = [part.model_copy(update={"title": texts.ladders[part.id]}) for part in document.ladders]
    roles = [part.model_copy(update={"title": texts.roles[part.id]}) for part in document.roles]
    competencies = [part.model_copy(update=dict(texts.competencies[part.id])) for part in document.competencies]
    return document.model_copy(
        update={
            "language": texts.language,
            "title": texts.title,
            "summary": texts.summary,
            "ladders": tuple(ladders),
            "competencies": tuple(competencies),
            "roles": tuple(roles),
        }
    )


def _same_ids(file: Path, field: str, ours: list[str], theirs: Mapping[str, object]) -> None:
    for missing in sorted(set(ours) - theirs.keys()):
        raise BadContent(file, f"{missing} is not translated", field=field)
    for unknown in sorted(theirs.keys() - set(ours)):
        raise BadContent(file, f"{unknown} is not in the framework", field=field)


def to_framework(document: FrameworkDocument) -> Framework:
    """Make the domain's framework of a document."""
    ladders = [Ladder(LadderId(part.id), part.title, part.family) for part in document.ladders]
    competencies = [_competency(part) for part in document.competencies]
    roles = [_role(part) for part in document.roles]
    return Framework(
        id=FrameworkId(document.id),
        version=document.version,
        language=document.language,
        title=document.title,
        summary=document.summary,
        competencies={each.id: each for each in competencies},
        ladders={each.id: each for each in ladders},
        roles={each.id: each for each in roles},
    )


def _competency(part: CompetencyPart) -> Competency:
    indicators: Indicators = dict(sorted(part.indicators.items()))
    return Competency(CompetencyId(part.id), part.title, part.kind, indicators, part.aliases)


def _role(part: RolePart) -> DestinationRole:
    return DestinationRole(
        id=RoleId(part.id),
        title=part.title,
        ladder=LadderId(part.ladder),
        level=part.level,
        requires={
            CompetencyId(competency): Requirement(asked.level, weight_of(asked.importance))
            for competency, asked in part.requires.items()
        },
        aliases=part.aliases,
    )
