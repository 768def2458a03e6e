"""The places in which a programme lives on a platform: asked for, kept, and what stands in the way of them."""

from collections.abc import Collection, Mapping

from bot.core.domain.communities import HOMES, Place, PlaceKind
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import CommunityId, MemberId, PlaceId
from bot.core.effects import Act, Effect
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.telling import tell, tell_moderators

BY = "by"
"""The ref that names who asked."""
PLATFORM = "platform"
"""The ref that names the platform that places are on: who hears of them may be at home on another."""


def make_homes(
    work: UnitOfWork, tools: Tools, actor: Actor, platform: str, wished: Mapping[PlaceKind, str] | None = None
) -> None:
    """Have a programme's places made or found; `wished` names those that are there already, by kind."""
    authorise(actor, make_homes)
    if work.communities.own_place(actor.community, platform) is None:
        raise NotFound
    names = {kind.value: name for kind, name in (wished or {}).items()}
    key = f"homes:{platform}:{tools.ids.new()}"
    work.outbox.add([preparing(tools, actor.community, platform, key, **{BY: actor.here().id, **names})])
    work.outbox.hasten(actor.community)
    work.commit()


def preparing(tools: Tools, community: CommunityId, platform: str, key: str, /, **refs: str) -> Effect:
    """Make the effect of having a programme's places made; `refs` names who asked and the places wished for."""
    return Effect(
        key=key,
        community=community,
        platform=platform,
        act=Act.PREPARE,
        lane=f"homes:{platform}",
        notice="",
        refs=refs,
        not_before=tools.clock.now(),
    )


def keep_homes(work: UnitOfWork, tools: Tools, effect: Effect, places: Mapping[PlaceKind, str]) -> None:
    """Keep the places that were made or found, each instead of the one before it, and say so where it matters."""
    known = work.communities.homes(effect.community, effect.platform)
    for kind, external_id in places.items():
        before = known.get(kind)
        if before is None or before.external_id != external_id:
            _put(work, Place(PlaceId(tools.ids.new()), effect.community, effect.platform, kind, external_id), before)
    if PlaceKind.COMMONS in places:
        work.outbox.add([_welcome(tools, effect, places[PlaceKind.COMMONS])])
    if places:
        work.outbox.hasten(effect.community)  # whatever waited for them
        _tell_asker(work, tools, effect)


def tell_lacking(work: UnitOfWork, tools: Tools, effect: Effect, rights: Collection[str]) -> None:
    """Say which rights are missing: to whoever asked, else to the moderators, and once a day."""
    refs = {"platform": effect.platform, "rights": ",".join(sorted(rights))}
    if BY in effect.refs:
        key = f"homes_lacking:{effect.key}"
        tell(work, tools, effect.community, MemberId(effect.refs[BY]), "homes_lacking", key, **refs)
    else:
        key = f"homes_lacking:{tools.clock.now():%Y-%m-%d}:{effect.platform}:{refs['rights']}"
        tell_moderators(work, tools, effect.community, "homes_lacking", key, **refs)


def tell_full(work: UnitOfWork, tools: Tools, effect: Effect) -> None:
    """Tell the moderators, once a day, that there is no space for what is to be said or made."""
    key = f"homes_full:{tools.clock.now():%Y-%m-%d}:{effect.platform}"
    tell_moderators(work, tools, effect.community, "homes_full", key, **{PLATFORM: effect.platform})


def _put(work: UnitOfWork, place: Place, before: Place | None) -> None:
    if before is not None:
        work.communities.remove_place(before)
    work.communities.add_place(place)


def _welcome(tools: Tools, effect: Effect, commons: str) -> Effect:
    return Effect(
        key=f"commons_welcome:{effect.platform}:{commons}",
        community=effect.community,
        platform=effect.platform,
        act=Act.PIN,
        lane=f"commons:{effect.platform}",
        notice="commons_welcome",
        refs={"home": PlaceKind.COMMONS.value},
        not_before=tools.clock.now(),
    )


def _tell_asker(work: UnitOfWork, tools: Tools, effect: Effect) -> None:
    if BY in effect.refs:
        names = {kind.value: effect.refs[kind.value] for kind in HOMES if kind.value in effect.refs}
        by = MemberId(effect.refs[BY])
        tell(
            work,
            tools,
            effect.community,
            by,
            "homes_ready",
            f"homes_ready:{effect.key}",
            **{PLATFORM: effect.platform},
            **names,
        )
