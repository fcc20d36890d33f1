"""The table of tasks beside the chart, with one cursor and one scroll position."""

from __future__ import annotations
