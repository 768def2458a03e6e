"""Why Telegram doesn't let Menteo in, where trying again wouldn't help."""


class LockedOut(Exception):
    """Telegram doesn't take the token; somebody has to change it first. The token is in no word of this."""

    def __init__(self) -> None:
        super().__init__("token")
