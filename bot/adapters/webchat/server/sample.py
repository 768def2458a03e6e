"""The sample community that is there on first start: who lives in it, and where they meet."""

from bot.adapters.webchat.server.model import Account, Part, Place, PlaceKind

COMMUNITY = "harbour"
COMMUNITY_NAME = "Harbour"
LOBBY = "lobby"

PERSONAS = (
    Account("amara", "Amara Okafor", Part.MODERATOR),
    Account("jonas", "Jonas Lindqvist", Part.MENTOR),
    Account("mei", "Mei Tanaka", Part.MENTOR),
    Account("priya", "Priya Nair", Part.MENTEE),
    Account("leila", "Leïla Haddad", Part.MENTEE),
    Account("tomasz", "Tomasz Zieliński", Part.MENTEE),
    Account("diego", "Diego Fuentes", Part.MENTEE, language="es"),
)

CHANNELS = (
    Place(LOBBY, PlaceKind.CHANNEL, "lobby"),
    Place("introductions", PlaceKind.CHANNEL, "introductions"),
)
