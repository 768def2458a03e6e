"""Who can read what, and what is kept: what is true now, and no promise."""

from collections.abc import Iterator

from bot.core.dialogue.rooms import kept_days, moderators_read, readers_words
from bot.core.dialogue.specs import CommandSpec, Example, Feature
from bot.core.dialogue.talk import Talk
from bot.core.domain.programmes import KEEP_ROOMS_DAYS
from bot.core.ui.replies import Reply
from bot.core.ui.views import Block, Heading, Text, View
from bot.core.usecases.members import show_privacy


def privacy_view(talk: Talk, platform: str, days: int, *, moderators: bool) -> View:
    """Go through everything that somebody may wonder about."""
    pair = (talk.say("privacy-mentor"), talk.say("privacy-mentee"))
    return View(
        title=talk.say("privacy-title"),
        blocks=(
            Heading(talk.say("privacy-room")),
            Text(readers_words(talk, platform, *pair, moderators=moderators)),
            Text(talk.say("privacy-kept", days=days)),
            Heading(talk.say("privacy-check-ins")),
            Text(talk.say("privacy-check-ins-are")),
            Heading(talk.say("privacy-levels")),
            Text(talk.say("privacy-levels-are")),
            Heading(talk.say("privacy-matching")),
            Text(talk.say("privacy-matching-is")),
            Heading(talk.say("privacy-stored")),
            Text(talk.say("privacy-stored-is")),
            *_messages(talk, platform),
        ),
        suggestions=talk.suggest("settings", "me"),
    )


def _messages(talk: Talk, platform: str) -> Iterator[Block]:
    """Say what becomes of messages where that is a platform's own matter."""
    key = f"privacy-messages-{platform}"
    if talk.say.knows(key):
        yield Text(talk.say(key))


def _show(talk: Talk) -> Reply:
    show_privacy(talk.actor)
    return Reply(privacy_view(talk, talk.platform, kept_days(talk), moderators=moderators_read(talk)))


FEATURE = Feature(
    commands=(CommandSpec("privacy", show_privacy, _show),),
    examples=(
        Example("command/privacy", lambda talk: privacy_view(talk, "webchat", KEEP_ROOMS_DAYS, moderators=False)),
        Example("command/privacy:there", lambda talk: privacy_view(talk, "discord", KEEP_ROOMS_DAYS, moderators=True)),
    ),
)
