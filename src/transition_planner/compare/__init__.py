"""Plans against each other: a plan with its earlier revisions, and the models of one plan."""

from __future__ import annotations
