"""Bringing a sign-up sheet, and seeing who of it isn't here yet."""

from bot.core.dialogue.fields import text_of
from bot.core.dialogue.signups.views import (
    A_PAGE,
    LEFT_OUT,
    MOST_HEADINGS,
    brought_view,
    headings_form,
    headings_view,
    sheet_form,
    signed_up_view,
    told_view,
    troubles_view,
    waiting_view,
)
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import MemberId, RoleId
from bot.core.domain.signups import SheetKind, SheetRead, SignUp, Trouble
from bot.core.effects import Effect
from bot.core.ui.commands import Access
from bot.core.ui.forms import Answers, Form
from bot.core.ui.replies import Reply
from bot.core.ui.views import View
from bot.core.usecases.signups import (
    Brought,
    bring_sheet,
    explain_headings,
    read_sign_ups,
    sheet_as_it_stands,
    take_over,
    troubles_of,
)


def _build(talk: Talk, _ref: str) -> Form:
    return sheet_form(talk)


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    kind = SheetKind(text_of(answers, "kind"))
    return Reply(_shown(talk, bring_sheet(talk.work, talk.tools, talk.actor, kind, text_of(answers, "sheet"))))


def _build_headings(talk: Talk, ref: str) -> Form:
    kind = _kind(ref)
    read = sheet_as_it_stands(talk.work, talk.tools, talk.actor, kind)
    guesses = {each: talk.tools.sheets.guess(kind, each) for each in read.unknown}
    return headings_form(talk, kind, read, talk.tools.sheets.columns(kind), guesses)


def _submit_headings(talk: Talk, ref: str, answers: Answers) -> Reply:
    kind = _kind(ref)
    read = sheet_as_it_stands(talk.work, talk.tools, talk.actor, kind)
    chosen = {heading: text_of(answers, f"h{place}") for place, heading in enumerate(read.unknown[:MOST_HEADINGS])}
    rest = dict.fromkeys(read.unknown[MOST_HEADINGS:], "")
    means = {heading: "" if column == LEFT_OUT else column for heading, column in chosen.items()}
    return Reply(_shown(talk, explain_headings(talk.work, talk.tools, talk.actor, kind, {**means, **rest})))


def _shown(talk: Talk, brought: Brought) -> View:
    return headings_view(talk, brought) if brought.is_unclear else brought_view(talk, brought)


def _show(talk: Talk) -> Reply:
    return Reply(signed_up_view(talk, read_sign_ups(talk.work, talk.tools, talk.actor), 1))


def _page(talk: Talk, ref: str) -> Reply:
    return Reply(signed_up_view(talk, read_sign_ups(talk.work, talk.tools, talk.actor), _number(ref)))


def _troubles(talk: Talk, ref: str) -> Reply:
    kind, _, page = ref.partition(".")
    found = troubles_of(talk.work, talk.tools, talk.actor, _kind(kind))
    return Reply(troubles_view(talk, _kind(kind), found, _number(page)))


def _claim(talk: Talk, _ref: str) -> Reply:
    kinds = take_over(talk.actor)
    if not kinds:
        raise NotFound
    return Reply(told_view(talk, kinds[0]))


def _tell(talk: Talk, effect: Effect) -> View:
    return told_view(talk, SheetKind(effect.refs["kind"]))


def _kind(ref: str) -> SheetKind:
    try:
        return SheetKind(ref)
    except ValueError:
        raise NotFound from None


def _number(ref: str) -> int:
    if not ref.isdecimal() or not 1 <= int(ref) <= 10_000:  # noqa: PLR2004  pages
        raise NotFound
    return int(ref)


IMPORT = FormSpec("signups_import", bring_sheet, _build, _submit)
HEADINGS = FormSpec("signups_headings", bring_sheet, _build_headings, _submit_headings)


def _sample(talk: Talk, account: str, *, here: bool = False) -> SignUp:
    member = MemberId("abcdefgh23456777") if here else None
    kind, name = SheetKind.MENTEES, account.title()
    return SignUp(talk.community.id, kind, account, name, RoleId("staff-engineer"), {}, member=member)


def _sample_brought(talk: Talk, bad: int = 1) -> Brought:
    troubles = tuple(Trouble(line, "zone", "Time zone", {"said": "Atlantis"}) for line in range(4, 4 + bad))
    return Brought(
        SheetKind.MENTEES,
        here=(_sample(talk, "lina", here=True),),
        absent=(_sample(talk, "omar"), _sample(talk, "telegram:pat")),
        troubles=troubles,
    )


_UNKNOWN = SheetRead(unknown=("Timestamp", "Your Discord handle", "What is your time zone?"), missing=("mentee",))
_COLUMNS = ("mentee", "destination", "zone")

FEATURE = Feature(
    commands=(
        CommandSpec("signups", bring_sheet, _show),
        CommandSpec("signups", bring_sheet, verb="import", opens=IMPORT),
    ),
    actions=(
        ActionSpec("signups_import", bring_sheet, opens=IMPORT),
        ActionSpec("signups_headings", bring_sheet, opens=HEADINGS),
        ActionSpec("signups_claim", take_over, _claim),
        ActionSpec("signups_page", bring_sheet, _page, access=Access.READ),
        ActionSpec("signups_troubles", bring_sheet, _troubles, access=Access.READ),
    ),
    forms=(IMPORT, HEADINGS),
    notices=(NoticeSpec("signed_up", _tell),),
    examples=(
        Example(
            "command/signups",
            lambda talk: signed_up_view(talk, [_sample(talk, f"person{each}") for each in range(A_PAGE + 2)], 1),
        ),
        Example("action/signups_page", lambda talk: signed_up_view(talk, [_sample(talk, "lina", here=True)], 1)),
        Example(
            "action/signups_troubles",
            lambda talk: troubles_view(talk, SheetKind.MENTEES, _sample_brought(talk, 20).troubles, 1),
        ),
        Example("form/signups_import", sheet_form),
        Example("form/signups_import:done", lambda talk: brought_view(talk, _sample_brought(talk, 0))),
        Example("form/signups_import:bad", lambda talk: brought_view(talk, _sample_brought(talk, 20))),
        Example(
            "form/signups_import:unclear",
            lambda talk: headings_view(talk, Brought(SheetKind.MENTEES, _UNKNOWN.unknown, _UNKNOWN.missing)),
        ),
        Example(
            "form/signups_import:lacking",
            lambda talk: headings_view(talk, Brought(SheetKind.MENTORS, missing=("mentor", "role"))),
        ),
        Example(
            "form/signups_headings",
            lambda talk: headings_form(talk, SheetKind.MENTEES, _UNKNOWN, _COLUMNS, {"Your Discord handle": "mentee"}),
        ),
        Example("action/signups_claim", lambda talk: told_view(talk, SheetKind.MENTEES)),
        Example("command/join:signed-up", waiting_view),
        Example("notice/signed_up", lambda talk: told_view(talk, SheetKind.MENTEES)),
        Example("notice/signed_up:mentor", lambda talk: told_view(talk, SheetKind.MENTORS)),
    ),
)
