"""The page around the screen."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

from transition_planner.locales import _, language

_PAGE = Path(__file__).with_name("page.html")


def page(title: str, host: str) -> str:
    """The page, in the language spoken now.

    Args:
        title: The plan's.
        host: The server's name and port, as the browser knows it.
    """
    said = {
        "language": language(),
        "title": title,
        "websocket": f"ws://{host}/ws",
        "opening": _("Opening the plan…"),
        "closed": _("The plan has been closed here. The terminal where it is served tells of failures."),
        "again": _("Open it again"),
        "noscript": _("The screen needs JavaScript; `transition-planner summary` prints the plan without."),
    }
    return Template(_PAGE.read_text("utf-8")).substitute({name: escape(text) for name, text in said.items()})
