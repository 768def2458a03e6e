"""Setting a programme up, and setting it up again."""

from dataclasses import dataclass, replace

from bot.core.domain.communities import Community
from bot.core.domain.ids import ProgrammeId, TemplateId
from bot.core.domain.members import Role
from bot.core.domain.programmes import KEEP_ROOMS_DAYS, Programme
from bot.core.domain.weeks import zone_of
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.rooms import admit_readers, change_readers


@dataclass(frozen=True)
class Plan:
    """What a moderator chooses."""

    name: str
    template: TemplateId
    zone: str
    language: str
    moderators_read: bool = False


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
        moderators_read=plan.moderators_read,
        keep_rooms_days=running.keep_rooms_days if running else KEEP_ROOMS_DAYS,
    )
    if running:
        work.programmes.save(programme)
    else:
        work.programmes.add(programme)
    _speak(work, work.communities.get(actor.community), plan)
    is_new = _make_moderator(work, actor)
    _let_read(work, tools, running, programme, is_new=is_new)
    work.outbox.hasten(actor.community)
    work.commit()
    return programme


def _speak(work: UnitOfWork, community: Community, plan: Plan) -> None:
    work.communities.save(replace(community, language=plan.language, zone=plan.zone))


def _make_moderator(work: UnitOfWork, actor: Actor) -> bool:
    """Return whether they weren't one before."""
    member = actor.here()
    if Role.MODERATOR in member.roles:
        return False
    work.members.save(replace(member, roles=member.roles | {Role.MODERATOR}))
    return True


def _let_read(work: UnitOfWork, tools: Tools, before: Programme | None, programme: Programme, *, is_new: bool) -> None:
    """Let moderators into the rooms, or out of them, where who may read there has changed."""
    allowed = before is not None and before.moderators_read
    if programme.moderators_read != allowed:
        change_readers(work, tools, programme.community, moderators=programme.moderators_read)
    elif programme.moderators_read and is_new:
        admit_readers(work, tools, programme.community)
