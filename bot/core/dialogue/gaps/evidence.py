"""One cell of the matrix and what its level rests on: words, links, entries of the growth thread."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.excerpts import excerpt, in_one_line
from bot.core.dialogue.fields import text_of
from bot.core.dialogue.gaps.views import cell_words, sources
from bot.core.dialogue.samples import NOON, sample_entry, sample_matrix, sample_mentee, sample_mentor
from bot.core.dialogue.scales import level_words
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import NothingClaimed
from bot.core.domain.frameworks import Competency
from bot.core.domain.gaps import Assessment, Claims, Evidence, GapMatrix
from bot.core.domain.growth import Entry, EntryState
from bot.core.domain.ids import AssessmentId, CompetencyId, EntryId, EvidenceId, MemberId
from bot.core.domain.weeks import zone_of
from bot.core.ui.commands import Access
from bot.core.ui.forms import Answers, Choice, Field, Form, LongText, Option, SearchedChoice
from bot.core.ui.replies import Reply
from bot.core.ui.views import Block, FieldRow, Fields, Heading, Quote, Text, Tone, View
from bot.core.usecases.gaps import (
    CellRead,
    Grounds,
    add_evidence,
    read_cell,
    read_gap_matrix,
    read_mentees_evidence,
)

LONGEST_EVIDENCE = 500
LONGEST_LABEL = 60
ENTRIES_OFFERED = 10
PIECES_SHOWN = 5


def evidence_form(talk: Talk, first: str, entries: Sequence[Entry]) -> Form:
    """Ask what a level rests on; `first` is the title of the competency filled in."""
    options = tuple(Option(each.id, _title(talk, each), in_one_line(_words(each), LONGEST_LABEL)) for each in entries)
    entry = Choice(
        name="entry", label=talk.say("field-entry"), help=talk.say("field-entry-help"), options=options, required=False
    )
    return Form(
        name="gap_evidence",
        title=talk.say("gap-evidence-title"),
        intro=talk.say("gap-evidence-intro"),
        fields=(
            replace(competency_parameter(talk.say), default=(first,) if first else ()),
            LongText(
                name="evidence",
                label=talk.say("field-evidence"),
                help=talk.say("field-evidence-help"),
                required=not options,
                longest=LONGEST_EVIDENCE,
            ),
            *((entry,) if options else ()),
        ),
        submit=talk.say("gap-evidence-submit"),
    )


def evidence_view(talk: Talk, read: CellRead) -> View:
    """Confirm what was written down, beside what was there already."""
    return View(
        title=talk.say("gap-evidence-done", competency=read.cell.competency.title),
        blocks=(Text(cell_words(talk, read.cell)), *_pieces(talk, read.grounds)),
        suggestions=talk.suggest("gap", "gap evidence"),
        tone=Tone.GOOD,
    )


def cell_view(talk: Talk, read: CellRead) -> View:
    """Show all there is about one cell: what its levels mean, who says what, and what that rests on."""
    cell = read.cell
    rows = (
        FieldRow(talk.say("column-now"), _meant(talk, cell.competency, cell.current)),
        FieldRow(talk.say("column-needed"), _meant(talk, cell.competency, cell.required)),
        *_said(talk, read),
    )
    return View(
        title=cell.competency.title,
        blocks=(Fields(rows), *_pieces(talk, read.grounds), *sources(talk, read.matrix)),
        actions=(talk.action("gap_evidence", ""),),
        suggestions=talk.suggest("gap rate", "gap"),
    )


def cell_form(talk: Talk) -> Form:
    """Ask which cell to show."""
    return Form(
        name="gap_cell",
        title=talk.say("gap-cell-title"),
        fields=(replace(competency_parameter(talk.say), help=talk.say("gap-cell-help")),),
        submit=talk.say("gap-cell-submit"),
    )


def mentees_evidence_view(talk: Talk, mentee: str, matrix: GapMatrix, grounds: Grounds) -> View:
    """Show a mentor what their mentee's levels rest on."""
    titles = {cell.competency.id: cell.competency.title for cell in matrix.cells}
    known = [each for each in grounds.evidence if each.competency in titles]
    return View(
        title=talk.say("gap-mentee-evidence-title", name=mentee, pieces=len(known)),
        blocks=_pieces(talk, replace(grounds, evidence=known), titles),
        suggestions=talk.suggest("gap mentee", "me"),
    )


def competency_parameter(say: Voice) -> SearchedChoice:
    """Take one of the competencies of one's own matrix."""
    return SearchedChoice(
        name="competency", label=say("field-competency"), help=say("field-competency-help"), source="competency"
    )


def _parameters(say: Voice) -> tuple[Field, ...]:
    return (competency_parameter(say),)


def _meant(talk: Talk, competency: Competency, level: float | None) -> str:
    """Write a level with what it looks like in practice, where that is told."""
    told = competency.indicators.get(int(level)) if level is not None else None
    words = level_words(talk, level)
    return talk.say("gap-level-means", level=words, means=told) if told else words


def _said(talk: Talk, read: CellRead) -> tuple[FieldRow, ...]:
    said = {"column-own": read.claims.own, "column-attested": read.claims.attested}
    return tuple(FieldRow(talk.say(key), _claimed(talk, read, claim)) for key, claim in said.items() if claim)


def _claimed(talk: Talk, read: CellRead, claim: Assessment) -> str:
    level = talk.say("level-unknown") if claim.level is None else level_words(talk, claim.level)
    day = _day(talk, claim.assessed_at)
    if not claim.is_attested:
        return talk.say("gap-claimed", level=level, day=day)
    return talk.say("gap-claimed-by", level=level, day=day, by=read.grounds.people[claim.assessed_by].name)


def _pieces(talk: Talk, grounds: Grounds, titles: Mapping[CompetencyId, str] | None = None) -> tuple[Block, ...]:
    """Quote what levels rest on, the newest first, each under what it is about where `titles` says so."""
    shown = [_quote(talk, each, grounds, titles) for each in grounds.evidence[:PIECES_SHOWN]]
    if not shown:
        return (Text(talk.say("gap-no-evidence")),)
    more = len(grounds.evidence) - len(shown)
    return (
        *((Heading(talk.say("gap-evidence-heading", pieces=len(grounds.evidence))),) if titles is None else ()),
        *shown,
        *((Text(talk.say("gap-more-evidence", more=more)),) if more else ()),
    )


def _quote(talk: Talk, piece: Evidence, grounds: Grounds, titles: Mapping[CompetencyId, str] | None) -> Quote:
    entry = grounds.entries.get(piece.entry) if piece.entry else None
    words = [piece.text] if piece.text else []
    if entry is not None:
        is_there = entry.state is EntryState.PUBLISHED
        read = excerpt(_words(entry), LONGEST_EVIDENCE) if is_there else talk.say("gap-entry-taken-back")
        words.append(f"{_title(talk, entry)}: {read}")
    by = talk.say("gap-evidence-by", name=grounds.people[piece.added_by].name, day=_day(talk, piece.added_at))
    return Quote("\n".join(words), f"{titles[piece.competency]} · {by}" if titles else by)


def _title(talk: Talk, entry: Entry) -> str:
    if entry.number is None:
        return talk.say("gap-entry-note", day=_day(talk, entry.published_at))
    return talk.say("gap-entry-week", number=entry.number)


def _words(entry: Entry) -> str:
    return entry.note or "\n".join(entry.answers.values())


def _day(talk: Talk, at: datetime) -> str:
    return talk.say.day(at.astimezone(zone_of(talk.say.zone)).date())


def _build(talk: Talk, _ref: str) -> Form:
    """Offer the cell that matters most of those that have a level and nothing that it rests on."""
    member = talk.member.id
    has_some = {each.competency for each in talk.work.assessments.evidence(talk.community.id, member)}
    matrix = read_gap_matrix(talk.work, talk.tools, talk.actor)
    bare = [each for each in matrix.to_rate if each.current is not None and each.competency.id not in has_some]
    first = max(bare, key=lambda cell: cell.weight).competency.title if bare else ""
    return evidence_form(talk, first, talk.work.growth.published(talk.community.id, member, ENTRIES_OFFERED))


def _admit(talk: Talk, _ref: str) -> None:
    if all(each.current is None for each in read_gap_matrix(talk.work, talk.tools, talk.actor).cells):
        raise NothingClaimed


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    entry = text_of(answers, "entry")
    competency, text = CompetencyId(text_of(answers, "competency")), text_of(answers, "evidence")
    named = EntryId(entry) if entry else None
    return Reply(evidence_view(talk, add_evidence(talk.work, talk.tools, talk.actor, competency, text, named)))


def _build_cell(talk: Talk, _ref: str) -> Form:
    return cell_form(talk)


def _submit_cell(talk: Talk, _ref: str, answers: Answers) -> Reply:
    competency = CompetencyId(text_of(answers, "competency"))
    return Reply(cell_view(talk, read_cell(talk.work, talk.tools, talk.actor, competency)))


def _show_mentees(talk: Talk, ref: str) -> Reply:
    matrix, grounds = read_mentees_evidence(talk.work, talk.tools, talk.actor, MemberId(ref))
    name = talk.work.members.get(talk.community.id, MemberId(ref)).name
    return Reply(mentees_evidence_view(talk, name, matrix, grounds))


def _sample_read(talk: Talk, pieces: int = 2) -> CellRead:
    mentee, mentor, entry = sample_mentee(talk), sample_mentor(talk), sample_entry(talk)
    cell = replace(sample_matrix(talk).cells[1], own=2, attested=3, current=3)
    own = Assessment(
        AssessmentId("1"), talk.community.id, mentee.id, cell.competency.id, 2, mentee.id, NOON - timedelta(days=30)
    )
    attested = replace(own, id=AssessmentId("2"), level=3, assessed_by=mentor.id, assessed_at=NOON)
    evidence = [
        Evidence(
            id=EvidenceId(str(number)),
            community=talk.community.id,
            member=mentee.id,
            competency=cell.competency.id,
            assessment=own.id,
            added_by=mentor.id if number % 2 else mentee.id,
            added_at=NOON,
            text="https://example.org/the-search-rewrite",
            entry=None if number % 2 else entry.id,
        )
        for number in range(pieces)
    ]
    people = {each.id: each for each in (mentee, mentor)}
    return CellRead(cell, Claims(own, attested), Grounds(evidence, people, {entry.id: entry}), sample_matrix(talk))


EVIDENCE = FormSpec("gap_evidence", add_evidence, _build, _submit, _admit)
CELL = FormSpec("gap_cell", read_cell, _build_cell, _submit_cell)

FEATURE = Feature(
    commands=(
        CommandSpec("gap", add_evidence, opens=EVIDENCE, verb="evidence", parameters=_parameters),
        CommandSpec("gap", read_cell, opens=CELL, verb="cell", parameters=_parameters, completes=True),
    ),
    actions=(
        ActionSpec("gap_evidence", add_evidence, opens=EVIDENCE),
        ActionSpec("gap_mentee_evidence", read_mentees_evidence, _show_mentees, access=Access.READ),
    ),
    forms=(EVIDENCE, CELL),
    examples=(
        Example("form/gap_evidence", lambda talk: evidence_form(talk, "", [sample_entry(talk)])),
        Example("form/gap_evidence:no entries", lambda talk: evidence_form(talk, "", [])),
        Example("form/gap_evidence:done", lambda talk: evidence_view(talk, _sample_read(talk))),
        Example("form/gap_cell", cell_form),
        Example("form/gap_cell:done", lambda talk: cell_view(talk, _sample_read(talk))),
        Example("form/gap_cell:nothing yet", lambda talk: cell_view(talk, _sample_read(talk, 0))),
        Example(
            "action/gap_mentee_evidence",
            lambda talk: mentees_evidence_view(
                talk, sample_mentee(talk).name, sample_matrix(talk), _sample_read(talk, 7).grounds
            ),
        ),
    ),
)
