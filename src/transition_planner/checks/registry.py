"""All rules: each is a module of the folder rules/, and nothing lists them by hand."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from transition_planner.checks import rules as folder
from transition_planner.checks.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@cache
def rules() -> tuple[Rule, ...]:
    """All rules by code."""
    return _ordered(*_in(""), *_in("asked"))


@cache
def standing_rules() -> tuple[Rule, ...]:
    """Those that look unasked, by code; a check that asks for no others does not load them."""
    return _ordered(*_in(""))


def rules_for(asked: Sequence[str]) -> tuple[Rule, ...]:
    """The rules that look where some are asked for, by code.

    Args:
        asked: Codes, or beginnings of codes.
    """
    if not asked:
        return standing_rules()
    return tuple(rule for rule in rules() if not rule.asked_only or rule.code.startswith(tuple(asked)))


def _in(below: str) -> Iterator[Rule]:
    package = ".".join(filter(None, (folder.__name__, below)))
    for file in (Path(folder.__path__[0]) / below).glob("[!_]*.py"):
        module = import_module(f"{package}.{file.stem}")
        yield from (value for value in vars(module).values() if isinstance(value, Rule))


def _ordered(*found: Rule) -> tuple[Rule, ...]:
    return tuple(sorted(found, key=lambda rule: rule.code))
