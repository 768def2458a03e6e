"""What is told of a round when it is nobody's turn to ask: to mentors, and, rarely, to the moderator."""

from bot.core.dialogue.pairings.notices import sample_pair
from bot.core.dialogue.pairings.views import Pair
from bot.core.dialogue.rounds.boards import closed_view
from bot.core.dialogue.rounds.mentors import asked_view, grounds_of, lapsed_view, reminder_view
from bot.core.dialogue.rounds.samples import sample_board, sample_proposal
from bot.core.dialogue.specs import Example, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import PairingId
from bot.core.domain.pairings import PairingState
from bot.core.domain.rounds import RoundState
from bot.core.effects import Effect
from bot.core.ui.views import Text, Tone, View, Weight
from bot.core.usecases.pairings import pair_of
from bot.core.usecases.rounds.reading import Board, board_of

NAMES_SHOWN = 3


def stuck_view(talk: Talk, board: Board) -> View:
    """Tell the moderator that somebody can only be helped by hand."""
    without = board.without
    names = talk.say.every([board.name(each) for each in without[:NAMES_SHOWN]])
    return View(
        title=talk.say("told-round-stuck", count=len(without), names=names),
        blocks=(Text(talk.say("told-round-stuck-next")),),
        actions=(
            talk.action("round_without", "0", Weight.PRIMARY, talk.say("round-without-count", count=len(without))),
        ),
        suggestions=talk.suggest("pair", "round"),
        tone=Tone.ATTENTION,
    )


def _pair(talk: Talk, effect: Effect) -> Pair:
    return Pair(*pair_of(talk.work, effect.community, PairingId(effect.refs["pairing"])))


def _tell_asked(talk: Talk, effect: Effect) -> View | None:
    pair = _pair(talk, effect)
    proposal = talk.work.proposals.find(effect.community, pair.pairing.id)
    if proposal is None or pair.pairing.state is not PairingState.PROPOSED:
        return None
    if effect.notice == "proposal_reminder":
        return reminder_view(talk, pair, proposal)
    return asked_view(talk, pair, proposal, grounds_of(talk, pair))


def _tell_lapsed(talk: Talk, effect: Effect) -> View:
    return lapsed_view(talk, _pair(talk, effect))


def _tell_stuck(talk: Talk, effect: Effect) -> View | None:
    board = board_of(talk.work, effect.community, effect.refs["round"])
    is_running = board.round.state is RoundState.PUBLISHED
    return stuck_view(talk, board) if is_running and board.without else None


def _tell_settled(talk: Talk, effect: Effect) -> View:
    return closed_view(talk, board_of(talk.work, effect.community, effect.refs["round"]))


NOTICES = (
    NoticeSpec("proposal_asked", _tell_asked),
    NoticeSpec("proposal_reminder", _tell_asked),
    NoticeSpec("proposal_lapsed", _tell_lapsed),
    NoticeSpec("round_stuck", _tell_stuck),
    NoticeSpec("round_settled", _tell_settled),
)

EXAMPLES = (
    Example(
        "notice/proposal_asked",
        lambda talk: asked_view(talk, sample_pair(talk), sample_proposal(talk), ()),
    ),
    Example("notice/proposal_reminder", lambda talk: reminder_view(talk, sample_pair(talk), sample_proposal(talk))),
    Example("notice/proposal_lapsed", lambda talk: lapsed_view(talk, sample_pair(talk))),
    Example("notice/round_stuck", lambda talk: stuck_view(talk, sample_board(talk, RoundState.PUBLISHED))),
    Example("notice/round_settled", lambda talk: closed_view(talk, sample_board(talk, RoundState.CLOSED))),
)
