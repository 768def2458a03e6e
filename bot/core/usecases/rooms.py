"""Who reads in mentorship rooms, and the end of a room whose time is over."""

from dataclasses import replace

from bot.core.domain.ids import CommunityId
from bot.core.effects import Act, Priority
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.telling import in_room


def admit_readers(work: UnitOfWork, tools: Tools, community: CommunityId) -> None:
    """Let those read in every room who should now, as part of a unit of work that changed who that is."""
    occasion, effects = tools.ids.new(), []
    for room, platform in work.pairings.rooms_in_use(community):
        key = f"admit:{room.pairing}:{occasion}"
        effect = in_room(tools, community, platform, room.pairing, Act.ADMIT, "", key)
        effects.append(replace(effect, priority=Priority.PROMPT))
    work.outbox.add(effects)


def delete_due_rooms(work: UnitOfWork, tools: Tools, limit: int) -> int:
    """Have the rooms deleted that were kept for as long as the programme said; return how many."""
    due, effects = work.pairings.rooms_to_delete(tools.clock.now(), limit), []
    for room, platform in due:
        work.pairings.save_room(replace(room, delete_at=None))
        key = f"delete:{room.pairing}"
        effects.append(in_room(tools, room.community, platform, room.pairing, Act.DELETE_ROOM, "", key))
    work.outbox.add(effects)
    work.commit()
    return len(due)
