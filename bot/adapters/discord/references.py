"""What an effect leaves on everything that it makes on Discord, so that a later try finds it again."""

from base64 import b32encode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256

_NONCE = 22
"""Characters of the 25 that a nonce may have (API reference, create message)."""
_SHORT = 10
"""Characters for places: 50 bits."""
UNSEEN = 24
"""Signs of a mark that nobody sees, a bit each."""
_SIGNS = ("\N{ZERO WIDTH SPACE}", "\N{WORD JOINER}")
_COMPONENT_FLOOR = 1 << 30
"""Above anything that Discord numbers components with itself; a component's id has 31 bits (API reference)."""


@dataclass(frozen=True)
class Reference:
    """One effect's marks."""

    nonce: str
    """On a message; Discord refuses a second one, but forgets it after minutes."""
    component: int
    """The id of a message's first component, which stays with the message."""
    short: str
    """In a room's topic or name."""
    unseen: str
    """Among the words of a message without components: signs without width, so nobody sees it."""


def reference(key: str) -> Reference:
    """Derive the marks of an effect from its key: the same at every try, in every process."""
    digest = sha256(key.encode()).digest()
    return Reference(
        nonce=urlsafe_b64encode(digest).decode()[:_NONCE],
        component=_COMPONENT_FLOOR | int.from_bytes(digest[-4:]) >> 2,
        unseen="".join(_SIGNS[int(bit)] for bit in f"{int.from_bytes(digest[:3]):0{UNSEEN}b}"),
        short=b32encode(digest).decode().lower()[:_SHORT],
    )
