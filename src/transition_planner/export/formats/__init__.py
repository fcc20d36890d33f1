"""One module a format, named as the person types it. Importing one does not import its library."""

from __future__ import annotations
