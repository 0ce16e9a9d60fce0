"""Each source of a reuse: a record file, or one entry of an artifact's `based_on`."""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from tests.recount.days import Day, Span, day_of, partial_span
from tests.recount.grades import entry_grade, record_grade
from tests.recount.known import NO_USE, Known
from tests.recount.lineages import Commit
from tests.recount.source_files import Document

PLACE_KEYS = ("title", "url", "artifact", "repository", "path", "commit")


@dataclass(frozen=True, eq=False)
class Source:
    """One source of a reuse: a record file, or one entry of an artifact's `based_on`."""

    id: str
    document: Document
    line: int
    commit: Commit | None
    recorded: Day
    artifact: str
    used_by: dict[str, str | None]
    used_in: dict[str, Any]
    mode: str
    date: object
    grade: str
    proof: Commit | None
    not_counted: str | None
    benefit: dict[str, Any] | None

    @property
    def known_since(self) -> Day:
        return self.commit.known_since if self.commit else self.recorded

    @property
    def is_record(self) -> bool:
        return ">" not in self.id

    @cached_property
    def parties(self) -> frozenset[tuple[str, str]]:
        return frozenset((key, name.casefold()) for key, name in self.used_by.items() if name)

    @cached_property
    def place(self) -> tuple[object, ...]:
        """What makes two places of use the same: the artifact, the page, the file at its commit, else the title."""
        for keys in (("artifact",), ("url",), ("repository", "path", "commit"), ("title",)):
            if self.used_in[keys[0]]:
                return (*keys, *(self.used_in[key] for key in keys))
        return ()

    @property
    def span(self) -> Span:
        return partial_span(self.date) if self.date is not None else Span(self.recorded, self.recorded)


@cache
def sources(known: Known) -> tuple[Source, ...]:
    """All sources known on the day, in the order of their ids."""
    records = [_record(known, document) for document in known.records.values()]
    entries = [entry for document in known.artifacts.values() for entry in _entries(known, document)]
    return tuple(sorted([*records, *entries], key=lambda source: source.id))


def _record(known: Known, document: Document) -> Source:
    data = document.data
    artifact = known.artifact_today(data["artifact"])
    used_in = {key: data["used_in"].get(key) for key in PLACE_KEYS}
    user = known.artifact_today(used_in["artifact"]) if used_in["artifact"] else None
    used_in["artifact"] = user or used_in["artifact"]
    used_by = {key: data["used_by"].get(key) for key in ("unit", "external", "community")}
    used_by["community"] = known.files.community_today(used_by["community"])
    grade, proof = record_grade(known, document, artifact, used_in)
    internal = artifact is not None and artifact.partition("/")[0] in (
        used_by["community"],
        str(user).partition("/")[0],
    )
    return Source(
        id=document.name,
        document=document,
        line=document.line(),
        commit=known.repository.first_commit(document),
        recorded=known.recorded(document),
        artifact=artifact or str(data["artifact"]),
        used_by=used_by,
        used_in={**used_in, "internal": data["used_in"].get("visibility") == "internal"},
        mode=data["mode"],
        date=data.get("date"),
        grade=grade,
        proof=proof,
        not_counted=_why_not(grade, data["mode"], internal),
        benefit=data.get("benefit"),
    )


def _why_not(grade: str, mode: str, internal: bool) -> str | None:
    if grade in ("withdrawn", "broken"):
        return grade
    if mode in NO_USE:
        return "planned" if mode == "planned" else "rejected"
    return "internal" if internal else None


def _entries(known: Known, document: Document) -> list[Source]:
    entries = [
        (number, entry) for number, entry in enumerate(document.data.get("based_on") or ()) if "artifact" in entry
    ]
    by_then = [
        (number, entry)
        for number, entry in entries
        if known.artifact_today(entry["artifact"]) or not known.will_be_artifact(entry["artifact"])
    ]
    found = [_entry(known, document, number, entry) for number, entry in by_then]
    return [source for source in found if source.known_since <= known.day]


def _entry(known: Known, document: Document, number: int, entry: dict[str, Any]) -> Source:
    artifact = known.artifact_today(entry["artifact"])
    commit = known.repository.commit_holding_since(document, lambda data: _is_based_on(known, data, entry["artifact"]))
    day = commit.day if commit else day_of(document.data["date"])
    person = known.people.author(commit) if commit else None
    grade, proof = entry_grade(known, artifact, commit, person)
    place = known.people.place(person, day)
    internal = artifact is not None and artifact.partition("/")[0] == document.community
    mode = entry.get("mode", "adapted")
    return Source(
        id=f"{document.name}>{artifact or entry['artifact']}",
        document=document,
        line=document.line("based_on", number),
        commit=commit,
        recorded=day,
        artifact=artifact or str(entry["artifact"]),
        used_by={"unit": place.get("unit"), "external": place.get("external"), "community": document.community},
        used_in={**dict.fromkeys(PLACE_KEYS), "artifact": document.name, "internal": False},
        mode=mode,
        date=None,
        grade=grade,
        proof=proof,
        not_counted=_why_not(grade, mode, internal),
        benefit=None,
    )


def _is_based_on(known: Known, data: dict[str, Any], ref: str) -> bool:
    named = [entry.get("artifact") for entry in data.get("based_on") or () if isinstance(entry, dict)]
    today = known.will_be_artifact(ref)
    return ref in named or (today is not None and today in [known.will_be_artifact(one) for one in named if one])
