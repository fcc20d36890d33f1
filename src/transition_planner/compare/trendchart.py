"""Charts of a trend: revisions to the right, forecasts upwards; a level line is a date that holds."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING

from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from transition_planner.compare.trend import Trend

_WIDTH, _HEIGHT = 60, 16
_SVG_WIDTH, _SVG_HEIGHT, _LEFT, _TOP = 640, 360, 90, 20
_COLOURS = ("#1b6ca8", "#c2410c", "#15803d", "#7e22ce", "#b91c1c", "#0f766e", "#a16207", "#475569")
_SEVERAL = "*"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def text_chart(trend: Trend, titles: Mapping[str, str]) -> list[str]:
    """The chart in characters, a letter a milestone, and the letters' meaning below."""
    low, high = _limits(trend)
    grid = [[" "] * _WIDTH for _row in range(_HEIGHT)]
    lines = _lines(trend)
    for index, points in enumerate(lines.values()):
        for right, day in points:
            column = round(right * (_WIDTH - 1))
            row = round((high - day) / max(high - low, 1) * (_HEIGHT - 1))
            letter = _LETTERS[index % len(_LETTERS)]
            grid[row][column] = letter if grid[row][column] in {" ", letter} else _SEVERAL
    days = sorted({low, high})
    labels = {round((high - day) / max(high - low, 1) * (_HEIGHT - 1)): _iso(day) for day in days}
    chart = [f"{labels.get(number, ''):10} |{''.join(row).rstrip()}" for number, row in enumerate(grid)]
    names = [f"{_LETTERS[index % len(_LETTERS)]}  {titles.get(id_, id_)}" for index, id_ in enumerate(lines)]
    if any(_SEVERAL in row for row in grid):
        names.append(f"{_SEVERAL}  " + _("several in one place"))
    first, last = _ends(trend)
    below = first if first == last else f"{first}{last:>{_WIDTH - len(first)}}"
    return [*chart, f"{'':10} +{'-' * _WIDTH}", f"{'':12}{below}", *names]


def svg_chart(trend: Trend, titles: Mapping[str, str], title: str) -> str:
    """The chart as one SVG picture without scripts, with its words as text."""
    low, high = _limits(trend)
    lines = _lines(trend)
    parts = []
    for index, (id_, points) in enumerate(lines.items()):
        colour = _COLOURS[index % len(_COLOURS)]
        steps = [
            f"{_LEFT + right * _SVG_WIDTH:.1f},{_TOP + (high - day) / max(high - low, 1) * _SVG_HEIGHT:.1f}"
            for right, day in points
        ]
        name = escape(titles.get(id_, id_))
        parts.append(
            f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{" ".join(steps)}">'
            f"<title>{name}</title></polyline>"
        )
        below = _TOP + _SVG_HEIGHT + 42 + 18 * index
        parts.append(f'<text x="{_LEFT}" y="{below}" fill="{colour}">{name}</text>')
    for day in sorted({low, high}):
        y = _TOP + (high - day) / max(high - low, 1) * _SVG_HEIGHT
        parts.append(f'<text x="4" y="{y + 4:.1f}">{_iso(day)}</text>')
    first, last = _ends(trend)
    below = _TOP + _SVG_HEIGHT + 18
    parts.append(f'<text x="{_LEFT}" y="{below}">{first}</text>')
    if last != first:
        parts.append(f'<text x="{_LEFT + _SVG_WIDTH}" y="{below}" text-anchor="end">{last}</text>')
    height = _TOP + _SVG_HEIGHT + 48 + 18 * len(lines)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _SVG_WIDTH + 20} {height}" '
        f'font-family="sans-serif" font-size="13">\n<title>{escape(title)}</title>\n'
        f'<rect x="{_LEFT}" y="{_TOP}" width="{_SVG_WIDTH}" height="{_SVG_HEIGHT}" fill="none" stroke="#999"/>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _limits(trend: Trend) -> tuple[int, int]:
    """The first and the last day forecast, as ordinals."""
    days = [day.toordinal() for point in trend.points for day in (*point.dates.values(), point.finish)]
    return min(days), max(days)


def _ends(trend: Trend) -> tuple[str, str]:
    """The days of the first and the last commit that is told."""
    return trend.points[0].change.when.date().isoformat(), trend.points[-1].change.when.date().isoformat()


def _lines(trend: Trend) -> dict[str, list[tuple[float, int]]]:
    """Of each milestone its points: how far right by the commit's time (0 to 1), and the forecast's ordinal."""
    first, last = trend.points[0].change.when, trend.points[-1].change.when
    span = (last - first).total_seconds() or 1.0
    lines: dict[str, list[tuple[float, int]]] = {}
    for id_, right, day in _marks(trend):
        lines.setdefault(id_, []).append(((right - first.timestamp()) / span, day))
    return lines


def _marks(trend: Trend) -> Iterator[tuple[str, float, int]]:
    for point in trend.points:
        for id_, day in point.dates.items():
            yield id_, point.change.when.timestamp(), day.toordinal()


def _iso(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
