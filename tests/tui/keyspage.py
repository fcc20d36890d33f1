"""Write docs/keys.md from the commands themselves: `python -m tests.tui.keyspage`, from the root."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.tui.plans import EMPTY, state

from transition_planner.tui.commands.registry import declared_groups
from transition_planner.tui.memory import Keeper
from transition_planner.tui.modes.making import MODES, made
from transition_planner.tui.screen import PlanScreen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from transition_planner.tui.keys.command import Group

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"

_INTRODUCTION = """\
# The keys of the terminal interface

Written from the commands themselves by `python -m tests.tui.keyspage`.

`?` shows the keys of the mode one is in, and typing narrows them; `^p` finds a command by its name. `^s` is ctrl and s.

## Your own keys

Keys are changed by a file, `~/.config/transition-planner/keys.toml`, or where `XDG_CONFIG_HOME` says. It names commands
by their ids, which stand in the tables below, and gives each a key or a list of keys in place of those it has:

```toml
save = "f10"
longer = ["+", "ctrl+up"]
year = []               # no key: the palette has it all the same

[findings]              # commands of a mode stand under its name
waive = "W"

[lists]                 # moves in the lists of all modes
list-first = ["g", "home", "f11"]
```

A key is a character (`"x"`, `"X"`, `"/"`), a name (`"f5"`, `"space"`, `"pageup"`, `"enter"`), or one of these behind
`ctrl+`, `alt+` or `shift+`. Terminals in terminals (tmux, screen) pass on ctrl only with letters. A key that the file
gives to one command is taken from any other. What is wrong with the file (ids and keys that do not exist, keys of two
commands) is told when a plan is opened; all the rest of it counts. `ctrl+c` and `ctrl+p` are not to be had.
"""


def page() -> str:
    """The whole page."""
    screen = PlanScreen(state(EMPTY), date(2027, 1, 20), Keeper(None), read_only=False)
    modes = {mode: made(mode, screen) for mode in MODES}
    sections = ["## The plan", *_tables(declared_groups())]
    for mode, each in modes.items():
        own = each.own_groups()[0]
        sections += [f"## {own.name}: `[{mode}]`", _table(own)]
    moves = next(iter(modes.values())).own_groups()[-1]
    sections += ["## Lists of all modes: `[lists]`", _table(moves)]
    return "\n".join((_INTRODUCTION, *(f"{section}\n" for section in sections)))


def _tables(groups: Iterable[Group[Any]]) -> Iterator[str]:
    for group in groups:
        yield f"### {group.name}"
        yield _table(group)


def _table(group: Group[Any]) -> str:
    rows = [
        f"| {' '.join(_code(key) for key in command.shown_keys)} | {command.does} | `{command.id}` |"
        for command in group.commands
    ]
    return "\n".join(("| Keys | What it does | Id |", "|---|---|---|", *rows))


def _code(key: str) -> str:
    return f"`{key}`".replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
