"""A reached goal before the mentor: it shows a level, which moves the cell, or not yet, with a word why."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core.dialogue.addressed import look_at
from bot.core.dialogue.fields import text_of
from bot.core.dialogue.gaps.moved import mentor_name, moved_view, told_moved
from bot.core.dialogue.goals.feature import mentor_of
from bot.core.dialogue.goals.forms import evidence_form
from bot.core.dialogue.goals.views import called, finished_view
from bot.core.dialogue.samples import NOON, sample_goal, sample_matrix, sample_mentee, sample_mentor
from bot.core.dialogue.scales import level_field, level_words, levels_of
from bot.core.dialogue.specs import ActionSpec, Example, Feature, FormSpec, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import MovedOn
from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.goals import Attestation, Goal
from bot.core.domain.ids import CompetencyId, GoalId
from bot.core.domain.pairings import PairingState
from bot.core.effects import Effect
from bot.core.ui.forms import Answers, Form, LongText
from bot.core.ui.replies import Reply
from bot.core.ui.views import Action, Block, FieldRow, Fields, Heading, Quote, Text, Tone, View, Weight
from bot.core.usecases.access import authorise
from bot.core.usecases.attestations import ask_mentor, attest_goal, hold_goal_back, mentoring
from bot.core.usecases.gaps import gap_matrix

LONGEST_WORD = 500


def to_attest_view(talk: Talk, goal: Goal, mentee: str, cells: Sequence[GapCell]) -> View:
    """Ask the mentor: what was reached, what shows it, and which levels that would be."""
    return View(
        title=talk.say("told-to-attest", name=mentee),
        blocks=(
            Text(called(talk, goal)),
            *_evidence(talk, goal, mentee),
            Heading(talk.say("told-to-attest-levels")),
            Fields(tuple(FieldRow(_level(talk, each, goal.aims), _looks(goal, each)) for each in _aimed(goal, cells))),
        ),
        actions=(
            _attest(talk, goal, _aimed(goal, cells)),
            talk.action("goal_levels", goal.id),
            talk.action("goal_hold", goal.id),
        ),
        links=look_at(talk, goal.evidence),
    )


def levels_form(talk: Talk, goal: Goal, cells: Sequence[GapCell]) -> Form:
    """Ask which levels it shows, those that it aimed at filled in."""
    unseen = talk.say("level-not-seen")
    return Form(
        name="goal_levels",
        title=talk.say("goal-levels-title"),
        intro=called(talk, goal),
        fields=tuple(
            replace(level_field(talk, each.competency, goal.aims.get(each.competency.id)), unknown=unseen)
            for each in _aimed(goal, cells)
        ),
        submit=talk.say("goal-levels-submit"),
    )


def hold_form(talk: Talk, goal: Goal, mentee: str) -> Form:
    """Ask what is still missing: a no without a reason helps nobody on."""
    return Form(
        name="goal_hold",
        title=talk.say("goal-hold-title"),
        intro=called(talk, goal),
        fields=(
            LongText(
                name="word",
                label=talk.say("field-word"),
                help=talk.say("field-word-help", name=mentee),
                longest=LONGEST_WORD,
            ),
        ),
        submit=talk.say("goal-hold-submit"),
    )


def answered_view(talk: Talk, goal: Goal, mentee: str) -> View:
    """Confirm to the mentor what they have said."""
    key = "goal-attested" if goal.attestation is Attestation.GIVEN else "goal-held-back"
    return View(
        title=talk.say(key, name=mentee),
        blocks=(Text(called(talk, goal)), *((Quote(goal.word),) if goal.word else ())),
        suggestions=talk.suggest("gap mentee", "progress mentee"),
        tone=Tone.GOOD,
    )


def held_back_view(talk: Talk, goal: Goal, mentor: str) -> View:
    """Tell the mentee that it isn't there yet, why, and that it can be shown again."""
    return View(
        title=talk.say("told-held-back", mentor=mentor),
        blocks=(Text(called(talk, goal)), Quote(goal.word, mentor), Text(talk.say("told-held-back-next"))),
        actions=(talk.action("goal_ask", goal.id, Weight.PRIMARY),),
        suggestions=talk.suggest("goal draft"),
    )


def _attest(talk: Talk, goal: Goal, cells: Sequence[GapCell]) -> Action:
    if len(cells) != 1:
        return talk.action("goal_attest", goal.id, Weight.PRIMARY)
    label = talk.say("goal-attest-one", level=_level(talk, cells[0], goal.aims))
    return talk.action("goal_attest", goal.id, Weight.PRIMARY, label)


def _evidence(talk: Talk, goal: Goal, mentee: str) -> tuple[Block, ...]:
    if not goal.evidence:
        return (Text(talk.say("told-to-attest-bare", name=mentee)),)
    return Heading(talk.say("goal-evidence")), Quote(goal.evidence, mentee)


def _level(talk: Talk, cell: GapCell, aims: Mapping[CompetencyId, int]) -> str:
    level = aims.get(cell.competency.id)
    return talk.say("goal-shows", competency=cell.competency.title, level=level_words(talk, level))


def _looks(goal: Goal, cell: GapCell) -> str:
    """Say what the level aimed at looks like in practice."""
    return cell.competency.indicators.get(goal.aims.get(cell.competency.id, 0), "") or cell.competency.title


def _aimed(goal: Goal, cells: Sequence[GapCell]) -> Sequence[GapCell]:
    return [each for each in cells if each.competency.id in goal.aims]


def _attest_as_aimed(talk: Talk, ref: str) -> Reply:
    return _answered(talk, attest_goal(talk.work, talk.tools, talk.actor, GoalId(ref)))


def _admit(talk: Talk, ref: str) -> None:
    goal = talk.work.goals.get(talk.community.id, GoalId(ref))
    mentoring(talk.work, talk.actor, attest_goal, goal)
    if goal.attestation is not Attestation.ASKED:
        raise MovedOn(state=goal.attestation.value)


def _build_levels(talk: Talk, ref: str) -> Form:
    goal = talk.work.goals.get(talk.community.id, GoalId(ref))
    return levels_form(talk, goal, _matrix(talk, goal).cells)


def _submit_levels(talk: Talk, ref: str, answers: Answers) -> Reply:
    goal = talk.work.goals.get(talk.community.id, GoalId(ref))
    said = levels_of(answers, goal.aims)
    levels = {each: level for each, level in said.items() if level is not None}
    return _answered(talk, attest_goal(talk.work, talk.tools, talk.actor, goal.id, levels))


def _build_hold(talk: Talk, ref: str) -> Form:
    goal = talk.work.goals.get(talk.community.id, GoalId(ref))
    return hold_form(talk, goal, _name(talk, goal))


def _submit_hold(talk: Talk, ref: str, answers: Answers) -> Reply:
    return _answered(talk, hold_goal_back(talk.work, talk.tools, talk.actor, GoalId(ref), text_of(answers, "word")))


def _answered(talk: Talk, goal: Goal) -> Reply:
    return Reply(answered_view(talk, goal, _name(talk, goal)))


def _admit_ask(talk: Talk, ref: str) -> None:
    goal = talk.work.goals.get(talk.community.id, GoalId(ref))
    authorise(talk.actor, ask_mentor, goal)
    goal.with_evidence("")


def _build_ask(talk: Talk, ref: str) -> Form:
    goal = talk.work.goals.get(talk.community.id, GoalId(ref))
    authorise(talk.actor, ask_mentor, goal)
    return evidence_form(talk, "goal_ask", goal, mentor_of(talk))


def _submit_ask(talk: Talk, ref: str, answers: Answers) -> Reply:
    goal = ask_mentor(talk.work, talk.tools, talk.actor, GoalId(ref), text_of(answers, "evidence"))
    return Reply(finished_view(talk, goal, mentor_of(talk)))


def _tell_to_attest(talk: Talk, effect: Effect) -> View | None:
    goal = _told(talk, effect)
    pairing = talk.work.pairings.live_of_mentee(effect.community, goal.member)
    is_theirs = pairing is not None and pairing.state is PairingState.ACTIVE and pairing.mentor == talk.member.id
    if goal.attestation is not Attestation.ASKED or not is_theirs:
        return None
    return to_attest_view(talk, goal, _name(talk, goal), _matrix(talk, goal).cells)


def _tell_attested(talk: Talk, effect: Effect) -> View:
    goal = _told(talk, effect)
    title = talk.say("told-attested", mentor=mentor_name(talk, goal.member))
    return told_moved(talk, goal.member, title, (Text(called(talk, goal)),), goal.aims)


def _tell_held_back(talk: Talk, effect: Effect) -> View | None:
    goal = _told(talk, effect)
    if goal.attestation is not Attestation.NOT_YET:
        return None
    return held_back_view(talk, goal, mentor_name(talk, goal.member))


def _told(talk: Talk, effect: Effect) -> Goal:
    return talk.work.goals.get(effect.community, GoalId(effect.refs["goal"]))


def _matrix(talk: Talk, goal: Goal) -> GapMatrix:
    return gap_matrix(talk.work, talk.tools, goal.community, goal.member, talk.say.language)


def _name(talk: Talk, goal: Goal) -> str:
    return talk.work.members.get(goal.community, goal.member).name


def _asked(talk: Talk, evidence: str = "The minutes of both reviews.") -> Goal:
    return sample_goal(talk).done(NOON, evidence).asked_for(evidence)


def _sample_attested(talk: Talk) -> View:
    matrix = sample_matrix(talk)
    seen = replace(matrix.open_cells[0], attested=2, current=2)
    matrix = replace(matrix, cells=tuple(seen if each.competency == seen.competency else each for each in matrix.cells))
    goal, title = _asked(talk), talk.say("told-attested", mentor=sample_mentor(talk).name)
    return moved_view(talk, title, (Text(called(talk, goal)),), matrix, {seen.competency.id}, ())


def _sample_to_attest(talk: Talk, evidence: str) -> View:
    return to_attest_view(talk, _asked(talk, evidence), sample_mentee(talk).name, sample_matrix(talk).cells)


LEVELS = FormSpec("goal_levels", attest_goal, _build_levels, _submit_levels, _admit)
HOLD = FormSpec("goal_hold", hold_goal_back, _build_hold, _submit_hold, _admit)
ASK = FormSpec("goal_ask", ask_mentor, _build_ask, _submit_ask, _admit_ask)

FEATURE = Feature(
    actions=(
        ActionSpec("goal_attest", attest_goal, _attest_as_aimed),
        ActionSpec("goal_levels", attest_goal, opens=LEVELS),
        ActionSpec("goal_hold", hold_goal_back, opens=HOLD),
        ActionSpec("goal_ask", ask_mentor, opens=ASK),
    ),
    forms=(LEVELS, HOLD, ASK),
    notices=(
        NoticeSpec("goal_to_attest", _tell_to_attest),
        NoticeSpec("goal_attested", _tell_attested),
        NoticeSpec("goal_held_back", _tell_held_back),
    ),
    examples=(
        Example(
            "action/goal_attest",
            lambda talk: answered_view(talk, _asked(talk).attested(), sample_mentee(talk).name),
        ),
        Example("form/goal_levels", lambda talk: levels_form(talk, _asked(talk), sample_matrix(talk).cells)),
        Example("form/goal_hold", lambda talk: hold_form(talk, _asked(talk), sample_mentee(talk).name)),
        Example(
            "form/goal_hold:done",
            lambda talk: answered_view(talk, _asked(talk).held_back("Lead one alone."), sample_mentee(talk).name),
        ),
        Example("form/goal_ask", lambda talk: evidence_form(talk, "goal_ask", _asked(talk), sample_mentor(talk).name)),
        Example("notice/goal_to_attest", lambda talk: _sample_to_attest(talk, "The minutes of both reviews.")),
        Example(
            "notice/goal_to_attest:address",
            lambda talk: _sample_to_attest(talk, "Both are in https://example.org/minutes."),
        ),
        Example("notice/goal_to_attest:bare", lambda talk: _sample_to_attest(talk, "")),
        Example("notice/goal_attested", _sample_attested),
        Example(
            "notice/goal_held_back",
            lambda talk: held_back_view(talk, _asked(talk).held_back("Lead one without me."), sample_mentor(talk).name),
        ),
    ),
)
