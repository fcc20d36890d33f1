"""What tells a finding from others over time: the same after lines above it have come or gone, or dates have moved."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from transition_planner.plan.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """For each finding 32 hexadecimal digits of its code, file and way in the plan; of several alike also a number.

    Not of its line, nor of its message, which changes with dates and with the language; as with `--since`, what one
    rule finds at one entry is the same finding.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        file = finding.place.file if finding.place else ""
        way = (step for step in finding.at if isinstance(step, str))  # any edit of a list shifts its indexes
        text = "\0".join((finding.code, file, *way)).encode("utf-8", "surrogatepass")
        found = blake2b(text, digest_size=16).hexdigest()
        seen[found] += 1
        yield found if seen[found] == 1 else f"{found}-{seen[found]}"
