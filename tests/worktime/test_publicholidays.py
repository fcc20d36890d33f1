from __future__ import annotations

import subprocess
import sys
from datetime import date

import holidays
import pytest
from tests.worktime.keeping import kept

from transition_planner.worktime.publicholidays import KEPT, from_package, public_holidays

FINNISH = {
    2027: "01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-25 06-26 11-06 12-06 12-24 12-25 12-26",
    2028: "01-01 01-06 04-14 04-16 04-17 05-01 05-25 06-04 06-23 06-24 11-04 12-06 12-24 12-25 12-26",
    2029: "01-01 01-06 03-30 04-01 04-02 05-01 05-10 05-20 06-22 06-23 11-03 12-06 12-24 12-25 12-26",
}


@pytest.mark.parametrize("year", FINNISH)
def test_finnish_holidays_are_those_of_the_almanac(year: int) -> None:
    found = [day.isoformat() for day in public_holidays("FI", year, "fi")]
    assert found == [f"{year}-{day}" for day in FINNISH[year].split()]


def test_their_names_are_in_the_language_asked_for() -> None:
    friday = date(2028, 6, 23)
    assert public_holidays("FI", 2028, "fi")[friday] == "Juhannusaatto"
    assert public_holidays("FI", 2028, "en")[friday] == "Midsummer Eve"


def test_names_fall_back_to_english() -> None:
    assert public_holidays("SE", 2027, "fi")[date(2027, 6, 6)] == "National Day"


def test_a_part_of_a_country_has_its_own() -> None:
    autonomy_day = date(2027, 6, 9)
    assert autonomy_day in public_holidays("FI-01", 2027, "fi")
    assert autonomy_day not in public_holidays("FI", 2027, "fi")


@pytest.mark.parametrize(
    "region", ["FI", "FI-18", "SE", "EE", "NO", "DE-BY", "US-CA", "GB-SCT", "USA", "GU", "IL"]
)
def test_a_country_read_alone_has_the_days_the_package_gives(region: str) -> None:
    code, _, part = region.partition("-")
    for year in (2027, 2028):
        whole = holidays.country_holidays(code, subdiv=part or None, years=year)
        assert set(public_holidays(region, year, "en")) == {day for day in whole if day.year == year}


def test_the_table_of_finland_is_what_the_package_gives() -> None:
    assert KEPT.read_text(encoding="utf-8") == kept()


def test_years_outside_the_table_come_from_the_package() -> None:
    assert public_holidays("FI", 1999, "en") == from_package("FI", 1999, "en") != {}


def test_one_country_is_imported_without_the_others() -> None:
    program = (
        "import sys\n"
        "from transition_planner.worktime.publicholidays import public_holidays\n"
        "assert 'holidays' not in sys.modules\n"
        "public_holidays('FI', 2027, 'fi')\n"
        "assert 'holidays' not in sys.modules\n"
        "public_holidays('SE', 2027, 'fi')\n"
        "assert 'holidays.countries' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    ("region", "sentence"),
    [
        ("XX", "no country has the code XX: write two letters as in FI"),
        ("fi", "no country has the code fi: perhaps FI (Finland)"),
        ("Finlnd", "no country has the code Finlnd: perhaps FI (Finland)"),
        ("EE-37", "EE-37 has no public holidays of its own: write EE"),
        ("FI-Uusima", "FI has no part Uusima: perhaps FI-18"),
        ("SE-77", "SE-77 has no public holidays of its own: write SE"),
    ],
)
def test_an_unknown_region_is_refused_with_those_that_are_meant(region: str, sentence: str) -> None:
    with pytest.raises(ValueError, match="no") as refusal:
        public_holidays(region, 2027, "en")
    assert str(refusal.value).startswith(sentence)
