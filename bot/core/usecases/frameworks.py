"""Frameworks of a community's own: brought by a moderator, shown what they would change, loaded with a yes, removed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.domain.errors import NotFound
from bot.core.domain.framework_errors import (
    FrameworkCompetencyDiffers,
    FrameworkIdTaken,
    FrameworkRoleTaken,
    FrameworkUnchanged,
    FrameworkUnreadable,
    FrameworkVersionStale,
    NoFrameworkWaits,
    NoOwnFramework,
    TooManyFrameworks,
)
from bot.core.domain.frameworks import Framework
from bot.core.domain.ids import CommunityId, FrameworkId, MemberId, RoleId
from bot.core.domain.loaded import (
    MOST_FRAMEWORKS,
    FrameworkDraft,
    LoadedFramework,
    Revision,
    clash_of,
    revision_of,
)
from bot.core.domain.members import Member, MemberState
from bot.core.effects import Effect, Priority
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.telling import telling


@dataclass(frozen=True)
class Listed:
    """A framework that members can aim at; `loaded` where it is the community's own, `by` by whom, if they are here."""

    framework: Framework
    loaded: LoadedFramework | None = None
    by: Member | None = None


@dataclass(frozen=True)
class Brought:
    """What loading a file would mean: what changes, and how many members aim at a role that changes or goes."""

    draft: str
    """Names the file that waits for a yes."""
    framework: Framework
    before: int
    """The version that is current now; 0 where there is none."""
    revision: Revision
    moved: int = 0
    dropped: int = 0


@dataclass(frozen=True)
class Removal:
    """What removing a framework would mean, or has meant: how many members have to choose another role."""

    framework: Framework
    aiming: int


def read_frameworks(work: UnitOfWork, tools: Tools, actor: Actor) -> Sequence[Listed]:
    """List what members can aim at, the community's own first; imported frameworks are too big to be listed."""
    authorise(actor, read_frameworks)
    loaded = {each.framework: each for each in work.frameworks.current(actor.community)}
    people = work.members.many(actor.community, {each.loaded_by for each in loaded.values()})
    found = [
        Listed(each, own, people.get(own.loaded_by)) if (own := loaded.get(each.id)) else Listed(each)
        for each in tools.library.frameworks(actor.here().language)
    ]
    return sorted(found, key=lambda each: each.loaded is None)


def bring_framework(work: UnitOfWork, tools: Tools, actor: Actor, text: str) -> Brought:
    """Read an attached file and say what loading it would change; it waits for a yes, and nothing else is kept.

    Raise what is wrong with it: `FrameworkUnreadable` and its like, by line.
    """
    authorise(actor, bring_framework)
    framework, before = _checked(work, tools, actor.community, text)
    draft = FrameworkDraft(tools.ids.new(), actor.community, text, tools.clock.now())
    work.frameworks.save_draft(draft)
    revision = revision_of(before, framework)
    aiming = _aiming(work, actor.community)
    work.commit()
    return Brought(
        draft.id,
        framework,
        before.version if before else 0,
        revision,
        sum(len(aiming.get(each, ())) for each in revision.moved),
        sum(len(aiming.get(each, ())) for each in revision.dropped),
    )


def load_framework(work: UnitOfWork, tools: Tools, actor: Actor, draft: str) -> Brought:
    """Load the file that waits, for this community alone; whoever aims at a role that goes is asked to choose another.

    Raise `NoFrameworkWaits` where another was brought since.
    """
    authorise(actor, bring_framework)
    work.communities.get(actor.community, lock=True)  # of two who say yes at once, one finds it done
    waiting = work.frameworks.find_draft(actor.community, draft)
    if waiting is None:
        raise NoFrameworkWaits
    framework, before = _checked(work, tools, actor.community, waiting.text)
    _keep(work, tools, actor, framework, waiting.text)
    revision = revision_of(before, framework)
    aiming = _aiming(work, actor.community)
    told = _tell_gone(work, tools, actor.community, aiming, revision.dropped, framework.title)
    work.frameworks.forget_draft(actor.community)
    work.commit()
    moved = sum(len(aiming.get(each, ())) for each in revision.moved)
    return Brought(draft, framework, before.version if before else 0, revision, moved, told)


def own_frameworks(work: UnitOfWork, actor: Actor) -> Sequence[LoadedFramework]:
    """List the community's own frameworks; raise `NoOwnFramework` where there is none."""
    authorise(actor, remove_framework)
    found = work.frameworks.current(actor.community)
    if not found:
        raise NoOwnFramework
    return found


def think_of_removing(work: UnitOfWork, tools: Tools, actor: Actor, framework: FrameworkId) -> Removal:
    """Say what removing a framework would mean; raise `NotFound` where it isn't the community's own."""
    authorise(actor, remove_framework)
    own = _own(work, tools, actor.community, framework)
    aiming = _aiming(work, actor.community)
    return Removal(own, sum(len(aiming.get(each, ())) for each in own.roles))


def remove_framework(work: UnitOfWork, tools: Tools, actor: Actor, framework: FrameworkId) -> Removal:
    """Remove one of the community's own; whoever aims at one of its roles is asked to choose another.

    What was rated stays, and so do its versions: loaded again, everything is as it was.
    """
    authorise(actor, remove_framework)
    own = _own(work, tools, actor.community, framework)
    work.frameworks.set_removed(actor.community, framework, tools.clock.now())
    told = _tell_gone(work, tools, actor.community, _aiming(work, actor.community), own.roles, own.title)
    work.commit()
    return Removal(own, told)


def _checked(work: UnitOfWork, tools: Tools, community: CommunityId, text: str) -> tuple[Framework, Framework | None]:
    """Read a file and hold it against everything that it must agree with; return what is current of it, too."""
    framework = tools.library.read_framework(text)
    if tools.library.ships(framework.id):
        raise FrameworkIdTaken(line=tools.library.line_of(text, ("id",)), framework=framework.id)
    if (clash := clash_of(framework, tools.library.frameworks(framework.language))) is not None:
        line = tools.library.line_of(text, clash.path)
        if clash.kind == "roles":
            raise FrameworkRoleTaken(line=line, role=clash.id, framework=clash.other)
        raise FrameworkCompetencyDiffers(line=line, competency=clash.id, framework=clash.other)
    current = {each.id: each for each in tools.library.frameworks(framework.language)}.get(framework.id)
    if current == framework:
        raise FrameworkUnchanged(framework=framework.title, version=framework.version)
    if current is None and len(work.frameworks.current(community)) >= MOST_FRAMEWORKS:
        raise TooManyFrameworks(most=MOST_FRAMEWORKS)
    _needs_higher_version(work, tools, community, framework, text)
    return framework, current


def _needs_higher_version(
    work: UnitOfWork, tools: Tools, community: CommunityId, framework: Framework, text: str
) -> None:
    """A version's number never means other content, not even after a framework was removed."""
    newest = work.frameworks.newest(community, framework.id)
    if newest is None or framework.version > newest.version or _says_the_same(work, tools, newest, framework):
        return
    line = tools.library.line_of(text, ("version",))
    raise FrameworkVersionStale(line=line, version=framework.version, kept=newest.version)


def _says_the_same(work: UnitOfWork, tools: Tools, newest: LoadedFramework, framework: Framework) -> bool:
    text = work.frameworks.texts(newest.community, [newest])[newest.framework]
    try:
        return tools.library.read_framework(text) == framework
    except FrameworkUnreadable:  # what an earlier release took
        return False


def _keep(work: UnitOfWork, tools: Tools, actor: Actor, framework: Framework, text: str) -> None:
    newest = work.frameworks.newest(actor.community, framework.id)
    if newest is not None and newest.version == framework.version:  # it was removed, and is what it was
        work.frameworks.set_removed(actor.community, framework.id, None)
        return
    loaded = LoadedFramework(
        community=actor.community,
        framework=framework.id,
        version=framework.version,
        language=framework.language,
        title=framework.title,
        loaded_by=actor.here().id,
        loaded_at=tools.clock.now(),
    )
    work.frameworks.add(loaded, text)


def _own(work: UnitOfWork, tools: Tools, community: CommunityId, framework: FrameworkId) -> Framework:
    own = {each.framework: each for each in work.frameworks.current(community)}
    if framework not in own:
        raise NotFound
    for each in tools.library.frameworks(own[framework].language):
        if each.id == framework:
            return each
    raise NotFound


def _aiming(work: UnitOfWork, community: CommunityId) -> Mapping[RoleId, Sequence[MemberId]]:
    found: dict[RoleId, list[MemberId]] = {}
    for member, profile in work.members.all_mentees(community).items():
        found.setdefault(profile.destination, []).append(member)
    return found


def _tell_gone(
    work: UnitOfWork,
    tools: Tools,
    community: CommunityId,
    aiming: Mapping[RoleId, Sequence[MemberId]],
    gone: Sequence[RoleId] | Mapping[RoleId, object],
    title: str,
) -> int:
    """Tell whoever aims at a role that is gone, and is here, to choose another; return how many those are."""
    members = work.members.many(community, {member for role in gone for member in aiming.get(role, ())})
    now, occasion = tools.clock.now(), tools.ids.new()
    here = [each for each in members.values() if each.state is MemberState.ACTIVE]
    effects: list[Effect] = [
        telling(
            community,
            each.id,
            each.home,
            "role_gone",
            f"role_gone:{occasion}:{each.id}",
            now,
            Priority.PROMPT,
            framework=title,
        )
        for each in here
    ]
    work.outbox.add(effects)
    return len(here)
