"""What use cases need of the world, as protocols; storage and `app.py` provide them, tests fake them.

Every method that reads or writes a community's rows names that community: a row of another is never returned.
`get` methods raise `NotFound` where there is none; `find` methods return None.
"""

from bot.core.ports.borrowing import BorrowedLibrary
from bot.core.ports.checkins import CheckInContext, CheckIns, DueCheckIn, DueSchedule
from bot.core.ports.circumstances import CircumstancesKept
from bot.core.ports.frameworks import LoadedFrameworks
from bot.core.ports.growing import ActionItems, Assessments, Goals, Growth, Pairings, Rooms, Seat
from bot.core.ports.linking import Codes, Merges
from bot.core.ports.matching import MatchingEngine, MatchingEngines, OnlyPlain, PlainEngine
from bot.core.ports.people import Communities, Currents, Members, Programmes
from bot.core.ports.roadmaps import Drafts, Enrolments
from bot.core.ports.rounds import Proposals, Rounds
from bot.core.ports.sending import Outbox, Sendings
from bot.core.ports.signups import NoSheets, SheetReader, SignUps
from bot.core.ports.talking import FormSessions, Inbox, Relays, Updates
from bot.core.ports.versions import Versions
from bot.core.ports.work import Notes, UnitOfWork, UnitsOfWork
from bot.core.ports.world import Clock, Gates, Ids, Library, NoGates, Tools

__all__ = [
    "ActionItems",
    "Assessments",
    "BorrowedLibrary",
    "CheckInContext",
    "CheckIns",
    "CircumstancesKept",
    "Clock",
    "Codes",
    "Communities",
    "Currents",
    "Drafts",
    "DueCheckIn",
    "DueSchedule",
    "Enrolments",
    "FormSessions",
    "Gates",
    "Goals",
    "Growth",
    "Ids",
    "Inbox",
    "Library",
    "LoadedFrameworks",
    "MatchingEngine",
    "MatchingEngines",
    "Members",
    "Merges",
    "NoGates",
    "NoSheets",
    "Notes",
    "OnlyPlain",
    "Outbox",
    "Pairings",
    "PlainEngine",
    "Programmes",
    "Proposals",
    "Relays",
    "Rooms",
    "Rounds",
    "Seat",
    "Sendings",
    "SheetReader",
    "SignUps",
    "Tools",
    "UnitOfWork",
    "UnitsOfWork",
    "Updates",
    "Versions",
]
