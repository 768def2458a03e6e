"""Finding a mentor for a mentee, the mentor's answer, and the end of a pairing."""

from bot.core.dialogue.fields import text_of
from bot.core.dialogue.pairings.notices import EXAMPLES, NOTICES, sample_pair
from bot.core.dialogue.pairings.views import (
    Pair,
    accepted_view,
    confirm_end_view,
    declined_view,
    ended_view,
    pair_form,
    pair_parameters,
    pick_pairing_form,
    proposed_view,
    suggestions_view,
)
from bot.core.dialogue.rooms import kept_days
from bot.core.dialogue.samples import sample_match, sample_mentee, sample_mentor, sample_pairing, sample_people
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import NobodyWaiting, NotFound
from bot.core.domain.ids import MemberId, PairingId
from bot.core.domain.matching import Misfit
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.domain.programmes import KEEP_ROOMS_DAYS
from bot.core.ui.commands import Access
from bot.core.ui.forms import Answers, Form
from bot.core.ui.replies import Reply
from bot.core.usecases.access import authorise
from bot.core.usecases.pairings import (
    Suggestions,
    accept_pairing,
    decline_pairing,
    end_pairing,
    pair_of,
    propose_pairing,
    suggest_mentors,
)


def _admit_pair(talk: Talk, _ref: str) -> None:
    if not talk.work.pairings.unpaired_mentees(talk.community.id):
        raise NobodyWaiting


def _build_pair(talk: Talk, _ref: str) -> Form:
    return pair_form(talk)


def _submit_pair(talk: Talk, _ref: str, answers: Answers) -> Reply:
    mentee = MemberId(text_of(answers, "mentee"))
    return Reply(suggestions_view(talk, suggest_mentors(talk.work, talk.tools, talk.actor, mentee)))


def _propose(talk: Talk, ref: str) -> Reply:
    mentee, _, mentor = ref.partition(".")
    pairing = propose_pairing(talk.work, talk.tools, talk.actor, MemberId(mentee), MemberId(mentor))
    pair = _pair(talk, pairing.id)
    return Reply(proposed_view(talk, pair.mentor.name, pair.mentee.name))


def _accept(talk: Talk, ref: str) -> Reply:
    pairing = accept_pairing(talk.work, talk.tools, talk.actor, PairingId(ref))
    return Reply(accepted_view(talk, _pair(talk, pairing.id).mentee.name))


def _decline(talk: Talk, ref: str) -> Reply:
    pairing = decline_pairing(talk.work, talk.tools, talk.actor, PairingId(ref))
    return Reply(declined_view(talk, _pair(talk, pairing.id).mentee.name))


def _ask_end(talk: Talk, ref: str) -> Reply:
    pair = _pair(talk, PairingId(ref))
    authorise(talk.actor, end_pairing, pair.pairing)
    return Reply(confirm_end_view(talk, pair, kept_days(talk)))


def _end(talk: Talk, ref: str) -> Reply:
    pairing = end_pairing(talk.work, talk.tools, talk.actor, PairingId(ref))
    return Reply(ended_view(talk, _pair(talk, pairing.id), kept_days(talk)))


def _admit_pick(talk: Talk, _ref: str) -> None:
    if not _active(talk):
        raise NotFound


def _build_pick(talk: Talk, _ref: str) -> Form:
    active = _active(talk)
    both = {member for each in active for member in (each.mentor, each.mentee)}
    return pick_pairing_form(talk, active, talk.work.members.many(talk.community.id, both))


def _submit_pick(talk: Talk, _ref: str, answers: Answers) -> Reply:
    return _ask_end(talk, text_of(answers, "pairing"))


def _active(talk: Talk) -> list[Pairing]:
    pairings = talk.work.pairings.of_member(talk.community.id, talk.member.id)
    return [each for each in pairings if each.state is PairingState.ACTIVE]


def _pair(talk: Talk, pairing: PairingId) -> Pair:
    return Pair(*pair_of(talk.work, talk.community.id, pairing))


def _sample_suggestions(talk: Talk, *, nobody: bool = False) -> Suggestions:
    match, mentor = sample_match(talk), sample_mentor(talk)
    if nobody:
        return Suggestions(sample_mentee(talk), (), {}, {mentor.id: Misfit.NO_LANGUAGE}, unrated=False)
    return Suggestions(sample_mentee(talk), (match, match, match), {mentor.id: mentor}, {}, unrated=True)


PAIR = FormSpec("pair", suggest_mentors, _build_pair, _submit_pair, _admit_pair)
PICK = FormSpec("pairing_end_pick", end_pairing, _build_pick, _submit_pick, _admit_pick)

FEATURE = Feature(
    commands=(CommandSpec("pair", suggest_mentors, opens=PAIR, parameters=pair_parameters, completes=True),),
    actions=(
        ActionSpec("pair", suggest_mentors, opens=PAIR),
        ActionSpec("pair_propose", propose_pairing, _propose),
        ActionSpec("pairing_accept", accept_pairing, _accept),
        ActionSpec("pairing_decline", decline_pairing, _decline),
        ActionSpec("pairing_end_ask", end_pairing, _ask_end, access=Access.READ),
        ActionSpec("pairing_end_pick", end_pairing, opens=PICK),
        ActionSpec("pairing_end", end_pairing, _end),
    ),
    forms=(PAIR, PICK),
    notices=NOTICES,
    examples=(
        Example("form/pair", pair_form),
        Example("form/pair:suggestions", lambda talk: suggestions_view(talk, _sample_suggestions(talk))),
        Example("form/pair:nobody", lambda talk: suggestions_view(talk, _sample_suggestions(talk, nobody=True))),
        Example(
            "action/pair_propose",
            lambda talk: proposed_view(talk, sample_mentor(talk).name, sample_mentee(talk).name),
        ),
        Example("action/pairing_accept", lambda talk: accepted_view(talk, sample_mentee(talk).name)),
        Example("action/pairing_decline", lambda talk: declined_view(talk, sample_mentee(talk).name)),
        Example("action/pairing_end_ask", lambda talk: confirm_end_view(talk, sample_pair(talk), KEEP_ROOMS_DAYS)),
        Example("action/pairing_end", lambda talk: ended_view(talk, sample_pair(talk), KEEP_ROOMS_DAYS)),
        Example(
            "form/pairing_end_pick",
            lambda talk: pick_pairing_form(talk, [sample_pairing(talk)], sample_people(talk)),
        ),
        *EXAMPLES,
    ),
)
