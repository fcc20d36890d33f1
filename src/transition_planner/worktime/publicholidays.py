"""Public holidays of countries and their parts, from the package `holidays`; Finland's also from a table of it."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holidays import HolidayBase

KEPT = Path(__file__).parent / "finland.json"


@cache
def public_holidays(region: str, year: int, language: str) -> Mapping[date, str]:
    """The public holidays of a year with their names, in order; the package knows none after 2100.

    Args:
        region: a country (`FI`), or a part of one (`FI-01`).
        year: the year they fall in, days off in lieu included.
        language: the code of the language for the names; where the country's holidays have none in it, in
            English, else in the country's own.

    Raises:
        ValueError: if there is no such region, naming those that are meant perhaps.
    """
    if region == "FI" and language in _kept() and str(year) in _kept()[language]:
        named = _kept()[language][str(year)]
        return {date.fromisoformat(f"{year}-{day}"): name for day, name in named.items()}
    return from_package(region, year, language)


def from_package(region: str, year: int, language: str) -> Mapping[date, str]:
    """What `public_holidays` gives, whatever the table has."""
    code, _dash, part = region.partition("-")
    country = _country(code)
    if part and part not in country.subdivisions:
        raise ValueError(_unknown_part(region, country))
    found = country(
        years=year,
        subdiv=part or None,
        expand=False,
        language=_spoken(country, language),
        categories="public",
    )
    return {day: found[day] for day in sorted(found) if day.year == year}


@cache
def _kept() -> dict[str, dict[str, dict[str, str]]]:
    """The names of Finland's holidays by language, year and day; tests hold them to be those of the package.

    To import the package costs a command a fifth of its time, 60 ms.
    """
    return cast("dict[str, dict[str, dict[str, str]]]", json.loads(KEPT.read_bytes()))


@cache
def _country(code: str) -> type[HolidayBase]:
    import holidays  # noqa: PLC0415  # 20 ms, and calendars without holidays need none of it
    from holidays.registry import COUNTRIES  # noqa: PLC0415  # as above

    module = next((module for module, names in COUNTRIES.items() if code in names[1:]), None)
    if module is None:
        raise ValueError(_unknown_country(code))
    # Importing a country the plain way runs the package `holidays.countries`, which imports all 250 of them
    # (75 ms); found by its path, a country's module comes alone (6 ms).
    folder = Path(holidays.__path__[0], "countries")
    spec = PathFinder.find_spec(f"holidays.countries.{module}", [str(folder)])
    if spec is None or spec.loader is None:
        raise ImportError(name=f"holidays.countries.{module}", path=str(folder))
    loaded = module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return cast("type[HolidayBase]", getattr(loaded, code))


def _spoken(country: type[HolidayBase], language: str) -> str | None:
    for wanted in (language, "en"):
        for supported in country.supported_languages:
            if supported.partition("_")[0] == wanted:
                return supported
    return None


def _unknown_country(code: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  # 2 ms that only wrong names need

    from holidays.registry import COUNTRIES  # noqa: PLC0415  # loaded already by the only caller

    codes: dict[str, str] = {}
    for module, (_class, short, *others) in COUNTRIES.items():
        title = module.replace("_", " ")
        shown = f"{short} ({title.title()})"
        codes |= dict.fromkeys((title, short.lower(), *(other.lower() for other in others)), shown)
    close = dict.fromkeys(codes[match] for match in get_close_matches(code.lower(), codes, n=5))
    if not close:
        return _("no country has the code {code}: write two letters as in FI").format(code=code)
    return _("no country has the code {code}: perhaps {countries}").format(
        code=code, countries=", ".join(close)
    )


def _unknown_part(region: str, country: type[HolidayBase]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  # 2 ms that only wrong names need

    code, _dash, part = region.partition("-")
    if not country.subdivisions:
        return _("{region} has no public holidays of its own: write {code}").format(region=region, code=code)
    parts = {name.lower(): name for name in country.subdivisions}
    parts |= {title.lower(): name for title, name in country.subdivisions_aliases.items()}
    close = dict.fromkeys(parts[match] for match in get_close_matches(part.lower(), parts, n=5))
    return _("{code} has no part {part}: perhaps {parts}").format(
        code=code,
        part=part,
        parts=", ".join(f"{code}-{name}" for name in close or country.subdivisions),
    )
