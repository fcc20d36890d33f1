"""iCalendar (RFC 5545, RFC 7986): which dates go out, their texts, and their bytes."""

from __future__ import annotations
