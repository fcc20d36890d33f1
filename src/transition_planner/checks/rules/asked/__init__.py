"""Rules that look only where they are asked for: one a file. Check does not even load them before that."""

from __future__ import annotations
