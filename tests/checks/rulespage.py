"""Write docs/rules.md from the rules' texts: `python -m tests.checks.rulespage`, from the root."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

from tests.checks.catalogue import ACUMEN, CATALOGUE, DCMA, DECM, NOT_YET, P6, READING

from transition_planner.checks.registry import rules

if TYPE_CHECKING:
    from transition_planner.checks.rule import Rule

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
HEADINGS = (
    "What it checks",
    "Why it matters",
    "Example that fails",
    "Example that passes",
    "Remedy",
    "Source",
)

_INTRODUCTION = """\
# The rules of `check`

Written from the rules' own texts in `src/transition_planner/checks/rules/` by
`python -m tests.checks.rulespage`.

`transition-planner check PLAN` looks at each model of a plan. Errors make it end with 1; warnings and remarks do
not. Rules that look only when selected need `--select`, as in `--select TP3`. Where they draw their lines is set by
the plan's `thresholds`. What keeps a file from being read as a plan at all has the codes TP001 to TP099 and is told
before any rule runs; after the family TP9 comes TPA.

The examples leave out the head of the plan: it starts on Monday 2027-01-11, and its calendar works Monday to
Friday from 08:00 to 16:00. Where it has a register, that has the objective T1, the opportunity M1 and the threat
U1, whose moment `before` is 2027-01-31. Behind `--- # baseline` stands the plan as the revision has it that `baseline`
names, behind `--- # since` as the revision has it that `check --since` names.
"""


def sections(rule: Rule) -> dict[str, str]:
    """The sections of a rule's text by heading, without their indent."""
    _line, *parts = re.split(r"^(\S.*):$\n", rule.text, flags=re.MULTILINE)
    return {heading: dedent(body).strip("\n") for heading, body in zip(parts[::2], parts[1::2], strict=True)}


def _severity(rule: Rule) -> str:
    return f"{rule.severity}, only when selected" if rule.asked_only else rule.severity.value


def page() -> str:
    """The whole page."""
    table = [
        f"| [{rule.code}](#{rule.code.lower()}-{rule.slug}) | {rule.slug} | {_severity(rule)} | {rule.summary} |"
        for rule in rules()
    ]
    head = ["| code | name | severity | what is wrong |", "| --- | --- | --- | --- |"]
    return "\n".join([_INTRODUCTION, *head, *table, *(_chapter(rule) for rule in rules()), _catalogue()])


def _catalogue() -> str:
    """Which rules look at what the standards ask."""
    lines = [
        "\n## What the standards ask\n",
        "Rules by what the public standards of schedule quality ask; *reading* stands for what keeps a file from being",
        "read as a plan.\n",
        "| family | what is asked | rules |",
        "| --- | --- | --- |",
        *(f"| {family} | {asked} | {_links(codes)} |" for family, asked, codes in CATALOGUE),
        *(f"| | {asked} | not yet |" for asked in NOT_YET),
    ]
    standards = {
        "DCMA 14-point assessment, point": {str(number): codes for number, codes in DCMA.items()},
        "Primavera P6, Check Schedule": P6,
        "DECM": DECM,
        "Acumen Fuse": ACUMEN,
    }
    for standard, points in standards.items():
        lines += [f"\n| {standard} | rules |", "| --- | --- |"]
        lines += [f"| {point} | {_links(codes)} |" for point, codes in points.items()]
    return "\n".join(lines) + "\n"


def _links(codes: tuple[str, ...]) -> str:
    slugs = {rule.code: rule.slug for rule in rules()}
    return ", ".join(
        f"*{code}*" if code == READING else f"[{code}](#{code.lower()}-{slugs[code]})" for code in codes
    )


def _chapter(rule: Rule) -> str:
    lines = [
        f"\n## {rule.code} {rule.slug}\n",
        f"{rule.summary} Severity: {_severity(rule)}. Family: {rule.family}.",
    ]
    for heading, body in sections(rule).items():
        text = f"```yaml\n{body}\n```" if heading.startswith("Example") else " ".join(body.split())
        lines.append(
            f"\n**{heading}**\n\n{text}" if heading.startswith("Example") else f"\n**{heading}.** {text}"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
