"""Days from files that others keep: closures and meetings as iCalendar or as a table, beside the plan."""

from __future__ import annotations
