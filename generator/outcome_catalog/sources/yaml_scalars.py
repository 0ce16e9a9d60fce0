"""What a plain YAML word means: the core schema of YAML 1.2, with leading zeros and dates left as text."""

import re

YamlScalar = bool | int | float | str | None

_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_MAYBE_NUMBER = frozenset("+-.0123456789")
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_MOST_DIGITS = 18


class NotANumberError(ValueError):
    """A plain word that YAML reads as infinite, as no number, or as a number too long to keep."""


def plain_scalar(word: str) -> YamlScalar:
    """The value of the plain *word*: null, a truth value, a number, or the text itself.

    Raises NotANumberError for ``.inf``, ``.nan`` and numbers that cannot be kept exactly enough.
    """
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in _MAYBE_NUMBER:
        return word
    if _INTEGER.fullmatch(word):
        return int(_kept(word))
    if _FLOAT.fullmatch(word):
        number = float(word)
        if number in (float("inf"), float("-inf")):
            raise NotANumberError(word)
        return number
    if _BASED.fullmatch(word):
        return int(_kept(word), 0)
    if _NOT_FINITE.fullmatch(word):
        raise NotANumberError(word)
    return word


def _kept(digits: str) -> str:
    if len(digits) > _MOST_DIGITS:
        raise NotANumberError(digits)
    return digits
