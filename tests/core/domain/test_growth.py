"""What of a week becomes public, and how it is taken back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.errors import GrowthIsPrivate, MovedOn
from bot.core.domain.growth import Entry, EntryState, entry_of, note_of
from bot.core.domain.ids import EntryId
from bot.core.domain.members import Visibility
from bot.core.domain.programmes import QuestionId
from tests.core.examples import MENTEE, NOW, a_check_in, a_member

WORDS = {question: f"<what I say of {question.value}>" for question in QuestionId}


def an_entry(answers: dict[QuestionId, str], kept_private: frozenset[QuestionId] = frozenset()) -> Entry | None:
    return entry_of(a_check_in(answers, kept_private), EntryId("entry"), 3, NOW)


def test_an_entry_tells_the_week_the_streak_and_the_milestone() -> None:
    entry = an_entry(WORDS)
    assert entry is not None
    assert (entry.member, entry.number, entry.streak, entry.is_milestone) == (MENTEE, 1, 3, True)
    assert (entry.state, entry.published_at) == (EntryState.PUBLISHED, NOW)
    assert set(entry.answers) == {*QuestionId} - {QuestionId.MOOD}


@given(
    st.dictionaries(st.sampled_from(QuestionId), st.booleans()),
    st.frozensets(st.sampled_from(QuestionId)),
)
def test_an_entry_holds_just_the_answers_that_were_let_out(
    given_answers: dict[QuestionId, bool], kept_private: frozenset[QuestionId]
) -> None:
    answers = {question: WORDS[question] if said else "" for question, said in given_answers.items()}
    public = {
        question: text
        for question, text in answers.items()
        if text and question not in kept_private and question is not QuestionId.MOOD
    }
    entry = an_entry(answers, kept_private)
    if entry is None:
        assert not public
        return
    assert entry.answers == public
    assert entry.is_milestone == (QuestionId.MILESTONE in public)
    assert not any(WORDS[question] in repr(entry) for question in {QuestionId.MOOD, *kept_private})


def test_a_week_kept_to_oneself_makes_no_entry() -> None:
    assert an_entry({QuestionId.MOOD: "4"}) is None
    assert an_entry(WORDS, frozenset(QuestionId)) is None


def test_a_question_passed_over_is_no_milestone() -> None:
    entry = an_entry({QuestionId.LEARNED: "Ask earlier.", QuestionId.MILESTONE: ""})
    assert entry is not None
    assert not entry.is_milestone


def test_a_withdrawn_entry_keeps_no_words_and_is_withdrawn_once() -> None:
    entry = an_entry(WORDS)
    assert entry is not None
    withdrawn = entry.withdrawn()
    assert (withdrawn.state, withdrawn.answers) == (EntryState.WITHDRAWN, {})
    with pytest.raises(MovedOn) as refused:
        withdrawn.withdrawn()
    assert refused.value.facts == {"state": "withdrawn"}


def test_a_note_is_its_author_s_words_and_of_no_week() -> None:
    note = note_of(a_member(), EntryId("note"), "My talk was accepted.", NOW)
    assert (note.member, note.note, note.number, note.check_in) == (MENTEE, "My talk was accepted.", None, None)
    assert note.public() is note
    assert (note.withdrawn().note, note.withdrawn().state) == ("", EntryState.WITHDRAWN)
    with pytest.raises(MovedOn):
        note.withdrawn().public()


def test_one_who_learns_in_private_has_no_notes() -> None:
    with pytest.raises(GrowthIsPrivate):
        note_of(replace(a_member(), visibility=Visibility.PRIVATE), EntryId("note"), "My talk was accepted.", NOW)
