"""How suggestions, proposals and pairings look."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.fields import languages_in_words
from bot.core.dialogue.gaps import cell_words
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapCell
from bot.core.domain.ids import MemberId
from bot.core.domain.matching import Match, Misfit
from bot.core.domain.members import Member
from bot.core.domain.pairings import Pairing
from bot.core.ui.forms import Choice, Field, Form, Option, Person
from bot.core.ui.views import Block, FieldRow, Fields, Heading, Text, Tone, View, Weight
from bot.core.usecases.pairings import Suggestions

BEST = 3
CELLS_SHOWN = 4


@dataclass(frozen=True)
class Pair:
    """A pairing with the two whom it joins."""

    pairing: Pairing
    mentor: Member
    mentee: Member


def pair_form(talk: Talk) -> Form:
    """Ask which mentee a mentor is sought for."""
    return Form(
        name="pair",
        title=talk.say("pair-title"),
        intro=talk.say("pair-intro"),
        fields=pair_parameters(talk.say),
        submit=talk.say("pair-submit"),
    )


def pair_parameters(say: Voice) -> tuple[Field, ...]:
    """Take the mentee."""
    return (Person(name="mentee", label=say("field-mentee"), help=say("field-mentee-help"), source="mentee"),)


def suggestions_view(talk: Talk, found: Suggestions) -> View:
    """Show the best mentors for a mentee with the reasons, or say honestly why there is none."""
    if not found.matches:
        return _nobody_view(talk, found)
    best = found.matches[:BEST]
    blocks: list[Block] = [Text(talk.say("pair-unrated", name=found.mentee.name))] if found.unrated else []
    for place, match in enumerate(best, start=1):
        name, score = found.mentors[match.mentor].name, talk.say.percent(match.score)
        blocks += [Heading(talk.say("pair-suggestion", place=place, name=name, score=score)), reasons(talk, match)]
    return View(
        title=talk.say("pair-suggestions", name=found.mentee.name, count=len(best), all=len(found.matches)),
        blocks=tuple(blocks),
        actions=tuple(
            talk.action(
                "pair_propose",
                propose_ref(match.mentee, match.mentor),
                Weight.NORMAL if place else Weight.PRIMARY,
                talk.say("pair-propose", name=found.mentors[match.mentor].name),
            )
            for place, match in enumerate(best)
        ),
    )


def reasons(talk: Talk, match: Match) -> Fields:
    """Say what a score is made of."""
    often = "pair-hours-a-week" if match.is_weekly else "pair-hours-a-day"
    return Fields(
        (
            FieldRow(talk.say("pair-covers"), covered_words(talk, match.covered)),
            FieldRow(talk.say("pair-hours"), talk.say(often, hours=talk.say.number(match.shared_hours))),
            FieldRow(talk.say("pair-languages"), languages_in_words(talk, match.shared_languages)),
        )
    )


def covered_words(talk: Talk, cells: Sequence[GapCell]) -> str:
    """List the open cells that a mentor covers, the most valuable first, and how many more there are."""
    words = [cell_words(talk, each) for each in cells[:CELLS_SHOWN]]
    more = len(cells) - len(words)
    return talk.say("cells-and-more", cells=", ".join(words), more=more) if more else talk.say.every(words)


def propose_ref(mentee: MemberId, mentor: MemberId) -> str:
    """Name a pair in a button."""
    return f"{mentee}.{mentor}"


def proposed_view(talk: Talk, mentor: str, mentee: str) -> View:
    """Tell the moderator that the mentor is being asked."""
    return View(
        title=talk.say("pair-proposed", mentor=mentor, mentee=mentee),
        blocks=(Text(talk.say("pair-proposed-next")),),
        suggestions=talk.suggest("pair"),
        tone=Tone.GOOD,
    )


def accepted_view(talk: Talk, mentee: str) -> View:
    """Tell the mentor what happens now."""
    return View(
        title=talk.say("pairing-accepted", name=mentee),
        blocks=(Text(talk.say("pairing-accepted-next")),),
        suggestions=talk.suggest("me"),
        tone=Tone.GOOD,
    )


def declined_view(talk: Talk, mentee: str) -> View:
    """Thank a mentor for an honest no."""
    return View(
        title=talk.say("pairing-declined-by-me", name=mentee),
        blocks=(Text(talk.say("pairing-declined-next")),),
        suggestions=talk.suggest("me"),
    )


def confirm_end_view(talk: Talk, pair: Pair, days: int) -> View:
    """Ask before a pairing ends."""
    return View(
        title=talk.say("pairing-end-sure", mentor=pair.mentor.name, mentee=pair.mentee.name),
        blocks=(Text(talk.say("pairing-end-means", days=days)),),
        actions=(
            talk.action("pairing_end", pair.pairing.id, Weight.DANGER),
            talk.action("me", "", label=talk.say("cancel")),
        ),
        tone=Tone.ATTENTION,
    )


def ended_view(talk: Talk, pair: Pair, days: int) -> View:
    """Say that a pairing is over, and for how many days its room can be read."""
    return View(
        title=talk.say("pairing-ended", mentor=pair.mentor.name, mentee=pair.mentee.name),
        blocks=(Text(talk.say("pairing-ended-means", days=days)),),
        suggestions=talk.suggest("me"),
    )


def pick_pairing_form(talk: Talk, pairings: Sequence[Pairing], people: Mapping[MemberId, Member]) -> Form:
    """Ask which of one's pairings."""
    options = tuple(
        Option(each.id, talk.say("pairing-names", mentor=people[each.mentor].name, mentee=people[each.mentee].name))
        for each in pairings
    )
    return Form(
        name="pairing_end_pick",
        title=talk.say("pairing-pick-title"),
        fields=(Choice(name="pairing", label=talk.say("field-which-pairing"), options=options),),
        submit=talk.say("pairing-pick-submit"),
    )


def _nobody_view(talk: Talk, found: Suggestions) -> View:
    counted = Counter(found.misfits.values())
    why = tuple(Text(talk.say(f"misfit-{each.value}", count=counted[each])) for each in Misfit if counted[each]) or (
        Text(talk.say("pair-no-mentors")),
    )
    return View(
        title=talk.say("pair-nobody", name=found.mentee.name),
        blocks=(*why, Text(talk.say("pair-nobody-next"))),
        suggestions=talk.suggest("pair", "help"),
        tone=Tone.ATTENTION,
    )
