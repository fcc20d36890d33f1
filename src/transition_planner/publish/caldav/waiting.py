"""How long to wait before a request is sent again."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx


def usual_wait(attempt: int) -> float:
    """Seconds after an attempt, counted from 0: twice as long each time, spread so that not all come back at once."""
    return 2.0**attempt * random.uniform(0.5, 1.0)  # noqa: S311  # to spread load, not a secret


def asked_wait(headers: httpx.Headers) -> float | None:
    """The seconds that a server asks for, as a number or as a moment by its own clock; None where it asks nothing."""
    asked = headers.get("retry-after", "").strip()
    if asked.isdecimal():
        return float(asked)
    until = _moment(asked)
    if until is None:
        return None
    now = _moment(headers.get("date", "")) or datetime.now(UTC)
    return max(0.0, (until - now).total_seconds())


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
