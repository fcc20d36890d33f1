"""The person's own keys: a file that gives commands other ones. docs/keys.md tells its format."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from transition_planner.locales import _
from transition_planner.planfile.suggestions import Suggestions
from transition_planner.tui.keys.command import Group
from transition_planner.tui.keys.keys import canonical, shown
from transition_planner.tui.userfiles import config_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from transition_planner.tui.keys.command import Command

On = TypeVar("On")

FILE = "keys.toml"
LISTS = "lists"
"""The section of the moves that all modes have in their lists."""
KEPT = frozenset({"ctrl+c", "ctrl+p"})
"""Keys that no command can have: Textual copies with the one and opens its palette with the other."""

Wanted = dict[str, tuple[str, ...]]
"""Keys by a command's id."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """Keys that commands have instead of their own."""

    plan: Wanted = field(default_factory=dict)
    """Those of the commands of the plan's screen."""
    modes: Mapping[str, Wanted] = field(default_factory=dict)
    """Those of the commands of a mode only, by the mode; under `LISTS` those of the moves in any mode's list."""
    mistakes: tuple[str, ...] = ()
    """What in the file is nothing that can be wanted, as sentences."""

    def applied(self, groups: Sequence[Group[On]], mode: str = "") -> tuple[Group[On], ...]:
        """The commands with the keys wanted. Where another command had such a key, it loses it."""
        wanted = self._wanted(mode)
        if not wanted:
            return tuple(groups)
        owner = {key: id_ for id_, keys in reversed(wanted.items()) for key in keys}
        return tuple(
            Group(group.name, tuple(_rekeyed(command, wanted, owner) for command in group.commands))
            for group in groups
        )

    def problems(
        self, plan: Sequence[Command[Any]], modes: Mapping[str, Sequence[Command[Any]]]
    ) -> list[str]:
        """What is wrong with the file, as sentences: ids that nothing has, keys wanted twice.

        Args:
            plan: The commands of the plan's screen with the keys they are declared with.
            modes: Each mode's own, by the mode.
        """
        found = [*self.mistakes, *_unknown_ids(self.plan, plan), *_clashes(self.plan, plan)]
        everything = [command for commands in modes.values() for command in commands]
        for section, wanted in self.modes.items():
            if section in modes or section == LISTS:
                unknown = _unknown_ids(wanted, modes.get(section, everything))
                found += [f"[{section}] {problem}" for problem in unknown]
            else:
                found.append(_unknown(_("there is no mode {name}"), section, [*modes, LISTS]))
        for mode, commands in modes.items():
            found += [f"[{mode}] {problem}" for problem in _clashes(self._wanted(mode), commands)]
        return found

    def _wanted(self, mode: str) -> Wanted:
        return {**self.modes.get(LISTS, {}), **self.modes.get(mode, {})} if mode else self.plan


class _Hands:
    """The keys in force. As the language, they belong to the person at the screen, not to a plan."""

    keymap = Keymap()


def set_keymap(keymap: Keymap) -> None:
    """Give commands these keys from now on."""
    _Hands.keymap = keymap


def keymap() -> Keymap:
    """The keys in force."""
    return _Hands.keymap


def keymap_file() -> Path:
    """The file with the person's own keys."""
    return config_file(FILE)


def read_keymap(path: Path) -> Keymap:
    """The keys of a file; none where there is no such file. What cannot be read is among the mistakes."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Keymap()
    except (OSError, UnicodeDecodeError) as error:
        return Keymap(mistakes=(_cannot_be_read(error),))
    import tomllib  # noqa: PLC0415  # 3 ms that few people need

    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Keymap(mistakes=(_cannot_be_read(error),))
    mistakes: list[str] = []
    plan = _keys({id_: each for id_, each in written.items() if not isinstance(each, dict)}, mistakes)
    modes = {mode: _keys(each, mistakes) for mode, each in written.items() if isinstance(each, dict)}
    return Keymap(plan, modes, tuple(mistakes))


def _cannot_be_read(error: Exception) -> str:
    return _("it cannot be read: {reason}").format(reason=error)


def _keys(written: Mapping[str, Any], mistakes: list[str]) -> Wanted:
    found: Wanted = {}
    for id_, value in written.items():
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            mistakes.append(_('{id} is to be a key or a list of keys: "x" or ["x", "f5"]').format(id=id_))
            continue
        taken = []
        for key in keys:
            try:
                name = canonical(key)
            except ValueError:
                mistakes.append(_("{id}: there is no key {key}").format(id=id_, key=repr(key)))
                continue
            if name in KEPT:
                mistakes.append(_("{id}: the key {key} cannot be had").format(id=id_, key=shown(name)))
            else:
                taken.append(name)
        if taken or not keys:
            found[id_] = tuple(taken)
    return found


def _rekeyed(command: Command[On], wanted: Wanted, owner: Mapping[str, str]) -> Command[On]:
    keys = wanted.get(command.id, command.keys)
    return replace(
        command, keys=tuple(key for key in keys if owner.get(canonical(key), command.id) == command.id)
    )


def _unknown_ids(wanted: Wanted, commands: Sequence[Command[Any]]) -> Iterator[str]:
    ids = dict.fromkeys(command.id for command in commands)
    for id_ in wanted:
        if id_ not in ids:
            yield _unknown(_("there is no command {name}"), id_, ids)


def _clashes(wanted: Wanted, commands: Sequence[Command[Any]]) -> Iterator[str]:
    owner: dict[str, str] = {}
    ids = {command.id for command in commands}
    for id_, keys in wanted.items():
        for key in keys if id_ in ids else ():
            other = owner.setdefault(key, id_)
            if other != id_:
                yield _clash(key, other, id_)
    for command in commands:
        for key in () if command.id in wanted else map(canonical, command.keys):
            if key in owner:
                yield _clash(key, owner[key], command.id)


def _clash(key: str, owner: str, loser: str) -> str:
    return _(
        "{key} is the key of both {owner} and {loser}: it does {owner}. Give {loser} another key."
    ).format(key=shown(key), owner=owner, loser=loser)


def _unknown(sentence: str, name: str, known: Iterable[str]) -> str:
    hint = Suggestions().hint(name, list(known))
    return " ".join(part for part in (sentence.format(name=name) + ".", hint) if part)
