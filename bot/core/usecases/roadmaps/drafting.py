"""Roadmaps of a community's own: drafted by a mentor or moderator, reviewed by a moderator, published as a version."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.domain.ids import CommunityId, DraftId, RoadmapId, RoleId
from bot.core.domain.naming import fold
from bot.core.domain.roadmaps.errors import StepTwice
from bot.core.domain.roadmaps.graphs import Roadmap, Step, checked
from bot.core.domain.roadmaps.publishing import FIRST_VERSION, Draft, DraftState
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.roadmaps.reading import available, framework_of
from bot.core.usecases.telling import tell, tell_moderators

FILE = "roadmap.yaml"
"""What an attached file is taken for: its name doesn't come with it."""


@dataclass(frozen=True)
class Heading:
    """What a roadmap begins with that is drafted step by step."""

    title: str
    summary: str
    role: RoleId


def draft_roadmap(work: UnitOfWork, tools: Tools, actor: Actor, text: str) -> Draft:
    """Draft a roadmap from an attached file in the documented format; raise what is wrong with it, by line or step."""
    authorise(actor, draft_roadmap)
    roadmap = tools.library.read_roadmap(text, FILE)
    checked(roadmap, framework_of(tools, roadmap.framework, actor.here().language))
    return _begun(work, tools, actor, roadmap)


def begin_draft(work: UnitOfWork, tools: Tools, actor: Actor, heading: Heading) -> Draft:
    """Begin a roadmap that is drafted step by step."""
    authorise(actor, begin_draft)
    member = actor.here()
    framework, _ = tools.library.role(heading.role, member.language)
    taken = {each.id for each in available(work, tools, actor.community, member.language)}
    roadmap = Roadmap(
        id=_free_id(heading.title, taken),
        version=FIRST_VERSION,
        language=member.language,
        title=heading.title,
        summary=heading.summary,
        author=member.name,
        framework=framework.id,
        role=heading.role,
        steps=(),
    )
    return _begun(work, tools, actor, roadmap)


def add_draft_step(work: UnitOfWork, tools: Tools, actor: Actor, draft: DraftId, step: Step) -> Draft:
    """Add a step to a draft of one's own; its id is made of its title where another bears it."""
    mine = work.drafts.get(actor.community, draft, lock=True)
    authorise(actor, add_draft_step, mine)
    ids = {each.id for each in mine.roadmap.steps}
    if step.id in ids:
        raise StepTwice(step=step.id)
    longer = mine.with_step(step)
    checked(longer.roadmap, framework_of(tools, longer.roadmap.framework, actor.here().language))
    return _kept(work, longer)


def read_draft(work: UnitOfWork, tools: Tools, actor: Actor, draft: DraftId) -> Draft:
    """Read a draft of one's own."""
    mine = work.drafts.get(actor.community, draft)
    authorise(actor, read_draft, mine)
    return mine


def read_drafts(work: UnitOfWork, tools: Tools, actor: Actor) -> Sequence[Draft]:
    """List one's own drafts."""
    authorise(actor, read_drafts)
    return work.drafts.of_member(actor.community, actor.here().id)


def hand_in_draft(work: UnitOfWork, tools: Tools, actor: Actor, draft: DraftId) -> Draft:
    """Hand a draft in for review; every moderator hears of it."""
    mine = work.drafts.get(actor.community, draft, lock=True)
    authorise(actor, hand_in_draft, mine)
    handed = mine.handed_in(framework_of(tools, mine.roadmap.framework, actor.here().language))
    work.drafts.save(handed)
    key = f"roadmap_handed_in:{draft}:{tools.ids.new()}"  # it may go to and fro
    tell_moderators(work, tools, actor.community, "roadmap_handed_in", key, draft=draft)
    work.commit()
    return handed


def drop_draft(work: UnitOfWork, tools: Tools, actor: Actor, draft: DraftId) -> Draft:
    """Let a draft go."""
    mine = work.drafts.get(actor.community, draft, lock=True)
    authorise(actor, drop_draft, mine)
    return _kept(work, mine.dropped())


def read_reviews(work: UnitOfWork, tools: Tools, actor: Actor) -> Sequence[Draft]:
    """List the drafts that wait for a moderator."""
    authorise(actor, review_draft)
    return work.drafts.handed_in(actor.community)


def review_draft(work: UnitOfWork, tools: Tools, actor: Actor, draft: DraftId) -> Draft:
    """Read a draft that somebody has handed in."""
    authorise(actor, review_draft)
    return work.drafts.get(actor.community, draft)


def hand_back_draft(work: UnitOfWork, tools: Tools, actor: Actor, draft: DraftId, remark: str) -> Draft:
    """Hand a draft back to its author with a word on what to change."""
    authorise(actor, hand_back_draft)
    theirs = work.drafts.get(actor.community, draft, lock=True).handed_back(actor.here().id, remark)
    work.drafts.save(theirs)
    key = f"roadmap_handed_back:{draft}:{tools.ids.new()}"  # it may go to and fro
    tell(work, tools, actor.community, theirs.member, "roadmap_handed_back", key, draft=draft)
    work.commit()
    return theirs


def publish_draft(work: UnitOfWork, tools: Tools, actor: Actor, draft: DraftId) -> Draft:
    """Publish a draft as the next version of its roadmap; its author and whoever follows an older one hear of it."""
    authorise(actor, publish_draft)
    handed = work.drafts.get(actor.community, draft, lock=True)
    language = actor.here().language
    version = _newest(work, tools, actor.community, handed.roadmap.id, language) + 1
    framework = framework_of(tools, handed.roadmap.framework, language)
    published = handed.published(actor.here().id, framework, version, tools.clock.now())
    work.drafts.save(published)
    tell(work, tools, actor.community, handed.member, "roadmap_published", f"roadmap_published:{draft}", draft=draft)
    for member in work.enrolments.followers(actor.community, handed.roadmap.id, version):
        key = f"roadmap_changed:{draft}:{member}"
        tell(work, tools, actor.community, member, "roadmap_changed", key, draft=draft)
    work.commit()
    return published


def id_of(title: str) -> str:
    """Make an id of words, as files of roadmaps have them."""
    words = "".join(each if each.isascii() and each.isalnum() else " " for each in fold(title)).split()
    name = "-".join(words)[:48].strip("-")
    return name if name[:1].isalpha() else f"step-{name}".strip("-")


def _begun(work: UnitOfWork, tools: Tools, actor: Actor, roadmap: Roadmap) -> Draft:
    draft = Draft(
        id=DraftId(tools.ids.new()),
        community=actor.community,
        member=actor.here().id,
        roadmap=replace(roadmap, version=FIRST_VERSION),
        state=DraftState.DRAFT,
        drafted_at=tools.clock.now(),
    )
    work.drafts.add(draft)
    work.commit()
    return draft


def _free_id(title: str, taken: set[RoadmapId]) -> RoadmapId:
    name = id_of(title)
    free = (RoadmapId(f"{name}-{number}" if number else name) for number in (0, *range(2, len(taken) + 3)))
    return next(each for each in free if each not in taken)


def _newest(work: UnitOfWork, tools: Tools, community: CommunityId, roadmap: RoadmapId, language: str) -> int:
    found = available(work, tools, community, language)
    return next((each.version for each in found if each.id == roadmap), FIRST_VERSION - 1)


def _kept(work: UnitOfWork, draft: Draft) -> Draft:
    work.drafts.save(draft)
    work.commit()
    return draft
