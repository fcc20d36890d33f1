"""Texts that are hard to carry through a calendar file."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = [
    *"\\Nn,;:\"'^|%åäöÅÄÖ”é \n\r\t\x85\u2028\u2029\x07\x9f",
    r"\\palvelin\Neuvosto",
    "\r\n",
    "a\u0308",
    "😀",
    "👩🏽\u200d🎓",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.characters()), max_size=80).map("".join)
