"""Law as data: packs of statutory and customary lead times, and what a model's dates make of them."""

from __future__ import annotations
