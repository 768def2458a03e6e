"""The long lists of a round, a page at a time: its pairs, who is left without a mentor, who has not answered."""

from bot.core.dialogue.paging import page_of, page_words, turning
from bot.core.dialogue.rounds.words import hindrance_words, parts_words, score_words
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import MemberId
from bot.core.domain.rounds import Planned, RoundState
from bot.core.domain.weeks import zone_of
from bot.core.ui.views import Action, Block, FieldRow, Fields, Table, Text, View
from bot.core.usecases.rounds.reading import Board

PAIRS_SHOWN = 8
WITHOUT_SHOWN = 6
WAITING_SHOWN = 10


def pairs_view(talk: Talk, board: Board, page: int) -> View:
    """List the pairs, those that need a look first: the weakest score leads."""
    pairs = sorted(board.solution.pairs if board.solution else (), key=lambda each: (each.parts.worth, each.mentee))
    shown, page, pages = page_of(pairs, page, PAIRS_SHOWN)
    return View(
        title=talk.say("round-pairs", number=board.round.number),
        blocks=(
            Text(talk.say("round-pairs-order", page=page + 1, pages=pages)),
            Fields(tuple(FieldRow(_names(talk, board, each), _of_pair(talk, each)) for each in shown)),
        ),
        actions=_turning(talk, "round_pairs", page, pages),
    )


def without_view(talk: Talk, board: Board, page: int) -> View:
    """List who has no mentor, each with what stands in the way."""
    shown, page, pages = page_of(sorted(board.without, key=board.name), page, WITHOUT_SHOWN)
    return View(
        title=talk.say("round-without-title", count=len(board.without)),
        blocks=(
            *page_words(talk, page, pages),
            Fields(tuple(FieldRow(board.name(each), _why_without(talk, board, each)) for each in shown)),
        ),
        actions=_turning(talk, "round_without", page, pages),
    )


def waiting_view(talk: Talk, board: Board, page: int) -> View:
    """List who has not answered, the nearest deadline first."""
    waiting = sorted((each for each in board.asked if each.waits), key=lambda each: each.proposal.answer_by)
    shown, page, pages = page_of(waiting, page, WAITING_SHOWN)
    rows = tuple(
        (
            board.name(each.pairing.mentor),
            board.name(each.pairing.mentee),
            talk.say.day(each.proposal.answer_by.astimezone(zone_of(talk.say.zone)).date()),
        )
        for each in shown
    )
    table: tuple[Block, ...] = (
        (Table((talk.say("role-mentor"), talk.say("role-mentee"), talk.say("round-answers-by")), rows),) if rows else ()
    )
    return View(
        title=talk.say("round-waiting-title", count=len(waiting)),
        blocks=(*page_words(talk, page, pages), *table),
        actions=_turning(talk, "round_waiting", page, pages),
    )


def _names(talk: Talk, board: Board, pair: Planned) -> str:
    key = "round-pair-pinned" if pair.is_pinned else "pairing-names"
    return talk.say(key, mentor=board.name(pair.mentor), mentee=board.name(pair.mentee))


def _of_pair(talk: Talk, pair: Planned) -> str:
    return talk.say("round-score", score=score_words(talk, pair.score), parts=parts_words(talk, pair.parts))


def _why_without(talk: Talk, board: Board, mentee: MemberId) -> str:
    asked = sum(each.pairing.mentee == mentee for each in board.asked)
    if asked:
        return talk.say("round-was-asked", count=asked)
    left = next((each for each in board.solution.left_out if each.mentee == mentee), None) if board.solution else None
    if left is None or board.round.state is RoundState.CLOSED:
        return talk.say("round-nobody-asked")
    return hindrance_words(talk, left)


def _turning(talk: Talk, route: str, page: int, pages: int) -> tuple[Action, ...]:
    return (*turning(talk, route, page, pages), talk.action("round_board", ""))
