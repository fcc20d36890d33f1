"""Feeds: one calendar for the whole plan and one for each organisation, each at a secret address."""

from __future__ import annotations
