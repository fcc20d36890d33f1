"""The formats of `export`: each is a module of formats/ with a `FORMAT`, and nothing lists them by hand."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, cast

from transition_planner.export import formats

if TYPE_CHECKING:
    from transition_planner.export.format import Format


def names() -> tuple[str, ...]:
    """The names of all formats, in order; none of them is imported for it."""
    return tuple(sorted(module.name for module in iter_modules(formats.__path__)))


def find(name: str) -> Format:
    """The format of this name.

    Raises:
        KeyError: if there is none.
    """
    if name not in names():
        raise KeyError(name)
    return cast("Format", import_module(f"{formats.__name__}.{name}").FORMAT)
