"""Calendars as arithmetic: from instants to working minutes and back, and why a day has no work."""

from __future__ import annotations
