from __future__ import annotations

from tests.checks.small import found, messages

TEXT = """
    tasks:
      draft: {{duration: 10d}}
      sign: {{duration: 1d, after: [{links}]}}
    """


def test_both_links_are_named_at_the_second() -> None:
    (finding,) = found(TEXT.format(links="draft, draft FS+5d"), "TP303")
    assert finding.message == "sign names draft twice: `draft` and `draft FS+5d`"
    assert finding.at == ("tasks", "sign", "after", 1)


def test_the_same_link_twice_is_told() -> None:
    assert messages(TEXT.format(links="draft, draft"), "TP303") == [
        "sign names draft twice: `draft` and `draft`"
    ]


def test_links_to_both_ends_are_fine() -> None:
    assert messages(TEXT.format(links="draft SS, draft FF"), "TP303") == []
