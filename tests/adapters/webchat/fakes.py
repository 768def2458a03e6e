"""A conversation that shows every block and asks every field, with a painter and a clock beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from fluent.runtime import FluentBundle, FluentResource

from bot.core.ui.commands import Audience, CommandCard, Placement, ShortcutCard, Traits
from bot.core.ui.forms import (
    Choice,
    Confirm,
    Day,
    File,
    Form,
    Instant,
    LongText,
    Number,
    Option,
    Person,
    Raw,
    Scale,
    SearchedChoice,
    Several,
    ShortText,
    TimeZone,
)
from bot.core.ui.guides import GuideStep
from bot.core.ui.inbound import (
    ActionPressed,
    CommandCalled,
    FormAnswered,
    FormCancelled,
    Inbound,
    Origin,
    Said,
    Searched,
)
from bot.core.ui.pictures import Drawing, HeatRow, LevelChart, Theme
from bot.core.ui.reading import read_form
from bot.core.ui.replies import SILENCE, Ongoing, OpenForm, Reply
from bot.core.ui.views import (
    Action,
    Attachment,
    CheckItem,
    Checklist,
    FieldRow,
    Fields,
    Heading,
    Link,
    Moment,
    Picture,
    Progress,
    Quote,
    Suggestion,
    Table,
    Text,
    Tone,
    View,
    Weight,
)

_TEXTS = Path(__file__).parents[3] / "config" / "texts"
_COMPETENCIES = (
    "System design",
    "Writing code that lasts",
    "Testing",
    "Debugging",
    "Delivery",
    "Operating services",
    "Security",
    "Mentoring others",
    "Giving feedback",
    "Writing",
    "Leading without authority",
    "Working with product",
)
_LEVELS = (
    ("None yet", "I have not done this."),
    ("Learning", "I follow somebody who shows me, step by step."),
    ("Working", "I do the usual cases alone and ask when it gets unusual."),
    ("Sound", "I handle unusual cases, and my reasons stand up in review."),
    ("Leading", "I set the approach for a team, and others come to me with theirs."),
    ("Shaping", "I change how the organisation does this, and it outlives me."),
)

TABLE = Table(
    ("Competency", "Now", "Required", "Gap"),
    (("System design", "2", "4", "2"), ("Mentoring others", "1", "3", "2"), ("Writing", "3", "3", "0")),
)
CHART = LevelChart(
    "Where I am",
    tuple(HeatRow(name, (i * 2) % 6 if i % 4 else None, 3 + i % 3, i / 12) for i, name in enumerate(_COMPETENCIES)),
    5,
    "Now",
    "Required",
    "Not rated",
)
EVERYTHING = View(
    "Everything a view can hold",
    (
        Text("A paragraph.\nWith a line break, and <b>no markup</b> & no “surprises”."),
        Heading("Where you stand"),
        Fields(
            (
                FieldRow("Destination", "Staff engineer"),
                FieldRow("Next check-in", Moment(datetime(2026, 11, 30, 9, tzinfo=UTC), "Monday 30 November, 09:00")),
            )
        ),
        Checklist((CheckItem("Join the programme", done=True), CheckItem("Rate yourself", done=False))),
        Progress("Readiness", 0.62, "62 %"),
        TABLE,
        Quote("Small steps, every week.", "Mei Tanaka"),
        Picture(CHART, "Twelve competencies: two levels are missing in system design.", TABLE),
        Attachment("Take it to your calendar", "way.ics", "text/calendar", "BEGIN:VCALENDAR"),
    ),
    actions=(
        Action("Start", "start:1:mac", Weight.PRIMARY),
        Action("Edit here", "edit:1:mac"),
        Action("End it", "end:1:mac", Weight.DANGER),
    ),
    suggestions=(Suggestion("Do a gap analysis", "gap"), Suggestion("See where I stand", "me")),
    links=(Link("Read more", "https://example.org/more?a=1&b=2"),),
    tone=Tone.GOOD,
)
EVERY_FIELD = Form(
    "every",
    "Every kind of question",
    (
        ShortText(name="short", label="Name of the programme", help="A short one reads best.", longest=40),
        LongText(name="long", label="What did you learn?", required=False),
        Choice(
            name="choice",
            label="Direction",
            options=(
                Option("up", "Vertical", "The next level of the same ladder"),
                Option("side", "Horizontal", "Another ladder, the same level"),
            ),
        ),
        Choice(name="many", label="Template", options=tuple(Option(str(n), f"Template {n}") for n in range(8))),
        Several(
            name="several",
            label="Languages",
            options=(Option("en", "English"), Option("es", "Español"), Option("pl", "Polski")),
        ),
        SearchedChoice(name="role", label="Destination role", source="role", help="Type a few letters."),
        TimeZone(name="zone", label="Your time zone"),
        Person(name="person", label="Mentee", source="member", required=False),
        Scale(
            name="scale",
            label="System design",
            low=0,
            high=5,
            steps=tuple(Option(str(n), *words) for n, words in enumerate(_LEVELS)),
            required=False,
            unknown="I don’t know",
        ),
        Number(name="hours", label="Hours a week", low=1, high=20),
        Day(name="day", label="Start", earliest=date(2026, 1, 1)),
        Instant(name="instant", label="First session", required=False),
        File(name="file", label="Import", endings=(".csv",), most_bytes=1000, required=False),
        Confirm(name="agree", label="My check-ins may appear in my growth thread"),
    ),
    "Send it",
    "All thirteen kinds, one after the other.",
)
GAP = Form(
    "gap",
    "Gap analysis: Staff engineer",
    tuple(
        Scale(
            name=f"c{number}",
            label=name,
            low=0,
            high=5,
            steps=tuple(Option(str(n), *words) for n, words in enumerate(_LEVELS)),
            required=False,
            unknown="I don’t know",
        )
        for number, name in enumerate(_COMPETENCIES)
    ),
    "See my gaps",
    "Rate yourself as you are on an ordinary day. You can come back to this at any time.",
)
FORMS = {each.name: each for each in (EVERY_FIELD, GAP)}
CARDS = (
    CommandCard("help", "", "What can be done, and what comes next", for_moderators=False),
    CommandCard("me", "", "Where I stand and what is next", for_moderators=False),
    CommandCard("show", "", "Every block of a view", for_moderators=False),
    CommandCard("tell", "", "Say something to everybody here", for_moderators=False),
    CommandCard("form", "", "Every kind of field", for_moderators=False),
    CommandCard("gap", "", "Where I am against where I want to be", for_moderators=False),
    CommandCard("goal", "add", "Set a goal that closes a gap", for_moderators=False),
    CommandCard("goal", "show", "Show my goals", for_moderators=False),
    CommandCard("setup", "", "Set up the programme", for_moderators=True),
)


@dataclass
class FakeConversation:
    """Answers by rote, and remembers what it was told."""

    heard: list[Inbound] = field(default_factory=list)
    drafts: dict[str, dict[str, Raw]] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)

    def traits(self, inbound: Inbound) -> Traits:
        return Traits()

    async def going_on(self, origin: Origin, session: str = "") -> Ongoing | None:
        return None

    async def at(self, origin: Origin) -> str:
        return origin.community

    async def handle(self, inbound: Inbound) -> Reply:  # noqa: PLR0911 - one line for each thing done
        if inbound.origin.update in self.done:
            return SILENCE
        self.done.add(inbound.origin.update)
        self.heard.append(inbound)
        match inbound:
            case CommandCalled():
                return self._command(inbound)
            case ActionPressed():
                return _pressed(inbound)
            case FormAnswered():
                return self._answered(inbound)
            case FormCancelled():
                return SILENCE
            case Said():
                return Reply(View("I only understand commands", (Text(f"You said: {inbound.text}"),)))
            case _:
                return SILENCE

    async def search(self, searched: Searched) -> Sequence[Option]:
        options = {
            "role": (Option("staff", "Staff engineer", "Software engineering"), Option("pm", "Product manager")),
            "zone": tuple(Option(zone, zone) for zone in ("Europe/Berlin", "Europe/Lisbon", "America/Lima")),
            "member": (Option("m1", "Priya Nair"), Option("m2", "Tomasz Zieliński")),
        }[searched.source]
        text = searched.text.casefold()
        return [each for each in options if text in each.label.casefold() or text == each.value]

    def languages(self) -> Sequence[str]:
        return ("en", "es")

    def registry(self, language: str) -> Sequence[CommandCard]:
        return CARDS

    def shortcuts(self, language: str) -> Sequence[ShortcutCard]:
        return ()

    async def commands(self, origin: Origin) -> Sequence[CommandCard]:
        return [card for card in CARDS if origin.is_administrator or not card.for_moderators]

    async def communities(self, platform: str) -> Sequence[str]:
        return ()

    async def guide(self, origin: Origin) -> Sequence[GuideStep]:
        ran = {each.name for each in self.heard if isinstance(each, CommandCalled)}
        return (
            GuideStep("Set up the programme: every question has an answer already.", "setup" in ran, "amara", "setup"),
            GuideStep("See every block that a view can hold.", "show" in ran, "priya", "show"),
            GuideStep("Rate yourself against the role you aim at.", "gap" in ran, "priya", "gap"),
            GuideStep("Let time pass until Monday morning.", done=False, account="", command="", moves_clock=True),
        )

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        bundle = _bundle("es" if language.startswith("es") else "en")
        pattern = bundle.get_message(key).value
        assert pattern, key
        text, errors = bundle.format_pattern(pattern, facts)
        assert not errors, (key, errors)
        return str(text)

    def _command(self, called: CommandCalled) -> Reply:
        match called.name:
            case "show":
                return Reply(EVERYTHING)
            case "tell":
                return Reply(View(called.text or "Hello", tone=Tone.ATTENTION), audience=Audience.HERE)
            case "form" | "gap":
                form = FORMS["every" if called.name == "form" else "gap"]
                return Reply(OpenForm(form, f"{form.name}:1:s:mac", self.drafts.get(form.name, {})))
            case "fail":
                raise RuntimeError("a secret of the core")
            case _:
                known = next((card for card in CARDS if card.name == called.name), None)
                if known:
                    return Reply(View(f"/{known.typed}", (Text(known.summary),), suggestions=EVERYTHING.suggestions))
                return Reply(View("There is no such command", (Text("Did you mean /show?"),), tone=Tone.BAD))

    def _answered(self, answered: FormAnswered) -> Reply:
        form = FORMS[answered.token.split(":")[0]]
        self.drafts.setdefault(form.name, {}).update(answered.answers)
        if not answered.final:
            return SILENCE
        errors = {name: f"Sorry: {error.key}." for name, error in read_form(form, answered.answers)[1].items()}
        if errors:
            return Reply(OpenForm(form, answered.token, answered.answers, errors))
        return Reply(View("Thank you", (Text("Your answers are in."),), tone=Tone.GOOD))


def _pressed(pressed: ActionPressed) -> Reply:
    if pressed.token.startswith("edit"):
        return Reply(View("Edited where it stood", tone=Tone.GOOD), placement=Placement.IN_PLACE)
    if pressed.token.startswith("start"):
        return Reply(OpenForm(EVERY_FIELD, "every:1:s:mac"), placement=Placement.IN_PLACE)
    return Reply(View("This button isn’t one of ours", tone=Tone.BAD))


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((_TEXTS / language / "webchat.ftl").read_text()))
    return bundle


class FakePainter:
    def svg(self, drawing: Drawing, theme: Theme) -> str:
        assert isinstance(drawing, LevelChart)
        ground, ink = ("#fff", "#123") if theme is Theme.LIGHT else ("#182024", "#def")
        rows = "".join(
            f'<text x="0" y="{20 + 24 * at}" class="t">{escape(row.label)}</text>'
            f'<rect x="220" y="{6 + 24 * at}" width="{(row.current or 0) * 60}" height="16" fill="#0e8a99"/>'
            for at, row in enumerate(drawing.rows)
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 {24 * len(drawing.rows) + 10}">'
            f"<style>.t{{font:14px sans-serif;fill:{ink}}}</style>"
            f'<rect width="100%" height="100%" fill="{ground}"/>{rows}</svg>'
        )

    def png(self, drawing: Drawing, theme: Theme, width: int = 1200) -> bytes:
        return b""


@dataclass
class FakeClock:
    at: datetime = datetime(2026, 11, 26, 14, 30, tzinfo=UTC)
    visited: list[datetime] = field(default_factory=list)

    def reading(self) -> datetime:
        return self.at

    async def now(self) -> datetime:
        return self.at

    async def zone(self) -> str:
        return "Europe/Berlin"

    async def advance(self, to: datetime) -> None:
        self.visited.append(to)
        self.at = to
