"""The grade of a reuse: who made the commit that tells of it, and whether the use can be seen (data-model §6)."""

import posixpath
import re
from typing import Any

from tests.recount.known import Known
from tests.recount.lineages import Commit
from tests.recount.people import side
from tests.recount.source_files import Document

GRADES = ("claimed", "attested", "verified")


def record_grade(
    known: Known, document: Document, artifact: str | None, used_in: dict[str, Any]
) -> tuple[str, Commit | None]:
    """The grade of a record, and the commit that proves it."""
    if "withdrawn" in document.data:
        return "withdrawn", None
    if artifact is None or (used_in["artifact"] and used_in["artifact"] not in known.artifacts):
        return "broken", None
    proof = _vouching_commit(known, document, artifact)
    if proof is None:
        return "claimed", None
    is_seen = known.is_file_here(used_in) or (used_in["artifact"] and _shows(known, used_in["artifact"], artifact))
    return "verified" if is_seen else "attested", proof


def _vouching_commit(known: Known, document: Document, artifact: str) -> Commit | None:
    """The commit of the reusing side that brought in the record as it stands, or by which somebody confirmed it."""
    by_whom = side(document.data["used_by"])
    since = known.as_it_stands_since(document)
    for commit, who in _vouchers(known, document) if since and by_whom else ():
        person = known.people.author(commit)
        by_the_one = person is not None and who in (None, person)
        is_author = person in (known.artifacts[artifact].data.get("authors") or ())
        in_time = since.order <= commit.order and commit.known_since <= known.day
        if by_the_one and in_time and not is_author and by_whom in known.people.sides(person, commit.day):
            return commit
    return None


def _vouchers(known: Known, document: Document) -> list[tuple[Commit, str | None]]:
    """Commits that may vouch, with the person who has to have made each; anybody the one that brought the record in."""
    first = known.as_it_stands_since(document)
    found: list[tuple[Commit, str | None]] = [(first, None)] if first else []
    for person in [entry["person"] for entry in document.data.get("confirmed_by") or () if "person" in entry]:
        commit = known.repository.commit_holding_since(document, lambda data, who=person: _confirms(data, who))
        found += [(commit, person)] if commit else []
    return found


def _confirms(data: dict[str, Any], person: str) -> bool:
    return person in [entry.get("person") for entry in data.get("confirmed_by") or ()]


def _shows(known: Known, user: str, artifact: str) -> bool:
    """Whether the artifact that uses it derives from it or links to it."""
    document = known.artifacts[user]
    derived = [
        known.artifact_today(entry["artifact"]) for entry in document.data.get("based_on") or () if "artifact" in entry
    ]
    return artifact in derived or artifact in [known.artifact_today(ref) for ref in _linked(document)]


def _linked(document: Document) -> list[str]:
    """The references of the artifacts to which the text links, by the paths its links lead to."""
    text = re.sub(r"(?ms)^(```|~~~).*?^\1|`[^`\n]*`", "", document.body)
    targets = re.findall(r"\]\(\s*<?([^)\s>#]+)|^\s{0,3}\[[^\]]+\]:\s*<?([^\s>#]+)", text, re.MULTILINE)
    paths = [posixpath.normpath(posixpath.join(posixpath.dirname(document.path), a or b)) for a, b in targets]
    parts = [re.fullmatch(r"communities/([^/]+)/artifacts/([^/]+)\.md", path) for path in paths]
    return [f"{found[1]}/{found[2]}" for found in parts if found]


def entry_grade(
    known: Known, artifact: str | None, commit: Commit | None, person: str | None
) -> tuple[str, Commit | None]:
    """The grade of an entry of `based_on`, and the commit that proves it."""
    if artifact is None:
        return "broken", None
    is_author = person is not None and person in (known.artifacts[artifact].data.get("authors") or ())
    return ("verified", commit) if commit and not is_author else ("claimed", None)
