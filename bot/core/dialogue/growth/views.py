"""How an entry looks to everybody, and one's own weeks and notes to oneself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.dialogue.checkins.words import answer_blocks
from bot.core.dialogue.talk import Talk
from bot.core.domain.checkins import CheckIn, CheckInState
from bot.core.domain.growth import Entry, EntryState
from bot.core.domain.members import Visibility
from bot.core.domain.weeks import zone_of
from bot.core.ui.forms import Confirm, Form, LongText
from bot.core.ui.views import Action, Block, FieldRow, Fields, Quote, Text, Tone, View

BUTTONS = 3
LONGEST_NOTE = 1000


@dataclass(frozen=True)
class Week:
    """A week and what became public of it, if anything."""

    check_in: CheckIn
    entry: Entry | None

    @property
    def published(self) -> Entry | None:
        """The entry, where it can be read."""
        return self.entry if self.entry and self.entry.state is EntryState.PUBLISHED else None


def growth_view(talk: Talk, visibility: Visibility, weeks: Sequence[Week], notes: Sequence[Entry] = ()) -> View:
    """Show what the public sees of one's weeks and notes."""
    rows = (
        *(FieldRow(talk.say("week-number", number=each.check_in.number), _state_words(talk, each)) for each in weeks),
        *(FieldRow(_note_words(talk, each), talk.say(f"entry-{each.state.value}")) for each in notes),
    )
    actions = _ways_back(talk, weeks, notes)
    return View(
        title=talk.say("growth-title"),
        blocks=(
            Text(talk.say(f"visibility-{visibility.value}-means")),
            *((Fields(rows),) if rows else (Text(talk.say("growth-none")),)),
        ),
        actions=actions,
        suggestions=talk.suggest("settings", "me")[: BUTTONS - len(actions)],
    )


def entry_view(talk: Talk, entry: Entry, author: str) -> View:
    """Show one entry in public, in its author's own words, with what others make of it."""
    label = talk.say("entry-cheered", count=entry.cheers) if entry.cheers else ""
    return View(
        title=_title(talk, entry, author),
        blocks=tuple(_blocks(talk, entry)),
        actions=(talk.action("entry_cheer", entry.id, label=label),),
        tone=Tone.GOOD if entry.is_milestone else Tone.PLAIN,
    )


def withdrawn_view(talk: Talk, entry: Entry) -> View:
    """Confirm that an entry is no longer public."""
    title, means = talk.say("growth-withdrawn-note"), talk.say("growth-withdrawn-note-means")
    if entry.number is not None:
        title, means = talk.say("growth-withdrawn", number=entry.number), talk.say("growth-withdrawn-means")
    return View(title, (Text(means),), suggestions=talk.suggest("growth", "settings"))


def note_form(talk: Talk) -> Form:
    """Ask for the words of a note, and for a yes to showing them to everybody."""
    return Form(
        name="entry_note",
        title=talk.say("entry-note-add"),
        intro=talk.say("entry-note-intro"),
        fields=(
            LongText(name="words", label=talk.say("field-note"), longest=LONGEST_NOTE),
            Confirm(name="sure", label=talk.say("field-note-sure"), help=talk.say("field-note-sure-help")),
        ),
        submit=talk.say("entry-note-submit"),
    )


def noted_view(talk: Talk, note: Entry) -> View:
    """Show what became public, with a way to take it back."""
    return View(
        title=talk.say("entry-noted"),
        blocks=(Quote(note.note),),
        actions=(talk.action("entry_withdraw", note.id),),
        suggestions=talk.suggest("growth"),
        tone=Tone.GOOD,
    )


def _title(talk: Talk, entry: Entry, author: str) -> str:
    if entry.number is None:
        return talk.say("entry-note-title", name=author)
    return talk.say("entry-title", number=entry.number, name=author, milestone="yes" if entry.is_milestone else "no")


def _blocks(talk: Talk, entry: Entry) -> Iterator[Block]:
    if entry.note:
        yield Quote(entry.note)
    else:
        yield from answer_blocks(talk, entry.answers)
        yield Text(talk.say("streak", weeks=entry.streak))
    if entry.comments:
        yield Text(talk.say("entry-comments", count=entry.comments))


def _state_words(talk: Talk, week: Week) -> str:
    if week.check_in.state is not CheckInState.SUBMITTED:
        return talk.say(f"week-{week.check_in.state.value}")
    return talk.say(f"entry-{week.entry.state.value}" if week.entry else "entry-none")


def _note_words(talk: Talk, note: Entry) -> str:
    if note.number is not None:  # a week that a member of the same person has told of, too
        return talk.say("week-number", number=note.number)
    return talk.say("growth-note", day=_day(talk, note.published_at))


def _ways_back(talk: Talk, weeks: Sequence[Week], notes: Sequence[Entry]) -> tuple[Action, ...]:
    """Offer to take back the newest week and the newest note that can be read."""
    of_weeks = [entry for week in weeks if (entry := week.published)]
    of_notes = [note for note in notes if note.state is EntryState.PUBLISHED]
    newest = (*of_weeks[:1], *of_notes[:1])
    return tuple(talk.action("entry_withdraw", each.id, label=_back_words(talk, each)) for each in newest)


def _back_words(talk: Talk, entry: Entry) -> str:
    if entry.number is None:
        return talk.say("growth-take-back-note", day=_day(talk, entry.published_at))
    return talk.say("growth-take-back", number=entry.number)


def _day(talk: Talk, at: datetime) -> str:
    return talk.say.day(at.astimezone(zone_of(talk.say.zone)).date())
