"""New identifiers from the machine's own randomness."""

import secrets

_LETTERS = b"abcdefghijklmnopqrstuvwxyz234567"
_LENGTH = 16
"""Of 5 bits each: 80 bits, so that nobody guesses one."""

# Each byte gives the letter of its lower five bits: every letter for just as many bytes.
_BY_BYTE = bytes(_LETTERS[byte % len(_LETTERS)] for byte in range(256))


class RandomIds:
    """Draws 16 characters of `[a-z2-7]`."""

    def new(self) -> str:
        """Draw one."""
        return secrets.token_bytes(_LENGTH).translate(_BY_BYTE).decode()
