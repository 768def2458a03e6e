"""What is said to somebody who is in no community that is known."""

from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.talk import trouble_words
from bot.core.domain.errors import DomainError
from bot.core.ports import Tools
from bot.core.ui.inbound import Origin, Where
from bot.core.ui.replies import Reply
from bot.core.ui.views import Link, Text, Tone, View


def answer_stranger(catalogue: Catalogue, tools: Tools, origin: Origin, error: DomainError | None = None) -> Reply:
    """Say what was wrong, if something was; else how one becomes part of a community, or begins one."""
    say = catalogue.voice(origin.language)
    if error is not None:
        return Reply(View(trouble_words(say, error), tone=Tone.ATTENTION))
    if origin.where is not Where.PRIVATE:
        return Reply(View(say("error-unknown-community"), tone=Tone.ATTENTION))
    way = tools.gates.way(origin.platform, "setup")
    return Reply(
        View(
            title=say("stranger-title"),
            blocks=(
                Text(say.there(origin.platform, "stranger-belongs")),
                Text(say.there(origin.platform, "stranger-begins")),
            ),
            links=(Link(say.there(origin.platform, "stranger-way"), way),) if way else (),
        )
    )
