"""Sign-ups that a moderator brings as a sheet: whom they are of, what they say, and what of it a member takes over."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from bot.core.domain.ids import CommunityId, CompetencyId, MemberId, RoleId
from bot.core.domain.matching import Hours
from bot.core.domain.members import Role


class SheetKind(Enum):
    """Whose sign-ups a sheet has."""

    MENTEES = "mentees"
    MENTORS = "mentors"

    @property
    def role(self) -> Role:
        """The role that its people take up."""
        return Role.MENTEE if self is SheetKind.MENTEES else Role.MENTOR


@dataclass(frozen=True)
class Written:
    """A row as it stands in a sheet, read but for what only the programme's frameworks know."""

    line: int
    account: str
    """As `account_key` writes it."""
    name: str = ""
    role: str = ""
    """The destination of a mentee, the role that a mentor holds today: its title, another name or id."""
    levels: Mapping[str, int] = field(default_factory=dict)
    """Levels by the competency's title, another name or id."""
    zone: str = ""
    languages: tuple[str, ...] = ()
    hours: Hours | None = None
    preferences: tuple[str, ...] = ()
    team: str = ""
    capacity: int | None = None
    hours_a_week: int | None = None
    paused_until: date | None = None
    wishes: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()


@dataclass(frozen=True)
class SignUp:
    """What somebody has signed up with."""

    community: CommunityId
    kind: SheetKind
    account: str
    name: str
    role: RoleId
    levels: Mapping[CompetencyId, int]
    zone: str = ""
    languages: tuple[str, ...] = ()
    hours: Hours | None = None
    preferences: tuple[str, ...] = ()
    team: str = ""
    capacity: int | None = None
    hours_a_week: int | None = None
    paused_until: date | None = None
    wishes: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    member: MemberId | None = None
    """Who it is; None while they aren't here."""
    done: frozenset[str] = frozenset()
    """Those of `not_with` that were carried out: what is taken back by hand afterwards stays so."""


@dataclass(frozen=True)
class Trouble:
    """What is wrong with a row, or with a whole sheet on line 0: `key` and `facts` make the sentence `sheet-<key>`."""

    line: int
    key: str
    column: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class SheetRead:
    """A sheet as it was read: the good rows, what is wrong with the others, and headings that nobody knows."""

    rows: tuple[Written, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Columns that a sheet can't do without."""


@dataclass(frozen=True)
class Sheet:
    """A sheet that was brought last, of one kind: kept while headings are asked for, or rows are to be put right."""

    community: CommunityId
    kind: SheetKind
    content: str


_MENTION = re.compile(r"<@!?(\d+)>")
_LINK = re.compile(r"^(?:https?://)?(?:www\.)?(?:t\.me|telegram\.me)/")


def account_key(text: str, platform: str = "") -> str:
    """Write a handle or id as accounts are looked up, of one platform if that is named: `@Lina` is `lina`."""
    plain = "".join(text.split()).casefold()
    if found := _MENTION.fullmatch(plain):
        plain = found[1]
    plain = _LINK.sub("", plain).lstrip("@")
    return f"{platform.casefold()}:{plain}" if platform and plain else plain


def keys_of(platform: str, external_id: str, handle: str) -> frozenset[str]:
    """List the ways in which an account may be written in a sheet."""
    names = {account_key(external_id), account_key(handle)} - {""}
    return frozenset(names | {account_key(each, platform) for each in names})


def in_sheet(given: Iterable[str]) -> tuple[str, ...]:
    """Write the people whom a row names as accounts are looked up, each once."""
    return tuple(dict.fromkeys(key for each in given if (key := account_key(each))))


def heading_key(heading: str) -> str:
    """Write a heading as what it means is looked up."""
    return " ".join(heading.split()).casefold()
