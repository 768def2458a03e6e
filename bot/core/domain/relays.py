"""What is said in a room of several places: one utterance, and a copy of it in each place."""

from dataclasses import dataclass

from bot.core.domain.ids import CommunityId, MemberId, PairingId, PlaceId


@dataclass(frozen=True)
class Copy:
    """One message in one place of a room; all that say the same share their `utterance`. The words aren't kept."""

    community: CommunityId
    place: PlaceId
    message: str
    """The platform's id of it in that place."""
    pairing: PairingId
    utterance: str
    author: MemberId
    is_original: bool
    """Whether the author said this one themselves."""
