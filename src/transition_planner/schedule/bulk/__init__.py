"""The engine for large plans: whole columns at once with numpy, level by level, the same answers as the lists give.

Only from here is numpy imported, and only for plans that are large: importing it takes 70 ms.
"""

from __future__ import annotations
