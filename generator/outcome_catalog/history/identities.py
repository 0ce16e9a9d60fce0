"""Authors as ``.mailmap`` knows them: git itself maps the names, so that its rules hold."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from outcome_catalog.history.git_command import git_answer

_CONTACT = re.compile(r"(?s)(.*?) ?<([^<>\n]*)>")


class Identity(NamedTuple):
    """A commit's author: the name and the e-mail, the latter for joining people and never for showing."""

    name: str
    email: str


def mapped_identities(root: Path, recorded: Sequence[str]) -> Sequence[Identity]:
    """The identity of each *recorded* ``Name <email>`` after .mailmap; ill-formed ones stay as they are.

    Raises GitFailedError where git cannot read its mail map.
    """
    well_formed = [contact for contact in recorded if _CONTACT.fullmatch(contact)]
    given = "".join(f"{contact}\n" for contact in well_formed).encode("utf-8", "surrogateescape")
    lines = git_answer(root, "check-mailmap", "--stdin", given=given).checked.decode("utf-8", "replace").split("\n")
    mapped = dict(zip(well_formed, lines, strict=False))
    return [_identity(mapped.get(contact, contact)) for contact in recorded]


def _identity(contact: str) -> Identity:
    """The name and the e-mail of ``Name <email>``; a text of another form is all name."""
    readable = contact.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    match = _CONTACT.fullmatch(readable)
    return Identity(match[1], match[2]) if match else Identity(readable, "")
