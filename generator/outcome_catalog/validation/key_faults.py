"""Faults of keys: unknown, missing, excluding each other."""

from collections.abc import Collection, Iterator

from outcome_catalog.model.origin import Pointer
from outcome_catalog.nearest_names import nearest_name
from outcome_catalog.validation.faults import At, Fault
from outcome_catalog.validation.keywords import Schema
from outcome_catalog.validation.schemas import definition
from outcome_catalog.validation.words import described, listing, quoted, thing


def unknown_key(pointer: Pointer, present: Collection[str], schema: Schema) -> Fault:
    """The key that ends *pointer* is none of *schema*'s; the one that was meant is offered."""
    key = str(pointer[-1])
    properties = schema.get("properties", {})
    absent = {known: its for known, its in properties.items() if known not in present}
    meant = next(
        (known for known, its in absent.items() if key in its.get("x-also-written", ())), nearest_name(key, absent)
    )
    message = f"{quoted(key)} is not a key of {thing(schema)}"
    if meant is None:
        known = f"Its keys are {listing(properties)}." if properties else None
        return _key_fault("unknown-key", message, pointer, known)
    message = f"{message}; did you mean {quoted(meant)}?"
    return _key_fault("unknown-key", message, pointer, described(meant, properties[meant]) or f"Write {meant} instead.")


def missing_key(pointer: Pointer, key: str, whole: Schema, needed_by: str | None = None) -> Fault:
    """The group of keys at *pointer* lacks *key*; *needed_by* is the key beside which it is needed."""
    group = definition(whole, pointer)
    because = f"it goes with {quoted(needed_by)}" if needed_by else f"{thing(group)} needs it"
    mend = described(key, definition(group, (key,)))
    message = f"{quoted(key)} is missing; {because}"
    return Fault(code="missing-key", message=message, pointer=pointer, help=mend, at=At.KEY, missing=(key,))


def not_exactly_one(pointer: Pointer, keys: Collection[str], present: Collection[str], whole: Schema) -> Fault:
    """The group of keys at *pointer* has none or several of *keys*, of which it must have one."""
    found = [key for key in present if key in keys]
    group = definition(whole, pointer)
    choice = listing([quoted(key) for key in keys], "or")
    if found:
        message = f"{thing(group)} has exactly one of {choice}; found {listing([quoted(key) for key in found])}"
        mend = f"Keep one of {listing(found)} and take out the rest."
    else:
        message = f"{thing(group)} needs one of {choice}; there is none"
        mend = "\n".join(_choices(keys, group))
    missing = () if found else tuple(keys)
    return Fault(code="exactly-one", message=message, pointer=pointer, help=mend or None, at=At.KEY, missing=missing)


def _choices(keys: Collection[str], group: Schema) -> Iterator[str]:
    for key in keys:
        meaning = definition(group, (key,)).get("description")
        if meaning:
            yield f"{key}: {meaning}"


def not_together(pointer: Pointer, beside: str, whole: Schema) -> Fault:
    """The key that ends *pointer* does not go with the key *beside* it."""
    group = definition(whole, pointer[:-1])
    message = f"{quoted(pointer[-1])} does not go with {quoted(beside)} in {thing(group)}"
    return _key_fault("not-together", message, pointer, "Keep one of the two and take out the other.")


def _key_fault(code: str, message: str, pointer: Pointer, mend: str | None) -> Fault:
    return Fault(code=code, message=message, pointer=pointer, help=mend, at=At.KEY)
