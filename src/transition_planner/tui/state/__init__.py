"""What is shown, as immutable values: the plan with its schedule, the rows on show, the scale of time."""

from __future__ import annotations
