"""What a simulation has shown, in numbers."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Run:
    """How it was run; the only figures that kills may change."""

    kill_every: int | None
    kills: int
    repeats_refused: int
    """Deliveries that the platform had already taken in and was sent again after a kill."""


@dataclass(frozen=True)
class Figures:
    """The same for the same members, weeks and seed, whatever was killed; `wall_seconds` and `run` aside."""

    members: int
    weeks: int
    seed: int
    mentees: int
    pairings: int
    prompts_due: int
    prompts_sent: int
    prompts_late: int
    prompts_duplicated: int
    prompts_lost: int
    prompts_unexpected: int
    nudges_due: int
    nudges_sent: int
    check_ins_submitted: int
    check_ins_missed: int
    entries_due: int
    entries_published: int
    messages_delivered: int
    messages_repeated: int
    """Messages with the same words for the same person in the same week."""
    deliveries_refused: int
    disagreements: tuple[str, ...]
    """Where the people, the database and the ledger don't tell the same story; the first few, in words."""
    wall_seconds: float
    run: Run

    def as_json(self) -> dict[str, object]:
        """Return them as one JSON object."""
        return asdict(self)

    @property
    def holds(self) -> bool:
        """Whether nothing was lost, doubled, late or told differently from two sides."""
        wrong = (
            self.prompts_late,
            self.prompts_duplicated,
            self.prompts_lost,
            self.prompts_unexpected,
            self.messages_repeated,
            self.deliveries_refused,
            self.nudges_due - self.nudges_sent,
            self.entries_due - self.entries_published,
            len(self.disagreements),
        )
        return not any(wrong)
