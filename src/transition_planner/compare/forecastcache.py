"""What a plan's texts forecast, remembered by the ids of their contents in git: a text never forecasts otherwise.

What one text renamed in another is remembered, too, by both their ids.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from secrets import token_hex
from typing import Any

Forecast = dict[str, Any]
"""`{"finish": day, "dates": {id: day}}` with days as ISO text, or `{"why": sentence}` where there are no dates; of two
texts `{earlier id: later id}`."""


@dataclass(frozen=True, slots=True)
class ForecastCache:
    """The forecasts of one plan and model by content id, in one file of the person's cache folder."""

    file: Path

    @classmethod
    def of(cls, plan_id: str, model: str | None, language: str) -> ForecastCache:
        """The cache of a plan's model; each version of the program has its own, for the engine may change."""
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        name = f"{plan_id}-{model or 'plan'}-{version('transition-planner')}-{language}.json"
        return cls(Path(base) / "transition-planner" / "trend" / name)

    def read(self) -> dict[str, Forecast]:
        """All that is remembered; nothing where the file is missing or damaged."""
        with suppress(OSError, ValueError):
            found = json.loads(self.file.read_text(encoding="utf-8"))
            if isinstance(found, dict):
                return found
        return {}

    def write(self, forecasts: dict[str, Forecast]) -> None:
        """Remember these; a cache that cannot be written is done without."""
        temporary = self.file.with_name(f".{self.file.name}.{token_hex(4)}.tmp")
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(forecasts), encoding="utf-8")
            temporary.replace(self.file)
