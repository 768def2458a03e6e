"""A mentor's answer to a round: no with a reason, or a day by which there will be one."""

from datetime import date

from bot.core.dialogue.fields import text_of
from bot.core.dialogue.pairings.notices import sample_pair
from bot.core.dialogue.pairings.views import Pair, declined_view
from bot.core.dialogue.rounds.mentors import decline_form, promise_form, promised_view
from bot.core.dialogue.rounds.samples import sample_proposal
from bot.core.dialogue.samples import NOON
from bot.core.dialogue.specs import ActionSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import MovedOn
from bot.core.domain.ids import PairingId
from bot.core.domain.pairings import PairingState
from bot.core.domain.rounds import Reason
from bot.core.domain.weeks import zone_of
from bot.core.ui.forms import Answers, Form
from bot.core.ui.replies import Reply
from bot.core.usecases.access import authorise
from bot.core.usecases.pairings import decline_pairing, pair_of
from bot.core.usecases.rounds.answering import promise_answer


def _admit_decline(talk: Talk, ref: str) -> None:
    pair = _pair(talk, ref)
    authorise(talk.actor, decline_pairing, pair.pairing)
    if pair.pairing.state is not PairingState.PROPOSED:
        raise MovedOn(state=pair.pairing.state.value)


def _build_decline(talk: Talk, _ref: str) -> Form:
    return decline_form(talk)


def _decline(talk: Talk, ref: str, answers: Answers) -> Reply:
    reason, words = Reason(text_of(answers, "reason")), text_of(answers, "words")
    pairing = decline_pairing(talk.work, talk.tools, talk.actor, PairingId(ref), reason, words)
    return Reply(declined_view(talk, _pair(talk, pairing.id).mentee.name))


def _build_promise(talk: Talk, _ref: str) -> Form:
    return promise_form(talk, talk.tools.clock.now().astimezone(zone_of(talk.say.zone)).date())


def _promise(talk: Talk, ref: str, answers: Answers) -> Reply:
    day = answers.get("day")
    if not isinstance(day, date):
        raise TypeError(day)
    proposal = promise_answer(talk.work, talk.tools, talk.actor, PairingId(ref), day)
    return Reply(promised_view(talk, proposal, _pair(talk, ref)))


def _pair(talk: Talk, ref: str) -> Pair:
    return Pair(*pair_of(talk.work, talk.community.id, PairingId(ref)))


DECLINE = FormSpec("proposal_decline", decline_pairing, _build_decline, _decline, _admit_decline)
PROMISE = FormSpec("proposal_promise", promise_answer, _build_promise, _promise, _admit_decline)

FEATURE = Feature(
    actions=(
        ActionSpec("proposal_decline", decline_pairing, opens=DECLINE),
        ActionSpec("proposal_promise", promise_answer, opens=PROMISE),
    ),
    forms=(DECLINE, PROMISE),
    examples=(
        Example("form/proposal_decline", decline_form),
        Example("form/proposal_promise", lambda talk: promise_form(talk, NOON.date())),
        Example(
            "form/proposal_promise:done", lambda talk: promised_view(talk, sample_proposal(talk), sample_pair(talk))
        ),
    ),
)
