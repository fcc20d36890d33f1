"""The ledger: what was last sent to calendars, so that programs see what has changed since."""

from __future__ import annotations
