"""List the rules of `check`.

JSON: [{code, name, family, severity, asked_only, summary}]. A rule that is asked only looks where `check --select`
names it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.options import json_option, language_option
from transition_planner.cli.output import put_json, put_table
from transition_planner.locales import _

if TYPE_CHECKING:
    from transition_planner.checks.rule import Rule


@click.command()
@language_option
@json_option
def command(*, as_json: bool) -> Exit:
    """List the rules of `check`."""
    from transition_planner.checks.registry import rules  # noqa: PLC0415  # 100 ms that help does not need

    if as_json:
        put_json(list(map(_data, rules())))
    else:
        put_table([(rule.code, rule.severity.value, rule.slug, _told(rule)) for rule in rules()])
    return Exit.FINE


def _data(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.slug,
        "family": rule.family.value,
        "severity": rule.severity.value,
        "asked_only": rule.asked_only,
        "summary": rule.summary,
    }


def _told(rule: Rule) -> str:
    if rule.asked_only:
        return _("{summary} Only when selected.").format(summary=rule.summary)
    return rule.summary
