"""Commands about the interface itself: its language and its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import LANGUAGES, _, language
from transition_planner.tui.keys.command import Command

if TYPE_CHECKING:
    from transition_planner.tui.desk import Desk


def switch_language(screen: Desk) -> None:
    """The next of the languages."""
    following = LANGUAGES[(LANGUAGES.index(language()) + 1) % len(LANGUAGES)]
    screen.speak(following)
    screen.say(_("English") if following == "en" else _("Finnish"))


def choose_theme(screen: Desk) -> None:
    """Other colours."""
    screen.app.search_themes()


def speaking_commands() -> tuple[Command[Desk], ...]:
    """All of them, in the language spoken now."""
    return (
        Command("language", ("f12",), _("Language"), _("Speak Finnish, or English again."), switch_language),
        Command("theme", ("ctrl+t",), _("Theme"), _("Choose other colours."), choose_theme),
    )
