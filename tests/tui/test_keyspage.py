from __future__ import annotations

from tests.tui.keyspage import PAGE, page


def test_the_page_of_the_keys_is_in_step() -> None:
    assert PAGE.read_text("utf-8") == page(), "python -m tests.tui.keyspage"
