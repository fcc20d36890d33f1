"""`python -m transition_planner` is the command line."""

from __future__ import annotations

from transition_planner.cli import main

main()
