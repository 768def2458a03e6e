"""Sign-up sheets: what reads them, and where what they say is kept."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.core.domain.ids import CommunityId
from bot.core.domain.signups import Sheet, SheetKind, SheetRead, SignUp


class SheetReader(Protocol):
    """Reads sheets as form tools write them."""

    def columns(self, kind: SheetKind) -> Sequence[str]:
        """List the columns that a sheet can have, those that it can't do without first."""

    def guess(self, kind: SheetKind, heading: str) -> str:
        """Guess which column a heading means; empty where that is anybody's guess."""

    def read(self, kind: SheetKind, content: str, names: Mapping[str, str]) -> SheetRead:
        """Read a sheet; `names` says our column for a heading of theirs, empty for one that is left out."""


class NoSheets:
    """Reads no sheet: a program that nobody brings any."""

    def columns(self, kind: SheetKind) -> Sequence[str]:  # noqa: ARG002  as the port has it
        """Know no column."""
        return ()

    def guess(self, kind: SheetKind, heading: str) -> str:  # noqa: ARG002  as the port has it
        """Guess nothing."""
        return ""

    def read(self, kind: SheetKind, content: str, names: Mapping[str, str]) -> SheetRead:  # noqa: ARG002  as the port has it
        """Find nothing in it."""
        return SheetRead()


class SignUps(Protocol):
    """Sign-ups, the sheet brought last, and what a community's headings mean."""

    def save(self, sign_ups: Sequence[SignUp]) -> None:
        """Keep sign-ups, each in the place of an earlier one of its kind and account."""

    def all(self, community: CommunityId, kind: SheetKind | None = None) -> Sequence[SignUp]:
        """List sign-ups, by kind and account, in one query."""

    def waiting(self, community: CommunityId, accounts: Collection[str]) -> Sequence[SignUp]:
        """List the sign-ups of somebody with these keys who wasn't here yet."""

    def headings(self, community: CommunityId, kind: SheetKind) -> Mapping[str, str]:
        """Find what headings mean; an empty column is left out of what is read."""

    def save_headings(self, community: CommunityId, kind: SheetKind, names: Mapping[str, str]) -> None:
        """Keep what headings mean, beside what is known already."""

    def sheet(self, community: CommunityId, kind: SheetKind) -> Sheet | None:
        """Find the sheet that was brought last and is kept."""

    def save_sheet(self, sheet: Sheet) -> None:
        """Keep a sheet in the place of the earlier one of its kind."""

    def forget_sheet(self, community: CommunityId, kind: SheetKind) -> None:
        """Keep it no longer."""
