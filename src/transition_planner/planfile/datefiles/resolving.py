"""A plan's calendars with the days of their files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from transition_planner.plan.calendar import Calendar, Days, FrozenSpan
    from transition_planner.plan.finding import Finding, KeyPath
    from transition_planner.plan.plan import Plan

    ReadFile = Callable[[str], bytes | None]
    """Gives the bytes of a file beside the plan; None where it is not to be had, and the days stay untold."""


class FileEntry(NamedTuple):
    """An entry of a calendar that names a file."""

    at: KeyPath
    """The way to it."""
    days: Days
    closures: bool
    """Whether it closes days."""

    @property
    def file(self) -> str:
        """The file's name."""
        assert self.days.from_file is not None  # noqa: S101  # that is what makes it one
        return self.days.from_file


def file_entries(plan: Plan) -> Iterator[FileEntry]:
    """The entries of a plan's calendars that name files, in the plan's order."""
    for name, calendar in plan.calendars.items():
        for key, entries, several in (
            ("closed", calendar.closed, True),
            ("open", calendar.open, True),
            ("only", calendar.window, isinstance(calendar.only, tuple)),
        ):
            for index, days in enumerate(entries):
                if days.from_file is not None:
                    way: KeyPath = ("calendars", name, key, index) if several else ("calendars", name, key)
                    yield FileEntry(way, days, closures=key == "closed")


def live_files(plan: Plan) -> tuple[str, ...]:
    """The files whose days count as they are, and not as the plan has frozen them; each once."""
    return tuple(dict.fromkeys(each.file for each in file_entries(plan) if each.days.frozen is None))


def beside(folder: Path | None) -> ReadFile:
    """Reads the files of a folder; nothing where there is none."""

    def read(name: str) -> bytes | None:
        from transition_planner.planfile.datefiles.reading import file_bytes  # noqa: PLC0415  # few plans name files

        return None if folder is None else file_bytes(folder, name)

    return read


def with_dates(plan: Plan, read: ReadFile) -> tuple[Plan, tuple[Finding, ...]]:
    """The plan with the days of its files where it has not frozen them, and why others cannot be had."""
    live = [entry for entry in file_entries(plan) if entry.days.frozen is None]
    if not live:
        return plan, ()
    from transition_planner.planfile.datefiles.reading import Unusable, spans  # noqa: PLC0415  # few plans name files

    told: dict[KeyPath, tuple[FrozenSpan, ...]] = {}
    findings: list[Finding] = []
    for entry in live:
        try:
            data = read(entry.file)
            if data is not None:
                told[entry.at] = spans(data, entry.file, plan, closures=entry.closures)
        except Unusable as unusable:
            findings.append(unusable.finding_at((*entry.at, "from-file")))
    if not told:
        return plan, tuple(findings)
    with_files = {entry.at[1] for entry in live}
    calendars = {
        name: _with(calendar, name, told) if name in with_files else calendar
        for name, calendar in plan.calendars.items()
    }
    return plan.model_copy(update={"calendars": calendars}), tuple(findings)


def _with(calendar: Calendar, name: str, told: dict[KeyPath, tuple[FrozenSpan, ...]]) -> Calendar:
    update: dict[str, object] = {}
    for key in ("closed", "open", "only"):
        entries: tuple[Days, ...] | Days | None = getattr(calendar, key)
        if isinstance(entries, tuple):
            update[key] = tuple(
                _told(days, told.get(("calendars", name, key, index))) for index, days in enumerate(entries)
            )
        elif entries is not None:
            update[key] = _told(entries, told.get(("calendars", name, key)))
    return calendar.model_copy(update=update)


def _told(days: Days, spans: tuple[FrozenSpan, ...] | None) -> Days:
    return days if spans is None else days.with_live(spans)
