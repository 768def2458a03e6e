"""Adding a framework file to an installation: checked against all others, kept as it was written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bot.adapters.library.documents import FrameworkDocument
from bot.adapters.library.drafting import Change
from bot.adapters.library.frameworks import ENDINGS, framework_file, framework_files, load_framework, to_framework
from bot.adapters.library.kept import ENDING
from bot.adapters.library.loading import BadContent, read_document
from bot.core.domain.frameworks import Framework
from bot.core.domain.loaded import clash_of

Key = TypeVar("Key")


@dataclass(frozen=True)
class Installed:
    """A framework as it is kept after being added: new, or changed, or as it was before."""

    framework: Framework
    changes: Mapping[str, Change] = field(default_factory=dict)
    is_new: bool = False
    is_changed: bool = False


def install_framework(file: Path, shipped: Path, installed: Path) -> Installed:
    """Add a framework file, or put a later version in the place of an earlier one.

    Raises:
        BadContent: it doesn't fit the schema, contradicts another framework, or changes without a higher version.
    """
    if file.suffix not in ENDINGS:
        raise BadContent(file, f"must end with {' or '.join(ENDINGS)}")
    framework = to_framework(read_document(file, FrameworkDocument))
    _check_against_others(file, framework, shipped, installed)
    there = framework_file(installed, framework.id)
    before = load_framework(there, framework.language) if there else None
    if before == framework:
        return Installed(framework)
    if before and framework.version <= before.version:
        reason = f"differs from version {before.version}, which is here already: raise it"
        raise BadContent(file, reason, field="version")
    _put(file, there, installed / f"{framework.id}{file.suffix}")
    return Installed(framework, _changes(before, framework) if before else {}, before is None, is_changed=True)


def _check_against_others(file: Path, framework: Framework, shipped: Path, installed: Path) -> None:
    """A role belongs to one framework; a competency that several share says the same in each."""
    if framework_file(shipped, framework.id):
        raise BadContent(file, f"{framework.id} ships with Menteo: choose another", field="id")
    if (installed / f"{framework.id}{ENDING}").exists():
        raise BadContent(file, f"{framework.id} is the id of an imported one: choose another", field="id")
    others = (load_framework(each, framework.language) for each in _other_files(framework, shipped, installed))
    if (clash := clash_of(framework, others)) is not None:
        reason = (
            f"{clash.id} is in {clash.other} too"
            if clash.kind == "roles"
            else f"{clash.id} reads otherwise in {clash.other}"
        )
        raise BadContent(file, reason, field=clash.kind)


def _other_files(framework: Framework, shipped: Path, installed: Path) -> list[Path]:
    return [each for each in (*framework_files(shipped), *framework_files(installed)) if each.stem != framework.id]


def _put(file: Path, before: Path | None, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f".{place.name}.part")
    draft.write_bytes(file.read_bytes())
    draft.replace(place)
    if before and before != place:
        before.unlink()


def _changes(before: Framework, after: Framework) -> Mapping[str, Change]:
    found = {
        "ladders": _change(before.ladders, after.ladders),
        "competencies": _change(before.competencies, after.competencies),
        "roles": _change(before.roles, after.roles),
    }
    return {kind: change for kind, change in found.items() if change != Change(0, 0, 0)}


def _change(before: Mapping[Key, object], after: Mapping[Key, object]) -> Change:
    changed = sum(before[each] != after[each] for each in before.keys() & after.keys())
    return Change(len(after.keys() - before.keys()), changed, len(before.keys() - after.keys()))
