"""Where an application answers interactions: the first response, and the messages of the token after it."""

import asyncio
from typing import Final

from aiohttp import web

from tests.discord.server.composing import fill, numbered
from tests.discord.server.interactions import (
    FOLLOWUPS_OUTSIDE_GUILDS,
    Answer,
    Interaction,
    Interactions,
    Kind,
    metadata,
)
from tests.discord.server.posts import reference
from tests.discord.server.refusals import Refused, invalid_form, unknown
from tests.discord.server.rest.call import Call, answer, nothing, served
from tests.discord.server.state import Message, MessageFlag, MessageType
from tests.discord.server.wire import Json

_PLAIN: Final = frozenset({Answer.MESSAGE, Answer.THINKING, Answer.MODAL})
_UPDATES: Final = frozenset({Answer.DEFERRED_UPDATE, Answer.UPDATE})
_ALLOWED: Final = {
    Kind.COMMAND: _PLAIN,
    Kind.COMPONENT: _PLAIN | _UPDATES,
    Kind.AUTOCOMPLETE: frozenset({Answer.CHOICES}),
    Kind.MODAL: _PLAIN - {Answer.MODAL},
}
"""What may answer what; a modal that a component opened may be answered as the component."""
_TOKEN = "/api/v10/webhooks/{application_id}/{token}"
_MESSAGE = _TOKEN + "/messages/{message_id}"


def routes(interactions: Interactions) -> list[web.AbstractRouteDef]:
    """The addresses at which interactions are answered; the token in them is all the authority that they need."""
    return _Callbacks(interactions).routes()


class _Callbacks:
    def __init__(self, interactions: Interactions) -> None:
        self._interactions = interactions
        self._world = interactions.world

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.post("/api/v10/interactions/{interaction_id}/{token}/callback", served(self._respond)),
            web.post(_TOKEN, served(self._follow_up)),
            web.get(_MESSAGE, served(self._read)),
            web.patch(_MESSAGE, served(self._edit)),
            web.delete(_MESSAGE, served(self._delete)),
        ]

    # The first response.

    def _respond(self, call: Call) -> web.StreamResponse:
        sent = self._interactions.of_token(call.parameters["token"])
        if sent is None or sent.id != call.id("interaction_id") or sent.failed:
            raise unknown("Interaction")
        if sent.answer is not None:
            raise Refused(400, 40060, "Interaction has already been acknowledged.")
        chosen = _answer_chosen(sent, call.fields)
        self._carry_out(sent, chosen, call)
        sent.answer = chosen
        sent.acknowledged_after = asyncio.get_running_loop().time() - sent.sent_at
        if chosen not in {Answer.THINKING, Answer.DEFERRED_UPDATE}:
            sent.settle()
        if call.query.get("with_response") in {"1", "true"}:
            return answer(_told(sent, chosen))
        return nothing()

    def _carry_out(self, sent: Interaction, chosen: Answer, call: Call) -> None:
        data: Json = call.fields.get("data") or {}
        match chosen:
            case Answer.CHOICES:
                sent.choices = data.get("choices") or []
            case Answer.MODAL:
                sent.modal = data | {"components": numbered(data["components"])}
            case Answer.DEFERRED_UPDATE:
                sent.original = sent.source
            case Answer.UPDATE:
                sent.original = sent.source
                self._change(_source_of(sent), data, call)
            case Answer.THINKING:
                self._post(sent, self._draft(sent, data, MessageFlag.LOADING), None)
            case _:
                self._post(sent, self._draft(sent, data), (data, call))

    def _draft(self, sent: Interaction, data: Json, also: MessageFlag = MessageFlag(0)) -> Message:  # noqa: B008 - a value
        world = self._world
        message = world.draft(sent.channel, world.bot)
        message.webhook_id = message.application_id = world.application.id
        message.interaction = metadata(sent, world)
        message.flags = int(also | MessageFlag(int(data.get("flags") or 0)) & MessageFlag.EPHEMERAL)
        first = sent.original is None
        if sent.kind is Kind.COMMAND and first:
            on_menu = sent.data.get("type", 1) != 1
            message.type = MessageType.CONTEXT_MENU_COMMAND if on_menu else MessageType.CHAT_INPUT_COMMAND
        elif (to := sent.source if first else sent.original) is not None:
            message.type, message.reference, message.replied_to = MessageType.REPLY, reference(to), to
        return message

    def _post(self, sent: Interaction, message: Message, said: tuple[Json, Call] | None) -> None:
        allowed = None if said is None else fill(self._world, message, said[0], said[1].files)
        if sent.original is None:
            sent.original = message
        else:
            sent.followups.append(message)
        if message.flags & MessageFlag.EPHEMERAL:
            self._world.settle_mentions(message, allowed)
            self._interactions.keep_for(sent.user, message)
        else:
            self._world.post(sent.channel, message, allowed)

    # What comes after it.

    def _follow_up(self, call: Call) -> web.StreamResponse:
        sent = self._of_token(call)
        if sent.is_thinking and sent.original is not None:
            message = self._change(sent.original, call.fields, call)
        else:
            if sent.channel.guild is None and len(sent.followups) >= FOLLOWUPS_OUTSIDE_GUILDS:
                raise Refused(400, 40094, "This interaction has hit the maximum number of follow up messages")
            message = self._draft(sent, call.fields)
            self._post(sent, message, (call.fields, call))
        sent.settle()
        return answer(message.payload())

    def _read(self, call: Call) -> web.StreamResponse:
        return answer(self._message(self._of_token(call), call).payload())

    def _edit(self, call: Call) -> web.StreamResponse:
        sent = self._of_token(call)
        message = self._change(self._message(sent, call), call.fields, call)
        sent.settle()
        return answer(message.payload())

    def _delete(self, call: Call) -> web.StreamResponse:
        sent = self._of_token(call)
        message = self._message(sent, call)
        if message.flags & MessageFlag.EPHEMERAL:
            self._interactions.forget(message)
        else:
            self._world.delete_message(message)
        sent.deleted.add(message.id)
        sent.settle()
        return nothing()

    def _change(self, message: Message, data: Json, call: Call) -> Message:
        """Edit a message of the token; whether only one person sees it stays as it was acknowledged."""
        allowed = fill(self._world, message, data, call.files)
        self._world.settle_mentions(message, allowed)
        message.flags &= ~MessageFlag.LOADING
        if message.flags & MessageFlag.EPHEMERAL:
            message.edited_at = self._world.now()
            self._interactions.changed(message)
        else:
            self._world.edited(message)
        return message

    def _of_token(self, call: Call) -> Interaction:
        sent = self._interactions.of_token(call.parameters["token"])
        if sent is None or sent.answer is None or call.id("application_id") != self._world.application.id:
            raise Refused(404, 10015, "Unknown Webhook")
        if self._interactions.is_over(sent):
            raise Refused(401, 50027, "Invalid Webhook Token")
        return sent

    def _message(self, sent: Interaction, call: Call) -> Message:
        named = call.parameters["message_id"]
        found = [sent.original] if named == "@original" else [each for each in sent.messages if str(each.id) == named]
        for message in found:
            if message is not None and message.id not in sent.deleted:
                return message
        raise unknown("Message")


def _answer_chosen(sent: Interaction, body: Json) -> Answer:
    allowed = _ALLOWED[sent.kind]
    if sent.kind is Kind.MODAL and sent.source is not None:
        allowed |= _UPDATES
    if body.get("type") not in allowed:
        listed = ", ".join(str(int(each)) for each in sorted(allowed))
        raise invalid_form("type", "BASE_TYPE_CHOICES", f"Value must be one of {{{listed}}}.")
    return Answer(body["type"])


def _source_of(sent: Interaction) -> Message:
    if sent.source is None:
        raise unknown("Message")
    return sent.source


def _told(sent: Interaction, chosen: Answer) -> Json:
    message = sent.original
    told: Json = {"interaction": {"id": str(sent.id), "type": int(sent.kind)}}
    if message is not None and chosen is not Answer.MODAL:
        told["interaction"] |= {
            "response_message_id": str(message.id),
            "response_message_loading": bool(message.flags & MessageFlag.LOADING),
            "response_message_ephemeral": bool(message.flags & MessageFlag.EPHEMERAL),
        }
    if message is not None and chosen in {Answer.MESSAGE, Answer.UPDATE}:
        told["resource"] = {"type": int(chosen), "message": message.payload()}
    return told
