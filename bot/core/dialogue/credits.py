"""Whose data is shown: the line that a framework's licence asks for, once, beneath whatever tells of that framework.

No view has to think of it. What one exchange reads of frameworks it reads through a `Lender`; of what is shown in the
end, every line is said beneath that belongs to something in it. So it costs no reading of its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.core.domain.frameworks import DestinationRole, Framework
from bot.core.domain.ids import CommunityId, CompetencyId, RoleId
from bot.core.ports import BorrowedLibrary, Library, Tools, UnitOfWork
from bot.core.ui import forms
from bot.core.ui.forms import Choice, Field, Form, Several
from bot.core.ui.limits import words
from bot.core.ui.replies import OpenForm, Reply
from bot.core.ui.views import Picture, View


class Credits:
    """What one exchange has told of frameworks that ask for a credit line."""

    def __init__(self) -> None:
        self._read: dict[str, dict[str, tuple[str, ...]]] = {}
        self._told: dict[str, None] = {}

    def read(self, framework: Framework) -> None:
        """Remember what was read, by what may be shown of it; nothing of a framework that asks for no line."""
        if not framework.credit:
            return
        read = self._read.setdefault(framework.credit, {})
        read.update((each.id, (each.title, each.stand_in)) for each in framework.roles.values())
        for each in framework.competencies.values():
            read[each.id] = (each.title, *each.indicators.values())

    def tell(self, line: str) -> None:
        """Remember that something is told which was read from elsewhere and begs this line; none where it is empty."""
        if line:
            self._told[line] = None

    def under(self, reply: Reply) -> Reply:
        """Say the lines that an answer asks for."""
        match reply.content:
            case View() as view:
                return replace(reply, content=self.beneath(view))
            case OpenForm() as opened:
                return replace(reply, content=self.above(opened))
            case None:
                return reply

    def beneath(self, view: View) -> View:
        """Say the lines that a view asks for, beneath it."""
        lines = self._lines(_view_words(view))
        return replace(view, footnotes=tuple(dict.fromkeys((*view.footnotes, *lines)))) if lines else view

    def above(self, opened: OpenForm) -> OpenForm:
        """Say the lines that a form asks for at the end of what stands above it: beneath it nobody reads any more."""
        lines = self._lines(_form_words(opened.form))
        if not lines:
            return opened
        intro = "\n".join(filter(None, (opened.form.intro, *lines)))
        return replace(opened, form=replace(opened.form, intro=intro))

    def _lines(self, shown: Iterable[str]) -> Sequence[str]:
        if not self._read and not self._told:
            return ()
        text = "\n".join(shown)
        shown_of = (line for line, read in self._read.items() if _is_shown(read, text))
        return tuple(dict.fromkeys((*self._told, *shown_of)))


class Lender(BorrowedLibrary):
    """A library that remembers what was lent of it.

    Names of roles are none of that: a name says itself which framework it is of, and thousands are looked through.
    """

    def __init__(self, library: Library, credits_due: Credits) -> None:
        super().__init__(library)
        self._credits = credits_due

    def frameworks(self, language: str) -> Sequence[Framework]:
        """List Menteo's own frameworks and those in its format."""
        found = self._library.frameworks(language)
        for each in found:
            self._credits.read(each)
        return found

    def role(self, role: RoleId, language: str) -> tuple[Framework, DestinationRole]:
        """Find a destination role with its framework."""
        framework, found = self._library.role(role, language)
        self._credits.read(framework)
        return framework, found

    def competencies(self, competencies: Iterable[CompetencyId], language: str) -> Framework:
        """Bring together what an imported framework tells of some competencies."""
        framework = self._library.competencies(competencies, language)
        self._credits.read(framework)
        return framework

    def of_community(self, work: UnitOfWork, community: CommunityId) -> Library:
        """Lend what another community, or unit of work, sees."""
        return Lender(self._library.of_community(work, community), self._credits)


def lent(tools: Tools, credits_due: Credits) -> Tools:
    """Let one exchange read through a lender of its own."""
    return replace(tools, library=Lender(tools.library, credits_due))


def _is_shown(read: Mapping[str, tuple[str, ...]], text: str) -> bool:
    """Tell whether anything of what was read is in a text; titles first, since indicators are many."""
    if any(each[0] in text for each in read.values()):
        return True
    return any(other and other in text for each in read.values() for other in each[1:])


def _view_words(view: View) -> Iterator[str]:
    yield view.title
    for block in view.blocks:
        yield from words(block)
        if isinstance(block, Picture):
            yield from words(block.twin)
    yield from (each.label for each in view.actions)


def _form_words(form: Form) -> Iterator[str]:
    yield form.title
    yield form.intro
    for field in form.fields:
        yield from (field.label, field.help, *field.default)
        for option in _options(field):
            yield from (option.label, option.description)


def _options(field: Field) -> Sequence[forms.Option]:
    match field:
        case Choice() | Several():
            return field.options
        case forms.Scale():
            return field.steps
        case _:
            return ()
