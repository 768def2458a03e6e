"""What the core asks the world to do, as data; and what the world answers.

An effect is kept in the outbox in the transaction of the fact that caused it. It names its notice and ids: the words
are made when it is sent, in the recipient's language and zone, from fresh data.
"""

from bot.core.domain.communities import PlaceKind
from bot.core.effects.acts import Act, Effect, LeasedEffect, Priority
from bot.core.effects.deliveries import (
    AdmitToRoom,
    ArchiveRoom,
    DeleteRoom,
    Delivery,
    OpenRoom,
    OpenThread,
    PrepareHomes,
    ReactToMessage,
    RelayMessage,
    RemoveMessage,
    SendMessage,
    Source,
    Target,
    ToAccount,
    ToPlace,
)
from bot.core.effects.outcomes import (
    Done,
    Doubtful,
    Gone,
    Hinted,
    Lacking,
    Moot,
    Outcome,
    Refused,
    Retry,
    Scope,
    Spread,
    Unknown,
    Unreachable,
)
from bot.core.effects.surfaces import Delivered, FileGone, Files, FileTooLarge, Surface

__all__ = [
    "Act",
    "AdmitToRoom",
    "ArchiveRoom",
    "DeleteRoom",
    "Delivered",
    "Delivery",
    "Done",
    "Doubtful",
    "Effect",
    "FileGone",
    "FileTooLarge",
    "Files",
    "Gone",
    "Hinted",
    "Lacking",
    "LeasedEffect",
    "Moot",
    "OpenRoom",
    "OpenThread",
    "Outcome",
    "PlaceKind",
    "PrepareHomes",
    "Priority",
    "ReactToMessage",
    "Refused",
    "RelayMessage",
    "RemoveMessage",
    "Retry",
    "Scope",
    "SendMessage",
    "Source",
    "Spread",
    "Surface",
    "Target",
    "ToAccount",
    "ToPlace",
    "Unknown",
    "Unreachable",
]
