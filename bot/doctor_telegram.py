"""Looks at what is set up at Telegram, changes nothing there, and says what to do."""

import asyncio
from collections.abc import Sequence

from bot.adapters.telegram.checkup import Away, Checkup, look
from bot.adapters.telegram.locked_out import LockedOut
from bot.core.dialogue.catalogue import Voice
from bot.doctor import Finding


def examine_telegram(token: str, api_url: str, mode: str, say: Voice) -> Sequence[Finding]:
    """Examine the token, what BotFather has switched on, and the way of updates: `mode` is polling or webhook."""
    try:
        found = asyncio.run(look(token, api_url))
    except LockedOut:
        return [Finding("telegram", ok=False, detail=say("doctor-telegram-token"))]
    except Away as error:
        return [Finding("telegram", ok=False, detail=say("doctor-telegram-away", trouble=str(error)))]
    me = found.me
    reading = say("doctor-telegram-reads-all" if me.reads_all else "doctor-telegram-reads-little")
    topics = say("doctor-telegram-has-topics" if me.has_topics else "doctor-telegram-no-topics")
    return [
        Finding("telegram", ok=True, detail=say("doctor-telegram-bot", name=me.username, id=str(me.id))),
        Finding("telegram-privacy", ok=True, detail=reading),
        Finding("telegram-topics", ok=True, detail=topics),
        _updates(found, mode, say),
    ]


def _updates(found: Checkup, mode: str, say: Voice) -> Finding:
    if mode == "polling":
        key = "doctor-telegram-left-webhook" if found.webhook else "doctor-telegram-polled"
        return Finding("telegram-updates", ok=not found.webhook, detail=say(key, waiting=found.waiting))
    if found.webhook and found.webhook_trouble:
        detail = say("doctor-telegram-webhook-trouble", address=found.webhook, trouble=found.webhook_trouble)
        return Finding("telegram-updates", ok=False, detail=detail)
    if not found.webhook:
        return Finding("telegram-updates", ok=True, detail=say("doctor-telegram-no-webhook-yet"))
    said = say("doctor-telegram-webhook", address=found.webhook, waiting=found.waiting)
    return Finding("telegram-updates", ok=True, detail=said)
