"""Setting a programme up, and setting it up again."""

from dataclasses import dataclass, replace

from bot.core.domain.communities import Community
from bot.core.domain.ids import ProgrammeId, TemplateId
from bot.core.domain.members import Role
from bot.core.domain.programmes import Programme
from bot.core.domain.weeks import zone_of
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise


@dataclass(frozen=True)
class Plan:
    """What a moderator chooses."""

    name: str
    template: TemplateId
    zone: str
    language: str


def set_up_programme(work: UnitOfWork, tools: Tools, actor: Actor, plan: Plan) -> Programme:
    """Start the community's programme, or change the one that runs; whoever does it becomes a moderator.

    A changed length or cadence holds for those who join from now on: nobody's planned weeks are rewritten.
    """
    authorise(actor, set_up_programme)
    zone = zone_of(plan.zone)
    template = tools.library.template(plan.template, plan.language)
    running = work.programmes.current(actor.community)
    programme = Programme(
        id=running.id if running else ProgrammeId(tools.ids.new()),
        community=actor.community,
        name=plan.name,
        template=template.id,
        weeks=template.weeks,
        cadence=template.cadence,
        questions=template.questions,
        zone=plan.zone,
        language=plan.language,
        starts_on=running.starts_on if running else tools.clock.now().astimezone(zone).date(),
    )
    if running:
        work.programmes.save(programme)
    else:
        work.programmes.add(programme)
    _speak(work, work.communities.get(actor.community), plan)
    _make_moderator(work, actor)
    work.commit()
    return programme


def _speak(work: UnitOfWork, community: Community, plan: Plan) -> None:
    work.communities.save(replace(community, language=plan.language, zone=plan.zone))


def _make_moderator(work: UnitOfWork, actor: Actor) -> None:
    member = actor.here()
    if Role.MODERATOR not in member.roles:
        work.members.save(replace(member, roles=member.roles | {Role.MODERATOR}))
