from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from transition_planner.law.lawrule import LawRule
from transition_planner.law.wording import certainty, form, origin

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Tplan

PLAN = Path(__file__).parents[3] / "plans" / "helsinki-music-schools"
PACKS = ("association", "licence", "employment", "funding", "data", "premises")
HEAD = "format: 1\nid: 7e51ff66-92ac-4ab8-9518-f75e63775da4\ntitle: Broken\nstart: 2027-01-11\n"


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
        "  at least 5 days from negotiation-proposal to change-negotiations, of employers of at least 20 people",
    ]


def test_a_lawyer_reads_about_a_rule_in_finnish(tplan: Tplan) -> None:
    told = tplan("rules", "explain", "assoc-auditor", "--language", "fi").out.splitlines()
    assert told[0] == "assoc-auditor (lakisääteinen, raja-arvo, luettavaksi)"
    assert told[-2].startswith("  Lähde: säädös; varmuus: kohtalainen; verrattu lakiin ")


@pytest.mark.parametrize(("field", "word"), [("form", form), ("seen", origin), ("certainty", certainty)])
def test_what_packs_say_in_a_word_all_has_words(field: str, word: Callable[[LawRule], str]) -> None:
    for value in get_args(LawRule.model_fields[field].annotation):
        assert word(LawRule.model_construct(**{field: value})) == value


def test_a_rule_that_is_none_is_told_with_the_nearest(tplan: Tplan) -> None:
    ended = tplan("rules", "explain", "TP661")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("Error: There is no rule TP661. Did you mean ")


def test_the_law_is_printed_for_all_packs_or_for_those_of_a_plan(tplan: Tplan) -> None:
    everything = json.loads(tplan("rules", "law", "--json").out)
    assert len(everything) == 90
    assert json.loads(tplan("rules", "law", PLAN, "--json").out) != []
    nothing = tplan("rules", "law", PLAN.parent / "demo")
    assert (nothing.code, nothing.out) == (0, "")
    assert nothing.err == "No rules: the plan names no packs, or it has tasks for each of their rules.\n"


def test_rules_that_no_task_uses_are_listed(tplan: Tplan) -> None:
    unused = {each["id"] for each in json.loads(tplan("rules", "law", PLAN, "--unused", "--json").out)}
    assert "city-one-year-registered" in unused
    assert "tpo-licence-year-ahead" not in unused
    assert tplan("rules", "law", "--unused").code == 2


def test_a_pack_that_cannot_be_used_is_told(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(f"{HEAD}rules: [fi/lisence]\ntasks: {{a: {{}}}}\n")
    ended = tplan("rules", "law", tmp_path)
    assert ended.code == 1
    assert ended.err.startswith("Error: there is no rule pack fi/lisence: ")


def test_the_law_is_a_table_for_each_pack_as_html_or_markdown(tplan: Tplan) -> None:
    html = tplan("rules", "law", PLAN, "--format", "html").out
    assert html.count("<table>") == len(PACKS)
    assert html.count("<tr><td>") == len(json.loads(tplan("rules", "law", PLAN, "--json").out))
    markdown = tplan("rules", "law", "--format", "markdown").out
    assert "| Rule | Kind | What it asks | Tags | In a sentence | Act and section | Address |" in markdown
    assert (
        "\n| coop-proposal-five-days | statutory, lead-min | at least 5 days from negotiation-proposal"
        in markdown
    )


def test_what_a_plan_sets_by_itself_is_told_with_the_rule(tplan: Tplan, tmp_path: Path) -> None:
    parameters = "{assoc-meeting-notice: 7, assoc-contest-three-months: false}"
    (tmp_path / "plan.yaml").write_text(
        f"{HEAD}rules: [fi/association]\nrule-parameters: {parameters}\ntasks: {{a: {{}}}}\n"
    )
    told = {each["id"]: each for each in json.loads(tplan("rules", "law", tmp_path, "--json").out)}
    notice = told["assoc-meeting-notice"]
    assert notice["asks"] == "at least 7 days from meeting-notice to association-meeting"
    assert notice["note"].startswith("The plan sets this time; the pack has 14 days. ")
    assert told["assoc-contest-three-months"]["note"].startswith("The plan says that it does not apply. ")
    assert "at least 7 days" in tplan("rules", "explain", "assoc-meeting-notice", tmp_path).out
    assert "at least 14 days" in tplan("rules", "explain", "assoc-meeting-notice").out


def test_a_rule_of_the_plans_own_pack_is_explained_with_the_plan(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(
        "title: Ours\nseen: 2027-01-01\nrules:\n  be-kind:\n    {form: content, text: Be kind., law: Ours, "
        "section: 1 §, source: https://example.org, seen: memory, certainty: low, severity: practice}\n"
    )
    (tmp_path / "plan.yaml").write_text(f"{HEAD}rules: [ours.yaml]\ntasks: {{a: {{}}}}\n")
    assert tplan("rules", "explain", "be-kind").code == 2
    ended = tplan("rules", "explain", "be-kind", tmp_path)
    assert ended.out.startswith("be-kind (practice, content, for reading)\n  Be kind.\n  Ours, 1 §: ")
    assert tplan("rules", "explain", "be-kin", tmp_path).err.startswith(
        "Error: There is no rule be-kin. Did you mean be-kind?"
    )
