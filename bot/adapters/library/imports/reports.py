"""What an importer tells whoever asked for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.adapters.library.drafting import Change, Outcome
from bot.adapters.library.kept import Facts
from bot.core.domain.ids import FrameworkId


@dataclass(frozen=True)
class Imported:
    """A framework as it is kept after an import: new, or changed, or as it was before."""

    framework: FrameworkId
    facts: Facts
    changes: Mapping[str, Change] = field(default_factory=dict)
    is_new: bool = False
    is_changed: bool = False


def imported(framework: FrameworkId, outcome: Outcome, before: Facts | None) -> Imported:
    """Tell what came of writing a framework."""
    return Imported(framework, outcome.facts, outcome.changes, outcome.is_new, is_changed=outcome.facts != before)


def unchanged(framework: FrameworkId, facts: Facts) -> Imported:
    """Tell that the same files were imported before."""
    return Imported(framework, facts)
