"""Prints an SVG from standard input as a PNG on standard output, in a short-lived process of its own.

resvg holds the interpreter's lock while it draws, so in a thread it would still stall the event loop.
Run as a file: `press.py WIDTH GROUND bundled|system FONT...`.
"""

import os
import sys

from resvg_py import svg_to_bytes

_NICENESS = 10


def main() -> None:
    """Read the drawing, write the picture; whoever waits for an answer goes first."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    width, ground, fonts, *font_files = sys.argv[1:]
    picture = svg_to_bytes(
        svg_string=sys.stdin.buffer.read().decode(),
        width=int(width),
        background=ground,
        skip_system_fonts=fonts == "bundled",
        font_files=font_files,
    )
    sys.stdout.buffer.write(picture)


if __name__ == "__main__":
    main()
