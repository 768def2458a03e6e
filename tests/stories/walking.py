"""What people do with roadmaps in stories: look, set out, pick a step, draft one."""

from pathlib import Path

from bot.app import CONFIG
from bot.core.ui.forms import Choice
from tests.stories.acting import Person
from tests.stories.beginnings import Pair

ROADMAP = "From dependable engineer to staff engineer"
"""What closes the whole gap of somebody on the way to staff engineer."""

MILESTONE = "Plan a project of months so that something ships each fortnight"
"""A milestone that needs nothing before it."""


async def looks_at_a_roadmap(person: Person, title: str = ROADMAP) -> None:
    """See what there is, and look at one."""
    await person.types("/roadmap enrol")
    await person.presses(title)


async def sets_out(person: Person, title: str = ROADMAP) -> None:
    """Look at a roadmap, and begin it."""
    await looks_at_a_roadmap(person, title)
    await person.presses("Begin this one")


async def picks(person: Person, title: str) -> None:
    """Look at one of one's steps."""
    await person.types("/roadmap steps")
    [field] = person.open_form.form.fields
    if isinstance(field, Choice):
        await person.fills(step=next(each.value for each in field.options if each.label == title))
    else:
        await person.fills(step=title)


async def drafts(pair: Pair) -> None:
    """The mentor hands one roadmap in, which a moderator looks at, and begins another."""
    await pair.mentor.runs("/curate file", file=shipped("staff-engineer"))
    await pair.mentor.presses("Hand it in")
    await pair.moderator.presses("Review")
    await pair.mentor.runs("/curate draft", title="A way", summary="Step by step.", destination="Staff engineer")


def shipped(name: str) -> str:
    """Read a roadmap that ships."""
    return (Path(CONFIG) / "roadmaps" / f"{name}.yaml").read_text("utf-8")
