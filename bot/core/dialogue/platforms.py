"""What platforms are called, and the ways to them for somebody who carries a code there."""

from collections.abc import Sequence

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.talk import Talk
from bot.core.ui.views import Block, FieldRow, Fields, Link, Text


def platform_name(say: Voice, platform: str) -> str:
    """Call a platform what people call it."""
    key = f"platform-{platform}"
    return say(key) if say.knows(key) else platform.title()


def other_platforms(talk: Talk) -> Sequence[str]:
    """List the platforms that the program lives on, but for the one that is talked on."""
    return [each for each in talk.tools.gates.platforms() if each != talk.platform]


def code_blocks(talk: Talk, command: str, code: str) -> tuple[Block, ...]:
    """Show a code, for how long it is good, and what to type with it where no link leads."""
    typed = f"/{command} {code}"
    there = [each for each in other_platforms(talk) if not talk.tools.gates.way(each, command, code)]
    where = talk.say.either(platform_name(talk.say, each) for each in there)
    rows = (FieldRow(talk.say("code-is"), code),)
    return (
        Fields(rows),
        *(
            (Text(talk.say("code-typed", typed=typed, where=where or "none")),)
            if there or not other_platforms(talk)
            else ()
        ),
        Text(talk.say("code-lasts")),
    )


def code_links(talk: Talk, command: str, code: str) -> tuple[Link, ...]:
    """Lead to the platforms that can be led to."""
    ways = ((each, talk.tools.gates.way(each, command, code)) for each in other_platforms(talk))
    return tuple(Link(talk.say("code-way", platform=platform_name(talk.say, each)), way) for each, way in ways if way)
