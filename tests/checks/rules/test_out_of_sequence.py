from __future__ import annotations

import pytest
from tests.checks.small import messages

TEXT = """
    status-date: 2027-01-20
    tasks:
      draft: {duration: 5d, started: 2027-01-11, finished: 2027-01-15}
      print: {duration: 5d, after: [draft%s], started: %s}
    """


@pytest.mark.parametrize(
    ("link", "started"),
    [("", "2027-01-18"), (" SS", "2027-01-12"), (" FS-2d", "2027-01-14")],
    ids=["after it", "beside it", "with a lead"],
)
def test_what_the_link_allows_is_in_sequence(link: str, started: str) -> None:
    assert messages(TEXT % (link, started), "TP701") == []


def test_a_start_before_the_predecessor_was_finished_is_found_even_on_its_last_day() -> None:
    assert messages(TEXT % ("", "2027-01-15"), "TP701") == [
        "print went ahead although draft was not done (draft)"
    ]
