"""Edits of a plan: named commands, each of which splices a few spans of the text and gives a new document."""

from __future__ import annotations
