"""The shapes of the content files, as their schemas in `config/` tell them; what doesn't fit is refused."""

from collections.abc import Mapping
from datetime import time
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from bot.adapters.library.loading import Misplaced
from bot.core.domain.frameworks import HIGHEST_LEVEL, CompetencyKind
from bot.core.domain.programmes import QuestionId

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=64)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
Title = Annotated[str, StringConstraints(pattern=r"^\S(.*\S)?$", max_length=60)]
Line = Annotated[str, StringConstraints(pattern=r"^\S(.*\S)?$", max_length=200)]
Level = Annotated[int, Field(ge=1, le=HIGHEST_LEVEL)]
Indicators = Annotated[Mapping[Level, Line], Field(min_length=HIGHEST_LEVEL, max_length=HIGHEST_LEVEL)]
Said = Mapping[Language, Line]
DayName = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def _time_of_day(value: object) -> object:
    # YAML reads an unquoted 09:00 as 540 minutes, which nobody means.
    if not isinstance(value, str):
        raise ValueError('write the time in quotes, like "09:00"')  # noqa: TRY004  pydantic reports ValueErrors
    return time.fromisoformat(value)


TimeOfDay = Annotated[time, BeforeValidator(_time_of_day)]


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class LadderPart(_Document):
    """A ladder of a framework."""

    id: Id
    title: Title
    family: Id


class CompetencyPart(_Document):
    """A competency with its indicators."""

    id: Id
    title: Title
    kind: CompetencyKind
    aliases: tuple[Title, ...] = ()
    indicators: Indicators


class RequirementPart(_Document):
    """What a role asks of a competency."""

    level: Level
    importance: Annotated[int, Field(ge=1, le=5)]


class RolePart(_Document):
    """A role of a framework."""

    id: Id
    title: Title
    aliases: tuple[Title, ...] = ()
    ladder: Id
    level: Annotated[int, Field(ge=1)]
    requires: Annotated[Mapping[Id, RequirementPart], Field(min_length=1)]


class FrameworkDocument(_Document):
    """`config/frameworks/<id>.yaml`."""

    id: Id
    version: Annotated[int, Field(ge=1)]
    language: Language
    title: Title
    summary: Line
    ladders: Annotated[tuple[LadderPart, ...], Field(min_length=1)]
    competencies: Annotated[tuple[CompetencyPart, ...], Field(min_length=1)]
    roles: Annotated[tuple[RolePart, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _hold_together(self) -> "FrameworkDocument":
        for name in ("ladders", "competencies", "roles"):
            _unique([part.id for part in getattr(self, name)], name)
        ladders = {ladder.id for ladder in self.ladders}
        competencies = {competency.id for competency in self.competencies}
        for number, role in enumerate(self.roles):
            if role.ladder not in ladders:
                raise Misplaced(
                    f"{role.id} stands on a ladder that isn't here: {role.ladder}", "roles", number, "ladder"
                )
            for missing in sorted(role.requires.keys() - competencies):
                reason = f"{role.id} requires a competency that isn't here: {missing}"
                raise Misplaced(reason, "roles", number, "requires", missing)
        return self


class CompetencyTexts(_Document):
    """A competency's texts in another language."""

    title: Title
    indicators: Indicators


class TranslationDocument(_Document):
    """`config/frameworks/<id>.<language>.yaml`: every id of the framework and no other."""

    id: Id
    language: Language
    title: Title
    summary: Line
    ladders: Mapping[Id, Title]
    competencies: Mapping[Id, CompetencyTexts]
    roles: Mapping[Id, Title]


class CadencePart(_Document):
    """When a check-in is asked for."""

    every_weeks: Annotated[int, Field(ge=1, le=4)]
    weekday: DayName
    time: TimeOfDay


class WakingPart(_Document):
    """When a member may be written to."""

    from_: Annotated[TimeOfDay, Field(alias="from")]
    until: TimeOfDay


class QuestionPart(_Document):
    """A question of the check-in."""

    id: QuestionId
    required: bool


class ProgrammeDocument(_Document):
    """`config/programmes/<id>.yaml`."""

    id: Id
    version: Annotated[int, Field(ge=1)]
    title: Said
    summary: Said
    weeks: Annotated[int, Field(ge=1, le=104)]
    framework_default: Id
    cadence: CadencePart
    nudge_after_hours: Annotated[int, Field(ge=1, le=336)]
    waking: WakingPart
    questions: Annotated[tuple[QuestionPart, ...], Field(min_length=1, max_length=5)]
    room_guide: Mapping[Language, Annotated[tuple[Line, ...], Field(min_length=3, max_length=5)]]

    @model_validator(mode="after")
    def _hold_together(self) -> "ProgrammeDocument":
        _unique([question.id.value for question in self.questions], "questions")
        if not self.waking.from_ < self.waking.until:
            raise ValueError("waking.from must be earlier than waking.until")
        if not self.waking.from_ <= self.cadence.time < self.waking.until:
            raise ValueError("cadence.time must be inside the waking hours")
        for field in ("title", "summary", "room_guide"):
            if "en" not in getattr(self, field):
                raise ValueError(f"{field} needs a text in English (en), which other languages fall back to")
        return self


def _unique(ids: list[str], field: str) -> None:
    for number, each in enumerate(ids):
        if each in ids[:number]:
            raise Misplaced(f"{each} is there twice", field, number)
