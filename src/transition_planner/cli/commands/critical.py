"""Print the critical path step by step, each with what it waits for.

One numbered list for each critical path; where there are several, the one that ends last comes first.

JSON: {plan, title, model, finish, paths: [[{id, title, kind, phase, start, finish, duration, float_days, critical,
missed, because}]]}. Because is the sentence that says why the step starts when it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.formatting import span
from transition_planner.cli.opening import open_schedule
from transition_planner.cli.options import json_option, language_option, plan_options
from transition_planner.cli.output import put, put_json
from transition_planner.cli.rows import head_data, named, row_data
from transition_planner.locales import _

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.schedule.schedule import Schedule
