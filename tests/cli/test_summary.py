from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan

SCHOOLS = Path(__file__).parents[2] / "plans" / "helsinki-music-schools"


def test_as_many_findings_are_counted_as_check_tells_those_of_today_included(tplan: Tplan) -> None:
    told = json.loads(tplan("check", "--json", "--model", "merger", SCHOOLS).out)
    summed = json.loads(tplan("summary", "--json", "--model", "merger", SCHOOLS).out)
    severities = [each["severity"] for each in told["findings"]]
    assert summed["remarks"] == severities.count("info") > 0
    assert (summed["errors"], summed["warnings"]) == (severities.count("error"), severities.count("warning"))
