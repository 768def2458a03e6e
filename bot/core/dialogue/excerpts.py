"""The words of a message that a shortcut was used on: cut to what a field takes, and told apart from other words."""

from hashlib import sha256

ELLIPSIS = "…"
_DIGITS = 16


def excerpt(text: str, longest: int) -> str:
    """Cut words to so many characters, and say so."""
    return text if len(text) <= longest else f"{text[: longest - len(ELLIPSIS)].rstrip()}{ELLIPSIS}"


def in_one_line(text: str, longest: int) -> str:
    """Cut words to one line of so many characters."""
    return excerpt(" ".join(text.split()), longest)


def about(text: str) -> str:
    """Name words, as what a form is about: another message's form is another one."""
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:_DIGITS]
