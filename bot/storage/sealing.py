"""Encrypting what people said in private while it waits to be carried: a copy of the database doesn't tell it.

AES-256-GCM with a random nonce before each text; its key is derived from the installation's secret key by HKDF
(RFC 5869), so that it is no other key's.
"""

import os
from base64 import b64decode, b64encode
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE_BYTES: Final = 12
"""What GCM is made for (NIST SP 800-38D, 8.2)."""
_KEY_BYTES: Final = 32
_PURPOSE: Final = b"menteo: words on their way"


class Seal:
    """Encrypts and decrypts; what another key has sealed can't be read, and is nothing."""

    def __init__(self, secret: bytes) -> None:
        key = HKDF(SHA256(), _KEY_BYTES, salt=None, info=_PURPOSE).derive(secret)
        self._cipher = AESGCM(key)

    def sealed(self, text: str) -> str | None:
        """Encrypt a text, as base64; an empty one stays nothing."""
        if not text:
            return None
        nonce = os.urandom(_NONCE_BYTES)
        return b64encode(nonce + self._cipher.encrypt(nonce, text.encode(errors="surrogatepass"), None)).decode()

    def opened(self, sealed: str | None) -> str:
        """Decrypt a text."""
        if sealed is None:
            return ""
        try:
            kept = b64decode(sealed)
            text = self._cipher.decrypt(kept[:_NONCE_BYTES], kept[_NONCE_BYTES:], None)
        except (InvalidTag, ValueError):
            return ""
        return text.decode(errors="surrogatepass")
