from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_checking_a_sound_plan_loads_no_heavy_library() -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from transition_planner.checks.run import check\n"
        "from transition_planner.planfile.loading import load\n"
        "check(load(Path('plans/helsinki-music-schools')))\n"
        "print(sorted({'icalendar', 'networkx', 'numpy', 'rich', 'textual'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert done.stdout == "[]\n"
