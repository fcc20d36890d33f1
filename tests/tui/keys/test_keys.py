from __future__ import annotations

import re

import pytest

from transition_planner.tui.keys.keys import canonical, shown


@pytest.mark.parametrize(
    ("written", "name", "read"),
    [
        ("x", "x", "x"),
        ("X", "X", "X"),
        ("ö", "ö", "ö"),
        ("/", "slash", "/"),
        ("slash", "slash", "/"),
        ("+", "plus", "+"),
        (",", "comma", ","),
        ("ctrl+s", "ctrl+s", "^s"),
        ("shift+ctrl+up", "ctrl+shift+up", "^⇧↑"),
        ("alt+enter", "alt+enter", "Alt+Enter"),
        ("pageup", "pageup", "PgUp"),
        ("f5", "f5", "F5"),
    ],
)
def test_a_key_has_one_name_however_it_is_written(written: str, name: str, read: str) -> None:
    assert canonical(written) == name
    assert shown(written) == read


@pytest.mark.parametrize("written", ["", "crtl+s", "enterr", "ctrl+", "+x", "\n", "super+x"])
def test_what_is_no_key_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(written)}$"):
        canonical(written)
