"""The figures of `peers` as bars on a logarithmic scale."""

from __future__ import annotations

from html import escape
from math import log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LEFT, WIDE, BAR, GAP, TOP = 240, 520, 14, 6, 48
LEAST = 1e-5
"""The scale begins at ten microseconds."""


def chart(blocks: Mapping[int, Mapping[str, float]]) -> str:
    """An SVG with one block of bars a size of plan; seconds by name."""
    most = max(seconds for block in blocks.values() for seconds in block.values())
    decades = log10(most / LEAST)
    parts, y = [], TOP
    for tasks, block in blocks.items():
        parts.append(f'<text x="8" y="{y - 6}" font-weight="bold">{tasks:,} tasks</text>')
        for name, seconds in block.items():
            width = max(log10(max(seconds, LEAST) / LEAST) / decades * WIDE, 1)
            colour = "#2f7d6d" if name.startswith("ours") else "#9aa4ad"
            parts += [
                f'<text x="{LEFT - 8}" y="{y + BAR - 3}" text-anchor="end">{escape(name)}</text>',
                f'<rect x="{LEFT}" y="{y}" width="{width:.1f}" height="{BAR}" fill="{colour}"/>',
                f'<text x="{LEFT + width + 6:.1f}" y="{y + BAR - 3}">{_told(seconds)}</text>',
            ]
            y += BAR + GAP
        y += TOP - GAP
    height, width = y - TOP // 2, LEFT + WIDE + 90
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'font-family="sans-serif" font-size="12">\n'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>\n'
        f'<text x="8" y="20">Seconds to schedule the same network (logarithmic, shorter is better)</text>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _told(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-6:.3g} µs"
