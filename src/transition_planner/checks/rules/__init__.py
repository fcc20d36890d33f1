"""One rule a file, named as its slug."""

from __future__ import annotations
