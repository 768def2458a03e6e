"""Where a person of several communities is in private, and going to another."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature
from bot.core.dialogue.talk import Talk
from bot.core.domain.communities import Community
from bot.core.domain.ids import CommunityId
from bot.core.ui.replies import Reply
from bot.core.ui.views import Text, Tone, View
from bot.core.usecases.currents import communities_of, switch_community

OFFERED = 20


def communities_view(talk: Talk, current: Community, others: Sequence[Community]) -> View:
    """Say which community this is about, and offer the others."""
    return View(
        title=talk.say("community-current", name=current.name),
        blocks=(Text(talk.say("community-others", count=len(others))),),
        actions=tuple(
            talk.action("community_switch", each.id, label=talk.say("action-community-switch", name=each.name))
            for each in others[:OFFERED]
        ),
        suggestions=talk.suggest("me"),
    )


def switched_view(talk: Talk, community: Community) -> View:
    """Say which community it is about from now on."""
    return View(
        title=talk.say("community-current", name=community.name),
        blocks=(Text(talk.say("community-switched")),),
        suggestions=talk.suggest("me", "help"),
        tone=Tone.GOOD,
    )


def named(talk: Talk, view: View) -> View:
    """Say of a message which community it is from, where its reader has several."""
    return replace(view, title=talk.say("community-named", community=talk.community.name, title=view.title))


def _show(talk: Talk) -> Reply:
    mine = communities_of(talk.work, talk.actor, talk.platform, talk.account)
    others = [each for each in mine if each.id != talk.community.id]
    return Reply(communities_view(talk, talk.community, others))


def _switch(talk: Talk, ref: str) -> Reply:
    to = switch_community(talk.work, talk.tools, talk.actor, talk.platform, talk.account, CommunityId(ref))
    return Reply(switched_view(talk, to))


FEATURE = Feature(
    commands=(CommandSpec("community", communities_of, _show),),
    actions=(ActionSpec("community_switch", switch_community, _switch),),
    examples=(
        Example("command/community", lambda talk: communities_view(talk, talk.community, [talk.community])),
        Example("action/community_switch", lambda talk: switched_view(talk, talk.community)),
    ),
)
