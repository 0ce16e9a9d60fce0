"""What was known on a day: the files of today without what was recorded after it."""

import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.recount.days import Day, day_of, partial_span
from tests.recount.lifecycles import charter_as_of
from tests.recount.lineages import Commit, History, Step
from tests.recount.people import People
from tests.recount.source_files import Document, SourceFiles, front_matter, yaml_data

NO_USE = ("planned", "tried-rejected")


class Repository:
    """A folder with its history and its people; questions about it are answered once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = SourceFiles(root)
        self.history = History(root)
        self.people = People(self.files)
        self.whole: Known | None = None
        self.value_days: dict[tuple[str, str], Day] = {}
        self._said: dict[Step, Any] = {}

    def first_commit(self, document: Document) -> Commit | None:
        """The commit that brought the file in; a shallow history does not hold it for certain."""
        steps = self.history.steps(document.path)
        return steps[0].commit if steps else None

    def recorded(self, document: Document) -> Day:
        """The author day of the commit that brought the file in, otherwise its own date."""
        commit = self.first_commit(document)
        return commit.known_since if commit else own_date(document)

    def said(self, document: Document) -> list[tuple[Commit, Any]]:
        """What the file said after each of its commits, oldest first; None where it was no YAML then."""
        if not self._said:
            self._read_all()
        steps = self.history.steps(document.path)
        for step, text in zip(steps, self.history.contents(steps), strict=True):
            if step not in self._said:
                self._said[step] = _data_or_none(front_matter(text) if step.path.endswith(".md") else text)
        return [(step.commit, self._said[step]) for step in steps]

    def _read_all(self) -> None:
        """Asks git once for all that will be asked, rather than file by file."""
        entries = [one for one in self.files.artifacts.values() if one.data.get("based_on")]
        files = [*entries, *self.files.records.values(), *self.files.measurements.values()]
        self.history.contents([step for one in files for step in self.history.steps(one.path)])

    def is_here(self, address: object) -> bool:
        """Whether an address is that of a remote of this repository."""
        remotes = re.findall(r"\s(\S+) \(", self.history.git("remote", "-v", check=False).decode())
        return _address(address) in [_address(one) for one in remotes]

    def commit_holding_since(self, document: Document, holds: Callable[[dict[str, Any]], bool]) -> Commit | None:
        """The commit since which *holds* has been true of what the file says, without a break until today."""
        found = None
        for commit, data in reversed(self.said(document)):
            if not isinstance(data, dict) or not holds(data):
                break
            found = commit
        return found


def _address(url: object) -> str:
    """An address as git@host:path and https://host/path.git both give it: host/path."""
    return re.sub(r"^\w+://([^@/]*@)?|^[^@/]*@", "", str(url)).replace(":", "/").removesuffix("/").removesuffix(".git")


def own_date(document: Document) -> Day:
    """An artifact's `date`, the day in a record's file name, a charter's `started`."""
    if document.path.endswith(".md"):
        return day_of(document.data["date"])
    return day_of(document.slug[:10]) if "/reuse/" in document.path else day_of(document.data["started"])


def _data_or_none(text: str) -> Any:
    try:
        return yaml_data(text)
    except (ValueError, ArithmeticError, yaml.YAMLError):
        return None


class Known:
    """A repository as it was known on a day."""

    def __init__(self, repository: Repository, day: Day) -> None:
        self.repository = repository
        self.day = day
        self.files, self.history, self.people = repository.files, repository.history, repository.people

    @property
    def whole(self) -> "Known":
        """All that is known today: what is one use today is one on every day."""
        if self.day == Day.max:
            return self
        if self.repository.whole is None:
            self.repository.whole = Known(self.repository, Day.max)
        return self.repository.whole

    def recorded(self, document: Document) -> Day:
        return self.repository.recorded(document)

    def last_commit(self, document: Document) -> str | None:
        """The last commit of the file that was known."""
        steps = [step for step in self.history.steps(document.path) if step.commit.known_since <= self.day]
        return steps[-1].commit.id if steps else None

    @cached_property
    def charters(self) -> dict[str, Document]:
        by_then = {name: one for name, one in self.files.charters.items() if self.recorded(one) <= self.day}
        return {name: charter_as_of(one, self.day) for name, one in by_then.items()}

    def _by_then(self, documents: dict[str, Document]) -> dict[str, Document]:
        """Those that had been recorded, of communities that had been."""
        found = {name: one for name, one in documents.items() if self.recorded(one) <= self.day}
        return {name: one for name, one in found.items() if one.community in self.charters}

    @cached_property
    def artifacts(self) -> dict[str, Document]:
        return self._by_then(self.files.artifacts)

    @cached_property
    def records(self) -> dict[str, Document]:
        """Records that had been written, told of a use if they do so now, and name nothing that came later."""
        return {name: one for name, one in self._by_then(self.files.records).items() if self._could_say_so(one)}

    def _could_say_so(self, record: Document) -> bool:
        named = [record.data["artifact"], record.data["used_in"].get("artifact")]
        came_later = any(self.will_be_artifact(ref) and not self.artifact_today(ref) for ref in named if ref)
        since, date = self.as_it_stands_since(record), record.data.get("date")
        said_later = since is not None and since.known_since > self.day
        has_begun = date is None or record.data["mode"] in NO_USE or partial_span(date).first <= self.day
        return has_begun and not came_later and not said_later

    def as_it_stands_since(self, record: Document) -> Commit | None:
        """The commit since which the record names this artifact, and tells of a use if it does so now."""
        artifact, is_no_use = self.will_be_artifact(record.data["artifact"]), record.data["mode"] in NO_USE
        return self.repository.commit_holding_since(
            record,
            lambda data: (
                self.will_be_artifact(data.get("artifact")) == artifact
                and (is_no_use or data.get("mode") not in NO_USE)
            ),
        )

    def artifact_today(self, ref: object) -> str | None:
        """The artifact's reference today, for one of today or a former one; None where there is none by then."""
        name = self.will_be_artifact(ref)
        return name if name in self.artifacts else None

    def will_be_artifact(self, ref: object) -> str | None:
        """As artifact_today, whenever the artifact came."""
        return self.files.artifact_named(ref)

    def is_file_here(self, used_in: dict[str, Any]) -> bool:
        """Whether a place of use is a file of this repository at a commit of its history.

        A whole hash tells the repository by itself; a shortened one means one commit, and needs the address.
        """
        if self.history.depth == "none" or not (used_in["path"] and used_in["commit"]):
            return False
        hash_, commits = (
            str(used_in["commit"]).lower(),
            [one for one in self.history.commits if one.known_since <= self.day],
        )
        meant = [one.id for one in commits if one.id.startswith(hash_)]
        told = len(hash_) == 40 or self.repository.is_here(used_in["repository"])
        return told and len(meant) == 1 and self.history.has_path(meant[0], used_in["path"])

    def values(self, community: str, indicator: str) -> list[dict[str, Any]]:
        """The measured values of an indicator that were known, in the order of their days."""
        document = self.files.measurements.get((community, indicator))
        values = document.data["values"] if document else []
        known = [value for value in values if document and self._value_known_since(document, value["date"]) <= self.day]
        return sorted(known, key=lambda value: str(value["date"]))

    def _value_known_since(self, document: Document, date: object) -> Day:
        key = (document.path, str(date))
        if key not in self.repository.value_days:
            commit = self.repository.commit_holding_since(document, lambda data: _has_value_of(data, date))
            self.repository.value_days[key] = max(day_of(date), commit.known_since if commit else Day.min)
        return self.repository.value_days[key]

    def setting(self, name: str, otherwise: Any) -> Any:
        return self.files.setting(name, otherwise)


def _has_value_of(data: dict[str, Any], date: object) -> bool:
    return str(date) in [str(value.get("date")) for value in data.get("values") or () if isinstance(value, dict)]
