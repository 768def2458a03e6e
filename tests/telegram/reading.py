"""What a person reads and can press in a message, as a client shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.telegram.server.entities import covered
from tests.telegram.server.files import Kind
from tests.telegram.server.messages import Message
from tests.telegram.server.wire import Json


@dataclass(frozen=True)
class Seen:
    """A message as somebody has it before them; it changes as the message is edited."""

    message: Message

    @property
    def words(self) -> str:
        """What is written in it, or under its picture, and nothing else."""
        return self.message.words.text

    @property
    def text(self) -> str:
        """Everything in it, a line for each thing: files by name, buttons as `[Label]`."""
        return "\n".join(line for line in _lines(self.message) if line)

    @property
    def author(self) -> str:
        """Whose name stands over it."""
        if self.message.sender_chat is not None:
            return self.message.sender_chat.name
        return "" if self.message.sender is None else self.message.sender.name

    @property
    def buttons(self) -> list[str]:
        """What its buttons say."""
        return [button["text"] for button in buttons_of(self.message)]

    @property
    def formatted(self) -> list[tuple[str, str]]:
        """What is set apart in it: how, and which words."""
        return [(each["type"], covered(self.message.words, each)) for each in self.message.words.entities]

    @property
    def answers_to(self) -> "Seen | None":
        """The message that it replies to."""
        replied = self.message.draft.reply_to
        return None if replied is None or replied.is_deleted else Seen(replied)

    @property
    def file(self) -> bytes | None:
        """What is in the file that it carries."""
        return None if self.message.media is None else self.message.media.file.content

    @property
    def reactions(self) -> list[str]:
        """The emojis under it."""
        given = self.message.reactions.values()
        return [str(reaction.get("emoji", "")) for reactions in given for reaction in reactions]

    @property
    def is_edited(self) -> bool:
        """Whether it says "edited"."""
        return self.message.edited_at is not None

    @property
    def is_pinned(self) -> bool:
        """Whether it is pinned where it lies."""
        return self.message.id in self.message.chat.pinned


def buttons_of(message: Message) -> Iterator[Json]:
    """Every inline button, in the order of reading."""
    return (button for row in message.keyboard or [] for button in row)


def _lines(message: Message) -> Iterator[str]:
    if message.draft.service is not None:
        yield f"({', '.join(message.draft.service).replace('_', ' ')})"
    if message.media is not None:
        named = message.media.kind in {Kind.DOCUMENT, Kind.AUDIO, Kind.VIDEO}
        yield f"({message.media.file.name if named else message.media.kind})"
    yield message.words.text
    for row in message.keyboard or []:
        yield " ".join(f"[{button['text']}]" for button in row)
