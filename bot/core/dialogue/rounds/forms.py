"""Beginning a round, its patience, and what can be checked about it."""

from bot.core.dialogue.rounds.words import score_words
from bot.core.dialogue.talk import Talk
from bot.core.domain.matching import UNIT, Objective
from bot.core.domain.rounds import MOST_DAYS, Patience, Round
from bot.core.ui.forms import Choice, Form, Number, Option
from bot.core.ui.views import FieldRow, Fields, Text, Tone, View, Weight
from bot.core.usecases.rounds.solving import Proof


def start_form(talk: Talk) -> Form:
    """Ask what the round is to be best in."""
    return Form(
        name="round_start",
        title=talk.say("round-start-title"),
        intro=talk.say("round-start-intro"),
        fields=(
            Choice(
                name="objective",
                label=talk.say("field-objective"),
                options=tuple(
                    Option(each.value, talk.say(f"objective-{each.value}"), talk.say(f"objective-{each.value}-means"))
                    for each in Objective
                ),
                default=(Objective.MOST.value,),
            ),
        ),
        submit=talk.say("round-start-submit"),
    )


def patience_form(talk: Talk, patience: Patience) -> Form:
    """Ask how long mentors have."""
    return Form(
        name="round_days",
        title=talk.say("round-days-title"),
        intro=talk.say("round-days-intro"),
        fields=(
            Number(
                name="remind",
                label=talk.say("round-days-remind"),
                low=1,
                high=MOST_DAYS,
                default=(str(patience.remind_after.days),),
            ),
            Number(
                name="answer",
                label=talk.say("round-days-answer"),
                low=1,
                high=MOST_DAYS,
                default=(str(patience.answer_within.days),),
            ),
        ),
        submit=talk.say("save-changes"),
    )


def patience_view(talk: Talk, patience: Patience) -> View:
    """Say what holds from now on."""
    days = {"remind": patience.remind_after.days, "answer": patience.answer_within.days}
    return View(
        title=talk.say("round-days-done"),
        blocks=(Text(talk.say("round-days-are", **days)),),
        suggestions=talk.suggest("round"),
        tone=Tone.GOOD,
    )


def anew_view(talk: Talk, of: Round) -> View:
    """Offer to take everybody in as they are now."""
    return View(
        title=talk.say("round-anew-title", number=of.number),
        blocks=(Text(talk.say("round-anew-means")),),
        actions=(talk.action("round_anew", of.id, Weight.PRIMARY), talk.action("round_board", "")),
    )


def proof_view(talk: Talk, proof: Proof) -> View:
    """Say what solving again has shown, and what proves that nothing is better."""
    solution, duals = proof.solution, proof.solution.duals
    rows = [
        FieldRow(talk.say("round-engine"), proof.engine),
        FieldRow(talk.say("round-pairs-count"), talk.say.number(len(solution.pairs))),
        FieldRow(talk.say("round-total"), score_words(talk, solution.total)),
    ]
    if duals is not None:
        places = solution.outcome.market.places
        bound = sum(duals.gains) + sum(price * many for price, many in zip(duals.prices, places, strict=True))
        rows.append(FieldRow(talk.say("round-bound"), score_words(talk, _without_bonus(bound, duals.bonus, proof))))
    return View(
        title=talk.say("round-proof-same" if proof.is_same else "round-proof-other", number=proof.round.number),
        blocks=(
            Fields(tuple(rows)),
            Text(talk.say("round-proved" if duals is not None else "round-not-proved")),
        ),
        suggestions=talk.suggest("round"),
        tone=Tone.GOOD if proof.is_same else Tone.ATTENTION,
    )


def _without_bonus(bound: int, bonus: int, proof: Proof) -> float:
    """Take off what each pair is worth beside its score, and add the pinned pairs, which nobody bounds."""
    free = [each for each in proof.solution.pairs if not each.is_pinned]
    pinned = sum(each.parts.worth for each in proof.solution.pairs if each.is_pinned)
    return (bound - bonus * len(free) + pinned) / UNIT
