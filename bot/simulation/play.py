"""One programme played from its first day to its last, with books kept on the outside."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from bot.core.domain.checkins import CheckInState
from bot.core.effects import Delivery, Outcome
from bot.core.ui.forms import Raw
from bot.simulation.agenda import Accept, Agenda, Deed, Die, Join, Look, Propose, Resettle, SetUp, Write
from bot.simulation.conduct import Conduct
from bot.simulation.figures import Figures, Run
from bot.simulation.ledger import Due, judge, owed, tally
from bot.simulation.nursery import Nursery
from bot.simulation.people import Part, Person
from bot.simulation.program import Fates, Program
from bot.simulation.protocol import Begin, Census, Counted, Ready, Settle, Settled, Shorten
from bot.simulation.receiver import Receiver

START = datetime(2026, 9, 3, 6, tzinfo=UTC)
"""A Thursday: all have joined before any Monday begins, and 12 weeks hold daylight-saving changes of both halves."""

_PAIRING_AFTER = timedelta(hours=42)
_BETWEEN_PAIRS = timedelta(seconds=10)
_MOVING_AFTER = timedelta(hours=60)
"""From a prompt on: between the nudge and the next week."""

_TAKEN_OVER_AFTER = timedelta(minutes=1)
"""What a dead process held on lease is free again by then; the embedded database frees it at the next start."""

_FIRST_FEW = 10


class Play:
    """The people with their agenda, the receiving side and the ledger; none of it is in the process that dies."""

    def __init__(self, people: Sequence[Person], weeks: int) -> None:
        self._people, self._weeks = people, weeks
        self._now = START
        self._homes: dict[str, list[tuple[datetime, str]]] = {}
        self._dues: dict[str, Sequence[Due]] = {}
        self._accepted: dict[tuple[str, int], bool] = {}
        self._entries_due = 0
        self._proposals = self._pairings = 0
        self.operations = 0
        """How many the last worker made."""
        self.restarting_seconds = 0.0
        self._disagreements: list[str] = []
        self._counted = Counted({}, 0)
        self.agenda = Agenda()
        self.receiver = Receiver(self)

    def now(self) -> datetime:
        """Return the virtual moment."""
        return self._now

    def zone_of(self, account: str, at: datetime) -> str:
        """Find the zone in which an account lives at a moment."""
        [*_, (_, zone)] = [home for home in self._homes[account] if home[0] <= at] or self._homes[account][:1]
        return zone

    def run(self, nursery: Nursery, environment: Mapping[str, str], fates: Fates, pace: float = 0.0) -> int:
        """Play it to the end, with so many seconds between two messages; return how often the program died."""
        with Program(nursery, environment, self._take, fates, Begin(START, pace=pace)) as program:
            self._plan()
            self._conduct = Conduct(program, self.receiver, self.now)
            self._go_on(program)
            mentees = [person.account for person in self._mentees]
            self._counted = program.ask(Census(self._now, mentees), Counted)
            self.restarting_seconds = program.restarting_seconds
            return program.deaths

    def figures(self, members: int, seed: int, wall_seconds: float, kill_every: int | None, kills: int) -> Figures:
        """Hold all books against each other."""
        dues = [due for each in self._dues.values() for due in each]
        judged = judge(dues, self.receiver.arrivals(), self._now)
        topics = tally(self.receiver.arrivals())
        states = [state for weeks in self._counted.check_ins.values() for state in weeks.values()]
        disagreements = [*self._disagreements, *self._unlike_the_database()]
        return Figures(
            members=members,
            weeks=self._weeks,
            seed=seed,
            mentees=len(self._mentees),
            pairings=self._pairings,
            prompts_due=judged.due,
            prompts_sent=judged.sent,
            prompts_late=judged.late,
            prompts_duplicated=judged.duplicated,
            prompts_lost=judged.lost,
            prompts_unexpected=judged.unexpected,
            nudges_due=self._nudges_due(),
            nudges_sent=topics.get("nudge", 0),
            check_ins_submitted=states.count(CheckInState.SUBMITTED),
            check_ins_missed=states.count(CheckInState.MISSED),
            entries_due=self._entries_due,
            entries_published=topics.get("entry", 0),
            messages_delivered=sum(topics.values()),
            messages_repeated=judged.repeated_words,
            deliveries_refused=len(self.receiver.refusals),
            disagreements=tuple(disagreements[:_FIRST_FEW]),
            wall_seconds=round(wall_seconds, 2),
            run=Run(kill_every, kills, self.receiver.repeats_refused),
        )

    @property
    def _mentees(self) -> Sequence[Person]:
        return [person for person in self._people if person.part is Part.MENTEE]

    def _take(self, delivery: Delivery, key: str, at: datetime) -> Outcome:
        self._now = max(self._now, at)
        return self.receiver.take(delivery, key, at)

    def _plan(self) -> None:
        for person in self._people:
            self._homes[person.account] = [(START, person.zone)]
            joining = SetUp(person) if person.part is Part.MODERATOR else Join(person)
            self.agenda.note(START + person.joins_after, joining)
        mentors = tuple(person for person in self._people if person.part is Part.MENTOR)
        if mentors:
            self._plan_pairings(mentors)

    def _plan_pairings(self, mentors: tuple[Person, ...]) -> None:
        """One after the other: a mentor's places are taken by what was accepted, not by what was proposed."""
        at = START + _PAIRING_AFTER
        for mentee in self._mentees:
            self.agenda.note(at, Propose(self._people[0], mentee))
            self.agenda.note(at + _BETWEEN_PAIRS / 2, Accept(mentors))
            at += _BETWEEN_PAIRS
        self.agenda.note(at + _TAKEN_OVER_AFTER, Accept(mentors))

    def _go_on(self, program: Program) -> None:
        settled = program.ask(Settle(self._now), Settled)
        while moments := [at for at in (self.agenda.next_at, self._ahead(settled)) if at is not None]:
            self._now = max(self._now, min(moments))
            for deed in self.agenda.take(self._now):
                self._do(deed, program)
            deaths = program.deaths
            settled = program.ask(Settle(self._now), Settled)
            self._now = max(self._now, settled.now)
            if program.deaths > deaths:
                self.agenda.note(self._now + _TAKEN_OVER_AFTER, Look())
        self.operations = settled.operations

    def _ahead(self, settled: Settled) -> datetime | None:
        """Trust the program's own word on when it wants to look next, unless that should have been done already."""
        upcoming = settled.next_instant
        if upcoming is None or upcoming > self._now:
            return upcoming
        self._insist(f"something due at {upcoming} was left undone", is_so=False)
        return None

    def _do(self, deed: Deed, program: Program) -> None:
        match deed:
            case Die(operations):
                program.restart(self._now, operations)
            case SetUp(person):
                self._insist(f"{person.account} could not set up", is_so=self._conduct.set_up(person))
                program.ask(Shorten(self._now, self._weeks), Ready)
            case Join(person):
                self._insist(f"{person.account} could not join", is_so=self._conduct.join(person))
                if person.part is Part.MENTEE:
                    self._expect(person)
            case Propose(moderator, mentee):
                self._proposals += 1
                self._insist(f"{mentee.account} could not be paired", is_so=self._conduct.pair(moderator, mentee))
            case Accept(mentors):
                self._pairings += sum(self._conduct.accept(mentor) for mentor in mentors)
            case Resettle(person, zone):
                self._insist(f"{person.account} could not move", is_so=self._conduct.move(person, zone))
            case Write():
                self._write(deed)
            case Look():
                pass

    def _expect(self, person: Person) -> None:
        """Open the books of a mentee: what is due when, and what they'll do about it."""
        homes = self._homes[person.account] = [(self._now, person.zone)]
        if person.move is not None and person.move.week < self._weeks:
            moving = owed(person.account, homes, self._weeks)[person.move.week].at + _MOVING_AFTER
            homes.append((moving, person.move.zone))
            self.agenda.note(moving, Resettle(person, person.move.zone))
        dues = self._dues[person.account] = owed(person.account, homes, self._weeks)
        for week, due in enumerate(dues):
            self.agenda.note(due.at, Look())
            self.agenda.note(due.closes_at, Look())
            delay = person.answers_after(week)
            if delay is not None:
                self.agenda.note(due.at + delay, Write(person, week, due))

    def _write(self, deed: Write) -> None:
        """Let a mentee answer the prompt of a week, where there is one; the books say if that is in time."""
        person, week, due = deed.person, deed.week, deed.due
        prompts = self.receiver.told(person.account, "checkin")
        if len(prompts) <= week:
            self._insist(f"{person.account} had no prompt for week {week}", is_so=False)
            return
        said = _words(person, week)
        accepted = self._conduct.answer(person, prompts[week].view, said)
        if person.hesitates(week):
            self._conduct.answer(person, prompts[week].view, said)
        in_time = self._now < due.closes_at
        self._insist(f"{person.account} answered week {week}: accepted is {accepted}", is_so=accepted is in_time)
        self._accepted[person.account, week] = accepted
        self._entries_due += accepted and person.public and said["share"] == "yes"

    def _nudges_due(self) -> int:
        """Count the weeks in which nobody had answered by the time of the nudge."""
        answered_at = {
            (person.account, week): due.at + delay
            for person in self._mentees
            for week, due in enumerate(self._dues[person.account])
            if (delay := person.answers_after(week)) is not None
        }
        return sum(
            (answer := answered_at.get((account, week))) is None or answer > due.nudge_at
            for account, dues in self._dues.items()
            for week, due in enumerate(dues)
        )

    def _unlike_the_database(self) -> Sequence[str]:
        """Tell where the database holds something else than what people were told."""
        stories = [f"{self._counted.waiting} effects still wait"] if self._counted.waiting else []
        if self._pairings != self._proposals:
            stories.append(f"{self._proposals} pairings were proposed, {self._pairings} accepted")
        for account, dues in self._dues.items():
            held = self._counted.check_ins.get(account, {})
            for week in range(len(dues)):
                expected = self._expected(account, week)
                if held.get(week + 1) is not expected:
                    stories.append(f"{account} week {week}: {held.get(week + 1)} is kept, {expected} is expected")
        return stories

    def _expected(self, account: str, week: int) -> CheckInState:
        return CheckInState.SUBMITTED if self._accepted.get((account, week)) else CheckInState.MISSED

    def _insist(self, story: str, *, is_so: bool) -> None:
        if not is_so:
            self._disagreements.append(story)


def _words(person: Person, week: int) -> Mapping[str, str | Raw]:
    """Make up what a mentee says of a week: every one different, some with a secret."""
    dice = Random(f"{person.seed}/{person.account}/{week}/words")
    return {
        "learned": f"{person.name} learned thing {week}",
        "challenge": f"{person.name} struggled in week {week}",
        "milestone": f"{person.name} reached milestone {week}" if dice.random() < 1 / 5 else "",
        "next": f"{person.name} goes on to {week + 1}",
        "mood": "good",
        "keep_private": ("challenge",) if dice.random() < 1 / 4 else (),
        "share": "yes" if dice.random() < 9 / 10 else "no",
    }
