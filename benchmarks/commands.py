"""Our own share of a command, from what a person did to the reply: no storage, nothing awaited."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import cast
from zoneinfo import ZoneInfo

from benchmarks.measuring import Pace, per_call
from benchmarks.people import CONFIG, NOW, TOOLS, asked_community
from benchmarks.report import Beside, Figure, at_most
from bot.adapters.library.content import read_texts
from bot.adapters.webchat.limits import LIMITS
from bot.adapters.webchat.render import Shown, Templates, Viewer
from bot.adapters.webchat.server.model import Account, Message, MessageKind, Part
from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.conversation import Conversation
from bot.core.dialogue.features import FEATURES
from bot.core.dialogue.router import Router
from bot.core.dialogue.specs import CommandSpec, Feature
from bot.core.dialogue.talk import Talk
from bot.core.domain.communities import Community
from bot.core.domain.goals import Goal, GoalState, Measure
from bot.core.domain.ids import CommunityId, GoalId, MemberId
from bot.core.domain.members import Member
from bot.core.ports import UnitOfWork
from bot.core.ui.inbound import CommandCalled, Origin, Where
from bot.core.ui.limits import fit
from bot.core.ui.replies import Reply
from bot.core.ui.tokens import Signer
from bot.core.ui.views import View
from bot.core.usecases.members import show_standing

FEW, MANY = 10, 500
"""Commands that a router knows."""

ROUTED = 50
RENDERED = 150
"""Microseconds, with and without what is routed."""

CALLS = 2000

_SIGNER = Signer(b"a key for measuring, of 32 bytes")
_ZONE = "Europe/London"


def run(pace: Pace) -> Iterator[Figure]:
    """Measure routing among few and many commands, then a real answer drawn as the web chat draws it."""
    few, many = (_routed(pace, number) for number in (FEW, MANY))
    yield Figure(f"route and authorise, {MANY} commands", many, "µs", at_most(ROUTED), Beside(f"with {FEW}", few))
    yield from _answered(pace)


def _routed(pace: Pace, number: int) -> float:
    router = Router([_named_commands(number)], _catalogue(), _SIGNER, TOOLS, fallback="command_0")
    work, called = _one_mentee(), _called(f"command_{number - 1}")
    return per_call(pace, CALLS, lambda: router.answer(work, called))


def _answered(pace: Pace) -> Iterator[Figure]:
    catalogue = _catalogue()
    router, templates = Router(FEATURES, catalogue, _SIGNER, TOOLS), Templates(cast("Conversation", _Words(catalogue)))
    work, called = _one_mentee(), _called("goal")
    viewer = Viewer(Account("priya", "Priya", Part.MENTEE), "en", ZoneInfo(_ZONE))

    def whole() -> str:
        view = router.answer(work, called).content
        if not isinstance(view, View):
            raise TypeError(view)
        return templates.message(Shown(_message(), view=fit(view, LIMITS)), viewer, base="/as/priya/in/direct-priya")

    said = per_call(pace, CALLS, lambda: router.answer(work, called))
    yield Figure(
        "route, authorise, answer and draw /goal",
        per_call(pace, CALLS, whole),
        "µs",
        at_most(RENDERED),
        Beside("without drawing", said),
    )


def _named_commands(number: int) -> Feature:
    return Feature(commands=[CommandSpec(f"command_{each}", show_standing, _answer) for each in range(number)])


def _answer(talk: Talk) -> Reply:
    show_standing(talk.actor)
    return _REPLY


_REPLY = Reply(View("Done"))


def _called(name: str) -> CommandCalled:
    origin = Origin(
        platform="webchat",
        community="harbour",
        account="priya",
        name="Priya",
        where=Where.PRIVATE,
        place="direct-priya",
        update="priya:1",
    )
    return CommandCalled(origin, name)


def _message() -> Message:
    return Message(
        id=1,
        place="direct-priya",
        kind=MessageKind.VIEW,
        body="",
        author=None,
        author_name="",
        only_for=None,
        caption="/goal",
        parent=None,
        at=NOW,
        pinned=False,
        edited=False,
        version=1,
    )


def _catalogue() -> Catalogue:
    return Catalogue(read_texts(CONFIG))


def _one_mentee() -> UnitOfWork:
    return cast("UnitOfWork", _OneMentee())


class _OneMentee:
    """As much of a unit of work as these commands read: one community, one mentee, their goals, all at hand."""

    def __init__(self) -> None:
        asked = asked_community(1)
        self._community, self._member = asked.community, asked.mentees[0]
        self._goals = [_goal(self._member, each) for each in ("Lead two design reviews", "Write about one of them")]
        self.communities = self.members = self.goals = self

    def find_by_place(self, _platform: str, _external_id: str) -> Community:
        return self._community

    def find_by_account(self, _community: CommunityId, _platform: str, _external_id: str) -> Member:
        return self._member

    def of_member(self, _community: CommunityId, _member: MemberId) -> Sequence[Goal]:
        return self._goals


def _goal(member: Member, title: str) -> Goal:
    return Goal(
        id=GoalId(TOOLS.ids.new()),
        community=member.community,
        member=member.id,
        title=title,
        measure=Measure(0, 2, "reviews", 1),
        due_on=NOW.date(),
        cells=(),
        state=GoalState.OPEN,
        set_at=datetime(2026, 11, 1, tzinfo=UTC),
    )


class _Words:
    """The one thing that drawing asks of a conversation."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        return self._catalogue.voice(language)(key, **facts)
