"""The plan's file while it is open: the crash journal, and what other programs write."""

from __future__ import annotations
