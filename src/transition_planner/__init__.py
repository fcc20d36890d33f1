"""Plan an organisational transition: a text file people and git own, dates, proof, a live editor, calendars."""

from __future__ import annotations
