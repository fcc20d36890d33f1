"""All rules: each is a module of the folder rules/, and nothing lists them by hand."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from transition_planner.checks import rules as folder
from transition_planner.checks.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """All rules by code."""
    modules = (import_module(f"{folder.__name__}.{module.name}") for module in iter_modules(folder.__path__))
    found = (value for module in modules for value in vars(module).values() if isinstance(value, Rule))
    return tuple(sorted(found, key=lambda rule: rule.code))
