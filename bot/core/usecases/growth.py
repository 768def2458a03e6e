"""What a member lets be seen of their growth, after the fact."""

from bot.core.domain.growth import Entry
from bot.core.domain.ids import EntryId
from bot.core.effects import Act
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.telling import in_thread


def withdraw_entry(work: UnitOfWork, tools: Tools, actor: Actor, entry_id: EntryId) -> Entry:
    """Take an entry back: it leaves the public thread and its words are not kept in it."""
    entry = work.growth.get(actor.community, entry_id)
    authorise(actor, withdraw_entry, entry)
    withdrawn = entry.withdrawn()
    work.growth.save(withdrawn)
    key = f"withdraw:{entry.id}"
    work.outbox.add([in_thread(tools, actor.here(), Act.REMOVE, "", key, original=f"entry:{entry.id}")])
    work.commit()
    return withdrawn
