"""How cells are painted: text at its width, and colours by meaning."""

from __future__ import annotations
