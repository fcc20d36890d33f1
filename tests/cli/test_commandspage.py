from __future__ import annotations

from tests.cli.commandspage import PAGE, page


def test_the_page_is_that_of_the_commands() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
