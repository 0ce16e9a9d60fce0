"""Text of a contributor made safe to print: nothing in it can move a cursor, colour a line or reorder it."""

import unicodedata

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def printable(text: str) -> str:
    r"""*text* with every control, format and unassigned character written as an escape such as ``\x1b``."""
    return "".join(
        char.encode("unicode_escape").decode("ascii") if unicodedata.category(char) in _INVISIBLE else char
        for char in text
    )
