"""The form with all fields of a task."""

from __future__ import annotations
