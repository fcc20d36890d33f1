"""A collection of the plan's own on a calendar server (CalDAV, RFC 4791), kept in step with the plan."""

from __future__ import annotations
