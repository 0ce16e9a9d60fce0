"""What the search can be narrowed down to: each value of each facet, and how many artifacts have it."""

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
    kinds = kind_titles(known.files.root)
    for artifact in known.artifacts.values():
        for facet, value in set(_values(known, artifact, grades.get(artifact.name), kinds)):
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


def _values(known: Known, artifact: Document, grade: str | None, kinds: dict[str, str]) -> Iterator[tuple[str, str]]:
    data, charter = artifact.data, known.charters[artifact.community].data
    promised = {one["id"]: one for one in charter.get("expected_outputs") or ()}.get(data.get("output"))
    status = str(data.get("status", "published"))
    yield "community", str(charter["title"])
    yield "kind", kinds[data["kind"]]
    yield "year", str(data["date"])[:4]
    yield "reused", _state(known, artifact, grade)
    yield "grade", grade or "none"
    yield "status", status
    yield from (("tag", str(tag)) for tag in data.get("tags") or ())
    yield from (
        ("outcome", str(o["title"])) for o in charter.get("outcomes") or () if o["id"] in (data.get("outcomes") or ())
    )
    if promised and artifact in deliveries(known, artifact.community, promised["id"]):
        yield "output", str(promised["title"])
    if status != "draft":
        meant = data.get("audience") or (promised or {}).get("for") or ()
        titles = {one["id"]: one["title"] for one in known.files.organisation.get("audiences") or ()}
        yield from (("audience", str(titles.get(one, one))) for one in meant)


def _state(known: Known, artifact: Document, grade: str | None) -> str:
    if grade:
        return "reused"
    if artifact.data.get("status") == "draft":
        return "too young"  # it is not offered yet
    grace = datetime.timedelta(days=known.setting("first_reuse_grace_days", 90))
    return "too young" if known.day - offered(known, artifact.name) < grace else "waiting"
