"""How the bot gets its updates: fetched by long polling or brought to a webhook."""

from tests.telegram.server.call import Call, Result, SlowHandler
from tests.telegram.server.refusals import Refused

_WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


def methods() -> dict[str, SlowHandler]:
    """By name."""
    return {
        "getUpdates": _get_updates,
        "setWebhook": _set_webhook,
        "deleteWebhook": _delete_webhook,
        "getWebhookInfo": _webhook_info,
    }


async def _get_updates(call: Call) -> Result:
    if call.webhooks.url:
        raise Refused(409, _WEBHOOK_ACTIVE)
    _allow(call)
    arguments = call.arguments
    offset, limit = arguments.integer("offset") or 0, arguments.integer("limit") or 100
    return await call.world.updates.poll(offset, limit, arguments.integer("timeout") or 0)


async def _set_webhook(call: Call) -> Result:
    _allow(call)
    _maybe_drop(call)
    arguments = call.arguments
    await call.webhooks.set(
        arguments.text("url") or "", arguments.text("secret_token"), arguments.integer("max_connections")
    )
    return True


async def _delete_webhook(call: Call) -> Result:
    await call.webhooks.stop()
    _maybe_drop(call)
    return True


async def _webhook_info(call: Call) -> Result:
    return call.webhooks.payload()


def _allow(call: Call) -> None:
    kinds = call.arguments.items("allowed_updates")
    call.world.updates.allow(None if kinds is None else map(str, kinds))


def _maybe_drop(call: Call) -> None:
    if call.arguments.flag("drop_pending_updates"):
        call.world.updates.drop_pending()
