"""What a member lets be seen of their growth, beside the week's check-in, and what others make of it."""

from dataclasses import replace
from datetime import timedelta

from bot.core.domain.communities import PlaceKind
from bot.core.domain.growth import Entry, GrowthThread, note_of
from bot.core.domain.ids import CommunityId, EntryId
from bot.core.domain.members import Member
from bot.core.effects import Act, Effect, Priority
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.places import thread_home
from bot.core.usecases.telling import in_thread

A_MINUTE = timedelta(minutes=1)
"""Where an entry stands its comments are counted anew at most this often."""


def withdraw_entry(work: UnitOfWork, tools: Tools, actor: Actor, entry_id: EntryId) -> Entry:
    """Take an entry back: it leaves the public thread and its words are not kept in it."""
    entry = work.growth.get(actor.community, entry_id)
    authorise(actor, withdraw_entry, entry)
    withdrawn = entry.withdrawn()
    work.growth.save(withdrawn)
    key = f"withdraw:{entry.id}"
    platform, at = _where(work, actor.here(), entry)
    removing = in_thread(tools, actor.here(), platform, Act.REMOVE, "", key, original=f"entry:{entry.id}", **at)
    work.outbox.add([removing])
    work.commit()
    return withdrawn


def add_note(work: UnitOfWork, tools: Tools, actor: Actor, words: str) -> Entry:
    """Put words of one's own on one's growth thread; raise `GrowthIsPrivate` for one who learns in private."""
    authorise(actor, add_note)
    member = actor.here()
    note = note_of(member, EntryId(tools.ids.new()), words, tools.clock.now())
    work.growth.add(note)
    has_thread = work.growth.find_thread(actor.community, member.id) is not None
    work.outbox.add(publishing(work, tools, member, note, has_thread=has_thread))
    work.commit()
    return note


def cheer(work: UnitOfWork, tools: Tools, actor: Actor, entry_id: EntryId) -> Entry:
    """Cheer somebody else's entry, or take one's cheer back; return the entry with its cheers counted."""
    entry = work.growth.get(actor.community, entry_id)
    authorise(actor, cheer, entry)
    entry.public()
    if not work.growth.cheer(actor.community, entry.id, actor.here().id):
        work.growth.take_cheer_back(actor.community, entry.id, actor.here().id)
    cheered = work.growth.get(actor.community, entry_id)
    work.commit()
    return cheered


def count_comment(work: UnitOfWork, tools: Tools, community: CommunityId, platform: str, thread: str) -> None:
    """Count a comment in a growth thread (the platform's id) to its newest entry, and refresh that before long."""
    places = work.communities.places_called(community, platform, thread)
    threads = [work.growth.find_thread_at(community, each.id) for each in places if each.kind is PlaceKind.THREAD]
    found = next((each for each in threads if each is not None), None)
    entry = work.growth.newest(community, found.member) if found else None
    if entry is None:
        return
    work.growth.count_comment(community, entry.id)
    work.outbox.add([_refreshing(work, tools, work.members.get(community, entry.member), entry)])
    work.commit()


def publishing(work: UnitOfWork, tools: Tools, member: Member, entry: Entry, *, has_thread: bool) -> list[Effect]:
    """Make the effects that put an entry on its member's thread, which is opened where there is none."""
    effects, platform = [], thread_home(work, member)
    if not has_thread:
        work.growth.add_thread(GrowthThread(entry.community, entry.member, place=None))
        key = f"thread:{entry.member}:{entry.id}"  # it may be a member's second: one that was lost is forgotten
        effects.append(in_thread(tools, member, platform, Act.OPEN_THREAD, "thread_title", key))
    effects.append(in_thread(tools, member, platform, Act.POST, "growth_entry", f"entry:{entry.id}", entry=entry.id))
    return effects


def _where(work: UnitOfWork, member: Member, entry: Entry) -> tuple[str, dict[str, str]]:
    """Say on which platform an entry stands, and in which place if not in its member's thread."""
    if entry.place is None:
        return thread_home(work, member), {}
    return work.communities.get_place(entry.community, entry.place).platform, {"at": entry.place}


def _refreshing(work: UnitOfWork, tools: Tools, member: Member, entry: Entry) -> Effect:
    """Say an entry anew at the end of the minute, once for all that was said in it; new entries don't wait for it."""
    minute = tools.clock.now().replace(second=0, microsecond=0)
    key, original = f"refresh:{entry.id}:{minute:%Y%m%dT%H%M}", f"entry:{entry.id}"
    platform, at = _where(work, member, entry)
    effect = in_thread(tools, member, platform, Act.EDIT, "growth_entry", key, entry=entry.id, original=original, **at)
    return replace(effect, lane=f"refresh:{entry.id}", not_before=minute + A_MINUTE, priority=Priority.PROMPT)


def queued(work: UnitOfWork, tools: Tools, member: Member) -> timedelta:
    """Say for how long what a member makes public now waits behind what others have: nothing, mostly."""
    platform = thread_home(work, member)
    apart = tools.gates.seconds_apart(platform)
    if not apart:
        return timedelta()
    return timedelta(seconds=apart * work.outbox.ahead(member.community, platform, "thread:"))
