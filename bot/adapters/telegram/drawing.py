"""Draws for whoever carries out and whoever answers: views for a spot, and what somebody said."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.adapters.telegram.identity import Me
from bot.adapters.telegram.keyboards import Public
from bot.adapters.telegram.limits import CAPTION, MESSAGE
from bot.adapters.telegram.pen import Drawn, Part, Piece
from bot.adapters.telegram.places import PLATFORM, Spot, hashtag
from bot.adapters.telegram.render import Surroundings, rendered
from bot.adapters.telegram.speech import carried
from bot.adapters.telegram.wording import Words
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.commands import Audience, Placement
from bot.core.ui.inbound import ActionPressed, Origin, Where
from bot.core.ui.pictures import Painter, Theme
from bot.core.ui.speech import Speech
from bot.core.ui.views import View
from bot.painting import painted

_ANYBODY = Origin(PLATFORM, "", "", "", Where.COMMUNITY, "", "")


@dataclass(frozen=True)
class Artist:
    """Implements `Pen`; who the bot is, and the words, are known by when something is drawn."""

    words: Words
    painter: Painter
    me: Callable[[], Me]
    in_place: Callable[[str], bool]
    """Whether pressing an action's token is answered in the message itself, for everybody."""
    commands: Callable[[], tuple[str, ...]] = tuple
    """The commands that there are, as typed on other platforms (`goal add`)."""

    async def draw(
        self,
        view: View,
        *,
        spot: Spot,
        language: str,
        room: str = "",
        mentions: tuple[str, ...] = (),
        community: str = "",
    ) -> Drawn:
        """Draw a view for a place, the pictures and files before the words."""
        group = int(community) if community.lstrip("-").isdecimal() else None
        around = Surroundings(
            language,
            await painted(view, self.painter, Theme.LIGHT),
            room=room if spot.mark else "",
            hashtag=hashtag(spot),
            public=None if spot.is_private else Public(self.me().username, group, self.in_place),
            commands=self.commands(),
        )
        shown = rendered(view, around, self.words)
        pictures = [Part(each.caption, picture=each.png) for each in shown.pictures]
        files = [Part("", file=(each.name, each.text.encode())) for each in shown.files]
        parts = [Part(html) for html in shown.parts]
        parts[-1] = Part(parts[-1].html, shown.keyboard)
        called = "".join(f'<a href="tg://user?id={int(account)}">\u200b</a>' for account in mentions)
        parts[0] = Part(called + parts[0].html, parts[0].keyboard)
        return Drawn((*pictures, *files, *parts))

    def say(self, speech: Speech, *, author: str, room: str, caption: bool) -> tuple[Piece, ...]:
        """Draw somebody's words with their name in front."""
        pieces = carried(speech, author=author, room=room, longest=MESSAGE, first=CAPTION if caption else None)
        return tuple((each.text, list(each.entities)) for each in pieces) or (("", []),)


def answered_in_place(conversation: Conversation, token: str) -> bool:
    """Whether an action is answered in the message that it is pressed on, for everybody to see."""
    traits = conversation.traits(ActionPressed(_ANYBODY, token))
    return traits.placement is Placement.IN_PLACE and traits.audience is Audience.HERE and not traits.opens_form
