"""Members who can't be written to in private, and those who can be again."""

from bot.core.domain.ids import MemberId
from bot.core.domain.members import Member
from bot.core.effects import Act, Effect
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.telling import tell


def lose_touch(work: UnitOfWork, tools: Tools, effect: Effect) -> bool:
    """Remember that whom an effect tells can't be written to, as part of a unit of work; return whether it is news."""
    if effect.act is not Act.TELL:
        return False
    member = MemberId(effect.refs["to"])
    return work.members.set_reachable(effect.community, member, effect.platform, tools.clock.now())


def find_again(work: UnitOfWork, member: Member, platform: str) -> None:
    """Write to a member in private again who has written so themselves, as part of a unit of work."""
    work.members.set_reachable(member.community, member.id, platform, None)


def try_reaching(work: UnitOfWork, tools: Tools, actor: Actor) -> Member:
    """Write to a member in private once more, because they say that it works now."""
    authorise(actor, try_reaching)
    member = actor.here()
    work.members.set_reachable(member.community, member.id, member.home, None)
    tell(work, tools, member.community, member.id, "reached", f"reached:{member.id}:{tools.ids.new()}")
    work.commit()
    return member
