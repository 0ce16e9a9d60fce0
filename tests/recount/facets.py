"""What the search can be narrowed down to: each value of each facet, and how many artifacts have it.

Two things of one title are two values: behind the title stands its id; behind that of an output or an outcome its
community, and where that has both, community and id.
"""

import datetime
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.recount.funnel import counted_uses, offered
from tests.recount.grades import GRADES
from tests.recount.known import Known
from tests.recount.promises import deliveries
from tests.recount.source_files import Document, yaml_data

SHIPPED_KINDS = Path(__file__).parents[2] / "schemas" / "kinds"


def facets(known: Known) -> dict[str, Counter[str]]:
    """How many artifacts have each value of each facet; states, grades and statuses by their names in the data."""
    found: dict[str, Counter[str]] = {}
    grades = best_grades(known)
    names = _names(known)
    for artifact in known.artifacts.values():
        for facet, value in set(_values(known, artifact, grades.get(artifact.name), names)):
            found.setdefault(facet, Counter())[value] += 1
    return found


def best_grades(known: Known) -> dict[str, str]:
    """For each artifact with a counted use the best grade of any."""
    found: dict[str, str] = {}
    for use in counted_uses(known):
        found[use.artifact] = max(use.grade, found.get(use.artifact, GRADES[0]), key=GRADES.index)
    return found


def kind_titles(root: Path) -> dict[str, str]:
    """The title of each kind: the catalog's own wins over one that is shipped."""
    files = [*SHIPPED_KINDS.glob("*.yml"), *(root / "schemas" / "kinds").glob("*.yml")]
    return {file.stem: str(yaml_data(file.read_text(encoding="utf-8"))["title"]) for file in files}


def _names(known: Known) -> dict[str, str]:
    """The value that stands for each community, kind, audience, output and outcome, by what it is and its id."""
    charters = {name: document.data for name, document in known.charters.items()}
    audiences = known.files.organisation.get("audiences") or ()
    names = _apart("community", {name: str(charter["title"]) for name, charter in charters.items()})
    names |= _apart("kind", kind_titles(known.files.root))
    names |= _apart("audience", {one["id"]: str(one["title"]) for one in audiences})
    for facet, key in (("output", "expected_outputs"), ("outcome", "outcomes")):
        titles = {
            f"{c}/{one['id']}": _one_line(one["title"])
            for c, charter in charters.items()
            for one in charter.get(key) or ()
        }
        alone = Counter(titles.values())
        within = Counter((name.partition("/")[0], title) for name, title in titles.items())
        for name, title in titles.items():
            community = name.partition("/")[0]
            of = names[f"community {community}"] if within[community, title] == 1 else name
            names[f"{facet} {name}"] = title if alone[title] == 1 else f"{title} ({of})"
    return names


def _apart(facet: str, titles: dict[str, str]) -> dict[str, str]:
    titles = {name: _one_line(title) for name, title in titles.items()}
    often = Counter(titles.values())
    return {f"{facet} {name}": title if often[title] == 1 else f"{title} ({name})" for name, title in titles.items()}


def _one_line(text: object) -> str:
    return " ".join(str(text).split())


def _values(known: Known, artifact: Document, grade: str | None, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    data, charter = artifact.data, known.charters[artifact.community].data
    promised = {one["id"]: one for one in charter.get("expected_outputs") or ()}.get(data.get("output"))
    status = str(data.get("status", "published"))
    yield "community", names[f"community {artifact.community}"]
    yield "kind", names[f"kind {data['kind']}"]
    yield "year", str(data["date"])[:4]
    yield "reused", _state(known, artifact, grade)
    yield "grade", grade or "none"
    yield "status", status
    yield from (("tag", _one_line(tag)) for tag in data.get("tags") or ())
    outcomes = {one["id"] for one in charter.get("outcomes") or ()} & set(data.get("outcomes") or ())
    yield from (("outcome", names[f"outcome {artifact.community}/{one}"]) for one in outcomes)
    if promised and artifact in deliveries(known, artifact.community, promised["id"]):
        yield "output", names[f"output {artifact.community}/{promised['id']}"]
    if status != "draft":
        meant = data.get("audience") or (promised or {}).get("for") or ()
        yield from (("audience", names.get(f"audience {one}", str(one))) for one in meant)


def _state(known: Known, artifact: Document, grade: str | None) -> str:
    if grade:
        return "reused"
    if artifact.data.get("status") == "draft":
        return "too young"  # it is not offered yet
    grace = datetime.timedelta(days=known.setting("first_reuse_grace_days", 90))
    return "too young" if known.day - offered(known, artifact.name) < grace else "waiting"
