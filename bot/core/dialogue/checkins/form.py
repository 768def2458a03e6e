"""The week's form: the template's questions, and what may be seen of the answers."""

from collections.abc import Sequence

from bot.core.dialogue.checkins.words import MOODS, question_words
from bot.core.dialogue.fields import text_of, texts_of
from bot.core.dialogue.talk import Talk
from bot.core.domain.checkins import CheckIn
from bot.core.domain.programmes import ALWAYS_PRIVATE, Question, QuestionId
from bot.core.ui.forms import Answers, Choice, Field, Form, LongText, Option, Several
from bot.core.usecases.checkins import Week

LONGEST_ANSWER = 1000
SHARE, NOT_THIS_WEEK = "yes", "no"


def check_in_form(talk: Talk, check_in: CheckIn, questions: Sequence[Question], *, is_public: bool) -> Form:
    """Ask the week's questions; only one who learns in public is asked what may be seen."""
    fields: list[Field] = [_question_field(talk, each) for each in questions]
    if is_public:
        fields += [_private_field(talk, questions), _share_field(talk)]
    return Form(
        name="checkin",
        title=talk.say("checkin-title", number=check_in.number),
        intro=talk.say("checkin-intro" if is_public else "checkin-intro-private"),
        fields=tuple(fields),
        submit=talk.say("checkin-submit"),
    )


def week_of_answers(answers: Answers, *, is_public: bool) -> Week:
    """Read what was answered."""
    return Week(
        answers={each: words for each in QuestionId if (words := text_of(answers, each.value))},
        kept_private=frozenset(QuestionId(each) for each in texts_of(answers, "keep_private")),
        share=is_public and text_of(answers, "share") == SHARE,
    )


def _question_field(talk: Talk, question: Question) -> Field:
    name, label = question.id.value, question_words(talk, question.id)
    if question.id is QuestionId.MOOD:
        return Choice(
            name=name,
            label=label,
            help=talk.say("checkin-mood-help"),
            required=question.required,
            options=tuple(Option(mood, talk.say(f"mood-{mood}")) for mood in MOODS),
        )
    return LongText(
        name=name,
        label=label,
        help=talk.say(f"checkin-help-{name}"),
        required=question.required,
        longest=LONGEST_ANSWER,
    )


def _private_field(talk: Talk, questions: Sequence[Question]) -> Several:
    return Several(
        name="keep_private",
        label=talk.say("checkin-keep-private"),
        help=talk.say("checkin-keep-private-help"),
        required=False,
        options=tuple(
            Option(each.id.value, talk.say(f"checkin-answer-{each.id.value}"))
            for each in questions
            if each.id not in ALWAYS_PRIVATE
        ),
    )


def _share_field(talk: Talk) -> Choice:
    return Choice(
        name="share",
        label=talk.say("checkin-share"),
        help=talk.say("checkin-share-help"),
        options=(
            Option(SHARE, talk.say("checkin-share-yes")),
            Option(NOT_THIS_WEEK, talk.say("checkin-share-no")),
        ),
        default=(SHARE,),
    )
