"""List the rules of `check`.

JSON: [{code, name, family, severity, summary}].
"""

from __future__ import annotations

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.options import json_option, language_option
from transition_planner.cli.output import put_json, put_table


@click.command()
@language_option
@json_option
def command(*, as_json: bool) -> Exit:
    """List the rules of `check`."""
    from transition_planner.checks.registry import rules  # noqa: PLC0415  # 100 ms that help does not need

    told = [
        {
            "code": rule.code,
            "name": rule.slug,
            "family": rule.family.value,
            "severity": rule.severity.value,
            "summary": rule.text.partition("\n")[0],
        }
        for rule in rules()
    ]
    if as_json:
        put_json(told)
    else:
        put_table([(each["code"], each["severity"], each["name"], each["summary"]) for each in told])
    return Exit.FINE
