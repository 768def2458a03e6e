"""Rating oneself against the destination role, and reading the matrix."""

from collections.abc import Mapping
from dataclasses import replace

from bot.core.domain.errors import NothingAnswered, NothingClaimed
from bot.core.domain.frameworks import level_of
from bot.core.domain.gaps import Assessment, GapMatrix, matrix_of
from bot.core.domain.ids import AssessmentId, CommunityId, CompetencyId, MemberId
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise


def assess(work: UnitOfWork, tools: Tools, actor: Actor, levels: Mapping[CompetencyId, int | None]) -> GapMatrix:
    """Keep a member's own levels, None being "don't know"; what hasn't changed is not claimed again."""
    authorise(actor, assess)
    member, now = actor.here(), tools.clock.now()
    current = work.assessments.current(actor.community, member.id)
    if not any(level is not None for level in levels.values()) and not current:
        raise NothingAnswered
    changed = [
        Assessment(
            id=AssessmentId(tools.ids.new()),
            community=actor.community,
            member=member.id,
            competency=competency,
            level=None if level is None else level_of(level),
            assessed_by=member.id,
            assessed_at=now,
            evidence=current[competency].evidence if competency in current else "",
        )
        for competency, level in levels.items()
        if (competency in current or level is not None)
        and (competency not in current or current[competency].level != level)
    ]
    work.assessments.add(changed)
    matrix = gap_matrix(work, tools, actor.community, member.id, member.language)
    work.commit()
    return matrix


def add_evidence(work: UnitOfWork, tools: Tools, actor: Actor, competency: CompetencyId, evidence: str) -> GapMatrix:
    """Say what a claim rests on."""
    authorise(actor, add_evidence)
    member = actor.here()
    claim = work.assessments.current(actor.community, member.id).get(competency)
    if claim is None:
        raise NothingClaimed
    work.assessments.add(
        [replace(claim, id=AssessmentId(tools.ids.new()), evidence=evidence, assessed_at=tools.clock.now())]
    )
    matrix = gap_matrix(work, tools, actor.community, member.id, member.language)
    work.commit()
    return matrix


def read_gap_matrix(work: UnitOfWork, tools: Tools, actor: Actor) -> GapMatrix:
    """Read a mentee's own matrix."""
    authorise(actor, read_gap_matrix)
    member = actor.here()
    return gap_matrix(work, tools, actor.community, member.id, member.language)


def gap_matrix(work: UnitOfWork, tools: Tools, community: CommunityId, member: MemberId, language: str) -> GapMatrix:
    """Lay a mentee's current levels against their destination role; raise `NotAMember` without a profile."""
    profile = work.members.get_mentee(community, member)
    framework, role = tools.library.role(profile.destination, language)
    return matrix_of(framework, role, work.assessments.current(community, member))
