"""The colours of a picture, light and dark: blue and orange, which red-green colour blindness leaves apart."""

from dataclasses import dataclass

from bot.core.ui.pictures import Theme


@dataclass(frozen=True)
class Palette:
    """Colours by role: text has a contrast of at least 4.5 to the ground and marks of 3 (WCAG 2.2, level AA)."""

    ground: str
    ink: str
    muted: str
    track: str
    reached: str
    on_reached: str
    required: str
    missing: str
    unknown: str


PALETTES = {
    Theme.LIGHT: Palette(
        ground="#ffffff",
        ink="#17212b",
        muted="#566270",
        track="#e6eaef",
        reached="#0072b2",
        on_reached="#ffffff",
        required="#b45309",
        missing="#fdf1e3",
        unknown="#7a8794",
    ),
    Theme.DARK: Palette(
        ground="#161b22",
        ink="#e6edf3",
        muted="#a2adba",
        track="#2a323c",
        reached="#56b4e9",
        on_reached="#0b1620",
        required="#f5a742",
        missing="#33291b",
        unknown="#8b97a5",
    ),
}
