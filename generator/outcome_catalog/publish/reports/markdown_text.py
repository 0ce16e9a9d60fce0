"""Text of contributors in Markdown: shown as it is written, never read as markup."""

import re
import unicodedata
from functools import lru_cache

_ALWAYS = re.compile(r"[\\`*\[\]<|~$]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_THE_START = re.compile(r"^(\s*)(?:(>|[-+](?=\s|$)|#(?=#*(?:\s|$))|=(?==*\s*$))|(\d+)([.)])(?=\s|$))")
_NOT_SEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@lru_cache(maxsize=20_000)  # the same titles stand in report after report
def escaped(text: str) -> str:
    """*text* on one line, with every sign that Markdown would read escaped."""
    one_line = " ".join(seen(text).split(" "))
    found = _ALWAYS.sub(lambda sign: f"\\{sign[0]}", one_line)
    found = _UNDERSCORE.sub(r"\\_", found)
    found = _ENTITY.sub(r"\\&", found)
    return _AT_THE_START.sub(_start_escaped, found)


def seen(text: str) -> str:
    """*text* without characters that move a cursor, end a line or turn the direction of reading."""
    if text.isprintable():
        return text
    return "".join(" " if unicodedata.category(character) in _NOT_SEEN else character for character in text)


def code(text: str) -> str:
    """*text* as a piece of code, whatever backticks it holds."""
    text = seen(text)
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    space = " " if "`" in text else ""
    return f"{fence}{space}{text}{space}{fence}"


def heading_slug(title: str) -> str:
    """The name that a heading is linked by, as the forges make it."""
    kept = "".join(character for character in title.lower() if character.isalnum() or character in " -_")
    return kept.strip().replace(" ", "-")


def _start_escaped(found: "re.Match[str]") -> str:
    space, sign, number, after = found.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{after}"
