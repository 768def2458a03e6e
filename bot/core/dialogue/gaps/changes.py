"""What a later version of a framework has changed of one's matrix, in one line above it."""

from collections.abc import Iterator
from dataclasses import replace

from bot.core.dialogue.samples import NOON, sample_role
from bot.core.dialogue.talk import Talk
from bot.core.domain.versions import Asked, asks_of, difference_of
from bot.core.domain.weeks import zone_of
from bot.core.ui.views import Text, View
from bot.core.usecases.versions import RoleChange

BUTTONS = 3
PARTS_SHOWN = 8
"""What is named of a kind of change: an imported role may ask forty things otherwise."""


def changed_view(talk: Talk, view: View, change: RoleChange) -> View:
    """Say above a matrix what has changed, and let it be taken as known."""
    *offered, rate = view.actions
    actions = (*offered, talk.action("gap_known", ""), rate)
    return replace(
        view,
        blocks=(Text(change_words(talk, change)), *view.blocks),
        actions=actions,
        suggestions=view.suggestions[: BUTTONS - len(actions)],
    )


def change_words(talk: Talk, change: RoleChange) -> str:
    """Write it in one line."""
    day = talk.say.day(change.since.astimezone(zone_of(talk.say.zone)).date()) if change.since else ""
    return talk.say(
        "gap-changed",
        framework=change.framework,
        version=change.now,
        begun=change.begun,
        since=day or "unknown",
        what="; ".join(_parts(talk, change)),
    )


def _parts(talk: Talk, change: RoleChange) -> Iterator[str]:
    told = change.difference
    changed = [_otherwise(talk, change.titles[each], before, after) for each, (before, after) in told.changed.items()]
    new = [
        talk.say("gap-changed-level", competency=change.titles[each], level=talk.say.number(asked.level))
        for each, asked in told.new.items()
    ]
    yield from _cut(talk, changed)
    if new:
        yield talk.say("gap-changed-new", competencies=talk.say.every(_cut(talk, new)))
    if told.gone:
        gone = [change.titles[each] for each in told.gone]
        yield talk.say("gap-changed-gone", competencies=talk.say.every(_cut(talk, gone)))


def _otherwise(talk: Talk, competency: str, before: Asked, after: Asked) -> str:
    if before.level != after.level:
        levels = {"now": talk.say.number(after.level), "before": talk.say.number(before.level)}
        return talk.say("gap-changed-asks", competency=competency, **levels)
    weights = {"now": talk.say.percent(after.weight), "before": talk.say.percent(before.weight)}
    return talk.say("gap-changed-matters", competency=competency, **weights)


def _cut(talk: Talk, parts: list[str]) -> list[str]:
    left = len(parts) - PARTS_SHOWN
    return parts if left <= 0 else [*parts[:PARTS_SHOWN], talk.say("framework-more", count=left)]


def sample_change(talk: Talk) -> RoleChange:
    """Make up what an earlier version asked."""
    framework, role = sample_role(talk)
    first, second, third, *_ = role.requires
    now = asks_of(role)
    before = {each: asked for each, asked in now.items() if each != third}
    before = {**before, first: Asked(now[first].level - 1, now[first].weight), second: Asked(now[second].level, 0.0)}
    gone = next(each for each in framework.competencies if each not in now)
    difference = difference_of({**before, gone: Asked(2, 0.5)}, now)
    titles = {each: competency.title for each, competency in framework.competencies.items()}
    return RoleChange(framework.title, 1, framework.version + 1, NOON, difference, titles)
