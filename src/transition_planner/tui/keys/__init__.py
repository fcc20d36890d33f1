"""Commands and their keys: by name, and the person's own ones."""

from __future__ import annotations
