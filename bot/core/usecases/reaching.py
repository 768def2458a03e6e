"""Members who can't be written to in private, and those who can be again."""

from bot.core.domain.ids import MemberId
from bot.core.domain.members import Member
from bot.core.domain.pairings import TAKES_CAPACITY
from bot.core.effects import Act, Effect, Priority
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.rooms import beside
from bot.core.usecases.telling import in_room, tell, tell_moderators, telling

KNOCK = "knock"
"""The notice that there is something for somebody, said where others read it."""


def hint(work: UnitOfWork, tools: Tools, effect: Effect) -> None:
    """Have a member who can't be written to hear in public that there is something, as part of a unit of work.

    Once a day and platform, however much there is.
    """
    member, day = MemberId(effect.refs["to"]), tools.clock.now().date()
    key = f"{KNOCK}:{member}:{effect.platform}:{day}"
    now = tools.clock.now()
    work.outbox.add([telling(effect.community, member, effect.platform, KNOCK, key, now, Priority.PROMPT)])


def lose_touch(work: UnitOfWork, tools: Tools, effect: Effect) -> bool:
    """Remember that whom an effect is for can't be written to, as part of a unit of work that records it.

    Their moderators are told, once. Returns whether it is news, and can be said elsewhere.
    """
    addressee = effect.refs.get("to") or effect.refs.get("side")
    if addressee is None:
        return False
    member, now = MemberId(addressee), tools.clock.now()
    is_news = work.members.set_reachable(effect.community, member, effect.platform, now)
    if is_news:
        key = f"out_of_reach:{member}:{now:%Y-%m-%dT%H:%M:%S}"
        refs = {"member": member, "platform": effect.platform}
        tell_moderators(work, tools, effect.community, "out_of_reach", key, **refs)
    return is_news and effect.act is Act.TELL


def find_again(work: UnitOfWork, tools: Tools, member: Member, platform: str) -> None:
    """Write to a member in private again who has written so themselves, as part of a unit of work.

    The guides of their rooms are said again, which may not have reached them.
    """
    if not work.members.set_reachable(member.community, member.id, platform, None):
        return
    occasion = tools.ids.new()
    for pairing in work.pairings.of_member(member.community, member.id):
        room = work.rooms.find(member.community, pairing.id)
        if room is not None and room.is_carried and pairing.state in TAKES_CAPACITY and member.id in room.places:
            key = f"guide:{pairing.id}:{occasion}"
            whole = in_room(tools, member.community, platform, pairing.id, Act.PIN, "room_guide", key)
            work.outbox.add([beside(whole, member.id, platform)])


def try_reaching(work: UnitOfWork, tools: Tools, actor: Actor) -> Member:
    """Write to a member in private once more, because they say that it works now."""
    authorise(actor, try_reaching)
    member = actor.here()
    work.members.set_reachable(member.community, member.id, member.home, None)
    tell(work, tools, member.community, member.id, "reached", f"reached:{member.id}:{tools.ids.new()}")
    work.commit()
    return member
