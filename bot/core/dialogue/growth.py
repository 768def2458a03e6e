"""The growth thread: what is public of a member's weeks, and taking it back."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.dialogue.checkins.words import answer_blocks
from bot.core.dialogue.samples import sample_answered, sample_entry, sample_mentee
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.checkins import CheckIn, CheckInState
from bot.core.domain.growth import Entry, EntryState
from bot.core.domain.ids import EntryId
from bot.core.domain.members import Visibility
from bot.core.effects import Effect
from bot.core.ui.replies import Reply
from bot.core.ui.views import FieldRow, Fields, Text, Tone, View
from bot.core.usecases.growth import withdraw_entry

WEEKS_SHOWN = 5


@dataclass(frozen=True)
class Week:
    """A week and what became public of it, if anything."""

    check_in: CheckIn
    entry: Entry | None

    @property
    def published(self) -> Entry | None:
        """The entry, where it can be read."""
        return self.entry if self.entry and self.entry.state is EntryState.PUBLISHED else None


def growth_view(talk: Talk, visibility: Visibility, weeks: Sequence[Week]) -> View:
    """Show what the public sees of one's weeks."""
    public = [week.published for week in weeks if week.published]
    rows = tuple(
        FieldRow(talk.say("week-number", number=week.check_in.number), _state_words(talk, week)) for week in weeks
    )
    return View(
        title=talk.say("growth-title"),
        blocks=(
            Text(talk.say(f"visibility-{visibility.value}-means")),
            *((Fields(rows),) if rows else (Text(talk.say("growth-none")),)),
        ),
        actions=tuple(
            talk.action("entry_withdraw", each.id, label=talk.say("growth-take-back", number=each.number))
            for each in public[:1]
        ),
        suggestions=talk.suggest("settings", "me"),
    )


def entry_view(talk: Talk, entry: Entry, author: str) -> View:
    """Show one week in public, in its author's own words."""
    return View(
        title=talk.say(
            "entry-title", number=entry.number, name=author, milestone="yes" if entry.is_milestone else "no"
        ),
        blocks=(*answer_blocks(talk, entry.answers), Text(talk.say("streak", weeks=entry.streak))),
        tone=Tone.GOOD if entry.is_milestone else Tone.PLAIN,
    )


def withdrawn_view(talk: Talk, entry: Entry) -> View:
    """Confirm that an entry is no longer public."""
    return View(
        title=talk.say("growth-withdrawn", number=entry.number),
        blocks=(Text(talk.say("growth-withdrawn-means")),),
        suggestions=talk.suggest("growth", "settings"),
    )


def _state_words(talk: Talk, week: Week) -> str:
    if week.check_in.state is not CheckInState.SUBMITTED:
        return talk.say(f"week-{week.check_in.state.value}")
    return talk.say(f"entry-{week.entry.state.value}" if week.entry else "entry-none")


def _show(talk: Talk) -> Reply:
    recent = talk.work.check_ins.recent(talk.community.id, talk.member.id, WEEKS_SHOWN)
    weeks = [Week(each, talk.work.growth.find_by_check_in(talk.community.id, each.id)) for each in recent]
    return Reply(growth_view(talk, talk.member.visibility, weeks))


def _withdraw(talk: Talk, ref: str) -> Reply:
    return Reply(withdrawn_view(talk, withdraw_entry(talk.work, talk.tools, talk.actor, EntryId(ref))))


def _tell_entry(talk: Talk, effect: Effect) -> View | None:
    entry = talk.work.growth.get(effect.community, EntryId(effect.refs["entry"]))
    if entry.state is not EntryState.PUBLISHED:
        return None
    return entry_view(talk, entry, talk.work.members.get(effect.community, entry.member).name)


def _sample_weeks(talk: Talk) -> list[Week]:
    return [Week(sample_answered(talk), sample_entry(talk)), Week(sample_answered(talk), None)]


FEATURE = Feature(
    commands=(CommandSpec("growth", withdraw_entry, _show),),
    actions=(ActionSpec("entry_withdraw", withdraw_entry, _withdraw),),
    notices=(NoticeSpec("growth_entry", _tell_entry),),
    examples=(
        Example("command/growth", lambda talk: growth_view(talk, Visibility.PUBLIC, _sample_weeks(talk))),
        Example("command/growth:none", lambda talk: growth_view(talk, Visibility.PRIVATE, [])),
        Example("action/entry_withdraw", lambda talk: withdrawn_view(talk, sample_entry(talk).withdrawn())),
        Example("notice/growth_entry", lambda talk: entry_view(talk, sample_entry(talk), sample_mentee(talk).name)),
    ),
)
