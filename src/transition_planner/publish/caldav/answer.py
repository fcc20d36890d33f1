"""What a server answers to a request, read to its end within bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

_FINE = range(200, 300)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer."""

    status: int
    headers: httpx.Headers
    content: bytes = b""

    @property
    def is_fine(self) -> bool:
        """Whether the server did what was asked."""
        return self.status in _FINE

    @property
    def etag(self) -> str | None:
        """What the server calls the object that it tells of."""
        etag: str | None = self.headers.get("etag")
        return etag
