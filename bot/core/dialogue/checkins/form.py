"""The week's form: the template's questions, and what may be seen of the answers."""

from collections.abc import Sequence

from bot.core.dialogue.checkins.words import MOODS, question_words
from bot.core.dialogue.fields import number_of, text_of, texts_of
from bot.core.dialogue.goals.forms import LARGEST
from bot.core.dialogue.goals.views import called, progress_of
from bot.core.dialogue.talk import Talk
from bot.core.domain.checkins import CheckIn
from bot.core.domain.goals import Goal
from bot.core.domain.ids import GoalId
from bot.core.domain.programmes import ALWAYS_PRIVATE, Question, QuestionId
from bot.core.ui.forms import Answers, Choice, Field, Form, LongText, Number, Option, Several
from bot.core.usecases.checkins import Week

LONGEST_ANSWER = 1000
SHARE, NOT_THIS_WEEK = "yes", "no"
REACHED, NOT_REACHED = "reached", "open"

GOAL = "goal_"
"""Begins the names of fields about goals, before the goal's own."""


def check_in_form(
    talk: Talk, check_in: CheckIn, questions: Sequence[Question], goals: Sequence[Goal] = (), *, is_public: bool
) -> Form:
    """Ask the week's questions and where `goals` stand; only one who learns in public is asked what may be seen."""
    fields: list[Field] = [_question_field(talk, each) for each in questions]
    fields += [_goal_field(talk, each) for each in goals]
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
    stands = {name.removeprefix(GOAL): _stands(answers, name) for name in answers if name.startswith(GOAL)}
    return Week(
        answers={each: words for each in QuestionId if (words := text_of(answers, each.value))},
        kept_private=frozenset(QuestionId(each) for each in texts_of(answers, "keep_private")),
        share=is_public and text_of(answers, "share") == SHARE,
        goals={GoalId(goal): value for goal, value in stands.items() if value is not None},
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


def _goal_field(talk: Talk, goal: Goal) -> Field:
    """Ask where a goal stands, to be passed over where nothing has moved; private like the room it is read in."""
    name, label = f"{GOAL}{goal.id}", talk.say("checkin-goal", goal=called(talk, goal))
    if goal.is_yes_or_no:
        steps = (Option(NOT_REACHED, talk.say("checkin-goal-open")), Option(REACHED, talk.say("checkin-goal-reached")))
        return Choice(name=name, label=label, help=talk.say("checkin-goal-help"), required=False, options=steps)
    return Number(
        name=name,
        label=label,
        help=talk.say("checkin-goal-now", words=progress_of(talk, goal).words),
        required=False,
        low=-LARGEST,
        high=LARGEST,
        decimals=True,
    )


def _stands(answers: Answers, name: str) -> float | None:
    """Read where a goal stands; None where it was passed over."""
    number = number_of(answers, name)
    return _YES_OR_NO.get(text_of(answers, name)) if number is None else number


_YES_OR_NO = {REACHED: 1.0, NOT_REACHED: 0.0}


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
