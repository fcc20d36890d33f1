"""What one can do, by subject."""

from __future__ import annotations
