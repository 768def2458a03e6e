"""The growth thread: what is public of a member's weeks and notes, taking it back, and what others make of it."""

from collections.abc import Mapping
from dataclasses import replace

from bot.core.dialogue.excerpts import about, excerpt
from bot.core.dialogue.fields import text_of
from bot.core.dialogue.growth.views import (
    LONGEST_NOTE,
    Week,
    entry_view,
    growth_view,
    note_form,
    noted_view,
    withdrawn_view,
)
from bot.core.dialogue.samples import sample_answered, sample_entry, sample_mentee, sample_note
from bot.core.dialogue.specs import (
    ActionSpec,
    CommandSpec,
    Example,
    Feature,
    FormSpec,
    NoticeSpec,
    ShortcutSpec,
)
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import SomebodyElsesWords
from bot.core.domain.growth import EntryState, in_public
from bot.core.domain.ids import EntryId
from bot.core.domain.members import Visibility
from bot.core.effects import Act, Effect
from bot.core.ui.commands import Audience, ShortcutKind
from bot.core.ui.forms import Answers, Form, Raw
from bot.core.ui.inbound import ShortcutUsed
from bot.core.ui.replies import Reply
from bot.core.ui.views import View
from bot.core.usecases.growth import add_note, cheer, withdraw_entry

WEEKS_SHOWN, NOTES_SHOWN = 5, 3


def _show(talk: Talk) -> Reply:
    growth, member = talk.work.growth, talk.member
    recent = talk.work.check_ins.recent(talk.community.id, member.id, WEEKS_SHOWN)
    weeks = [Week(each, growth.find_by_check_in(talk.community.id, each.id)) for each in recent]
    return Reply(growth_view(talk, member.visibility, weeks, growth.notes(talk.community.id, member.id, NOTES_SHOWN)))


def _withdraw(talk: Talk, ref: str) -> Reply:
    return Reply(withdrawn_view(talk, withdraw_entry(talk.work, talk.tools, talk.actor, EntryId(ref))))


def _cheer(talk: Talk, ref: str) -> Reply:
    """Count a cheer where everybody sees it: in the community's language, whoever cheers."""
    entry = cheer(talk.work, talk.tools, talk.actor, EntryId(ref))
    author = talk.work.members.get(talk.community.id, entry.member)
    to_all = replace(talk, say=talk.say.as_spoken_by(talk.community.language, talk.community.zone))
    return Reply(entry_view(to_all, entry, author.name))


def _own_words(_talk: Talk, used: ShortcutUsed) -> str:
    if used.account != used.origin.account:
        raise SomebodyElsesWords
    return about(used.text)


def _given_words(_talk: Talk, used: ShortcutUsed) -> Mapping[str, Raw]:
    return {"words": (excerpt(used.text, LONGEST_NOTE),)} if used.text else {}


def _admit_note(talk: Talk, _ref: str) -> None:
    in_public(talk.member)


def _build_note(talk: Talk, _ref: str) -> Form:
    return note_form(talk)


def _submit_note(talk: Talk, _ref: str, answers: Answers) -> Reply:
    return Reply(noted_view(talk, add_note(talk.work, talk.tools, talk.actor, text_of(answers, "words"))))


def _tell_entry(talk: Talk, effect: Effect) -> View | None:
    entry = talk.work.growth.get(effect.community, EntryId(effect.refs["entry"]))
    if entry.state is not EntryState.PUBLISHED or _is_ahead(talk, effect):
        return None
    return entry_view(talk, entry, talk.work.members.get(effect.community, entry.member).name)


def _is_ahead(talk: Talk, effect: Effect) -> bool:
    """Whether an entry is to be said anew that hasn't been said yet: it will be said with everything in it."""
    return effect.act is Act.EDIT and talk.work.outbox.external_id(effect.community, effect.refs["original"]) is None


def _sample_weeks(talk: Talk) -> list[Week]:
    return [Week(sample_answered(talk), sample_entry(talk)), Week(sample_answered(talk), None)]


NOTE = FormSpec("entry_note", add_note, _build_note, _submit_note, _admit_note)

FEATURE = Feature(
    commands=(CommandSpec("growth", withdraw_entry, _show),),
    shortcuts=(
        ShortcutSpec("add_to_growth", ShortcutKind.MESSAGE, add_note, opens=NOTE, ref=_own_words, given=_given_words),
    ),
    actions=(
        ActionSpec("entry_withdraw", withdraw_entry, _withdraw),
        ActionSpec("entry_cheer", cheer, _cheer, audience=Audience.HERE),
    ),
    forms=(NOTE,),
    notices=(NoticeSpec("growth_entry", _tell_entry),),
    examples=(
        Example("command/growth", lambda talk: growth_view(talk, Visibility.PUBLIC, _sample_weeks(talk))),
        Example(
            "command/growth:note",
            lambda talk: growth_view(talk, Visibility.PUBLIC, _sample_weeks(talk), [sample_note(talk)]),
        ),
        Example("command/growth:none", lambda talk: growth_view(talk, Visibility.PRIVATE, [])),
        Example("action/entry_withdraw", lambda talk: withdrawn_view(talk, sample_entry(talk).withdrawn())),
        Example("action/entry_withdraw:note", lambda talk: withdrawn_view(talk, sample_note(talk).withdrawn())),
        Example(
            "action/entry_cheer",
            lambda talk: entry_view(talk, replace(sample_entry(talk), cheers=3, comments=2), sample_mentee(talk).name),
        ),
        Example("form/entry_note", note_form),
        Example("form/entry_note:done", lambda talk: noted_view(talk, sample_note(talk))),
        Example("notice/growth_entry", lambda talk: entry_view(talk, sample_entry(talk), sample_mentee(talk).name)),
        Example("notice/growth_entry:note", lambda talk: entry_view(talk, sample_note(talk), sample_mentee(talk).name)),
    ),
)
