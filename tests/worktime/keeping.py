"""Write the table of Finland's holidays that the program reads: `python -m tests.worktime.keeping`, from the root."""

from __future__ import annotations

import json

from transition_planner.worktime.publicholidays import KEPT, from_package

YEARS = range(2020, 2061)


def kept() -> str:
    """What the package `holidays` gives, by language, year and day."""
    table = {
        language: {
            str(year): {f"{day:%m-%d}": name for day, name in from_package("FI", year, language).items()}
            for year in YEARS
        }
        for language in ("en", "fi")
    }
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    KEPT.write_text(kept(), encoding="utf-8")
