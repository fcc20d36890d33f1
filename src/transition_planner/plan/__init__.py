"""What a plan says: validated, immutable, without I/O. Imports no other room but the program's own sentences."""

from __future__ import annotations
