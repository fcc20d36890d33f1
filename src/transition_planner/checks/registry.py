"""All rules: each is a module of the folder rules/, and nothing lists them by hand."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from transition_planner.checks import rules as folder
from transition_planner.checks.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """All rules by code."""
    names = (file.stem for file in Path(folder.__path__[0]).glob("[!_]*.py"))
    modules = (import_module(f"{folder.__name__}.{name}") for name in names)
    found = (value for module in modules for value in vars(module).values() if isinstance(value, Rule))
    return tuple(sorted(found, key=lambda rule: rule.code))
