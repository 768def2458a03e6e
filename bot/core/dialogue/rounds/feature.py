"""Rounds of matching for moderators: begun, looked through, decided about, published, watched."""

from dataclasses import replace

from bot.core.dialogue.fields import text_of, whole_of
from bot.core.dialogue.rounds.asking import answer_view, swap_form, swap_parameters, why_form, why_parameters
from bot.core.dialogue.rounds.boards import board_view, drop_view, first_view, published_view, review_view
from bot.core.dialogue.rounds.forms import anew_view, patience_form, patience_view, proof_view, start_form
from bot.core.dialogue.rounds.lists import pairs_view, waiting_view, without_view
from bot.core.dialogue.rounds.notices import EXAMPLES, NOTICES
from bot.core.dialogue.rounds.samples import (
    sample_answer,
    sample_board,
    sample_proof,
    sample_published,
    sample_round,
)
from bot.core.dialogue.rounds.searches import SEARCHES
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import NoRound, RoundChanged, RoundUnderWay
from bot.core.domain.ids import MemberId
from bot.core.domain.matching import Objective
from bot.core.domain.rounds import Change, Patience, RoundState
from bot.core.ui.commands import Access
from bot.core.ui.forms import Answers, Form
from bot.core.ui.replies import Reply
from bot.core.ui.views import View
from bot.core.usecases.rounds.drafting import (
    draft_of,
    drop_round,
    forbid_pair,
    patience_of,
    pin_pair,
    release_pair,
    set_patience,
    start_round,
    swap_mentors,
)
from bot.core.usecases.rounds.publishing import Publishing, publish_round, review_round, think_of_publishing
from bot.core.usecases.rounds.reading import Board, read_round
from bot.core.usecases.rounds.solving import (
    SolvedRound,
    ask_about,
    prove_round,
    solve_round,
    think_of_round,
    think_of_round_anew,
)


def _show(talk: Talk, _ref: str = "") -> Reply:
    try:
        return Reply(_board(talk))
    except NoRound:
        return Reply(first_view(talk))


def _admit_start(talk: Talk, _ref: str) -> None:
    if talk.work.rounds.live(talk.community.id) is not None:
        raise RoundUnderWay


def _build_start(talk: Talk, _ref: str) -> Form:
    return start_form(talk)


def _start(talk: Talk, _ref: str, answers: Answers) -> Reply:
    start_round(talk.work, talk.tools, talk.actor, Objective(text_of(answers, "objective")))
    return Reply(_board(talk))


def _think(talk: Talk, ref: str) -> SolvedRound:
    _is_of(talk, ref)
    return think_of_round(talk.work, talk.tools, talk.actor)


def _think_anew(talk: Talk, ref: str) -> SolvedRound:
    _is_of(talk, ref)
    return think_of_round_anew(talk.work, talk.tools, talk.actor)


def _solve(talk: Talk, _ref: str) -> Reply:
    if not isinstance(talk.thought, SolvedRound):
        raise RoundChanged
    solve_round(talk.work, talk.actor, talk.thought)
    return Reply(_board(talk, talk.thought.change))


def _pairs(talk: Talk, ref: str) -> Reply:
    return Reply(pairs_view(talk, read_round(talk.work, talk.actor), _page(ref)))


def _without(talk: Talk, ref: str) -> Reply:
    return Reply(without_view(talk, read_round(talk.work, talk.actor), _page(ref)))


def _waiting(talk: Talk, ref: str) -> Reply:
    return Reply(waiting_view(talk, read_round(talk.work, talk.actor), _page(ref)))


def _build_why(talk: Talk, _ref: str) -> Form:
    return why_form(talk)


def _why(talk: Talk, _ref: str, answers: Answers) -> Reply:
    return Reply(_two(talk, MemberId(text_of(answers, "mentee")), MemberId(text_of(answers, "mentor"))))


def _build_swap(talk: Talk, _ref: str) -> Form:
    return swap_form(talk)


def _swap(talk: Talk, _ref: str, answers: Answers) -> Reply:
    mentees = MemberId(text_of(answers, "mentee")), MemberId(text_of(answers, "other"))
    swap_mentors(talk.work, talk.tools, talk.actor, *mentees)
    return Reply(_board(talk))


def _pin(talk: Talk, ref: str) -> Reply:
    pair = _pair(ref)
    pin_pair(talk.work, talk.tools, talk.actor, *pair)
    return Reply(_two(talk, *pair))


def _forbid(talk: Talk, ref: str) -> Reply:
    pair = _pair(ref)
    forbid_pair(talk.work, talk.tools, talk.actor, *pair)
    return Reply(_two(talk, *pair))


def _free(talk: Talk, ref: str) -> Reply:
    pair = _pair(ref)
    release_pair(talk.work, talk.tools, talk.actor, *pair)
    return Reply(_two(talk, *pair))


def _review(talk: Talk, ref: str) -> Reply:
    _is_of(talk, ref)
    review_round(talk.work, talk.tools, talk.actor)
    return Reply(review_view(talk, read_round(talk.work, talk.actor)))


def _think_publishing(talk: Talk, ref: str) -> Publishing:
    _is_of(talk, ref)
    return think_of_publishing(talk.work, talk.tools, talk.actor)


def _publish(talk: Talk, _ref: str) -> Reply:
    if not isinstance(talk.thought, Publishing):
        raise RoundChanged
    return Reply(published_view(talk, publish_round(talk.work, talk.tools, talk.actor, talk.thought)))


def _anew(talk: Talk) -> Reply:
    return Reply(anew_view(talk, draft_of(talk.work, talk.community.id)))


def _ask_drop(talk: Talk, _ref: str = "") -> Reply:
    return Reply(drop_view(talk, draft_of(talk.work, talk.community.id)))


def _drop(talk: Talk, ref: str) -> Reply:
    _is_of(talk, ref)
    drop_round(talk.work, talk.tools, talk.actor)
    return Reply(_board(talk))


def _prove(talk: Talk) -> Reply:
    return Reply(proof_view(talk, prove_round(talk.work, talk.tools, talk.actor)))


def _build_patience(talk: Talk, _ref: str) -> Form:
    return patience_form(talk, patience_of(talk.work, talk.community.id))


def _set_patience(talk: Talk, _ref: str, answers: Answers) -> Reply:
    days = whole_of(answers, "remind"), whole_of(answers, "answer")
    return Reply(patience_view(talk, set_patience(talk.work, talk.actor, *days)))


def _board(talk: Talk, change: Change | None = None) -> View:
    return board_view(talk, read_round(talk.work, talk.actor), change)


def _two(talk: Talk, mentee: MemberId, mentor: MemberId) -> View:
    of, answer = ask_about(talk.work, talk.actor, mentee, mentor)
    members = {mentee, mentor, *(each.mentee for each in answer.others)}
    members |= {answer.held.mentor} if answer.held else set()
    for move in answer.loss.moves if answer.loss else ():
        members |= {each for each in (move.mentee, move.before, move.after) if each}
    return answer_view(talk, of, answer, talk.work.members.many(talk.community.id, members))


def _is_of(talk: Talk, ref: str) -> None:
    """Raise `NoRound` for a button of a round that another has followed."""
    if draft_of(talk.work, talk.community.id).id != ref:
        raise NoRound(state="another")


def _pair(ref: str) -> tuple[MemberId, MemberId]:
    mentee, _, mentor = ref.partition(".")
    return MemberId(mentee), MemberId(mentor)


def _page(ref: str) -> int:
    return int(ref) if ref.isdecimal() else 0


def _sample_two(talk: Talk, *, together: bool = False) -> View:
    return answer_view(talk, sample_round(talk), sample_answer(talk, together=together), sample_board(talk).people)


def _sample_dropped(talk: Talk) -> Board:
    return replace(sample_board(talk), round=replace(sample_round(talk), state=RoundState.CLOSED))


START = FormSpec("round_start", start_round, _build_start, _start, _admit_start)
WHY = FormSpec("round_why", ask_about, _build_why, _why)
SWAP = FormSpec("round_swap", swap_mentors, _build_swap, _swap)
PATIENCE = FormSpec("round_days", set_patience, _build_patience, _set_patience)

FEATURE = Feature(
    commands=(
        CommandSpec("round", read_round, _show),
        CommandSpec("round", start_round, verb="start", opens=START),
        CommandSpec("round", ask_about, verb="why", opens=WHY, parameters=why_parameters, completes=True),
        CommandSpec("round", swap_mentors, verb="swap", opens=SWAP, parameters=swap_parameters, completes=True),
        CommandSpec("round", solve_round, _anew, verb="anew"),
        CommandSpec("round", drop_round, _ask_drop, verb="drop"),
        CommandSpec("round", prove_round, _prove, verb="proof"),
        CommandSpec("round", set_patience, verb="days", opens=PATIENCE),
    ),
    actions=(
        ActionSpec("round_board", read_round, _show, access=Access.READ),
        ActionSpec("round_start", start_round, opens=START),
        ActionSpec("round_solve", solve_round, _solve, think=_think),
        ActionSpec("round_anew", solve_round, _solve, think=_think_anew),
        ActionSpec("round_pairs", read_round, _pairs, access=Access.READ),
        ActionSpec("round_without", read_round, _without, access=Access.READ),
        ActionSpec("round_waiting", read_round, _waiting, access=Access.READ),
        ActionSpec("round_pin", pin_pair, _pin),
        ActionSpec("round_forbid", forbid_pair, _forbid),
        ActionSpec("round_free", release_pair, _free),
        ActionSpec("round_review", review_round, _review),
        ActionSpec("round_publish", publish_round, _publish, think=_think_publishing),
        ActionSpec("round_drop_ask", drop_round, _ask_drop, access=Access.READ),
        ActionSpec("round_drop", drop_round, _drop),
    ),
    forms=(START, WHY, SWAP, PATIENCE),
    searches=SEARCHES,
    notices=NOTICES,
    examples=(
        Example("command/round", lambda talk: board_view(talk, sample_board(talk))),
        Example("command/round:first", first_view),
        Example("command/round:published", lambda talk: board_view(talk, sample_board(talk, RoundState.PUBLISHED))),
        Example("command/round:over", lambda talk: board_view(talk, sample_board(talk, RoundState.CLOSED))),
        Example("command/round anew", lambda talk: anew_view(talk, sample_round(talk))),
        Example("command/round drop", lambda talk: drop_view(talk, sample_round(talk))),
        Example("command/round proof", lambda talk: proof_view(talk, sample_proof(talk))),
        Example("command/round proof:other", lambda talk: proof_view(talk, sample_proof(talk, same=False))),
        Example("action/round_board", lambda talk: board_view(talk, sample_board(talk, RoundState.REVIEWED))),
        Example("action/round_solve", lambda talk: board_view(talk, sample_board(talk), Change(-1, -0.42, 3))),
        Example("action/round_anew", lambda talk: board_view(talk, sample_board(talk), Change(0, 0.0, 0))),
        Example("action/round_pairs", lambda talk: pairs_view(talk, sample_board(talk), 0)),
        Example("action/round_without", lambda talk: without_view(talk, sample_board(talk), 0)),
        Example(
            "action/round_without:published",
            lambda talk: without_view(talk, sample_board(talk, RoundState.PUBLISHED), 0),
        ),
        Example("action/round_waiting", lambda talk: waiting_view(talk, sample_board(talk, RoundState.PUBLISHED), 0)),
        Example("action/round_pin", lambda talk: _sample_two(talk, together=True)),
        Example("action/round_forbid", _sample_two),
        Example("action/round_free", _sample_two),
        Example("action/round_review", lambda talk: review_view(talk, sample_board(talk, RoundState.REVIEWED))),
        Example("action/round_publish", lambda talk: published_view(talk, sample_published(talk))),
        Example("action/round_drop_ask", lambda talk: drop_view(talk, sample_round(talk))),
        Example("action/round_drop", lambda talk: board_view(talk, _sample_dropped(talk))),
        Example("form/round_start", start_form),
        Example("form/round_start:done", lambda talk: board_view(talk, sample_board(talk, solved=False))),
        Example("form/round_why", why_form),
        Example("form/round_swap", swap_form),
        Example("form/round_days", lambda talk: patience_form(talk, Patience())),
        Example("form/round_days:done", lambda talk: patience_view(talk, Patience())),
        *EXAMPLES,
    ),
)
