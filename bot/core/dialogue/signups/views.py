"""How a sheet's rows and headings, and those who have signed up, are shown."""

from collections.abc import Iterator, Mapping, Sequence

from bot.core.dialogue.talk import Talk
from bot.core.domain.signups import SheetKind, SheetRead, SignUp, Trouble
from bot.core.ui.forms import Choice, File, Form, Option
from bot.core.ui.views import Action, Block, FieldRow, Fields, Heading, Text, Tone, View, Weight
from bot.core.usecases.signups import Brought

ENDINGS = (".csv", ".tsv", ".txt")
MOST_BYTES = 500_000
LEFT_OUT = "-"
MOST_HEADINGS = 25
ROWS_SHOWN = 8
A_PAGE = 15


def sheet_form(talk: Talk) -> Form:
    """Ask for a sheet."""
    return Form(
        name="signups_import",
        title=talk.say("signups-title"),
        intro=talk.say("signups-intro"),
        fields=(
            Choice(
                name="kind",
                label=talk.say("signups-kind"),
                options=tuple(Option(each.value, talk.say(f"signups-{each.value}")) for each in SheetKind),
            ),
            File(
                name="sheet",
                label=talk.say("signups-sheet"),
                help=talk.say("signups-sheet-help"),
                endings=ENDINGS,
                most_bytes=MOST_BYTES,
            ),
        ),
        submit=talk.say("signups-submit"),
    )


def headings_view(talk: Talk, brought: Brought) -> View:
    """Say which headings nobody knows, before anything is taken in."""
    rows = (
        [FieldRow(talk.say("signups-unknown"), ", ".join(brought.unknown[:MOST_HEADINGS]))] if brought.unknown else []
    )
    if brought.missing:
        rows.append(FieldRow(talk.say("signups-missing"), ", ".join(brought.missing)))
    if not brought.unknown:  # then there is nothing to say of its headings: it lacks them
        return View(
            title=talk.say("signups-lacking"),
            blocks=(Fields(tuple(rows)), Text(talk.say("signups-lacking-next"))),
            actions=(talk.action("signups_import", "", Weight.PRIMARY),),
            tone=Tone.ATTENTION,
        )
    return View(
        title=talk.say("signups-headings"),
        blocks=(Fields(tuple(rows)), Text(talk.say("signups-headings-next"))),
        actions=(talk.action("signups_headings", brought.kind.value, Weight.PRIMARY),),
        tone=Tone.ATTENTION,
    )


def headings_form(
    talk: Talk, kind: SheetKind, read: SheetRead, columns: Sequence[str], guesses: Mapping[str, str]
) -> Form:
    """Ask what each unknown heading means; what is known or guessed is filled in."""
    options = (
        Option(LEFT_OUT, talk.say("signups-left-out")),
        *(Option(each, talk.say("signups-column", column=each)) for each in columns),
    )
    return Form(
        name="signups_headings",
        title=talk.say("signups-headings"),
        intro=talk.say("signups-headings-intro", needed=", ".join(columns[:2])),
        fields=tuple(
            Choice(name=f"h{place}", label=heading, options=options, default=(guesses.get(heading) or LEFT_OUT,))
            for place, heading in enumerate(read.unknown[:MOST_HEADINGS])
        ),
        submit=talk.say(f"signups-take-in-{kind.value}"),
    )


def brought_view(talk: Talk, brought: Brought) -> View:
    """Say who was taken in, who isn't here yet, and which rows were left out, with why."""
    good, bad = len(brought.here) + len(brought.absent), len(brought.troubles)
    counts = Fields(
        (
            FieldRow(talk.say("signups-here"), talk.say.number(len(brought.here))),
            FieldRow(talk.say("signups-absent"), talk.say.number(len(brought.absent))),
            FieldRow(talk.say("signups-bad"), talk.say.number(bad)),
        )
    )
    more: list[Action] = []
    if bad > ROWS_SHOWN:
        more.append(talk.action("signups_troubles", f"{brought.kind.value}.1"))
    return View(
        title=talk.say("signups-done", count=good),
        blocks=(counts, *_bad_rows(talk, brought.troubles[:ROWS_SHOWN]), *_absent(talk, brought.absent[:ROWS_SHOWN])),
        actions=(*more, *((talk.action("signups_import", ""),) if bad else ())),
        suggestions=talk.suggest("signups", "round")[: 2 if not more else 1],
        tone=Tone.ATTENTION if bad else Tone.GOOD,
    )


def troubles_view(talk: Talk, kind: SheetKind, troubles: Sequence[Trouble], page: int) -> View:
    """Go through the rows that were left out, a page at a time."""
    first = (page - 1) * A_PAGE
    shown = troubles[first : first + A_PAGE]
    more = (talk.action("signups_troubles", f"{kind.value}.{page + 1}"),) if first + A_PAGE < len(troubles) else ()
    return View(
        title=talk.say("signups-left", count=len(troubles)),
        blocks=(*_bad_rows(talk, shown), Text(talk.say("signups-left-next"))),
        actions=(*more, talk.action("signups_import", "")),
        suggestions=talk.suggest("signups"),
    )


def signed_up_view(talk: Talk, sign_ups: Sequence[SignUp], page: int) -> View:
    """List who isn't here yet, a page at a time, and what to do about it."""
    waiting = [each for each in sign_ups if each.member is None]
    first = (page - 1) * A_PAGE
    shown = waiting[first : first + A_PAGE]
    counts = (
        FieldRow(talk.say("signups-here"), talk.say.number(len(sign_ups) - len(waiting))),
        FieldRow(talk.say("signups-absent"), talk.say.number(len(waiting))),
    )
    more = (talk.action("signups_page", str(page + 1)),) if first + A_PAGE < len(waiting) else ()
    return View(
        title=talk.say("signups-all", count=len(sign_ups)),
        blocks=(Fields(counts), *_absent(talk, shown)),
        actions=(*more, talk.action("signups_import", "", Weight.PRIMARY)),
        suggestions=talk.suggest("round"),
    )


def told_view(talk: Talk, kind: SheetKind) -> View:
    """Tell somebody that their sign-up was taken over, and what comes next."""
    mentee = kind is SheetKind.MENTEES
    return View(
        title=talk.say(f"signed-up-{kind.value}", community=talk.community.name),
        blocks=(Text(talk.say("signed-up-means")),),
        actions=(talk.action("gap_rate" if mentee else "levels", "", Weight.PRIMARY),),
        suggestions=talk.suggest("availability", "me"),
        tone=Tone.GOOD,
    )


def waiting_view(talk: Talk) -> View:
    """Tell somebody who is new here that what they signed up with waits for them."""
    return View(
        title=talk.say("signed-up-waits"),
        blocks=(Text(talk.say("signed-up-waits-means")),),
        actions=(talk.action("signups_claim", "", Weight.PRIMARY), talk.action("join_mentee", "")),
    )


def _bad_rows(talk: Talk, troubles: Sequence[Trouble]) -> Iterator[Block]:
    if troubles:
        yield Heading(talk.say("signups-bad"))
        yield Fields(
            tuple(FieldRow(_where(talk, each), talk.say(f"sheet-{each.key}", **each.facts)) for each in troubles)
        )


def _where(talk: Talk, trouble: Trouble) -> str:
    if not trouble.line:
        return talk.say("signups-sheet")
    if not trouble.column:
        return talk.say("signups-line", line=trouble.line)
    return talk.say("signups-cell", line=trouble.line, column=trouble.column)


def _absent(talk: Talk, sign_ups: Sequence[SignUp]) -> Iterator[Block]:
    if sign_ups:
        yield Heading(talk.say("signups-absent"))
        yield Fields(
            tuple(FieldRow(each.account, each.name or talk.say(f"signups-{each.kind.value}")) for each in sign_ups)
        )
        yield Text(talk.say("signups-absent-next"))
