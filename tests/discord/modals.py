"""A modal as a person fills it in: each kind of question checked, and sent, as the client does it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.discord.resolved import Resolved, Upload
from tests.discord.server.wire import Json

ACTION_ROW, TEXT_DISPLAY, LABEL = 1, 10, 18
SELECT, TEXT_INPUT, FILE_UPLOAD, RADIO, CHECKBOXES, CHECKBOX = 3, 4, 19, 21, 22, 23
_LONGEST_TEXT = 4000


class ClientRefuses(Exception):
    """The client doesn't let a person do this; nothing was sent."""


@dataclass(frozen=True)
class Question:
    """One thing that a modal asks."""

    component: Json
    label: str
    description: str = ""

    @property
    def custom_id(self) -> str:
        """What the application calls it."""
        return str(self.component["custom_id"])

    @property
    def required(self) -> bool:
        """Whether it must be answered; a single checkbox may always be left alone."""
        return self.component["type"] != CHECKBOX and self.component.get("required") is not False

    @property
    def options(self) -> list[Json]:
        """What can be chosen, where a choice is offered."""
        return list(self.component.get("options") or [])

    @property
    def prefilled(self) -> object:
        """What stands there when the modal opens."""
        match self.component["type"]:
            case 4:
                return self.component.get("value") or ""
            case 23:
                return bool(self.component.get("default"))
            case 3 | 21 | 22:
                return [option["value"] for option in self.options if option.get("default")]
            case _:
                return [int(default["id"]) for default in self.component.get("default_values") or []]


class OpenModal:
    """The modal in front of a person."""

    def __init__(self, data: Json) -> None:
        self.data = data
        self.title = str(data["title"])
        self.custom_id = str(data["custom_id"])
        self.questions = [question for top in data["components"] for question in _questions(top)]

    @property
    def text(self) -> str:
        """Everything that the modal says."""
        says = [self.title]
        for top in self.data["components"]:
            if top["type"] == TEXT_DISPLAY:
                says.append(top["content"])
            for question in _questions(top):
                says += [question.label, question.description]
        return "\n".join(line for line in says if line)

    def question(self, name: str) -> Question:
        """Find a question by its custom id, its label, or how only its label begins."""
        for matches in _WAYS_TO_NAME:
            found = [question for question in self.questions if matches(question, name)]
            if len(found) == 1:
                return found[0]
        asked = ", ".join(f"{question.label!r} ({question.custom_id})" for question in self.questions)
        raise ClientRefuses(f"the modal {self.title!r} asks no {name!r}, but {asked}")

    def filled(self, answers: Mapping[str, object], resolved: Resolved) -> list[Json]:
        """Answer some questions, leave the others as they stand; return the components of a submission."""
        said = {self.question(name).custom_id: answer for name, answer in answers.items()}
        return [_submitted(top, said, resolved) for top in self.data["components"]]


_WAYS_TO_NAME: tuple[Callable[[Question, str], bool], ...] = (
    lambda question, name: question.custom_id == name,
    lambda question, name: question.label == name,
    lambda question, name: question.label.casefold() == name.casefold(),
    lambda question, name: question.label.casefold().startswith(name.casefold()),
)


def _questions(top: Json) -> Sequence[Question]:
    if top["type"] == LABEL:
        return [Question(top["component"], top["label"], top.get("description") or "")]
    if top["type"] == ACTION_ROW:
        return [Question(each, each.get("label") or "") for each in top["components"]]
    return []


def _submitted(top: Json, said: Mapping[str, object], resolved: Resolved) -> Json:
    answered = [_answered(question, said, resolved) for question in _questions(top)]
    match top["type"]:
        case 18:
            return {"type": LABEL, "id": top["id"], "component": answered[0]}
        case 1:
            return {"type": ACTION_ROW, "id": top["id"], "components": answered}
        case _:
            return {"type": top["type"], "id": top["id"]}


def _answered(question: Question, said: Mapping[str, object], resolved: Resolved) -> Json:
    component = question.component
    answer = said.get(question.custom_id, question.prefilled)
    sent = {"type": component["type"], "id": component["id"], "custom_id": question.custom_id}
    match component["type"]:
        case 4:
            return sent | {"value": _text(question, answer)}
        case 23:
            return sent | {"value": _tick(question, answer)}
        case 21:
            return sent | {"value": next(iter(_within(question, _chosen(question, answer), 1)), None)}
        case _:
            return sent | {"values": _values(question, answer, resolved)}


def _values(question: Question, answer: object, resolved: Resolved) -> list[str]:
    match question.component["type"]:
        case 3:
            return _within(question, _chosen(question, answer), 1)
        case 22:
            return _within(question, _chosen(question, answer), len(question.options))
        case 19:
            return _within(question, [resolved.upload(each) for each in _uploads(question, answer)], 1)
        case kind:
            return _within(question, [resolved.pick(kind, each) for each in listed(answer)], 1)


def _text(question: Question, answer: object) -> str:
    text = "" if answer is None else str(answer)
    least, most = question.component.get("min_length") or 0, question.component.get("max_length") or _LONGEST_TEXT
    if question.required and not text.strip():
        raise ClientRefuses(f"{question.label!r} is required")
    if len(text) > most or (text and len(text) < least):
        raise ClientRefuses(f"{question.label!r} takes {least} to {most} characters, not {len(text)}")
    return text


def _tick(question: Question, answer: object) -> bool:
    if not isinstance(answer, bool):
        raise ClientRefuses(f"{question.label!r} is ticked or not: say True or False")
    return answer


def _chosen(question: Question, answer: object) -> list[str]:
    return [option_value(question.options, each, question.label) for each in listed(answer)]


def _uploads(question: Question, answer: object) -> list[Upload]:
    uploads = [each for each in listed(answer) if isinstance(each, Upload)]
    if len(uploads) != len(listed(answer)):
        raise ClientRefuses(f"{question.label!r} takes files")
    return uploads


def _within(question: Question, values: list[str], usual_most: int) -> list[str]:
    if not values and not question.required:
        return values
    least, most = question.component.get("min_values"), question.component.get("max_values") or usual_most
    least = 1 if least is None else least
    if not least <= len(values) <= most or (question.required and not values):
        raise ClientRefuses(f"{question.label!r} takes {least} to {most} choices, not {len(values)}")
    return values


def option_value(options: Sequence[Json], said: object, where: str) -> str:
    """Find the value of an option by its label or by the value itself."""
    for option in options:
        if said in (option["label"], option["value"]):
            return str(option["value"])
    raise ClientRefuses(f"{where!r} offers no {said!r}, but {[option['label'] for option in options]}")


def listed(answer: object) -> list[object]:
    """One answer or several, as several; none is none."""
    if answer is None:
        return []
    return list(answer) if isinstance(answer, list | tuple | set | frozenset) else [answer]
