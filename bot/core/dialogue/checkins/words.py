"""A week's answers in words."""

from collections.abc import Iterator, Mapping

from bot.core.dialogue.talk import Talk
from bot.core.domain.programmes import QuestionId
from bot.core.ui.views import Block, Heading, Quote

MOODS = ("great", "good", "okay", "low", "rough")
"""What is kept of a mood; its name is a text."""


def question_words(talk: Talk, question: QuestionId) -> str:
    """Ask a question."""
    return talk.say(f"checkin-question-{question.value}")


def answer_blocks(talk: Talk, answers: Mapping[QuestionId, str]) -> Iterator[Block]:
    """Show answers in their author's own words, in the questions' order."""
    for question in QuestionId:
        if words := answers.get(question):
            yield Heading(talk.say(f"checkin-answer-{question.value}"))
            yield Quote(mood_words(talk, words) if question is QuestionId.MOOD else words)


def mood_words(talk: Talk, mood: str) -> str:
    """Name a mood."""
    return talk.say(f"mood-{mood}") if mood in MOODS else mood
