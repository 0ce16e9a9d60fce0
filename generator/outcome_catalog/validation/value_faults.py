"""Faults of values: of the wrong type, not allowed, no day, empty, too long, in the wrong form."""

from typing import Any

from outcome_catalog.model.origin import Pointer
from outcome_catalog.nearest_names import nearest_name
from outcome_catalog.validation.date_mends import days_meant, period_meant, why_not_a_day
from outcome_catalog.validation.faults import At, Fault
from outcome_catalog.validation.keywords import Schema
from outcome_catalog.validation.mends import mend_of_form, mend_of_type
from outcome_catalog.validation.words import described, found_words, listing, plain, quoted, type_words

_DATE_FORMS = {
    "date": ("not-a-date", "no full date", "a day such as 2024-05-17"),
    "partial-date": ("not-a-date", "no date", "2024, 2024-05 or 2024-05-17"),
    "reporting-period": ("not-a-period", "no period", "2025, 2025-H1, 2025-Q3, 2025-09 or 2023-11/2024-01"),
}
_OTHER_FORMS = {
    "uri": "an address that begins with https://, http:// or mailto:",
    "email": "an e-mail address such as name@example.org",
}
_MONTH = len("2024-05")


def subject(pointer: Pointer) -> str:
    """What stands at *pointer*, as a message names it: "authors", entry 2 of "authors"."""
    if not pointer:
        return "this file"
    *before, last = pointer
    return f"entry {last + 1} of {subject(tuple(before))}" if isinstance(last, int) else quoted(last)


def wrong_type(pointer: Pointer, value: Any, expected: Any, schema: Schema) -> Fault:
    """*value* is of another type than *expected*, or nothing at all."""
    if value is None:
        return _no_value(pointer, schema)
    if schema.get("format") in _DATE_FORMS and isinstance(value, str | int | float):
        return wrong_format(pointer, value, schema["format"], schema)
    message = f"{subject(pointer)}: {type_words(expected)} is expected, found {found_words(value)}"
    mend = mend_of_type(value, schema, pointer)
    return Fault(code="wrong-type", message=message, pointer=pointer, help=mend, rank=1)


def _no_value(pointer: Pointer, schema: Schema) -> Fault:
    message = f"{subject(pointer)} has no value"
    mend = f"Write a value, or take it out. {_help(pointer, schema) or ''}".rstrip()
    return Fault(code="no-value", message=message, pointer=pointer, help=mend, at=At.KEY, rank=0)


def wrong_format(pointer: Pointer, value: Any, form: str, schema: Schema) -> Fault:
    """*value* is not what the format *form* says: no day, no period, no address."""
    if form not in _DATE_FORMS:
        return _wrong_form(pointer, value, schema, _OTHER_FORMS.get(form, form))
    code, is_what, wanted = _DATE_FORMS[form]
    why = why_not_a_day(value) if code == "not-a-date" else None
    message = f"{subject(pointer)}: {quoted(value)} {f'does not exist: {why}' if why else f'is {is_what}'}"
    meant = _meant(value, form)
    if meant:
        message = f"{message}; did you mean {listing(meant, 'or')}?"
    mend = f"Write {wanted}. {_help(pointer, schema) or ''}".rstrip()
    return Fault(code=code, message=message, pointer=pointer, help=mend, rank=2)


def _meant(value: Any, form: str) -> list[str]:
    if form == "reporting-period":
        period = period_meant(value)
        return [period] if period else []
    return [day for day in days_meant(value) if form != "date" or len(day) > _MONTH]


def not_allowed(pointer: Pointer, value: Any, allowed: list[Any], schema: Schema) -> Fault:
    """*value* is none of those that are *allowed*."""
    words = [plain(each) for each in allowed]
    likely = nearest_name(plain(value), words)
    choice = listing(words, "or") if words else "allowed; the list of what may be written here is empty"
    message = f"{subject(pointer)}: {quoted(value)} is not {'one of ' if len(words) > 1 else ''}{choice}"
    if likely is not None:
        message = f"{message}; did you mean {quoted(likely)}?"
    return Fault(code="not-allowed", message=message, pointer=pointer, help=_help(pointer, schema), rank=3)


def too_short(pointer: Pointer, least: int, schema: Schema) -> Fault:
    """A text is empty, blank or shorter than *least* characters."""
    what = "is empty" if least <= 1 else f"is too short; at least {least} characters are needed"
    message = f"{subject(pointer)} {what}"
    return Fault(code="too-short", message=message, pointer=pointer, help=_help(pointer, schema), rank=4)


def too_long(pointer: Pointer, length: int, most: int, schema: Schema) -> Fault:
    """A text is longer than *most* characters."""
    message = f"{subject(pointer)} is too long: {length:,} characters, and at most {most:,} are allowed"
    return Fault(code="too-long", message=message, pointer=pointer, help=_help(pointer, schema), rank=4)


def wrong_form(pointer: Pointer, value: str, pattern: str, schema: Schema) -> Fault:
    """A text is not in the form that *pattern* asks for."""
    if not value.strip():
        return too_short(pointer, 1, schema)
    wanted = schema.get("patternErrorMessage") or "what the key asks for"
    return _wrong_form(pointer, value, schema, wanted, mend_of_form(value, pattern))


def _wrong_form(pointer: Pointer, value: str, schema: Schema, wanted: str, meant: str | None = None) -> Fault:
    private = schema.get("writeOnly", False)
    message = f"{subject(pointer)}: {'this' if private else quoted(value)} does not fit; write {wanted}"
    if meant is not None and not private:
        message = f"{subject(pointer)}: {quoted(value)} does not fit; did you mean {quoted(meant)}?"
    mend = f"Write {wanted}. {_help(pointer, schema) or ''}".rstrip()
    return Fault(code="bad-format", message=message, pointer=pointer, help=mend, rank=5)


def out_of_range(pointer: Pointer, value: float, bound: str, schema: Schema) -> Fault:
    """A number lies outside its bounds; *bound* says which: "at least 1"."""
    message = f"{subject(pointer)}: {plain(value)} does not fit; it must be {bound}"
    return Fault(code="out-of-range", message=message, pointer=pointer, help=_help(pointer, schema), rank=6)


def wrong_count(pointer: Pointer, code: str, bound: str, schema: Schema) -> Fault:
    """A list or a group of keys has too few or too many entries; *bound* says how many it needs."""
    message = f"{subject(pointer)} has {code.replace('-', ' ')} entries; it needs {bound}"
    return Fault(code=code, message=message, pointer=pointer, help=_help(pointer, schema), at=At.KEY)


def repeated(pointer: Pointer, first: int) -> Fault:
    """An entry stands in its list for the second time; *first* is where it stood before."""
    message = f"{subject(pointer)} is the same as entry {first + 1}"
    mend = "Keep one of the two and remove the other."
    return Fault(code="repeated-entry", message=message, pointer=pointer, help=mend)


def _help(pointer: Pointer, schema: Schema) -> str | None:
    last = pointer[-1] if pointer else None
    return described(last, schema) if isinstance(last, str) else schema.get("description")
