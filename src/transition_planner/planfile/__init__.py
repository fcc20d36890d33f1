"""The plan's file: from text to a validated plan with positions, and edits as splices of the text."""

from __future__ import annotations
