"""What comes back of a modal is what was answered in it, read from nothing but its own data."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.adapters.discord.asking import NO_ANSWER
from bot.adapters.discord.custom_ids import ModalId, UnknownId
from bot.adapters.discord.modals import modal, pages
from bot.adapters.discord.submitted import Attached, Submitted, submitted
from bot.core.ui.forms import Form, Raw
from bot.core.ui.reading import read_form
from bot.core.ui.replies import OpenForm
from tests.adapters.discord.test_render import WORDS
from tests.adapters.webchat.fakes import EVERY_FIELD

ANSWERS: Mapping[str, Raw] = {
    "short": ("Harbour",),
    "long": ("Two\nlines",),
    "choice": ("up",),
    "many": ("7",),
    "several": ("en", "pl"),
    "role": ("Staff engineer",),
    "zone": ("Europe/Madrid",),
    "person": (),
    "scale": ("0",),
    "hours": ("3",),
    "day": ("2027-01-31",),
    "instant": ("2027-01-31 15:30",),
    "agree": ("yes",),
}
FILE = {"id": "77", "filename": "people.csv", "size": 12, "url": "https://cdn.example/people.csv", "proxy_url": ""}


def sent_as_it_stands(form: Form, page: int, answers: Mapping[str, Raw]) -> Any:  # noqa: ANN401  what Discord sends
    """What Discord sends when a page is opened and submitted as it stands."""
    drawn = modal(OpenForm(form, "token", answers), page, words=WORDS, language="en").to_dict()
    parts = [
        {"type": 18, "id": 2, "component": _item(each["component"])} if "component" in each else {"type": 10, "id": 1}
        for each in drawn["components"]
    ]
    return {"custom_id": drawn["custom_id"], "components": parts}


def _item(component: Mapping[str, Any]) -> dict[str, Any]:
    item = {"type": component["type"], "id": 3, "custom_id": component["custom_id"]}
    chosen = [each["value"] for each in component.get("options", ()) if each.get("default")]
    match component["type"]:
        case 4:
            return item | {"value": component.get("value") or ""}
        case 21:
            return item | {"value": chosen[0] if chosen else None}
        case 23:
            return item | {"value": component["default"]}
        case _:
            return item | {"values": chosen}


def every_page(form: Form, answers: Mapping[str, Raw]) -> dict[str, Raw]:
    got: dict[str, Raw] = {}
    for page in range(len(pages(form))):
        got |= submitted(sent_as_it_stands(form, page, answers)).answers
    return got


def test_answers_of_every_kind_come_back_as_they_were() -> None:
    assert every_page(EVERY_FIELD, ANSWERS) == ANSWERS
    assert set(read_form(EVERY_FIELD, ANSWERS)[1]) == set()


def test_what_was_left_out_comes_back_as_no_answer() -> None:
    nothing: dict[str, Raw] = {field.name: () for field in EVERY_FIELD.fields}

    assert every_page(EVERY_FIELD, nothing) == dict.fromkeys(ANSWERS, ())


def test_not_to_know_is_no_answer() -> None:
    data = sent_as_it_stands(EVERY_FIELD, 1, {"scale": ()})

    assert NO_ANSWER in str(data)
    assert submitted(data).answers["scale"] == ()


def test_a_modal_says_which_page_it_was() -> None:
    last = len(pages(EVERY_FIELD)) - 1

    assert submitted(sent_as_it_stands(EVERY_FIELD, 0, {})).modal == ModalId(0, "token", is_last=False)
    assert submitted(sent_as_it_stands(EVERY_FIELD, last, {})).modal == ModalId(last, "token", is_last=True)


def test_a_file_comes_with_where_it_lies() -> None:
    files = replace(EVERY_FIELD, fields=tuple(each for each in EVERY_FIELD.fields if each.name == "file"))
    data = sent_as_it_stands(files, 0, {})
    data["components"][-1]["component"]["values"] = ["77"]

    assert submitted(data | {"resolved": {"attachments": {"77": FILE}}}) == Submitted(
        ModalId(0, "token", is_last=True),
        {},
        {"file": Attached("77", "people.csv", "https://cdn.example/people.csv", 12)},
    )


def test_a_file_that_was_not_sent_again_leaves_the_earlier_one() -> None:
    data = sent_as_it_stands(EVERY_FIELD, len(pages(EVERY_FIELD)) - 1, {})

    assert "file" not in submitted(data).answers
    assert not submitted(data).files


def test_a_modal_of_another_release_is_read_all_the_same() -> None:
    data = {"custom_id": "setup-form", "components": []}

    assert submitted(data) == Submitted(UnknownId("setup-form"), {}, {})  # type: ignore[arg-type]  # as Discord sends it
