"""Getting a message ready to be drawn: its body read, its pictures painted, its answers named."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from bot.adapters.webchat import codec, inbound
from bot.adapters.webchat.painting import Easel
from bot.adapters.webchat.render import Shown, Templates, Viewer
from bot.adapters.webchat.server.model import Message, MessageKind, Place
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.forms import Person, SearchedChoice, TimeZone
from bot.core.ui.inbound import Searched
from bot.core.ui.pictures import Painter
from bot.core.ui.replies import OpenForm


class Showing:
    """Draws messages for whoever looks."""

    def __init__(self, templates: Templates, conversation: Conversation, painter: Painter) -> None:
        self._templates = templates
        self._conversation = conversation
        self._easel = Easel(painter)

    async def messages(self, found: Sequence[Message], viewer: Viewer, place: Place) -> list[Markup]:
        """Draw messages of one place, in order."""
        base = f"/as/{viewer.account.id}/in/{place.id}"
        return [self._templates.message(await self._shown(each, viewer, place), viewer, base=base) for each in found]

    async def _shown(self, message: Message, viewer: Viewer, place: Place) -> Shown:
        try:
            if message.kind is MessageKind.VIEW:
                view = codec.load_view(message.body)
                return Shown(message, view=view, pictures=await self._easel.paint(view))
            if message.kind is MessageKind.FORM:
                form = codec.load_form(message.body)
                return Shown(message, form=form, labels=await self._labels(form, viewer, place))
        except codec.Unreadable:
            return Shown(message, is_readable=False)
        return Shown(message)

    async def _labels(self, opened: OpenForm, viewer: Viewer, place: Place) -> Mapping[str, str]:
        labels: dict[str, str] = {}
        for field in opened.form.fields:
            answer = next(iter(opened.answers.get(field.name, field.default)), "")
            if answer and isinstance(field, SearchedChoice | TimeZone | Person):
                labels[field.name] = await self._label(field.source, answer, viewer, place)
        return labels

    async def _label(self, source: str, answer: str, viewer: Viewer, place: Place) -> str:
        """Find what the chosen option is called; words that chose none stay as they were typed."""
        origin = inbound.origin(viewer.account, place, "", viewer.language, viewer.local)
        for text in (answer, ""):
            for option in await self._conversation.search(Searched(origin, source, text)):
                if option.value == answer:
                    return option.label
        return answer
