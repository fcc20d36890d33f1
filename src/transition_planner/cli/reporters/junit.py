"""JUnit's XML, which every build server shows: a test suite for each plan, a test for each rule that looked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from transition_planner.cli.report import Report
    from transition_planner.plan.finding import Finding

_READING = "reading"


def lines(reports: Sequence[Report]) -> Iterator[str]:
    """Errors and warnings fail their rule's test; remarks are its output."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<testsuites name="transition-planner">'
    for report in reports:
        yield from _suite(report)
    yield "</testsuites>"


def _suite(report: Report) -> Iterator[str]:
    tests = _tests(report)
    failed = sum(any(each.severity != "info" for each in found) for found in tests.values())
    yield f'  <testsuite name={_attribute(report.path)} tests="{len(tests)}" failures="{failed}" errors="0">'
    for name, found in tests.items():
        failures = [each for each in found if each.severity != "info"]
        remarks = [each for each in found if each.severity == "info"]
        place = found[0].place if found else None
        where = f' file={_attribute(place.file)} line="{place.line}"' if place else ""
        yield f"    <testcase classname={_attribute(report.path)} name={_attribute(name)}{where}>"
        if failures:
            kind, text = failures[0].severity, _text(failures)
            yield f"      <failure type={_attribute(kind)} message={_attribute(failures[0].message)}>{text}</failure>"
        if remarks:
            yield f"      <system-out>{_text(remarks)}</system-out>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _tests(report: Report) -> dict[str, list[Finding]]:
    """The findings by test, also the tests that pass; what no rule found kept the plan from being looked at."""
    names = {rule.code: f"{rule.code} {rule.slug}" for rule in report.rules}
    tests: dict[str, list[Finding]] = {name: [] for name in (_READING, *names.values())}
    for finding in report.findings:
        tests[names.get(finding.code, _READING)].append(finding)
    return tests


def _text(findings: Sequence[Finding]) -> str:
    shown = (f"{each.place}: {each.message}\n  = {each.hint}" for each in findings)
    return escape(_allowed("\n".join(shown)))


def _attribute(text: str) -> str:
    return quoteattr(_allowed(text))


def _allowed(text: str) -> str:
    """The text with a mark for each character that XML cannot hold."""
    return "".join(
        each if each in "\t\n\r" or (each >= " " and not _odd(each)) else "\ufffd" for each in text
    )


def _odd(character: str) -> bool:
    return "\ud800" <= character <= "\udfff" or character in "\ufffe\uffff"
