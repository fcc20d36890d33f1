from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan

PLAN = Path(__file__).parents[3] / "plans" / "helsinki-music-schools"


def test_the_rules_are_listed_by_code(tplan: Tplan) -> None:
    ended = tplan("rules", "list")
    assert ended.code == 0
    assert "\nTP601  error    statutory-time-missed " in ended.out
    told = json.loads(tplan("rules", "list", "--json").out)
    assert [each["code"] for each in told] == sorted(each["code"] for each in told)
    assert told[0].keys() == {"code", "name", "family", "severity", "asked_only", "summary"}


def test_a_rule_is_explained_by_code_or_name(tplan: Tplan) -> None:
    by_code, by_name = tplan("rules", "explain", "tp601"), tplan("rules", "explain", "statutory-time-missed")
    assert by_code == by_name
    assert by_code.out.startswith("TP601 statutory-time-missed (error, law)\n\nThe dates of two tasks")
    assert "\nRemedy:\n" in by_code.out


def test_a_rule_of_the_law_is_explained_by_its_id(tplan: Tplan) -> None:
    assert tplan("rules", "explain", "coop-proposal-five-days", "--language", "en").out.splitlines()[:2] == [
        "coop-proposal-five-days (statutory, lead-min)",
        "  at least 5 days from negotiation-proposal to change-negotiations",
    ]


def test_a_rule_that_is_none_is_told_with_the_nearest(tplan: Tplan) -> None:
    ended = tplan("rules", "explain", "TP661")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("Error: There is no rule TP661. Did you mean ")


def test_the_law_is_printed_for_all_packs_or_for_those_of_a_plan(tplan: Tplan) -> None:
    everything = json.loads(tplan("rules", "law", "--json").out)
    assert len(everything) == 90
    assert json.loads(tplan("rules", "law", PLAN, "--json").out) != []
    assert tplan("rules", "law", PLAN.parent / "demo").out == ""


def test_rules_that_no_task_uses_are_listed(tplan: Tplan) -> None:
    unused = {each["id"] for each in json.loads(tplan("rules", "law", PLAN, "--unused", "--json").out)}
    assert "city-one-year-registered" in unused
    assert "tpo-licence-year-ahead" not in unused
    assert tplan("rules", "law", "--unused").code == 2


def test_a_pack_that_cannot_be_used_is_told(tplan: Tplan, tmp_path: Path) -> None:
    head = "format: 1\nid: 7e51ff66-92ac-4ab8-9518-f75e63775da4\ntitle: Broken\nstart: 2027-01-11\n"
    (tmp_path / "plan.yaml").write_text(f"{head}rules: [fi/lisence]\ntasks: {{a: {{}}}}\n")
    ended = tplan("rules", "law", tmp_path)
    assert ended.code == 1
    assert ended.err.startswith("Error: there is no rule pack fi/lisence: ")
