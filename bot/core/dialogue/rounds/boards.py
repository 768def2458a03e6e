"""The board of a round: numbers first, then what needs the moderator, and the next step."""

from datetime import datetime

from bot.core.dialogue.rounds.words import score_words, wanted_words
from bot.core.dialogue.talk import Talk
from bot.core.domain.matching import Objective
from bot.core.domain.rounds import Asked, Change, Round, RoundState, Solution
from bot.core.ui.views import Action, Block, FieldRow, Fields, Heading, Progress, Text, Tone, View, Weight
from bot.core.usecases.rounds.publishing import Published
from bot.core.usecases.rounds.reading import Board

RECRUITS_SHOWN = 3


def board_view(talk: Talk, board: Board, change: Change | None = None) -> View:
    """Show where a round stands."""
    match board.round.state:
        case RoundState.PUBLISHED:
            return _answers_view(talk, board)
        case RoundState.CLOSED:
            return closed_view(talk, board)
        case _:
            solution = board.solution
            return _laid_view(talk, board) if solution is None else _draft_view(talk, board, solution, change)


def first_view(talk: Talk) -> View:
    """Offer the first round where there was none."""
    return View(
        title=talk.say("round-first"),
        blocks=(Text(talk.say("round-first-means")), Text(talk.say("round-start-intro"))),
        actions=(talk.action("round_start", "", Weight.PRIMARY),),
        suggestions=talk.suggest("pair", "help"),
    )


def closed_view(talk: Talk, board: Board) -> View:
    """Say what came of a round that is over."""
    agreed = [each for each in board.asked if each.is_agreed]
    if board.round.published_at is None:
        return View(
            title=talk.say("round-dropped", number=board.round.number),
            blocks=(Text(talk.say("round-dropped-next")),),
            actions=(talk.action("round_start", "", Weight.PRIMARY),),
        )
    without = len(board.without)
    return View(
        title=talk.say("round-closed", number=board.round.number, paired=len(agreed), mentees=board.mentees),
        blocks=(
            Fields((*_answer_rows(talk, board), FieldRow(talk.say("round-without"), talk.say.number(without)))),
            *_recruits(talk, board.solution if without else None),
            Text(talk.say("round-closed-next", count=without)),
        ),
        actions=(talk.action("round_start", "", Weight.PRIMARY), *_without_action(talk, board)),
        suggestions=talk.suggest("round proof"),
        tone=Tone.GOOD,
    )


def review_view(talk: Talk, board: Board) -> View:
    """Say what asking will do, before it is done."""
    solution = board.solution
    pairs = solution.pairs if solution else ()
    mentors = len({each.mentor for each in pairs})
    return View(
        title=talk.say("round-review", number=board.round.number),
        blocks=(
            Text(talk.say("round-review-means", mentors=mentors, pairs=len(pairs))),
            Fields((_paired_row(talk, board, len(pairs)), *_score_rows(talk, solution))),
        ),
        actions=(
            talk.action("round_publish", board.round.id, Weight.PRIMARY, talk.say("round-publish", mentors=mentors)),
            talk.action("round_board", ""),
        ),
        tone=Tone.ATTENTION,
    )


def published_view(talk: Talk, published: Published) -> View:
    """Say that the mentors are being asked."""
    dropped = (Text(talk.say("round-published-dropped", count=published.dropped)),) if published.dropped else ()
    return View(
        title=talk.say("round-published", number=published.round.number, asked=published.asked),
        blocks=(*dropped, Text(talk.say("round-published-next"))),
        actions=(talk.action("round_board", "", Weight.PRIMARY),),
        tone=Tone.GOOD,
    )


def drop_view(talk: Talk, of: Round) -> View:
    """Ask before a draft is given up."""
    return View(
        title=talk.say("round-drop-sure", number=of.number),
        blocks=(Text(talk.say("round-drop-means")),),
        actions=(talk.action("round_drop", of.id, Weight.DANGER), talk.action("round_board", "")),
        tone=Tone.ATTENTION,
    )


def _laid_view(talk: Talk, board: Board) -> View:
    """Say who takes part, before anything is solved."""
    return View(
        title=talk.say("round-laid", number=board.round.number),
        blocks=(
            Fields(
                (
                    FieldRow(talk.say("round-mentees"), talk.say.number(board.mentees)),
                    FieldRow(
                        talk.say("round-mentors"), talk.say("round-places", mentors=board.mentors, places=board.places)
                    ),
                    _objective_row(talk, board.round.objective),
                )
            ),
            Text(talk.say("round-laid-next")),
        ),
        actions=(
            talk.action("round_solve", board.round.id, Weight.PRIMARY),
            talk.action("round_drop_ask", board.round.id),
        ),
    )


def _draft_view(talk: Talk, board: Board, solution: Solution, change: Change | None) -> View:
    of = board.round
    rows = (
        *_score_rows(talk, solution),
        _objective_row(talk, of.objective),
        *_ruling_rows(talk, of),
    )
    return View(
        title=talk.say("round-draft", number=of.number, paired=len(solution.pairs), mentees=board.mentees),
        blocks=(
            *_change(talk, of, change),
            Fields(rows),
            *_recruits(talk, solution),
            Text(talk.say("round-draft-more")),
        ),
        actions=_draft_actions(talk, board),
        tone=Tone.PLAIN if of.is_solved else Tone.ATTENTION,
    )


def _draft_actions(talk: Talk, board: Board) -> tuple[Action, ...]:
    of = board.round
    look = (talk.action("round_pairs", "0"), *_without_action(talk, board))
    if not of.is_solved:
        return (talk.action("round_solve", of.id, Weight.PRIMARY, talk.say("round-solve-again")), *look)
    return (*look, talk.action("round_review", of.id, Weight.PRIMARY))


def _change(talk: Talk, of: Round, change: Change | None) -> tuple[Block, ...]:
    """Say what is still to be solved, or what solving has cost."""
    if not of.is_solved:
        return (Text(talk.say("round-unsolved")),)
    if change is None:
        return ()
    if not (change.pairs or change.moved or round(change.total, 2)):
        return (Text(talk.say("round-unchanged")),)
    return (
        Text(
            talk.say(
                "round-changed",
                how="more" if change.pairs > 0 else "fewer" if change.pairs < 0 else "same",
                pairs=abs(change.pairs),
                total=score_words(talk, abs(change.total)),
                way="less" if round(change.total, 2) < 0 else "more" if round(change.total, 2) > 0 else "same",
                moved=change.moved,
            )
        ),
    )


def _answers_view(talk: Talk, board: Board) -> View:
    """Show how a published round is being answered, and what needs the moderator."""
    waiting = [each for each in board.asked if each.waits]
    agreed = sum(each.is_agreed for each in board.asked)
    share = agreed / board.mentees if board.mentees else 1.0
    without = len(board.without)
    words = talk.say("round-agreed-of", agreed=agreed, mentees=board.mentees)
    needs = talk.say("round-needs-you", count=without) if without else talk.say("round-needs-nobody")
    return View(
        title=talk.say("round-running", number=board.round.number, waiting=len(waiting)),
        blocks=(
            Progress(talk.say("round-agreed"), share, words),
            Fields(
                (
                    *_answer_rows(talk, board),
                    FieldRow(talk.say("round-without"), talk.say.number(without)),
                    *_deadline(talk, waiting),
                )
            ),
            Text(needs),
        ),
        actions=(
            *((talk.action("round_waiting", "0", Weight.PRIMARY),) if waiting else ()),
            *_without_action(talk, board),
        ),
        suggestions=talk.suggest("round why"),
    )


def _answer_rows(talk: Talk, board: Board) -> tuple[FieldRow, ...]:
    said_no = sum(not each.waits and not each.is_agreed and not each.is_silent for each in board.asked)
    counted = {
        "round-said-yes": sum(each.is_agreed for each in board.asked),
        "round-wait": sum(each.waits for each in board.asked),
        "round-said-no": said_no,
        "round-silent": sum(each.is_silent for each in board.asked),
    }
    return tuple(FieldRow(talk.say(key), talk.say.number(count)) for key, count in counted.items())


def _deadline(talk: Talk, waiting: "list[Asked]") -> tuple[FieldRow, ...]:
    first: datetime | None = min((each.proposal.answer_by for each in waiting), default=None)
    return (FieldRow(talk.say("round-next-deadline"), talk.say.moment(first)),) if first else ()


def _without_action(talk: Talk, board: Board) -> tuple[Action, ...]:
    without = len(board.without)
    label = talk.say("round-without-count", count=without)
    return (talk.action("round_without", "0", label=label),) if without else ()


def _recruits(talk: Talk, solution: Solution | None) -> tuple[Block, ...]:
    wanted = solution.wanted[:RECRUITS_SHOWN] if solution else ()
    if not wanted:
        return ()
    return (Heading(talk.say("round-recruits")), *(Text(wanted_words(talk, each)) for each in wanted))


def _paired_row(talk: Talk, board: Board, pairs: int) -> FieldRow:
    return FieldRow(talk.say("round-paired"), talk.say("round-of", count=pairs, all=board.mentees))


def _score_rows(talk: Talk, solution: Solution | None) -> tuple[FieldRow, ...]:
    if solution is None or solution.worst is None:
        return ()
    return (
        FieldRow(talk.say("round-total"), score_words(talk, solution.total)),
        FieldRow(talk.say("round-worst"), score_words(talk, solution.worst)),
    )


def _objective_row(talk: Talk, objective: Objective) -> FieldRow:
    return FieldRow(talk.say("round-objective"), talk.say(f"objective-{objective.value}"))


def _ruling_rows(talk: Talk, of: Round) -> tuple[FieldRow, ...]:
    rulings = of.rulings
    if not (rulings.pins or rulings.forbidden):
        return ()
    words = talk.say("round-decided-count", pinned=len(rulings.pins), forbidden=len(rulings.forbidden))
    return (FieldRow(talk.say("round-decided"), words),)
