"""The guide pinned in every mentorship room: what the pair does first, and who can read along."""

from dataclasses import dataclass

from bot.core.dialogue.gaps import cell_words
from bot.core.dialogue.programmes import rhythm
from bot.core.dialogue.samples import sample_matrix, sample_mentee, sample_mentor, sample_programme
from bot.core.dialogue.specs import Example, Feature, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapMatrix
from bot.core.domain.ids import PairingId
from bot.core.domain.pairings import PairingState
from bot.core.domain.programmes import Programme
from bot.core.effects import Effect
from bot.core.ui.views import FieldRow, Fields, Text, View
from bot.core.usecases.gaps import gap_matrix
from bot.core.usecases.pairings import pair_of

CELLS_SHOWN = 3


@dataclass(frozen=True)
class Guided:
    """What a room's guide is about."""

    mentor: str
    mentee: str
    programme: Programme
    lines: tuple[str, ...]
    matrix: GapMatrix


def guide_view(talk: Talk, guided: Guided) -> View:
    """Open a room: the template's own guide, the cadence, what is open, who reads here."""
    first = [cell_words(talk, each) for each in guided.matrix.open_cells[:CELLS_SHOWN]]
    rows = [
        FieldRow(talk.say("field-destination"), guided.matrix.role.title),
        *((FieldRow(talk.say("room-open-cells"), talk.say.every(first)),) if first else ()),
        FieldRow(talk.say("check-ins"), rhythm(talk, guided.programme)),
        FieldRow(talk.say("room-readers"), talk.say("room-readers-are", mentor=guided.mentor, mentee=guided.mentee)),
    ]
    return View(
        title=talk.say("room-guide-title", mentor=guided.mentor, mentee=guided.mentee),
        blocks=(*(Text(line) for line in guided.lines), Fields(tuple(rows)), Text(talk.say("room-guide-start"))),
        suggestions=talk.suggest("goal add"),
    )


def _tell_guide(talk: Talk, effect: Effect) -> View | None:
    pairing, mentor, mentee = pair_of(talk.work, effect.community, PairingId(effect.refs["room"]))
    programme = talk.work.programmes.current(effect.community)
    if programme is None or pairing.state is not PairingState.ACTIVE:
        return None
    template = talk.tools.library.template(programme.template, talk.say.language)
    matrix = gap_matrix(talk.work, talk.tools, effect.community, mentee.id, talk.say.language)
    return guide_view(talk, Guided(mentor.name, mentee.name, programme, template.room_guide, matrix))


def _sample_guided(talk: Talk) -> Guided:
    programme = sample_programme(talk)
    lines = talk.tools.library.template(programme.template, talk.say.language).room_guide
    return Guided(sample_mentor(talk).name, sample_mentee(talk).name, programme, lines, sample_matrix(talk))


FEATURE = Feature(
    notices=(NoticeSpec("room_guide", _tell_guide),),
    examples=(Example("notice/room_guide", lambda talk: guide_view(talk, _sample_guided(talk))),),
)
