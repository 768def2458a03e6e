"""What an update tells, where a server of ours doesn't tell it."""

from typing import Any

from telegram import Update

from bot.adapters.telegram.updates import Happened, What, Written, line_of, read
from bot.core.ui.inbound import Arrived, Departed, PlaceMoved, Reacted

GROUP = {"id": -100, "type": "supergroup", "title": "Harbour"}
ANA = {"id": 1, "is_bot": False, "first_name": "Ana", "last_name": "Lima", "language_code": "pt-br"}
PRIVATE = {"id": 1, "type": "private", "first_name": "Ana"}
OTHER_BOT = {"id": 2, "is_bot": True, "first_name": "Rose"}


def told(**what: object) -> tuple[What, ...]:
    update = Update.de_json({"update_id": 7, **what}, None)
    return read(update)


def message(**more: object) -> dict[str, Any]:
    return {"message": {"message_id": 5, "date": 1, "chat": GROUP, "from": ANA, "text": "Hi", **more}}


def member(user: dict[str, Any], status: str, **more: object) -> dict[str, Any]:
    return {"user": user, "status": status, **more}


RESTRICTED = {
    "until_date": 0,
    **{
        f"can_{right}": True
        for right in (
            *("send_messages", "send_audios", "send_documents", "send_photos", "send_videos", "send_video_notes"),
            *("send_voice_notes", "send_polls", "send_other_messages", "add_web_page_previews", "change_info"),
            *("invite_users", "pin_messages", "manage_topics", "react_to_messages", "edit_tag"),
        )
    },
}


def changed(before: dict[str, Any], after: dict[str, Any]) -> tuple[What, ...]:
    return told(
        chat_member={"chat": GROUP, "from": ANA, "date": 1, "old_chat_member": before, "new_chat_member": after}
    )


def test_a_persons_name_and_language_are_told() -> None:
    (written,) = told(**message(chat=PRIVATE))

    assert isinstance(written, Written)
    assert (written.origin.name, written.origin.language) == ("Ana Lima", "pt-br")
    assert (written.origin.place, written.origin.update) == ("1", "update:7")


def test_what_bots_and_channels_say_in_a_group_is_nothing() -> None:
    news = {"id": -200, "type": "channel", "title": "News"}

    assert told(**message(**{"from": OTHER_BOT})) == ()
    assert told(**message(sender_chat=news)) == ()
    assert told(channel_post={"message_id": 5, "date": 1, "chat": news, "text": "News!"}) == ()


def test_a_thread_of_replies_is_no_topic() -> None:
    (reply,) = told(**message(message_thread_id=3))
    (topic,) = told(**message(message_thread_id=3, is_topic_message=True))

    assert [each.origin.place for each in (reply, topic) if not isinstance(each, Happened)] == ["-100", "-100/3"]


def test_who_is_restricted_may_be_there_or_not() -> None:
    (came,) = changed(member(ANA, "left"), member(ANA, "restricted", is_member=True, **RESTRICTED))
    (went,) = changed(
        member(ANA, "restricted", is_member=True, **RESTRICTED),
        member(ANA, "restricted", is_member=False, **RESTRICTED),
    )

    assert isinstance(came, Happened)
    assert isinstance(came.inbound, Arrived)
    assert isinstance(went, Happened)
    assert isinstance(went.inbound, Departed)


def test_a_changed_right_is_no_arrival_and_bots_come_unnoticed() -> None:
    assert changed(member(ANA, "member"), member(ANA, "restricted", is_member=True, **RESTRICTED)) == ()
    assert changed(member(OTHER_BOT, "left"), member(OTHER_BOT, "member")) == ()


def test_several_who_come_at_once_are_told_apart() -> None:
    ben = {"id": 3, "is_bot": False, "first_name": "Ben"}
    arrived = told(**message(text=None, new_chat_members=[ANA, OTHER_BOT, ben]))

    origins = [each.inbound.origin for each in arrived if isinstance(each, Happened)]
    assert [each.account for each in origins] == ["1", "3"]
    assert len({each.update for each in origins}) == 2


def test_both_sides_of_a_move_tell_the_same() -> None:
    old = {"id": -7, "type": "group", "title": "Harbour"}
    (to,) = told(**message(text=None, chat=old, migrate_to_chat_id=-100))
    (since,) = told(**message(text=None, migrate_from_chat_id=-7))

    moves = [each.inbound for each in (to, since) if isinstance(each, Happened)]
    assert [(each.place, each.to) for each in moves if isinstance(each, PlaceMoved)] == [("-7", "-100")] * 2
    assert len({each.origin.update for each in moves}) == 1


def test_a_reaction_that_is_taken_back_is_none_and_an_anonymous_one_is_nobodys() -> None:
    reaction = {"chat": PRIVATE, "message_id": 5, "date": 1, "old_reaction": [], "new_reaction": []}
    (back,) = told(message_reaction={**reaction, "user": ANA})

    assert isinstance(back, Happened)
    assert isinstance(back.inbound, Reacted)
    assert back.inbound.emojis == ()
    assert told(message_reaction={**reaction, "actor_chat": GROUP}) == ()


def test_a_button_under_a_message_that_is_gone_is_pressed_in_its_chat() -> None:
    gone = {"chat": PRIVATE, "message_id": 5, "date": 0}
    query = {"id": "9", "from": ANA, "chat_instance": "1", "data": "c:goal", "message": gone}
    update = Update.de_json({"update_id": 7, "callback_query": query}, None)

    assert line_of(update) == "1"
    assert len(read(update)) == 1


def test_what_is_of_no_kind_that_is_asked_for_is_nothing() -> None:
    assert told(poll_answer={"poll_id": "1", "user": ANA, "option_ids": [0], "option_persistent_ids": ["0"]}) == ()
