"""The Gantt chart."""

from __future__ import annotations
