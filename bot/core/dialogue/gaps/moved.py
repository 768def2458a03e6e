"""What a mentee is told when a mentor's word has moved their cells, and what is worth doing next."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.core.dialogue.gaps.views import readiness
from bot.core.dialogue.offering import offers
from bot.core.dialogue.samples import sample_matrix, sample_mentor
from bot.core.dialogue.scales import level_words
from bot.core.dialogue.specs import Example, Feature, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapMatrix
from bot.core.domain.goals import Goal
from bot.core.domain.ids import CommunityId, CompetencyId, MemberId
from bot.core.domain.pairings import PairingState
from bot.core.effects import Effect
from bot.core.ui.views import Block, Text, Tone, View
from bot.core.usecases.gaps import gap_matrix


def moved_view(
    talk: Talk,
    title: str,
    reached: Sequence[Block],
    matrix: GapMatrix,
    moved: Collection[CompetencyId],
    goals: Sequence[Goal],
) -> View:
    """Name the levels that are attested now, where that leaves the mentee, and the goal that is worth most next."""
    shown = [
        talk.say("goal-shows", competency=each.competency.title, level=level_words(talk, each.attested))
        for each in matrix.cells
        if each.competency.id in moved and each.attested is not None
    ]
    return View(
        title=title,
        blocks=(*reached, *((Text(talk.say.every(shown)),) if shown else ()), readiness(talk, matrix)),
        actions=offers(talk, matrix, goals, 1),
        suggestions=talk.suggest("progress"),
        tone=Tone.GOOD,
    )


def told_moved(
    talk: Talk, member: MemberId, title: str, reached: Sequence[Block], moved: Collection[CompetencyId]
) -> View:
    """Tell a mentee of it as things stand now."""
    community: CommunityId = talk.community.id
    matrix = gap_matrix(talk.work, talk.tools, community, member, talk.say.language)
    return moved_view(talk, title, reached, matrix, moved, talk.work.goals.of_member(community, member))


def mentor_name(talk: Talk, mentee: MemberId) -> str:
    """Name the mentor whom somebody has now; where they have none any more, say whose word it was."""
    pairing = talk.work.pairings.live_of_mentee(talk.community.id, mentee)
    if pairing is None or pairing.state is not PairingState.ACTIVE:
        return talk.say("your-mentor")
    return talk.work.members.get(talk.community.id, pairing.mentor).name


def _tell(talk: Talk, effect: Effect) -> View:
    cells = frozenset(CompetencyId(each) for each in effect.refs["cells"].split())
    title = talk.say("told-levels-attested", mentor=mentor_name(talk, talk.member.id))
    return told_moved(talk, talk.member.id, title, (), cells)


def _sample(talk: Talk) -> View:
    matrix = sample_matrix(talk)
    seen = replace(matrix.open_cells[0], attested=2, current=2)
    matrix = replace(matrix, cells=tuple(seen if each.competency == seen.competency else each for each in matrix.cells))
    title = talk.say("told-levels-attested", mentor=sample_mentor(talk).name)
    return moved_view(talk, title, (), matrix, {seen.competency.id}, ())


FEATURE = Feature(
    notices=(NoticeSpec("levels_attested", _tell),),
    examples=(Example("notice/levels_attested", _sample),),
)
