"""Signed names of things that can be pressed or filled in, so that nobody can make one up.

An action's token is `route:ref:mac`, a form's `form:ref:session:mac`. They don't expire by the clock: the object's
state decides, and who may is asked anew at every press. The MAC covers a letter for the kind of token: another shape
needs another letter. 80 bits of MAC (FIPS 198-1 truncation) need more guesses than any chat lets through.
"""

import hmac
from base64 import b32encode
from collections.abc import Callable
from hashlib import sha256

LONGEST_ACTION = 64
"""Telegram's `callback_data`, the tightest of all surfaces."""
LONGEST_FORM = 95
"""Discord's `custom_id` holds 100, of which its adapter takes some; other surfaces keep the session themselves."""

_MAC_BYTES = 10

Sign = Callable[[str, str], str]
"""Make the token of an action from its route and ref."""


class Forged(Exception):
    """The token was not made here."""


class Signer:
    """Makes and checks tokens with a secret key of at least 32 bytes."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def action(self, route: str, ref: str) -> str:
        """Sign an action: `route` names what happens, `ref` the object it happens to."""
        return self._signed("a", (route, ref))

    def form(self, form: str, ref: str, session: str) -> str:
        """Sign an opened form."""
        return self._signed("f", (form, ref, session))

    def read_action(self, token: str) -> tuple[str, str]:
        """Return (route, ref), or raise `Forged`."""
        route, ref = self._checked("a", token)
        return route, ref

    def read_form(self, token: str) -> tuple[str, str, str]:
        """Return (form, ref, session), or raise `Forged`."""
        form, ref, session = self._checked("f", token)
        return form, ref, session

    def _signed(self, kind: str, parts: tuple[str, ...]) -> str:
        if any(":" in part for part in parts):
            raise ValueError(parts)
        body = ":".join(parts)
        return f"{body}:{self._mac(kind, body)}"

    def _checked(self, kind: str, token: str) -> list[str]:
        body, _, mac = token.rpartition(":")
        if not hmac.compare_digest(self._mac(kind, body).encode(), _encoded(mac)):
            raise Forged
        return body.split(":")

    def _mac(self, kind: str, body: str) -> str:
        digest = hmac.digest(self._key, _encoded(f"{kind}:{body}"), sha256)
        return b32encode(digest[:_MAC_BYTES]).decode().lower()


def _encoded(text: str) -> bytes:
    """Encode any text at all, no two alike: a lone surrogate can come in from JSON."""
    return text.encode(errors="surrogatepass")
