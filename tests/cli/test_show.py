from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan

SCHOOLS = Path(__file__).parents[2] / "plans" / "helsinki-music-schools"


def test_a_task_is_shown_with_its_models_and_its_register_texts(tplan: Tplan) -> None:
    ended = tplan("show", "choose-model", "--model", "cooperation", "--plan", SCHOOLS)
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert lines[0] == "Decide the model (choose-model)"
    assert "Models: merger, cooperation" in lines
    assert "deadline: Fri 18 Jun 2027 (An agreement for autumn 2027)" in lines
    assert lines[-1].startswith("Serves T8: present the options for ")


def test_json_names_each_item_of_the_register(tplan: Tplan) -> None:
    told = json.loads(tplan("show", "set-up-steering-group", "--json", SCHOOLS).out)
    assert [(each["section"], each["id"]) for each in told["register"]] == [
        ("objectives", "T9"),
        ("threats", "U3"),
        ("threats", "U8"),
    ]
    assert told["fields"]["duration"] == "8d"
    assert told["models"] == ["merger", "cooperation"]


def test_a_phase_waits_for_what_its_link_names(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(
        "format: 1\n"
        "id: 7e51ff66-92ac-4ab8-9518-f75e63775da4\n"
        "title: Phases\n"
        "start: 2027-01-11\n"
        "tasks:\n"
        "  a: {duration: 1d}\n"
        "  phase:\n"
        "    after: [a FS+1ed]\n"
        "    tasks:\n"
        "      b: {duration: 1d}\n"
        "      c: {duration: 2d, after: [b]}\n"
        "  d: {after: [phase]}\n",
        encoding="utf-8",
    )
    told = json.loads(tplan("show", "phase", "--json", tmp_path).out)
    assert told["predecessors"] == [{"id": "a", "title": "a", "link": "FS+1ed", "driving": True}]
    assert told["successors"] == [{"id": "d", "title": "d", "link": "FS", "driving": True}]
    told = json.loads(tplan("show", "a", "--json", tmp_path).out)
    assert told["successors"] == [{"id": "phase", "title": "phase", "link": "FS+1ed", "driving": True}]


def test_the_rules_of_the_law_that_bind_a_task_are_told_with_their_margin(tplan: Tplan) -> None:
    for command in ("show", "why"):
        lines = tplan(command, "dissolution-meetings", SCHOOLS).out.splitlines()
        at = lines.index("Bound by:")
        assert lines[at + 1].startswith(
            "  at least 14 days from notice-dissolution-meetings to dissolution-meetings: "
            "1 day to spare, by assoc-meeting-notice ("
        )
        assert lines[at + 2].startswith("    The meeting must be called as ")
        told = json.loads(tplan(command, "dissolution-meetings", "--json", SCHOOLS).out)["law"]
        assert [(each["id"], each["first"], each["margin_days"], each["broken"]) for each in told] == [
            ("assoc-meeting-notice", "notice-dissolution-meetings", 1, False),
            ("assoc-deregistered", "dissolution-meetings", 1, False),
        ]


def test_a_task_that_no_rule_binds_says_nothing_of_the_law(tplan: Tplan) -> None:
    assert "Bound by:" not in tplan("show", "choose-model", SCHOOLS).out
