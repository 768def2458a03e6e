"""Looking at two people of a round: why they are together, or why not, and what the moderator decides about them."""

from collections.abc import Mapping

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.pairings.views import covered_words
from bot.core.dialogue.rounds.words import parts_words, score_words
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import MemberId
from bot.core.domain.matching import Instead
from bot.core.domain.members import Member
from bot.core.domain.rounds import Answer, Round, RoundState, Ruling
from bot.core.ui.forms import Field, Form, Person
from bot.core.ui.views import Action, Block, FieldRow, Fields, Text, View, Weight

MOVES_SHOWN = 5

People = Mapping[MemberId, Member]


def why_form(talk: Talk) -> Form:
    """Ask about whom."""
    return Form(
        name="round_why",
        title=talk.say("round-why-title"),
        intro=talk.say("round-why-intro"),
        fields=why_parameters(talk.say),
        submit=talk.say("round-why-submit"),
    )


def why_parameters(say: Voice) -> tuple[Field, ...]:
    """Take a mentee and a mentor."""
    return (
        Person(
            name="mentee", label=say("field-round-mentee"), help=say("field-round-mentee-help"), source="round_mentee"
        ),
        Person(
            name="mentor", label=say("field-round-mentor"), help=say("field-round-mentor-help"), source="round_mentor"
        ),
    )


def swap_form(talk: Talk) -> Form:
    """Ask which two mentees exchange their mentors."""
    return Form(
        name="round_swap",
        title=talk.say("round-swap-title"),
        intro=talk.say("round-swap-intro"),
        fields=swap_parameters(talk.say),
        submit=talk.say("round-swap-submit"),
    )


def swap_parameters(say: Voice) -> tuple[Field, ...]:
    """Take two mentees."""
    return (
        Person(
            name="mentee", label=say("field-round-mentee"), help=say("field-round-mentee-help"), source="round_mentee"
        ),
        Person(name="other", label=say("field-round-other"), source="round_mentee"),
    )


def answer_view(talk: Talk, of: Round, answer: Answer, people: People) -> View:
    """Say all that a round knows of two people."""
    names = {"mentee": _name(people, answer.mentee), "mentor": _name(people, answer.mentor)}
    return View(
        title=talk.say("round-together" if answer.are_together else "round-apart", **names),
        blocks=(*_ruling(talk, answer), *_reasons(talk, answer, people), *_score(talk, answer)),
        actions=_decisions(talk, of, answer) if of.state in _OPEN else (talk.action("round_board", ""),),
    )


_OPEN = frozenset({RoundState.DRAFT, RoundState.REVIEWED})


def _ruling(talk: Talk, answer: Answer) -> tuple[Block, ...]:
    if answer.ruling is Ruling.PIN:
        return (Text(talk.say("round-is-pinned")),)
    return (Text(talk.say("round-is-forbidden")),) if answer.ruling is Ruling.FORBID else ()


def _reasons(talk: Talk, answer: Answer, people: People) -> tuple[Block, ...]:
    """Say why the two are not together: the rule, what the round would lose, or what both have instead."""
    if answer.rule is not None:
        return (Text(talk.say(f"impossible-{answer.rule.value}")),)
    if answer.are_together:
        return ()
    if answer.loss is not None:
        return (Text(_loss(talk, answer.loss)), *_moves(talk, answer.loss, people))
    return (*_held(talk, answer, people), Text(talk.say("round-pin-to-see")))


def _loss(talk: Talk, loss: Instead) -> str:
    gains = round(loss.score, 2) < 0
    return talk.say(
        "round-loss",
        how="fewer" if loss.pairs > 0 else "more" if loss.pairs < 0 else "same",
        pairs=abs(loss.pairs),
        way="gain" if gains else "lose" if round(loss.score, 2) > 0 else "same",
        score=score_words(talk, abs(loss.score)),
    )


def _moves(talk: Talk, loss: Instead, people: People) -> tuple[Block, ...]:
    """Say who would move, the two themselves first."""
    rows = [
        FieldRow(
            _name(people, each.mentee),
            talk.say(
                "round-move",
                before=_name(people, each.before) if each.before else "none",
                after=_name(people, each.after) if each.after else "none",
            ),
        )
        for each in loss.moves[:MOVES_SHOWN]
    ]
    more = len(loss.moves) - len(rows)
    return (Fields(tuple(rows)), *((Text(talk.say("round-more-move", count=more)),) if more else ()))


def _held(talk: Talk, answer: Answer, people: People) -> tuple[Block, ...]:
    """Say whom both have in the round."""
    rows = []
    if answer.held is not None:
        other = _name(people, answer.held.mentor)
        rows.append(FieldRow(_name(people, answer.mentee), _with(talk, other, answer.held.score)))
    mentor = _name(people, answer.mentor)
    rows += [FieldRow(mentor, _with(talk, _name(people, each.mentee), each.score)) for each in answer.others]
    return (Fields(tuple(rows)),) if rows else ()


def _with(talk: Talk, name: str, score: float) -> str:
    return talk.say("round-with", name=name, score=score_words(talk, score))


def _score(talk: Talk, answer: Answer) -> tuple[Block, ...]:
    found = answer.match
    if found is None:
        return ()
    return (
        Fields(
            (
                FieldRow(talk.say("round-score-of-two"), score_words(talk, found.score)),
                FieldRow(talk.say("round-parts"), parts_words(talk, found.parts)),
                FieldRow(talk.say("pair-covers"), covered_words(talk, found.covered)),
            )
        ),
    )


def _decisions(talk: Talk, of: Round, answer: Answer) -> tuple[Action, ...]:
    ref = f"{answer.mentee}.{answer.mentor}"
    back = talk.action("round_board", "") if of.is_solved else talk.action("round_solve", of.id, Weight.PRIMARY)
    if answer.ruling is not None:
        return (talk.action("round_free", ref), back)
    pin = () if answer.rule is not None else (talk.action("round_pin", ref),)
    forbid = () if answer.rule is not None else (talk.action("round_forbid", ref),)
    return (*pin, *forbid, back)


def _name(people: People, member: MemberId) -> str:
    found = people.get(member)
    return found.name if found else "?"
