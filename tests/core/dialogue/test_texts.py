"""Every sentence that the dialogue can say exists, in every language, and none is there for nothing."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

import bot.core.dialogue
from bot.core.dialogue.checkins.words import MOODS
from bot.core.dialogue.circumstances.rules import HOURS, LANGUAGE, PARTS
from bot.core.dialogue.circumstances.wishes import RANKS
from bot.core.dialogue.features import FEATURES
from bot.core.dialogue.gaps.comparing import ROLES
from bot.core.dialogue.standing import Next
from bot.core.domain import errors, framework_errors
from bot.core.domain.checkins import CheckInState
from bot.core.domain.circumstances import Daypart
from bot.core.domain.communities import HOMES
from bot.core.domain.errors import DomainError
from bot.core.domain.forecasts import Standing
from bot.core.domain.frameworks import CompetencyKind, GrowthDirection
from bot.core.domain.growth import EntryState
from bot.core.domain.matching import Misfit, Objective
from bot.core.domain.matching.scoring import NO_PARTS
from bot.core.domain.members import Role, Visibility
from bot.core.domain.programmes import ALWAYS_PRIVATE, QuestionId
from bot.core.domain.roadmaps import errors as roadmap_errors
from bot.core.domain.roadmaps.enrolments import StepState
from bot.core.domain.roadmaps.publishing import DraftState
from bot.core.domain.rounds import Reason
from bot.core.domain.signups import SheetKind
from bot.core.ui import reading
from bot.core.ui.forms import SessionState
from tests.core.dialogue.chat import CONFIG

ELSEWHERE = ("discord", "frameworks", "matching", "telegram", "webchat", "start")
"""Files of texts that other rooms say."""

TELEGRAM = (
    "room-readers", "privacy-messages", "welcome-first", "back-means",
    "home-commons", "home-rooms", "home-threads", "home-threads-help", "action-homes-make", "action-homes-choose",
    "homes-offer", "homes-grant-first", "homes-choose-title", "homes-choose-intro", "homes-choose-submit",
    "room-lost", "room-lost-next", "stranger-belongs", "stranger-begins", "stranger-way",
    "homes-making", "homes-making-next", "homes-ready", "homes-ready-next", "homes-lacking-next", "homes-full-next",
)  # fmt: skip
"""Sentences that are others on Telegram."""
STEP_FIELDS = ("hours", "spent", "given", "level", "weeks", "resources", "proof")
TOUR = ("setup", "mentor", "mentee", "rate", "pair", "accept", "goal", "monday", "checkin", "thread", "private")


def texts(language: str) -> dict[str, Message]:
    entries = [
        entry
        for file in sorted((CONFIG / "texts" / language).glob("*.ftl"))
        if file.stem not in ELSEWHERE
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body
    ]
    messages = [entry for entry in entries if isinstance(entry, Message)]
    assert len({message.id.name for message in messages}) == len(messages), "a key is there twice"
    assert not [entry for entry in entries if type(entry).__name__ == "Junk"], "a text can't be read"
    return {message.id.name: message for message in messages}


class Facts(Visitor):
    """Collects the names of the facts that a sentence takes."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802  named by the library
        self.names.add(node.id.name)


def facts_of(message: Message) -> set[str]:
    facts = Facts()
    facts.visit(message)
    return facts.names


def said_outright() -> set[str]:
    """Collect the keys that stand as they are in the code."""
    root = Path(bot.core.dialogue.__file__).parent
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in root.rglob("*.py")]
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def put_together() -> Iterator[str]:
    """Collect the keys that are made of a beginning and the name of a thing, thing by thing."""
    commands = [f"{spec.name} {spec.verb}".strip().replace(" ", "-") for each in FEATURES for spec in each.commands]
    for name in commands:
        yield from (f"command-{name}", f"suggest-{name}")
    yield from (f"action-{spec.route.replace('_', '-')}" for each in FEATURES for spec in each.actions)
    yield from (f"shortcut-{spec.name.replace('_', '-')}" for each in FEATURES for spec in each.shortcuts)
    yield from (f"role-{each.value}" for each in Role)
    rules = (*vars(errors).values(), *vars(roadmap_errors).values(), *vars(framework_errors).values())
    yield from (f"error-{error.key}" for error in rules if is_rule(error))
    yield from (f"error-{key}" for key in ("unexpected", "busy", "too-fast"))  # said by the edge
    yield from (f"field-{key}" for key in field_errors())
    yield from (
        f"field-{name}{end}"
        for name in ("destination", "role", "target", "start", "current", "at")
        for end in ("", "-help")
    )
    yield from (f"form-{state.value}" for state in SessionState if state is not SessionState.OPEN)
    yield from (f"direction-{each.value}{end}" for each in GrowthDirection for end in ("", "-means"))
    yield from (f"way-{each.value}" for each in GrowthDirection)
    yield from (f"field-compare-{each}" for each in ROLES)
    yield from (f"visibility-{each.value}{end}" for each in Visibility for end in ("", "-means"))
    yield from (f"kind-{each.value}" for each in CompetencyKind)
    yield from (f"mood-{each}" for each in MOODS)
    yield from (f"checkin-{part}-{each.value}" for part in ("question", "answer") for each in QuestionId)
    yield from (f"checkin-help-{each.value}" for each in QuestionId if each not in ALWAYS_PRIVATE)
    yield from (f"{key}-{each.value}" for each in Misfit for key in ("misfit", "impossible"))
    yield from (f"objective-{each.value}{end}" for each in Objective for end in ("", "-means"))
    yield from (f"part-{each}" for each in vars(NO_PARTS))
    yield from (f"decline-{each.value}" for each in Reason)
    yield from (f"next-{each.value}" for each in Next)
    yield from (f"entry-{each.value}" for each in EntryState)
    yield from (f"week-{each.value}" for each in CheckInState if each is not CheckInState.SUBMITTED)
    for kind in SheetKind:
        yield from (f"signups-{kind.value}", f"signups-take-in-{kind.value}", f"signed-up-{kind.value}")
    yield from (f"framework-{kind}-{what}" for kind in ("competencies", "roles") for what in ("new", "changed", "gone"))
    yield from (f"daypart-{each.value}" for each in Daypart)
    yield from (f"wishes-{rank}" for rank in RANKS)
    yield from (f"weight-{part}" for part in PARTS)
    yield from (f"rule-{each}" for each in (LANGUAGE, HOURS))
    yield from ("me-change-mentee", "me-change-mentor")
    yield from (f"home-{kind.value}{end}" for kind in HOMES for end in ("", "-is", "-help"))
    yield from (f"{key}-discord" for key in ("room-readers", "privacy-messages"))
    yield from (f"{key}-telegram" for key in TELEGRAM)
    yield from (f"not-carried-{why}" for why in ("unreachable", "refused"))
    yield from (f"platform-{each}" for each in ("discord", "telegram", "webchat"))
    yield from (f"standing-{each.value}" for each in Standing)
    yield from (f"tour-{each}" for each in TOUR)
    yield from ("step-state-waiting", *(f"step-state-{state.value.replace('_', '-')}" for state in StepState))
    yield from (f"draft-state-{state.value.replace('_', '-')}" for state in (DraftState.DRAFT, DraftState.HANDED_IN))
    yield from (f"field-step-{name}{end}" for name in STEP_FIELDS for end in ("", "-help"))
    yield from (f"{key}-help" for key in ("field-draft-title", "field-draft-summary", "field-step", "field-remark"))


def is_rule(thing: object) -> bool:
    return isinstance(thing, type) and issubclass(thing, DomainError) and thing is not DomainError


def field_errors() -> set[str]:
    """Collect the keys of what can be wrong with an answer, from the calls that name them."""
    tree = ast.parse(Path(reading.__file__).read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "_error"]
    constants = [node for each in named for node in ast.walk(each) if isinstance(node, ast.Constant)]
    return {str(node.value) for node in constants}


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_key_that_is_said_exists(language: str) -> None:
    assert set(put_together()) - texts(language).keys() == set()


def test_every_key_is_said_somewhere() -> None:
    assert texts("en").keys() - said_outright() - set(put_together()) == set()


def test_languages_have_the_same_keys() -> None:
    assert texts("en").keys() == texts("es").keys()


def test_languages_take_the_same_facts() -> None:
    english, spanish = texts("en"), texts("es")
    assert {key: facts_of(english[key]) for key in english} == {key: facts_of(spanish[key]) for key in english}
