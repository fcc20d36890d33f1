"""The commands of `rules`, one a file; their docstrings are their help."""

from __future__ import annotations
