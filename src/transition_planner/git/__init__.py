"""What git knows of a file: its revisions, and when each of its lines was written."""

from __future__ import annotations
