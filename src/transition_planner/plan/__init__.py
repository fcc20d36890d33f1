"""What a plan says: validated, immutable, without I/O. Knows no other room but the program's sentences."""

from __future__ import annotations
