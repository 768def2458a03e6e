"""Proposing two whom a moderator has in mind: with a warning where a rule is against it, and the reason kept."""

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.fields import text_of
from bot.core.dialogue.pairings.views import proposed_view
from bot.core.dialogue.samples import sample_mentee, sample_mentor
from bot.core.dialogue.searches import people_search, told_apart
from bot.core.dialogue.specs import CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import MemberId
from bot.core.domain.members import Role
from bot.core.ui.forms import Answers, Field, Form, LongText, Person
from bot.core.ui.replies import Reply
from bot.core.usecases.access import authorise
from bot.core.usecases.pairings import pair_of, propose_by_hand

LONGEST_WHY = 300


def by_hand_form(talk: Talk) -> Form:
    """Ask for the two, and why where that is needed."""
    why = LongText(
        name="why",
        label=talk.say("pair-why"),
        help=talk.say("pair-why-help"),
        required=False,
        longest=LONGEST_WHY,
    )
    return Form(
        name="pair_with",
        title=talk.say("pair-with-title"),
        intro=talk.say("pair-with-intro"),
        fields=(*by_hand_parameters(talk.say), why),
        submit=talk.say("pair-with-submit"),
    )


def by_hand_parameters(say: Voice) -> tuple[Field, ...]:
    """Take the two."""
    return (
        Person(name="mentee", label=say("field-mentee"), help=say("field-mentee-help"), source="mentee"),
        Person(name="mentor", label=say("field-any-mentor"), source="any_mentor"),
    )


def _build(talk: Talk, _ref: str) -> Form:
    return by_hand_form(talk)


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    mentee, mentor = MemberId(text_of(answers, "mentee")), MemberId(text_of(answers, "mentor"))
    pairing = propose_by_hand(talk.work, talk.tools, talk.actor, mentee, mentor, text_of(answers, "why").strip())
    _, who, whom = pair_of(talk.work, talk.community.id, pairing.id)
    return Reply(proposed_view(talk, who.name, whom.name))


def _mentors(talk: Talk) -> dict[str, str]:
    authorise(talk.actor, propose_by_hand)
    return told_apart(talk.work.members.with_role(talk.community.id, Role.MENTOR))


PAIR_WITH = FormSpec("pair_with", propose_by_hand, _build, _submit)

FEATURE = Feature(
    commands=(CommandSpec("propose", propose_by_hand, opens=PAIR_WITH, parameters=by_hand_parameters),),
    forms=(PAIR_WITH,),
    searches=(people_search("any_mentor", _mentors),),
    examples=(
        Example("form/pair_with", by_hand_form),
        Example(
            "form/pair_with:done", lambda talk: proposed_view(talk, sample_mentor(talk).name, sample_mentee(talk).name)
        ),
    ),
)
