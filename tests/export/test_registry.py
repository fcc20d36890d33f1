from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from transition_planner.export import formats
from transition_planner.export.registry import find, names

FILES = sorted(path.stem for path in Path(formats.__path__[0]).glob("[!_]*.py"))


def test_each_file_is_a_format_of_its_name() -> None:
    assert list(names()) == FILES
    assert [find(name).name for name in names()] == FILES


def test_what_is_no_format_is_not_found() -> None:
    with pytest.raises(KeyError, match="xls"):
        find("xls")


def test_naming_formats_imports_none_and_finding_one_not_its_library() -> None:
    script = (
        "import sys\n"
        "from transition_planner.export.registry import find, names\n"
        "names()\n"
        "assert 'transition_planner.export.formats.ics' not in sys.modules\n"
        "find('ics').summary()\n"
        "sys.exit(bool({'icalendar', 'pydantic', 'networkx', 'textual'} & set(sys.modules)))\n"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
