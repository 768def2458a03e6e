"""What the bot asks and sets about itself, its files and the buttons that people pressed."""

from tests.telegram.server.call import Call, Handler, Result
from tests.telegram.server.files import MOST_DOWNLOADED
from tests.telegram.server.menus import Scope
from tests.telegram.server.refusals import QUERY_TOO_OLD, bad_request

_TEXTS = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}


def methods() -> dict[str, Handler]:
    """By name."""
    setters = {f"setMy{text}": _set_text for text in _TEXTS}
    getters = {f"getMy{text}": _get_text for text in _TEXTS}
    return {
        "getMe": _get_me,
        "setMyCommands": _set_commands,
        "deleteMyCommands": _delete_commands,
        "getMyCommands": _get_commands,
        "setChatMenuButton": _set_menu_button,
        "getChatMenuButton": _get_menu_button,
        "setMyDefaultAdministratorRights": _agree,
        "answerCallbackQuery": _answer_query,
        "getFile": _get_file,
        **setters,
        **getters,
    }


def _get_me(call: Call) -> Result:
    return call.world.bot.payload()


def _agree(_: Call) -> Result:
    return True


def _set_commands(call: Call) -> Result:
    call.world.menus.put(*_whose(call), call.arguments.objects("commands"))
    call.world.changed()
    return True


def _delete_commands(call: Call) -> Result:
    call.world.menus.put(*_whose(call), [])
    call.world.changed()
    return True


def _get_commands(call: Call) -> Result:
    return call.world.menus.get(*_whose(call))


def _whose(call: Call) -> tuple[Scope, str]:
    return Scope.read(call.arguments.mapping("scope")), call.arguments.text("language_code") or ""


def _set_text(call: Call) -> Result:
    name = _TEXTS[call.method.removeprefix("setMy")]
    call.world.bot.texts[name, call.arguments.text("language_code") or ""] = call.arguments.text(name) or ""
    return True


def _get_text(call: Call) -> Result:
    name = _TEXTS[call.method.removeprefix("getMy")]
    return {name: call.world.bot.texts.get((name, call.arguments.text("language_code") or ""), "")}


def _set_menu_button(call: Call) -> Result:
    button = call.arguments.mapping("menu_button") or {"type": "default"}
    call.world.bot.menu_buttons[call.arguments.integer("chat_id")] = button
    return True


def _get_menu_button(call: Call) -> Result:
    return call.world.bot.menu_buttons.get(call.arguments.integer("chat_id"), {"type": "commands"})


def _answer_query(call: Call) -> Result:
    query = call.world.queries.get(call.arguments.text("callback_query_id") or "")
    if query is None or query.answered_at is not None or call.now() - query.asked_at > call.world.query_patience:
        raise bad_request(QUERY_TOO_OLD)
    query.answered_at = call.now()
    query.notice, query.is_alert = call.arguments.text("text"), call.arguments.flag("show_alert")
    query.url = call.arguments.text("url")
    call.world.changed()
    return True


def _get_file(call: Call) -> Result:
    file = call.world.files.find(call.arguments.text("file_id") or "")
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > MOST_DOWNLOADED:
        raise bad_request("file is too big")
    return file.payload()
