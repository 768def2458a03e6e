"""The key that buttons are signed with, made on the first start and kept beside the data."""

import os
import secrets
from pathlib import Path

FILE = "secret_key"
_BYTES = 32


class KeyTooShort(Exception):
    """The kept key is shorter than `shortest` bytes: somebody has cut or emptied the file."""

    def __init__(self, file: Path, shortest: int) -> None:
        super().__init__(f"{file} holds less than {shortest} bytes")
        self.file, self.shortest = file, shortest


def kept_key(directory: Path, shortest: int = _BYTES) -> bytes:
    """Read the data directory's key, or make it; only the owner may read it."""
    file = directory / FILE
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        key = file.read_bytes().strip()
        if len(key) < shortest:
            raise KeyTooShort(file, shortest) from None
        return key
    key = secrets.token_urlsafe(_BYTES).encode()
    with os.fdopen(descriptor, "wb") as written:
        written.write(key + b"\n")
        written.flush()
        os.fsync(written.fileno())
    return key
