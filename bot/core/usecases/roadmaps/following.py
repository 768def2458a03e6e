"""Beginning to follow a roadmap, leaving it, and taking a newer version of it."""

from collections.abc import Set as AbstractSet

from bot.core.domain.ids import EnrolmentId, RoadmapId, StepId
from bot.core.domain.pairings import PairingState
from bot.core.domain.roadmaps.cutting import cut
from bot.core.domain.roadmaps.enrolments import Enrolment, enrolled
from bot.core.domain.roadmaps.errors import AlreadyEnrolled, NothingNewer
from bot.core.domain.roadmaps.revisions import adopted
from bot.core.effects import Act
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.roadmaps.reading import find_offer, newer_than, own_matrix, risen_since
from bot.core.usecases.rooms import said_in_room


def enrol(
    work: UnitOfWork, tools: Tools, actor: Actor, roadmap: RoadmapId, title: str, wished: AbstractSet[StepId]
) -> Enrolment:
    """Begin to follow a roadmap, cut to one's gaps; the room hears of it.

    `wished` are steps whose level is met and which the member wants to do all the same; `title` is what one composed
    of several is called.
    """
    authorise(actor, enrol)
    member = actor.here()
    if following := work.enrolments.active_of(actor.community, member.id):
        raise AlreadyEnrolled(roadmap=following.title)
    chosen = find_offer(work, tools, actor, roadmap, title).roadmap
    way = cut(chosen, own_matrix(work, tools, member), wished)
    ids = EnrolmentId(tools.ids.new()), (actor.community, member.id)
    enrolment = enrolled(chosen, way, *ids, tools.clock.now())
    work.enrolments.add(enrolment)
    tell_room(work, tools, enrolment, "roadmap_begun", f"roadmap_begun:{enrolment.id}")
    work.commit()
    return enrolment


def leave_roadmap(work: UnitOfWork, tools: Tools, actor: Actor, enrolment: EnrolmentId) -> Enrolment:
    """Stop following a roadmap; what was done stays on record."""
    mine = work.enrolments.get(actor.community, enrolment, lock=True)
    authorise(actor, leave_roadmap, mine)
    left = mine.left(tools.clock.now())
    work.enrolments.save(left)
    work.commit()
    return left


def set_met_aside(work: UnitOfWork, tools: Tools, actor: Actor, enrolment: EnrolmentId) -> Enrolment:
    """Set the open steps aside whose level one has come to since one set out."""
    mine = work.enrolments.get(actor.community, enrolment, lock=True)
    authorise(actor, set_met_aside, mine)
    met = [each.id for each in mine.overtaken(risen_since(work, mine))]
    shorter = mine.without(met, tools.clock.now())
    work.enrolments.save(shorter)
    work.commit()
    return shorter


def take_version(work: UnitOfWork, tools: Tools, actor: Actor, enrolment: EnrolmentId) -> Enrolment:
    """Bring one's copy to the newest version of its roadmap; nothing that was done is lost."""
    mine = work.enrolments.get(actor.community, enrolment, lock=True)
    authorise(actor, take_version, mine)
    member = actor.here()
    newer = newer_than(work, tools, mine.active(), member.language)
    if newer is None:
        raise NothingNewer
    taken = adopted(mine, newer, own_matrix(work, tools, member))
    work.enrolments.save(taken)
    work.commit()
    return taken


def tell_room(work: UnitOfWork, tools: Tools, enrolment: Enrolment, notice: str, key: str, **refs: str) -> None:
    """Say something about a member's roadmap in their room, where they have one."""
    pairing = work.pairings.live_of_mentee(enrolment.community, enrolment.member)
    if pairing is None or pairing.state is not PairingState.ACTIVE:
        return
    room = work.rooms.find(enrolment.community, pairing.id)
    if room is not None:
        told = said_in_room(work, tools, room, Act.POST, notice, key, enrolment=enrolment.id, **refs)
        work.outbox.add(told)
