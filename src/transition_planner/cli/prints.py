"""What tells a finding from others over time: the same after lines above it have come or gone."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transition_planner.plan.finding import Finding


def fingerprint(finding: Finding) -> str:
    """32 hexadecimal digits of its code, file, way in the plan and message; not of its line."""
    parts = (
        finding.code,
        finding.place.file if finding.place else "",
        *map(str, finding.at),
        finding.message,
    )
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
