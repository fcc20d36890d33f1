"""Branches of a plan merged by task and field, for git."""

from __future__ import annotations
