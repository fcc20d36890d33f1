from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from tests.checks.small import HEAD, TODAY, messages
from tests.law.compiling import compiled

from transition_planner.checks.run import check
from transition_planner.law.lawrule import Pack
from transition_planner.law.shelf import COMPILED, shipped, shipped_names
from transition_planner.planfile.loading import load
from transition_planner.planfile.validating import validated

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("association", "data", "employment", "funding", "licence", "premises")


def _problems(folder: Path, name: str) -> list[str]:
    plan = HEAD | {"rules": [name], "tasks": {"draft": {"duration": "1d"}}}
    (folder / "plan.yaml").write_text(yaml.safe_dump(plan))
    return [each.message for each in check(load(folder), today=TODAY) if each.code == "TP603"]


def test_the_packs_of_finland_hold_ninety_rules() -> None:
    assert shipped_names() == tuple(f"fi/{name}" for name in NAMES)
    assert {name: len(shipped(f"fi/{name}").rules) for name in NAMES} == {
        "association": 22,
        "data": 3,
        "employment": 26,
        "funding": 18,
        "licence": 19,
        "premises": 2,
    }


def test_a_pack_of_the_program_is_read_as_one_of_the_plan_is() -> None:
    for name in shipped_names():
        text = (COMPILED.parent / f"{name}.yaml").read_text(encoding="utf-8")
        read = validated(text, name, Pack)
        assert read.findings == []
        assert shipped(name) == read.entry


def test_what_the_program_reads_is_what_the_packs_say() -> None:
    assert COMPILED.read_text(encoding="utf-8") == compiled()


def test_every_rule_is_told_in_both_languages_with_an_address() -> None:
    for name in shipped_names():
        for id_, rule in shipped(name).rules.items():
            assert isinstance(rule.text, dict), id_
            assert set(rule.text) == {"fi", "en"}, id_
            assert rule.source.startswith(("https://", "http://")), id_


def test_no_two_packs_have_a_rule_of_the_same_id() -> None:
    ids = [id_ for name in shipped_names() for id_ in shipped(name).rules]
    assert len(ids) == len(set(ids))


def test_a_pack_ages_after_a_year() -> None:
    pack = Pack.model_validate(
        {"title": "Ours", "seen": "2026-01-11", "rules": {}}
        | {"rules": dict(shipped("fi/premises").rules.items())}
    )
    assert not pack.aged(TODAY)
    assert pack.aged(TODAY.replace(day=12))


def test_a_name_that_is_none_is_told_with_those_there_are() -> None:
    assert messages("rules: [fi/asociation]\ntasks: {a: {}}", "TP603") == [
        (
            "there is no rule pack fi/asociation: there are fi/association, fi/data, fi/employment, fi/funding, "
            "fi/licence, fi/premises, or a file of your own as in our-rules.yaml"
        )
    ]


@pytest.mark.parametrize("name", ["../ours.yaml", "/etc/ours.yaml"])
def test_a_pack_cannot_lie_outside_the_plans_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "plan"
    folder.mkdir()
    (tmp_path / "ours.yaml").write_text("title: Ours\n")
    assert _problems(folder, name) == [f"{name} lies outside the plan's folder"]


def test_a_pack_behind_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("title: Ours\n")
    (folder / "ours.yaml").symlink_to(tmp_path / "secret.yaml")
    assert _problems(folder, "ours.yaml") == ["ours.yaml lies outside the plan's folder"]


def test_a_pack_that_is_missing_or_wrong_is_told_with_its_place(tmp_path: Path) -> None:
    assert _problems(tmp_path, "ours.yaml") == ["ours.yaml: cannot be read (No such file or directory)"]
    (tmp_path / "ours.yaml").write_text("title: Ours\nseen: 2027-01-01\nrules: {a: {form: leadmin}}\n")
    (problem,) = _problems(tmp_path, "ours.yaml")
    assert "ours.yaml:3:" in problem
    assert "form" in problem


def test_a_pack_in_memory_has_no_folder() -> None:
    assert messages("rules: [ours.yaml]\ntasks: {a: {}}", "TP603") == [
        "ours.yaml lies in no folder: the plan is not a file"
    ]
