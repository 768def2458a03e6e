"""Finding roadmaps for a member, and laying what they follow in time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.domain.errors import NotFound
from bot.core.domain.frameworks import Framework
from bot.core.domain.gaps import GapMatrix
from bot.core.domain.ids import CommunityId, CompetencyId, FrameworkId, RoadmapId
from bot.core.domain.members import Member, arrival_of
from bot.core.domain.roadmaps.composing import Fit, offered
from bot.core.domain.roadmaps.enrolments import EnrolledStep, Enrolment, stints, tasks_left
from bot.core.domain.roadmaps.errors import NotEnrolled, RoadmapFrameworkUnknown
from bot.core.domain.roadmaps.graphs import Roadmap
from bot.core.domain.roadmaps.pacing import Pace, pace_of, stretch_of
from bot.core.domain.roadmaps.planning import Plan, hours_that_do, plan_of, tasks_of
from bot.core.domain.roadmaps.revisions import Difference, difference
from bot.core.domain.weeks import zone_of
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.gaps import gap_matrix

LEAST_PACE = 0.1
"""Hours a week below which no day of arrival is worth telling."""


@dataclass(frozen=True)
class Way:
    """What a member follows, laid in time from today on."""

    enrolment: Enrolment
    plan: Plan
    """At the hours a week that they have said they have."""
    enough: int | None = None
    """Hours a week that would arrive in time, where these don't; None where no number of them does."""
    pace: Pace | None = None
    """How it really goes; None where it is too early to tell."""
    really: Plan | None = None
    """The plan at that pace; None where there is none to go by."""
    newer: Roadmap | None = None
    """A later version than theirs."""
    overtaken: tuple[EnrolledStep, ...] = ()
    """Steps still open whose level they have come to since they set out."""


@dataclass(frozen=True)
class Change:
    """What a newer version would change for a member."""

    enrolment: Enrolment
    roadmap: Roadmap
    difference: Difference


def read_way(work: UnitOfWork, tools: Tools, actor: Actor) -> Way:
    """Read what a member follows; raise `NotEnrolled` where it is nothing."""
    authorise(actor, read_way)
    member = actor.here()
    enrolment = work.enrolments.active_of(actor.community, member.id)
    if enrolment is None:
        raise NotEnrolled
    return way_of(work, tools, member, enrolment)


def read_offers(work: UnitOfWork, tools: Tools, actor: Actor, title: str) -> Sequence[Fit]:
    """List the roadmaps that close a member's gaps, the best first; one composed of several would bear this title."""
    authorise(actor, read_offers)
    member = actor.here()
    matrix = gap_matrix(work, tools, actor.community, member.id, member.language)
    return offered(available(work, tools, actor.community, member.language), matrix, title)


def read_change(work: UnitOfWork, tools: Tools, actor: Actor) -> Change | None:
    """Say what the newest version of a member's roadmap would change; None where theirs is the newest."""
    authorise(actor, read_change)
    member = actor.here()
    enrolment = work.enrolments.active_of(actor.community, member.id)
    if enrolment is None:
        raise NotEnrolled
    newer = newer_than(work, tools, enrolment, member.language)
    if newer is None:
        return None
    matrix = own_matrix(work, tools, member)
    return Change(enrolment, newer, difference(enrolment, newer, matrix))


def way_of(work: UnitOfWork, tools: Tools, member: Member, enrolment: Enrolment) -> Way:
    """Lay what is left of a member's roadmap in time, as promised and as it really goes."""
    now = tools.clock.now()
    profile = work.members.get_mentee(enrolment.community, member.id)
    today, target = now.astimezone(zone_of(member.zone)).date(), arrival_of(profile, member)
    worked = stints(enrolment)
    left = tasks_left(enrolment, stretch_of(worked))
    plan = plan_of(left, profile.hours_a_week, today, target)
    pace = pace_of(worked, enrolment.enrolled_at, now)
    goes = pace is not None and pace.hours_a_week >= LEAST_PACE
    return Way(
        enrolment=enrolment,
        plan=plan,
        enough=hours_that_do(left, today, target) if plan.is_late else None,
        pace=pace,
        really=plan_of(left, pace.hours_a_week, today, target) if pace and goes else None,
        newer=newer_than(work, tools, enrolment, member.language),
        overtaken=enrolment.overtaken(risen_since(work, enrolment)),
    )


def risen_since(work: UnitOfWork, enrolment: Enrolment) -> Mapping[CompetencyId, float]:
    """Say which levels a member holds by a word that is newer than their enrolment, by competency."""
    claims = work.assessments.current(enrolment.community, enrolment.member)
    standing = {each: told.counting for each, told in claims.items()}
    return {
        each: told.level
        for each, told in standing.items()
        if told is not None and told.level is not None and told.assessed_at > enrolment.enrolled_at
    }


def plan_for(work: UnitOfWork, tools: Tools, member: Member, fit: Fit) -> tuple[Plan, int | None]:
    """Lay an offer in time as it would be from today on, with the hours a week that would do where these don't."""
    profile = work.members.get_mentee(member.community, member.id)
    today, target = tools.clock.now().astimezone(zone_of(member.zone)).date(), arrival_of(profile, member)
    tasks = tasks_of(fit.cut.steps)
    plan = plan_of(tasks, profile.hours_a_week, today, target)
    return plan, hours_that_do(tasks, today, target) if plan.is_late else None


def available(work: UnitOfWork, tools: Tools, community: CommunityId, language: str) -> Sequence[Roadmap]:
    """List the newest version of every roadmap: those that ship, and those that a community has published."""
    found: dict[RoadmapId, Roadmap] = {each.id: each for each in tools.library.roadmaps(language)}
    for draft in work.drafts.published(community):
        known = found.get(draft.roadmap.id)
        if known is None or known.version < draft.roadmap.version:
            found[draft.roadmap.id] = draft.roadmap
    return tuple(found.values())


def newer_than(work: UnitOfWork, tools: Tools, enrolment: Enrolment, language: str) -> Roadmap | None:
    """Find a later version of what a member follows; a composed one has none."""
    for each in available(work, tools, enrolment.community, language):
        if each.id == enrolment.roadmap and each.version > enrolment.version and not enrolment.sources:
            return each
    return None


def own_matrix(work: UnitOfWork, tools: Tools, member: Member) -> GapMatrix:
    """Read a member's matrix in their language."""
    return gap_matrix(work, tools, member.community, member.id, member.language)


def framework_of(tools: Tools, framework: FrameworkId, language: str) -> Framework:
    """Find a framework, or raise `RoadmapFrameworkUnknown`."""
    for each in tools.library.frameworks(language):
        if each.id == framework:
            return each
    raise RoadmapFrameworkUnknown(framework=framework)


def find_offer(work: UnitOfWork, tools: Tools, actor: Actor, roadmap: RoadmapId, title: str) -> Fit:
    """Find one of a member's offers, or raise `NotFound`."""
    for each in read_offers(work, tools, actor, title):
        if each.roadmap.id == roadmap:
            return each
    raise NotFound
