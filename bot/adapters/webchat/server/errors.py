"""What the chat server refuses, each with the name of the sentence that says so."""


class Refusal(Exception):
    """A thing that this account can't do; `key` names the sentence, `status` is HTTP's word for it."""

    key = "webchat-error-unknown"
    status = 400


class NoSuchPlace(Refusal):
    """The place doesn't exist, or isn't this account's to see: nobody is told which."""

    key = "webchat-error-no-place"
    status = 404


class NoSuchAccount(Refusal):
    """Nobody has this account, or they left the community."""

    key = "webchat-error-no-account"
    status = 404


class ReadOnly(Refusal):
    """The place is archived: what was said stays, and nothing is added."""

    key = "webchat-error-read-only"
    status = 409


class NothingSaid(Refusal):
    """An empty message or an empty name."""

    key = "webchat-error-empty"
    status = 422


class TooLong(Refusal):
    """A message or a name over the limit."""

    key = "webchat-error-too-long"
    status = 422


class NameTaken(Refusal):
    """Somebody of this name is here already."""

    key = "webchat-error-name-taken"
    status = 409


class NoSuchMessage(Refusal):
    """The message doesn't exist, was taken back, or isn't this account's to see."""

    key = "webchat-error-no-message"
    status = 404


class Busy(Refusal):
    """The clock is on its way already."""

    key = "webchat-error-clock-busy"
    status = 409
