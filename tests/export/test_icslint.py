from __future__ import annotations

import pytest
from tests.export.icslint import RULES, lint

CLEAN = "\r\n".join(  # noqa: FLY002  # a line a line
    (
        "BEGIN:VCALENDAR",
        "PRODID:-//a//b//EN",
        "VERSION:2.0",
        r"NAME:Määräajat\, kaikki",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "COLOR:teal",
        "BEGIN:VEVENT",
        "UID:one",
        "DTSTAMP:20270111T000000Z",
        "DTSTART;VALUE=DATE:20270618",
        "DTEND;VALUE=DATE:20270619",
        r"SUMMARY:Päätös\; malli",
        "CATEGORIES:Decision,joint",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "RELATED-TO;RELTYPE=FINISHTOSTART;GAP=P7D:one",
        'LINK;VALUE=URI;LINKREL="alternate":https://example.org/',
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:two",
        "DTSTAMP:20270111T000000Z",
        "DTSTART:20270625T060000Z",
        "DTEND:20270625T070000Z",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
)

MUTANTS = {
    "lines_end_with_crlf": ("COLOR:teal\r\n", "COLOR:teal\n"),
    "lines_are_short": ("joint", "joint" * 20),
    "folds_keep_characters_whole": ("SUMMARY:P\xe4\xe4t", "SUMMARY:P\xe4\udcc3\r\n \udca4t"),
    "no_control_characters": ("malli", "malli\x07"),
    "components_are_closed": ("END:VEVENT\r\nEND:VCALENDAR", "END:VCALENDAR"),
    "compulsory_properties_stand_once": ("VERSION:2.0\r\n", ""),
    "moments_are_utc": ("DTSTAMP:20270111T000000Z\r\nDTSTART;", "DTSTAMP:20270111T000000\r\nDTSTART;"),
    "transp_is_of_the_list": ("TRANSP:TRANSPARENT", "TRANSP:FREE"),
    "status_is_of_the_list": ("STATUS:CONFIRMED", "STATUS:COMPLETED"),
    "ends_come_after_starts": ("DATE:20270619", "DATE:20270618"),
    "ends_are_of_the_type_of_starts": ("DTEND;VALUE=DATE:20270619", "DTEND:20270619T000000Z"),
    "durations_can_be_read": ("GAP=P7D", "GAP=banana"),
    "links_have_value_and_relation": (';LINKREL="alternate"', ""),
    "refresh_interval_names_its_type": ("REFRESH-INTERVAL;VALUE=DURATION", "REFRESH-INTERVAL"),
    "colours_are_names": ("COLOR:teal", "COLOR:tealish"),
    "uids_are_unique": ("BEGIN:VEVENT\r\nUID:two", "BEGIN:VEVENT\r\nUID:one"),
    "relations_lead_somewhere": ("P7D:one", "P7D:three"),
    "time_zones_are_defined": ("DTEND:20270625T070000Z", "DTEND;TZID=Europe/Helsinki:20270625T100000"),
    "no_method": ("VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH"),
    "the_calendar_has_no_uid": ("VERSION:2.0", "VERSION:2.0\r\nUID:all"),
    "texts_are_escaped": (r"Päätös\;", "Päätös;"),
    "all_day_events_leave_people_free": ("X-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n", ""),
    "categories_have_no_comma_inside": ("Decision,joint", r"Decision\, joint"),
}
"""What to write in the place of what, so that one rule is broken."""


def test_a_clean_file_has_no_findings() -> None:
    assert lint(CLEAN.encode()) == {}


def test_every_rule_has_a_mutant() -> None:
    assert MUTANTS.keys() == RULES.keys()


@pytest.mark.parametrize("rule", MUTANTS)
def test_a_mutant_is_found_by_its_rule_alone(rule: str) -> None:
    good, bad = MUTANTS[rule]
    assert CLEAN.count(good) == 1
    mutant = CLEAN.replace(good, bad).encode(errors="surrogateescape")
    assert lint(mutant).keys() == {rule}
