"""Texts that would cost the sanitiser more than a moment, found by counting before it reads them.

An HTML parser's work grows with how deep elements nest, and an unclosed ``<b>`` is opened again in every later
paragraph: both are quadratic in what a contributor writes. The limits are far above what people write by hand.
"""

import re
from collections import Counter

_LIMIT = 4_000_000
_RAW_OPENING = re.compile(r"<(?!(?:br|hr|img|input|wbr)\b)[A-Za-z]")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
_NEVER_NESTS = frozenset({"br", "hr", "img", "input", "wbr", "p"})


def raw_html_costs_too_much(text: str, html: str) -> bool:
    """True where the raw tags in the Markdown *text* could be opened again too often in *html*."""
    return len(_RAW_OPENING.findall(text)) * html.count("<") > _LIMIT


def nests_too_deep(html: str) -> bool:
    """True where the depths of all elements of *html* add up to too much."""
    open_tags: Counter[str] = Counter()
    depth = work = 0
    for closing, name in _TAG.findall(html):
        if name in _NEVER_NESTS or (closing and not open_tags[name]):
            continue
        step = -1 if closing else 1
        open_tags[name] += step
        depth += step
        work += depth
        if work > _LIMIT:
            return True
    return False
