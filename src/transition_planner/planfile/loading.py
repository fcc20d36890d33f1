"""Reading a plan: file → text → data → validated plan, or all that is wrong with it at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.plan.collector import collector_paused
from transition_planner.plan.finding import Finding
from transition_planner.plan.plan import Plan
from transition_planner.plan.register import Register
from transition_planner.plan.task import Task
from transition_planner.planfile.datefiles.resolving import beside, with_dates
from transition_planner.planfile.document import BOM, Document, digest_of, register_name
from transition_planner.planfile.inside import OutsideError, TooLargeError, bytes_inside
from transition_planner.planfile.limits import LARGEST
from transition_planner.planfile.messages import wrong_values
from transition_planner.planfile.references import References
from transition_planner.planfile.starts import Starts
from transition_planner.planfile.syntax import MOST_FINDINGS
from transition_planner.planfile.validating import too_large, validated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from pydantic import ValidationError

    from transition_planner.plan.finding import KeyPath
    from transition_planner.planfile.datefiles.resolving import ReadFile
    from transition_planner.planfile.validating import Validated

PLAN_FILE = "plan.yaml"

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class PlanFileError(Exception):
    """A plan that cannot be used."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings
        """Everything found, in file order, with places; only a file that cannot be opened has none."""


def load(path: Path) -> Document:
    """Read a plan: its folder, or the plan file itself, with the register it names.

    Raises:
        PlanFileError: if it cannot be read or is wrong.
    """
    file = path / PLAN_FILE if path.is_dir() else path
    text = _read(file, str(file))
    if isinstance(text, Finding):
        raise PlanFileError((text,))
    return replace(parse(text, name=str(file), folder=file.parent), path=file)


def parse(
    text: str,
    *,
    name: str = PLAN_FILE,
    register_text: str | None = None,
    folder: Path | None = None,
    read_file: ReadFile | None = None,
) -> Document:
    """Read a plan's text; `name` is the file's in findings.

    The register's text is `register_text`, else it is read from `folder`; without both the register stays unread,
    and what refers to it unchecked. Files of dates are read by `read_file`, else from `folder`; without both they have
    no days.

    Raises:
        PlanFileError: if it is wrong.
    """
    digest = digest_of(text.encode("utf-8", "surrogatepass"))
    bom = text.startswith(BOM)
    text = text.removeprefix(BOM)
    with collector_paused(set_aside=True):
        reading = validated(text, name, Plan)
        plan = reading.entry
        register = None
        if plan is not None:
            if register_text is None and folder is not None and plan.register_ is not None:
                register_text = _register_text(folder, plan.register_, reading)
            if register_text is not None and plan.register_ is not None:
                register_text = register_text.removeprefix(BOM)
                register = validated(register_text, register_name(name, plan.register_), Register)
            plan, wrong = with_dates(plan, read_file or beside(folder))
            reading.add(finding if finding.place else _placed(finding, reading) for finding in wrong)
            reading.add(_wrong_references(plan, reading, register))
    findings = (*reading.findings, *(register.findings if register else ()))
    if findings or plan is None or reading.raw is None:
        raise PlanFileError(_told(sorted(findings, key=_file_order(name))))
    return Document(
        path=None,
        name=name,
        text=text,
        plan=plan,
        register=register.entry if register else None,
        register_text=register_text if register else None,
        digest=digest,
        starts=Starts.of_rows(reading.raw.rows),
        bom=bom,
        read_file=read_file,
    )


def _told(findings: list[Finding]) -> tuple[Finding, ...]:
    """The first of the findings, and where reading has ended with them, that it has."""
    if len(findings) < MOST_FINDINGS:
        return tuple(findings)
    last = findings[MOST_FINDINGS - 1]
    more = Finding(
        "TP006",
        _("more may be wrong from here on"),
        hint=_("Correct this first: no more than {number} findings are told at a time.").format(
            number=MOST_FINDINGS
        ),
        place=last.place,
    )
    return (*findings[:MOST_FINDINGS], more)


def _placed(finding: Finding, reading: Validated[Plan]) -> Finding:
    return replace(finding, place=reading.places.at(finding.at))


def _wrong_references(
    plan: Plan, reading: Validated[Plan], register: Validated[Register] | None
) -> Iterator[Finding]:
    """The findings of `References`, each with its place."""
    places, suggestions = reading.places, reading.suggestions

    def line(at: KeyPath) -> int:
        return places.at(at, key=True).line

    def in_override(error: ValidationError, fields: Mapping[str, object], way: KeyPath) -> Iterable[Finding]:
        return wrong_values(error, fields, Task, places, suggestions, way)

    references = References(plan, register.entry if register else None, suggestions, line, in_override)
    for finding in references.findings():
        # A value left out because it was wrong makes others look inconsistent.
        if reading.partial and finding.code == "TP003":
            continue
        if finding.place is not None:
            yield finding
        elif finding.register and register is not None:
            yield replace(finding, place=register.places.at(finding.at))
        else:
            key = finding.code in {"TP002", "TP004"} or finding.at[-2:-1] == ("overrides",)
            yield replace(finding, place=places.at(finding.at, key=key))


def _read(file: Path, name: str) -> str | Finding:
    """The file's text, with lone surrogates for bytes that are no UTF-8; or why it cannot be read."""
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        return _unread(name, error)
    return too_large(name) if len(data) > LARGEST else _decoded(data, name)


def _unread(name: str, error: OSError | ValueError | TooLargeError) -> Finding:
    """Why a file cannot be read."""
    if isinstance(error, TooLargeError):
        return too_large(name)
    if isinstance(error, FileNotFoundError):
        return Finding(
            "TP006",
            _("{file}: there is no such file").format(file=name),
            hint=_("Name a plan file, or a folder that holds {file}.").format(file=PLAN_FILE),
        )
    reason = error.strerror if isinstance(error, OSError) else None
    return Finding(
        "TP006", _("{file}: cannot be read ({reason})").format(file=name, reason=reason or str(error))
    )


def _decoded(data: bytes, name: str) -> str | Finding:
    """The text of a file's bytes, see `_read`."""
    if data.startswith(_UTF_16):
        return Finding(
            "TP006",
            _("{file}: the file is in UTF-16").format(file=name),
            hint=_("Save the file in the encoding UTF-8."),
        )
    return data.decode("utf-8", "surrogateescape")


def _register_text(folder: Path, register: str, reading: Validated[Plan]) -> str | None:
    """The text of the register that a plan names; where it cannot be read the finding is noted."""
    place = reading.places.at(("register",))
    try:
        text = _decoded(bytes_inside(folder, register, LARGEST), register)
    except (OutsideError, ValueError):
        reading.findings.append(
            Finding(
                "TP006",
                _("the register lies outside the plan's folder"),
                at=("register",),
                hint=_("Put it beside the plan and write its name, for example register.yaml."),
                place=place,
            )
        )
        return None
    except (OSError, TooLargeError) as error:
        text = _unread(register, error)
    if isinstance(text, Finding):
        hint = _("Put it beside the plan, or delete the key.")
        reading.findings.append(replace(text, at=("register",), place=place, hint=hint))
        return None
    return text


def _file_order(name: str) -> Callable[[Finding], tuple[bool, int, int, str]]:
    """The order of the plan's lines, then the register's."""

    def order(finding: Finding) -> tuple[bool, int, int, str]:
        place = finding.place
        if place is None:
            return False, 0, 0, finding.message
        return place.file != name, place.line, place.column, finding.message

    return order
