"""Commands about the interface itself: its language, its colours, and the way to the shell and back."""

from __future__ import annotations

import os
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


def suspend(screen: Desk) -> None:
    """Back to the shell for a while."""
    app = screen.app
    if os.name == "nt" or app.is_web or app.is_headless:
        screen.say(_("it cannot be suspended here"))
    else:
        app.action_suspend_process()


def speaking_commands() -> tuple[Command[Desk], ...]:
    """All of them, in the language spoken now."""
    return (
        Command("language", ("f12",), _("Language"), _("Speak Finnish, or English again."), switch_language),
        Command("theme", ("ctrl+t",), _("Theme"), _("Choose other colours."), choose_theme),
        Command("suspend", ("!",), _("Suspend"), _("To the shell; `fg` there leads back."), suspend),
    )
