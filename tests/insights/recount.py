"""A plain, slow recount of reuse from the files and from git: it shares no code with what it checks.

Written after the words of data-model §6, with YAML read as text and every question put to git anew.
"""

import datetime
import re
import subprocess
from collections import Counter
from functools import cached_property, lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import yaml

COUNTED = ("claimed", "attested", "verified")


class Source(NamedTuple):
    """One source of a reuse: a record file, or one entry of an artifact."""

    path: str
    is_record: bool
    artifact: str
    place: tuple[str, ...]
    parties: frozenset[tuple[str, str]]
    mode: str
    grade: str
    is_internal: bool


class RecountedSet:
    """A folder of communities and its git history, counted by hand."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def git(self, *arguments: str) -> str:
        done = subprocess.run(["git", "-C", str(self.root), *arguments], capture_output=True, check=True)
        return done.stdout.decode()

    @cached_property
    def people(self) -> list[dict[str, Any]]:
        path = self.root / "communities/people.yml"
        return list(_yaml(path.read_text())["people"]) if path.exists() else []

    @cached_property
    def artifacts(self) -> dict[str, dict[str, Any]]:
        found = {}
        for path in sorted(self.root.glob("communities/*/artifacts/*.md")):
            front = _yaml(path.read_text().split("---\n")[1])
            found[f"{path.parts[-3]}/{path.stem}"] = {**front, "path": path.relative_to(self.root).as_posix()}
        return found

    @cached_property
    def records(self) -> dict[str, dict[str, Any]]:
        paths = sorted(self.root.glob("communities/*/reuse/*.yml"))
        return {path.relative_to(self.root).as_posix(): _yaml(path.read_text()) for path in paths}

    def present(self, ref: str) -> str | None:
        if ref in self.artifacts:
            return ref
        return next((name for name, a in self.artifacts.items() if ref in a.get("former", ())), None)

    @cached_property
    def lineages(self) -> dict[str, list[tuple[str, str]]]:
        """For each present path, its commits and the path it had then, oldest first; renames only."""
        found: dict[str, list[tuple[str, str]]] = {}
        log = self.git("log", "--reverse", "--topo-order", "-M50%", "-l0", "--name-status", "--format=%x01%H")
        for chunk in log.split("\x01")[1:]:
            commit, _, rest = chunk.partition("\n")
            before = dict(found)
            for line in rest.strip().splitlines():
                status, *paths = line.split("\t")
                if status.startswith("R"):
                    if found.get(paths[0]) is before.get(paths[0]):
                        found.pop(paths[0], None)
                    found[paths[1]] = [*before.get(paths[0], []), (commit, paths[1])]
                elif status != "D":
                    found[paths[-1]] = [*before.get(paths[-1], []), (commit, paths[-1])]
        return found

    @lru_cache  # noqa: B019 - lives as long as the test
    def author(self, commit: str) -> tuple[str | None, datetime.date]:
        """The id of the person who made the commit, and its author date as a UTC day."""
        email, seconds = self.git("show", "-s", "--format=%aE%n%at", commit).split()
        day = datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date()
        who = [p["id"] for p in self.people if email.lower() in [mail.lower() for mail in p.get("emails", ())]]
        return (who[0] if who else None), day

    def belonging(self, person: str | None, day: datetime.date) -> frozenset[tuple[str, str]]:
        """Where the person belonged on the day, as (unit or external, name)."""
        known = [p for p in self.people if p["id"] == person]
        if not known:
            return frozenset()
        former = sorted(known[0].get("former_units", ()), key=lambda f: str(f["until"]))
        at = next((f for f in former if day.isoformat() <= f["until"]), known[0])
        return frozenset((key, at[key].casefold()) for key in ("unit", "external") if key in at)

    def commit_that_wrote(self, path: str, text: str) -> str:
        """The first commit of the file's lineage whose content holds *text*."""
        for commit, name in self.lineages[path]:
            if re.search(rf"(?<![\w/-]){re.escape(text)}(?![\w/-])", self.git("show", f"{commit}:{name}")):
                return commit
        raise LookupError(text)

    def record_source(self, path: str) -> Source:
        record = self.records[path]
        artifact = self.present(record["artifact"])
        parties = {
            (key, record["used_by"][key]) for key in ("unit", "external", "community") if key in record["used_by"]
        }
        place = record["used_in"]
        user = self.present(place["artifact"]) if "artifact" in place else None
        where = ("artifact", str(user)) if user else ("url", place["url"]) if "url" in place else ("t", place["title"])
        return Source(
            path=path,
            is_record=True,
            artifact=str(artifact),
            place=where,
            parties=frozenset((key, name.casefold()) for key, name in parties),
            mode=record["mode"],
            grade=self.record_grade(path, record, artifact, user),
            is_internal=("community", str(artifact).split("/")[0]) in parties,
        )

    def record_grade(self, path: str, record: dict[str, Any], artifact: str | None, user: str | None) -> str:
        if "withdrawn" in record:
            return "withdrawn"
        if artifact is None or (user is None and "artifact" in record["used_in"]):
            return "broken"
        if not self.is_vouched_for(path, record, artifact):
            return "claimed"
        sources = [e.get("artifact") for e in self.artifacts[user].get("based_on", ())] if user else []
        return "verified" if artifact in [self.present(s) for s in sources if s] else "attested"

    def is_vouched_for(self, path: str, record: dict[str, Any], artifact: str) -> bool:
        side = {(key, record["used_by"][key].casefold()) for key in ("unit", "external") if key in record["used_by"]}
        for who, commit in self.vouchers(path, record):
            person, day = self.author(commit)
            is_author = person in self.artifacts[artifact]["authors"]
            if who in (None, person) and not is_author and side & self.belonging(person, day):
                return True
        return False

    def vouchers(self, path: str, record: dict[str, Any]) -> list[tuple[str | None, str]]:
        """Who has to have made which commit: anybody the one that wrote the file, each confirmer their own."""
        first = self.lineages[path][0][0]
        confirmers = [c["person"] for c in record.get("confirmed_by", ()) if "person" in c]
        return [(None, first), *((person, self.commit_that_wrote(path, person)) for person in confirmers)]

    def entry_sources(self, ref: str) -> list[Source]:
        artifact, found = self.artifacts[ref], []
        for entry in artifact.get("based_on", ()):
            source = self.present(entry.get("artifact", ""))
            if source is None:
                continue
            commit = self.commit_that_wrote(artifact["path"], entry["artifact"])
            person, day = self.author(commit)
            community = ref.partition("/")[0]
            found.append(
                Source(
                    path=artifact["path"],
                    is_record=False,
                    artifact=source,
                    place=("artifact", ref),
                    parties=frozenset({("community", community), *self.belonging(person, day)}),
                    mode=entry.get("mode", "adapted"),
                    grade="claimed" if person in self.artifacts[source]["authors"] else "verified",
                    is_internal=community == source.split("/")[0],
                )
            )
        return found

    @cached_property
    def sources(self) -> list[Source]:
        entries = [source for ref in self.artifacts for source in self.entry_sources(ref)]
        return [self.record_source(path) for path in self.records] + entries

    @cached_property
    def uses(self) -> list[list[Source]]:
        """The counted sources, those of one use together, joined pair by pair until nothing is left to join."""
        groups = [[s] for s in self.sources if s.grade in COUNTED and not s.is_internal and not _is_no_use(s)]
        while pair := next((p for p in combinations(groups, 2) if _are_one_use(*p)), None):
            groups = [group for group in groups if group not in pair] + [[*pair[0], *pair[1]]]
        return groups

    def commits_to_artifacts(self, first: datetime.date, last: datetime.date) -> dict[str, set[str]]:
        """By community, the commits of those days that added or changed a file that is an artifact today."""
        found: dict[str, set[str]] = {}
        present = [artifact["path"] for artifact in self.artifacts.values()]
        steps = {step for path in present for step in self.lineages[path]}
        log = self.git("log", "-M50%", "-l0", "--name-status", "--format=%x01%H %at")
        for chunk in log.split("\x01")[1:]:
            head, _, rest = chunk.partition("\n")
            commit, seconds = head.split()
            if not first <= datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date() <= last:
                continue
            for line in rest.strip().splitlines():
                status, *paths = line.split("\t")
                folders = {path.rpartition("/")[0] for path in paths}
                if (commit, paths[-1]) in steps and status != "D" and not (status == "R100" and len(folders) == 1):
                    found.setdefault(paths[-1].split("/")[1], set()).add(commit)
        return found

    @lru_cache  # noqa: B019 - as above
    def charter(self, community: str) -> dict[str, Any]:
        return _yaml((self.root / f"communities/{community}/charter.yml").read_text())

    def measured(self, community: str, indicator: str) -> list[dict[str, Any]]:
        path = self.root / f"communities/{community}/measurements/{indicator}.yml"
        return list(_yaml(path.read_text())["values"]) if path.exists() else []

    @property
    def communities(self) -> list[str]:
        return sorted(path.parent.name for path in self.root.glob("communities/*/charter.yml"))

    def delivered(self, community: str, output: str, year: int) -> list[str]:
        """What was delivered of a yearly output for *year*: by the year it is about, else by its date."""
        return sorted(
            ref
            for ref, a in self.artifacts.items()
            if ref.startswith(f"{community}/") and a.get("output") == output and a.get("status") != "draft"
            if str(a.get("period", a["date"])).startswith(str(year))
        )

    def active_days(self, community: str, year: int) -> int:
        """On how many days of the year the community was active, told day by day."""
        charter = self.charter(community)
        changes = sorted(charter.get("lifecycle_history", ()), key=lambda change: str(change["date"]))
        new_year = datetime.date(year, 1, 1)
        days = (new_year + datetime.timedelta(days=n) for n in range(366))
        return sum(_was_active(charter, changes, day.isoformat()) for day in days if day.year == year)


def _was_active(charter: dict[str, Any], changes: list[dict[str, Any]], day: str) -> bool:
    if day < charter["started"] or day > charter.get("ends", "9999"):
        return False
    states = [change["state"] for change in changes if change["date"] <= day]
    return states[-1] == "active" if states else not changes or changes[0]["state"] != "active"


def best_grade(use: list[Source]) -> str:
    return max((source.grade for source in use), key=COUNTED.index)


def counted_by_grade(uses: list[list[Source]]) -> Counter[str]:
    return Counter(best_grade(use) for use in uses)


def _is_no_use(source: Source) -> bool:
    return source.mode in ("planned", "tried-rejected")


def _are_one_use(one: list[Source], other: list[Source]) -> bool:
    return any(a[2:4] == b[2:4] and a.parties & b.parties for a in one for b in other)


def _yaml(text: str) -> dict[str, Any]:
    return dict(yaml.load(text, Loader=yaml.CBaseLoader))  # noqa: S506 - reads every scalar as text, makes no objects
