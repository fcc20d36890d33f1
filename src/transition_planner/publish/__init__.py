"""Calendars that follow the plan: feeds to subscribe to, and collections on a calendar server."""

from __future__ import annotations
