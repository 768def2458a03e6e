"""What the bot asks to be allowed, and no more."""

from urllib.parse import parse_qs, urlsplit

import discord

from bot.adapters.discord.permissions import PERMISSIONS, RIGHTS, invitation, rights_of

BROAD = ("administrator", "manage_guild", "manage_webhooks", "manage_messages", "mention_everyone", "ban_members")


def test_the_link_asks_for_these_scopes_and_permissions() -> None:
    link = urlsplit(invitation(42))

    assert f"{link.scheme}://{link.netloc}{link.path}" == "https://discord.com/oauth2/authorize"
    assert parse_qs(link.query) == {
        "client_id": ["42"],
        "scope": ["bot applications.commands"],
        "permissions": [str(PERMISSIONS.value)],
    }


def test_nothing_broad_is_asked_for() -> None:
    assert PERMISSIONS.value == 2252195219213328
    assert not any(getattr(PERMISSIONS, name) for name in BROAD)


def test_each_right_is_told_by_itself_and_an_administrator_has_them_all() -> None:
    some = rights_of(discord.Permissions(send_messages=True))

    assert [each.name for each in some] == list(RIGHTS)
    assert [each.name for each in some if each.granted] == ["send_messages"]
    assert all(each.granted for each in rights_of(discord.Permissions(administrator=True)))
