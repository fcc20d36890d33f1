"""Colours that can be read on their ground, whatever the theme.

Textual's own `$text-warning` has a contrast of 3.3 in its light theme, and a cursor's ground takes more away.
"""

from __future__ import annotations

from rich.color import Color

TEXT, SHAPE = 4.5, 3.0
"""The least contrast of text and of shapes (WCAG 2, level AA)."""

Rgb = tuple[int, int, int]

_STEPS = 20


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(front: Color, back: Color, least: float) -> Color:
    """The front colour, moved towards black or white as far as needed; a terminal's own colours are left alone."""
    if front.triplet is None or back.triplet is None:
        return front
    ground: Rgb = back.triplet
    pole = max(((0, 0, 0), (255, 255, 255)), key=lambda end: contrast(end, ground))
    for step in range(_STEPS + 1):
        red, green, blue = (
            round(own + (far - own) * step / _STEPS) for own, far in zip(front.triplet, pole, strict=True)
        )
        if contrast((red, green, blue), ground) >= least:
            return Color.from_rgb(red, green, blue)
    return Color.from_rgb(*pole)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  # of sRGB
        for part in (channel / 255 for channel in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
