"""Files as Telegram keeps them, and what a message says of the one it carries."""

import mimetypes
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from tests.telegram.server.wire import Json, present

MOST_DOWNLOADED = 20 * 1024 * 1024
"""Bytes of a file that a bot may fetch (getFile)."""
MOST_UPLOADED = 50 * 1024 * 1024
"""Bytes of a file that a bot may send (Sending files)."""


class Kind(StrEnum):
    """What a message can carry; the name of its field and of the method's parameter."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    AUDIO = "audio"
    VIDEO = "video"
    ANIMATION = "animation"
    VIDEO_NOTE = "video_note"
    STICKER = "sticker"


CAPTIONED = frozenset(Kind) - {Kind.VIDEO_NOTE, Kind.STICKER}
_FOLDERS = {Kind.PHOTO: "photos", Kind.VOICE: "voice", Kind.DOCUMENT: "documents", Kind.AUDIO: "music"}
_NAMED = {Kind.PHOTO: "photo.jpg", Kind.VOICE: "voice.ogg", Kind.VIDEO: "video.mp4", Kind.VIDEO_NOTE: "note.mp4"}
_BIG = {"width": 640, "height": 480}


@dataclass(frozen=True)
class StoredFile:
    """A file on Telegram's side."""

    id: str
    unique_id: str
    kind: Kind
    content: bytes
    name: str
    path: str
    """Under which it is downloaded once getFile has told it."""

    @property
    def sizes(self) -> Json:
        """What every file object tells."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.content)}

    @property
    def mime_type(self) -> str:
        """Guessed from the name, as clients do."""
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"

    def payload(self) -> Json:
        """The file object."""
        return self.sizes | {"file_path": self.path}


@dataclass(frozen=True)
class Media:
    """A file in a message."""

    file: StoredFile
    thumbnail: StoredFile | None = None
    """Of a photo: its small size, which comes first."""
    duration: int = 1

    @property
    def kind(self) -> Kind:
        """What it is shown as."""
        return self.file.kind

    def payload(self) -> Json:
        """The message's field or fields."""
        told: Json = {str(self.kind): self._told()}
        return told | ({"document": self._named()} if self.kind is Kind.ANIMATION else {})

    def _told(self) -> Json | list[Json]:
        sizes, timed = self.file.sizes, {"duration": self.duration}
        match self.kind:
            case Kind.PHOTO:
                small = [] if self.thumbnail is None else [self.thumbnail.sizes | {"width": 90, "height": 67}]
                return [*small, sizes | _BIG]
            case Kind.VOICE | Kind.VIDEO_NOTE:
                return sizes | timed | ({"length": 240} if self.kind is Kind.VIDEO_NOTE else {"mime_type": "audio/ogg"})
            case Kind.STICKER:
                return sizes | _BIG | {"type": "regular", "is_animated": False, "is_video": False}
            case Kind.DOCUMENT:
                return self._named()
            case _:
                return self._named() | timed | ({} if self.kind is Kind.AUDIO else _BIG)

    def _named(self) -> Json:
        return self.file.sizes | present(file_name=self.file.name, mime_type=self.file.mime_type)


class FileStore:
    """Every file, by its id and by its path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, kind: Kind, content: bytes, name: str = "") -> Media:
        """Store what somebody uploads."""
        thumbnail = self._keep(Kind.PHOTO, content[:64], "thumb.jpg") if kind is Kind.PHOTO else None
        return Media(self._keep(kind, content, name or _NAMED.get(kind, "file.bin")), thumbnail)

    def find(self, file_id: str) -> StoredFile | None:
        """The file of an id, where there is one."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """The file of a path, where there is one."""
        return self._by_path.get(path)

    def _keep(self, kind: Kind, content: bytes, name: str) -> StoredFile:
        number = len(self._by_id) + 1
        digest = blake2b(f"{kind}-{number}".encode(), digest_size=28).hexdigest()
        path = f"{_FOLDERS.get(kind, 'files')}/file_{number}.{name.rpartition('.')[2]}"
        file = StoredFile(f"AgACAgQAAxkB{digest}", f"AQAD{digest[:10]}", kind, content, name, path)
        self._by_id[file.id] = self._by_path[file.path] = file
        return file
