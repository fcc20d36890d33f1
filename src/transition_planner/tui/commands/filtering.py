"""Commands that filter the tasks, and what keys do while a filter is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.tui.keys.command import Command

if TYPE_CHECKING:
    from transition_planner.tui.desk import Desk


def filter_(screen: Desk) -> None:
    """Type a filter; one that is there is typed on."""
    if not screen.state.wanted:
        screen.unfiltered = screen.state.cursor
    # So that the first letter need not wait for it.
    screen.state.haystack.folded(screen.state.schedule.outline)
    screen.typing = True


def next_(screen: Desk) -> None:
    """To the next task that the filter means."""
    _go(screen, 1)


def previous(screen: Desk) -> None:
    """To the task before that the filter means."""
    _go(screen, -1)


def clear(screen: Desk) -> None:
    """Show all tasks again, with the cursor where it is; without a filter, unmark all."""
    if not (screen.typing or screen.state.wanted):
        screen.show(screen.state.marking(frozenset()))
    screen.typing = False
    if screen.state.wanted:
        cursor = screen.state.cursor or screen.unfiltered
        screen.show(screen.state.filtered("").at(cursor))


def take(screen: Desk, key: str, character: str | None) -> bool:
    """Do what a key means for the filter being typed; whether it means anything."""
    wanted = screen.state.wanted
    if key == "enter":
        screen.typing = False
    elif key == "escape":
        clear(screen)
    elif key in {"up", "down"}:
        _go(screen, 1 if key == "down" else -1)
        screen.unfiltered = screen.state.cursor or screen.unfiltered
    elif key in {"backspace", "ctrl+h"}:
        if wanted:
            _want(screen, wanted[:-1])
        else:
            screen.typing = False
    elif key == "ctrl+u":
        _want(screen, "")
    elif key == "ctrl+w":
        _want(screen, wanted.rstrip().rpartition(" ")[0])
    elif character:
        _want(screen, wanted + character)
    else:
        return False
    return True


def paste(screen: Desk, text: str) -> None:
    """Add a text to the filter being typed."""
    _want(screen, screen.state.wanted + " ".join(text.split()))


def _want(screen: Desk, wanted: str) -> None:
    state = screen.state.filtered(wanted)
    found, outline = state.rows.found, state.schedule.outline
    if not wanted or outline.row.get(screen.unfiltered or "") in found:
        state = state.at(screen.unfiltered)
    elif found:
        state = state.at(outline.ids[min(found)])
    screen.show(state, reveal=True)


def _go(screen: Desk, direction: int) -> None:
    if screen.state.wanted:
        screen.show(screen.state.at_found(direction), reveal=True)
    else:
        screen.say(_("nothing is filtered: {key} begins a filter").format(key=screen.key_of("filter")))


def filtering_commands() -> tuple[Command[Desk], ...]:
    """All of them, in the language spoken now."""
    return (
        Command(
            "filter",
            ("slash",),
            _("Filter"),
            _("Show only tasks with these words; or owner:x, threat:U3, critical, late."),
            filter_,
        ),
        Command("next", ("n",), _("Next found"), _("To the next task that the filter means."), next_),
        Command(
            "previous",
            ("N",),
            _("Previous found"),
            _("To the task before that the filter means."),
            previous,
        ),
        Command("all", ("escape",), _("Show all"), _("End the filter, then take all marks away."), clear),
    )
