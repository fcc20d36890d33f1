"""One module a command, named as the person types it: its docstring is its help, its `command` what runs."""

from __future__ import annotations
