"""Questions, lists and lines to fill in above the screen."""

from __future__ import annotations
