"""A round to show the gallery's views with: made-up people, really solved."""

from dataclasses import replace
from datetime import timedelta

from bot.core.dialogue.samples import NOON, sample_matrix, sample_member, sample_mentor, sample_pairing
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapMatrix
from bot.core.domain.ids import MemberId, PairingId, RoundId
from bot.core.domain.matching import TERMS, Guide, Objective, Seeker
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.domain.rounds import (
    Answer,
    Asked,
    Decision,
    Inputs,
    Patience,
    Proposal,
    Round,
    RoundState,
    Ruling,
    Solution,
    ask,
    asked_about,
)
from bot.core.ports import PlainEngine
from bot.core.usecases.rounds.publishing import Published
from bot.core.usecases.rounds.reading import Board
from bot.core.usecases.rounds.solving import Proof, solved_anew

_MENTEES = (
    "Ada Okafor",
    "Ben Yusuf",
    "Chloé Martin",
    "Deniz Aksoy",
    "Emeka Obi",
    "Freya Holm",
    "Goran Ilić",
    "Hana Sato",
)
_MENTORS = ("Grace Lindqvist", "Mateo Ruiz", "Noor Haddad")
ROUND = RoundId("abcdefgh23450009")


def sample_inputs(talk: Talk) -> Inputs:
    """Lay eight mentees before three mentors with five places."""
    matrix = sample_matrix(talk)
    seekers = [
        Seeker(_id("e", place), _cut(matrix, place), "Europe/Madrid", ("en", "es") if place % 2 else ("en",))
        for place in range(len(_MENTEES))
    ]
    guides = [
        Guide(
            _id("m", place),
            {cell.competency.id: 5 - (place + number) % 3 for number, cell in enumerate(matrix.cells)},
            "Europe/Berlin",
            ("en",) if place else ("es",),
            free=2 if place else 1,
        )
        for place in range(len(_MENTORS))
    ]
    return Inputs(NOON.date(), tuple(seekers), tuple(guides), TERMS, Objective.MOST, PlainEngine.name)


def sample_round(talk: Talk, state: RoundState = RoundState.DRAFT) -> Round:
    """Make a round in which something is pinned and something forbidden."""
    by = sample_mentor(talk).id
    draft = Round(ROUND, talk.community.id, 3, RoundState.DRAFT, Objective.MOST, 4, 4, by, NOON)
    decisions = (
        Decision(Ruling.PIN, _id("e", 0), _id("m", 1), by, NOON),
        Decision(Ruling.FORBID, _id("e", 1), _id("m", 1), by, NOON),
    )
    published = NOON if state in {RoundState.PUBLISHED, RoundState.CLOSED} else None
    return replace(draft, state=state, decisions=decisions, published_by=by, published_at=published)


def sample_solution(talk: Talk) -> Solution:
    """Solve it."""
    return solved_anew(sample_inputs(talk), sample_round(talk).rulings, PlainEngine())


def sample_board(talk: Talk, state: RoundState = RoundState.DRAFT, *, solved: bool = True) -> Board:
    """Lay it out."""
    solution, inputs = sample_solution(talk), sample_inputs(talk)
    names = {_id("e", place): name for place, name in enumerate(_MENTEES)}
    names |= {_id("m", place): name for place, name in enumerate(_MENTORS)}
    return Board(
        round=sample_round(talk, state),
        mentees=len(inputs.seekers),
        mentors=len(inputs.guides),
        places=sum(each.free for each in inputs.guides),
        solution=solution if solved else None,
        people={each: replace(sample_member(talk, name), id=each) for each, name in names.items()},
        asked=_asked(talk, solution, state),
    )


def sample_answer(talk: Talk, *, together: bool = False) -> Answer:
    """Ask about two of it: the pinned ones, or two who are not together."""
    inputs, rulings, solution = sample_inputs(talk), sample_round(talk).rulings, sample_solution(talk)
    mentee = _id("e", 0) if together else next(each.mentee for each in solution.pairs if not each.is_pinned)
    return asked_about(inputs, rulings, solution, mentee, _id("m", 1))


def sample_proposal(talk: Talk) -> Proposal:
    """Make the question about the sample pair."""
    return ask(sample_pairing(talk, PairingState.PROPOSED), ROUND, Patience(), NOON)


def sample_published(talk: Talk) -> Published:
    """Publish it, two pairs being impossible by then."""
    return Published(sample_round(talk, RoundState.PUBLISHED), 3, 2)


def sample_proof(talk: Talk, *, same: bool = True) -> Proof:
    """Solve it again."""
    return Proof(sample_round(talk), PlainEngine.name, same, sample_solution(talk))


def _asked(talk: Talk, solution: Solution, state: RoundState) -> tuple[Asked, ...]:
    """Let the first say yes, the second no, and the rest wait."""
    if state not in {RoundState.PUBLISHED, RoundState.CLOSED}:
        return ()
    later = NOON + timedelta(hours=2)
    asked = []
    for place, planned in enumerate(solution.pairs):
        one = replace(
            sample_pairing(talk, PairingState.PROPOSED),
            id=PairingId(f"abcdefgh2345002{place}"),
            mentor=planned.mentor,
            mentee=planned.mentee,
        )
        answers: tuple[Pairing, ...] = (one.accepted(later), one.declined(later))
        is_over = state is RoundState.CLOSED or place < len(answers)
        asked.append(Asked(ask(one, ROUND, Patience(), NOON), answers[place % len(answers)] if is_over else one))
    return tuple(asked)


def _id(kind: str, place: int) -> MemberId:
    return MemberId(f"abcdefgh2345{kind}{place:03d}")


def _cut(matrix: GapMatrix, place: int) -> GapMatrix:
    """Let each mentee lack something else."""
    return replace(matrix, cells=matrix.cells[place % 3 :])
