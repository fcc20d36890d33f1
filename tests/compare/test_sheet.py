from __future__ import annotations

from html.parser import HTMLParser

from transition_planner.compare.sheet import Sheet, html, markdown
from transition_planner.locales import speaking

SHEET = Sheet("Dates", (("a <b> | *c*", "3"), ("d_e", "-12")), ("Task", "Days"), (1,))


def test_markdown_escapes_what_it_would_obey() -> None:
    assert markdown("Plan # 1", [SHEET]) == (
        "## Plan \\# 1\n\n### Dates\n\n| Task | Days |\n| --- | --: |\n"
        "| a &lt;b> \\| \\*c\\* | 3 |\n| d\\_e | -12 |\n"
    )


def test_markdown_of_a_sheet_without_columns_has_an_empty_head() -> None:
    assert "|  |  |\n| --- | --- |\n| x | y |" in markdown("P", [Sheet("T", (("x", "y"),))])


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # its signature
        self.tags.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_html_is_one_well_formed_page_in_the_readers_language_without_scripts() -> None:
    with speaking("fi"):
        page = html("A & <script>", [SHEET])
    assert page.startswith('<!DOCTYPE html>\n<html lang="fi">')
    reader = _Reader()
    reader.feed(page)
    assert reader.open == []
    assert set(reader.tags) & {"script", "link", "img"} == set()
    assert {"A & <script>", "a <b> | *c*", "-12"} <= set(reader.words)
