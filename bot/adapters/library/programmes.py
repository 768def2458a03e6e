"""From a programme template's file to the domain's template in one language."""

from pathlib import Path

from bot.adapters.library.documents import ProgrammeDocument
from bot.adapters.library.loading import BadContent, read_document
from bot.core.domain.ids import TemplateId
from bot.core.domain.programmes import Cadence, Question, Template, Weekday

FALLBACK = "en"


def programme_files(directory: Path) -> list[Path]:
    """List the templates' files."""
    return sorted(directory.glob("*.yaml"))


def load_template(file: Path, language: str) -> Template:
    """Read a template in a language, or in English where it says nothing in that one."""
    document = read_document(file, ProgrammeDocument)
    if document.id != file.stem:
        raise BadContent(file, f"must be the file's name: {file.stem}", field="id")
    return Template(
        id=TemplateId(document.id),
        title=document.title.get(language, document.title[FALLBACK]),
        summary=document.summary.get(language, document.summary[FALLBACK]),
        weeks=document.weeks,
        cadence=_cadence(document),
        questions=tuple(Question(part.id, part.required) for part in document.questions),
        room_guide=document.room_guide.get(language, document.room_guide[FALLBACK]),
    )


def _cadence(document: ProgrammeDocument) -> Cadence:
    return Cadence(
        every_weeks=document.cadence.every_weeks,
        weekday=Weekday[document.cadence.weekday.upper()],
        time=document.cadence.time,
        nudge_after_hours=document.nudge_after_hours,
        waking_from=document.waking.from_,
        waking_until=document.waking.until,
    )
