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
