"""What leaves the program for others: one format a file, found by the registry."""

from __future__ import annotations
