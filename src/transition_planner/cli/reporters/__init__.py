"""Formats of `check`, one a file: each has `lines(reports)`, which turns reports into lines of data."""

from __future__ import annotations
