"""Every view and form with example data: what a surface must be able to draw, and what a reviewer looks at."""

from dataclasses import replace

from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.features import FEATURES
from bot.core.dialogue.samples import NOON, sample_mentee
from bot.core.dialogue.specs import Example
from bot.core.dialogue.talk import Talk
from bot.core.domain.communities import Community
from bot.core.domain.ids import CommunityId
from bot.core.ports import Tools, UnitOfWork
from bot.core.ui.tokens import Signer
from bot.core.usecases.access import Actor


def examples() -> tuple[Example, ...]:
    """List every example; names are `command|action|form|notice/<name>[:<variant>]`."""
    return tuple(example for feature in FEATURES for example in feature.examples)


def stage(catalogue: Catalogue, tools: Tools, signer: Signer, language: str, work: UnitOfWork) -> Talk:
    """Make the talk that examples are made with; they read the library and the clock, and nothing of `work`."""
    community = Community(CommunityId("abcdefgh23450000"), "Open Harbour", language, "Europe/Madrid", NOON)
    say = catalogue.voice(language, "Europe/Madrid")
    talk = Talk(work, tools, community, Actor(community.id, None), say, signer)
    return replace(talk, actor=Actor(community.id, sample_mentee(talk)))
