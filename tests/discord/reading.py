"""What a person reads and can press in a message, whether it is made of embeds or of components."""

from collections.abc import Iterator

from tests.discord.server.messages import Message, MessageFlag
from tests.discord.server.wire import Json

BUTTON = 2
SELECTS = frozenset({3, 5, 6, 7, 8})
_INSIDE = ("components", "accessory", "component", "items")


def text_of(message: Message) -> str:
    """Everything in a message, a line for each thing: buttons as `[Label]`, pictures by their alternative text."""
    if message.flags & MessageFlag.LOADING:
        return f"{message.author.display_name} is thinking..."
    lines = [message.content]
    for embed in message.embeds:
        lines += _embed_lines(embed)
    for component in message.components:
        lines += _component_lines(component)
    lines += [f"({each.filename})" if not each.description else f"({each.description})" for each in message.attachments]
    return "\n".join(line for line in lines if line)


def buttons_of(message: Message) -> list[Json]:
    """Every button, in the order of reading."""
    return [each for each in walk(message.components) if each.get("type") == BUTTON]


def selects_of(message: Message) -> list[Json]:
    """Every select menu, in the order of reading."""
    return [each for each in walk(message.components) if each.get("type") in SELECTS]


def label_of(button: Json) -> str:
    """What is on a button: its words, or else its emoji."""
    return str(button.get("label") or (button.get("emoji") or {}).get("name") or "")


def walk(components: object) -> Iterator[Json]:
    """Every component of a tree, parents first."""
    if isinstance(components, list):
        for component in components:
            yield from walk(component)
    elif isinstance(components, dict):
        yield components
        for inside in _INSIDE:
            yield from walk(components.get(inside))


def _embed_lines(embed: Json) -> Iterator[str]:
    yield str((embed.get("author") or {}).get("name") or "")
    yield str(embed.get("title") or "")
    yield str(embed.get("description") or "")
    for field in embed.get("fields") or []:
        yield f"{field['name']}: {field['value']}"
    yield str((embed.get("footer") or {}).get("text") or "")


def _component_lines(component: Json) -> Iterator[str]:
    for each in walk(component):
        match each.get("type"):
            case 2:
                yield f"[{label_of(each)}]"
            case 10:
                yield str(each["content"])
            case 3 | 5 | 6 | 7 | 8:
                yield f"[{_chosen(each) or each.get('placeholder') or '...'} v]"
            case None | 11 if each.get("description"):
                yield f"({each['description']})"
            case _:
                pass


def _chosen(select: Json) -> str:
    return ", ".join(option["label"] for option in select.get("options") or [] if option.get("default"))
