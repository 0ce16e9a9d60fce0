"""An edit in a copy of the demo moves the recount and the report alike: neither repeats what it once said."""

import datetime
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.recount.days import day_of
from tests.recount.differences import differences
from tests.recount.known import Known
from tests.recount.people import side
from tests.recount.report import known_on, report
from tests.recount.reuse_sources import Source
from tests.recount.reuse_uses import uses

DAY = datetime.date(2026, 6, 30)
EDITED_ON = "2026-06-20T12:00:00Z"


class Edit(NamedTuple):
    """Who committed the edit, and which figures it has to move."""

    email: str
    moved: tuple[str, ...]


def counted_records(known: Known, grade: str) -> list[Source]:
    """The records that alone tell of a counted use of that grade, in the order of their ids."""
    alone = [use.sources[0] for use in uses(known) if use.counted and len(use.sources) == 1 and use.grade == grade]
    return sorted((source for source in alone if source.is_record), key=lambda source: source.id)


def append(root: Path, path: str, text: str) -> None:
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(text)


def substitute(root: Path, path: str, pattern: str, by: str) -> None:
    before = (root / path).read_text(encoding="utf-8")
    after, count = re.subn(pattern, by, before, count=1, flags=re.DOTALL)
    assert count == 1, (path, pattern)
    (root / path).write_text(after, encoding="utf-8")


def withdraw(root: Path, known: Known) -> Edit:
    record = counted_records(known, "attested")[0]
    append(root, record.document.path, "withdrawn:\n  date: 2026-06-20\n  because: It was another practice.\n")
    return Edit("somebody@example.org", ("reuse.counted", "reuse.by_grade", "reuse.not_counted", "funnel.applied"))


def confirm(root: Path, known: Known) -> Edit:
    """Somebody of the reusing side confirms what was only claimed."""
    for record in counted_records(known, "claimed"):
        authors = known.artifacts[record.artifact].data["authors"]
        for person, entry in known.people.by_id.items():
            belongs = side(record.document.data["used_by"]) in known.people.sides(person, day_of("2026-06-20"))
            if belongs and person not in authors and entry.get("emails") and "confirmed_by" not in record.document.data:
                append(root, record.document.path, f"confirmed_by:\n  - person: {person}\n    date: 2026-06-20\n")
                return Edit(entry["emails"][0], ("reuse.by_grade",))
    raise AssertionError("nobody could confirm anything")


def change_sides(root: Path, known: Known) -> Edit:
    """Whoever vouched for a record turns out to have belonged nowhere."""
    vouched = [source for source in counted_records(known, "attested") if source.proof == source.commit]
    people = [known.people.author(source.proof) for source in vouched if source.proof]
    person = next(one for one in people if one and "unit" in known.people.by_id[one])
    substitute(root, "communities/people.yml", rf"(- id: {person}\n.*?)    unit: [^\n]+\n", r"\1")
    return Edit("somebody@example.org", ("reuse.by_grade",))


def leave_on_that_day(root: Path, known: Known) -> Edit:
    """Whoever vouched for a record belonged to the reusing side until that very day, and no longer: it still counts."""
    vouched = [(source.proof, known.people.author(source.proof)) for source in counted_records(known, "attested")]
    proof, person = next(
        (proof, one)
        for proof, one in vouched
        if proof and "unit" in known.people.by_id[one] and "former_units" not in known.people.by_id[one]
    )
    left = known.people.by_id[person]["unit"]
    other = next(unit for unit in known.people.parents if unit != left)
    now = f"    unit: {other}\n    former_units:\n      - unit: {left}\n        until: {proof.day}\n"
    substitute(root, "communities/people.yml", rf"(- id: {person}\n.*?)    unit: [^\n]+\n", rf"\g<1>{now}")
    return Edit("somebody@example.org", ())


def measure_otherwise(root: Path, known: Known) -> Edit:
    community, indicator = next(key for key, file in sorted(known.files.measurements.items()) if known.values(*key))
    path = known.files.measurements[community, indicator].path
    substitute(root, path, r"(.*    value: )[0-9.]+", r"\g<1>3.75")
    return Edit("somebody@example.org", ("indicators",))


def make_a_draft(root: Path, known: Known) -> Edit:
    """What was delivered for a promise turns out to be a draft."""
    delivered = [name for row in report(known.repository.root, "all", DAY)["promises"] for name in row["delivered"]]
    artifact = next(known.artifacts[name] for name in delivered if "status" not in known.artifacts[name].data)
    substitute(root, artifact.path, r"^---\n", "---\nstatus: draft\n")
    return Edit("somebody@example.org", ("promises", "artifacts", "funnel.potential"))


def build_on_another(root: Path, known: Known) -> Edit:
    """A further artifact, based on one of another community."""
    model = next(one for one in known.artifacts.values() if not {"based_on", "former"} & one.data.keys())
    source = next(one for one in known.artifacts.values() if one.community != model.community)
    path = model.path.removesuffix(".md") + "-again.md"
    (root / path).write_text(model.text.replace("---\n", f"---\nbased_on:\n  - artifact: {source.name}\n", 1))
    return Edit("somebody@example.org", ("reuse.counted", "funnel.applied", "funnel.potential", "funnel.immediate"))


def promise_more(root: Path, known: Known) -> Edit:
    charter = next(
        one
        for one in known.charters.values()
        if one.data["lifecycle"] == "active" and "quantity" in one.data["expected_outputs"][0]
    )
    substitute(root, charter.path, r"(quantity:\n +count: )[0-9]+", r"\g<1>99")
    return Edit("somebody@example.org", ("promises",))


def rename(root: Path, known: Known) -> Edit:
    """A used artifact gets another name, and says which it had: nothing is lost, and nothing counted anew."""
    artifact = known.artifacts[counted_records(known, "attested")[0].artifact]
    former = [artifact.name, *artifact.data.get("former", ())]
    text = re.sub(r"\nformer:\n(  - [^\n]+\n)+", "\n", artifact.text, count=1)
    lines = "former:\n" + "".join(f"  - {name}\n" for name in former)
    (root / artifact.path).rename(root / artifact.path.replace(".md", "-renamed.md"))
    (root / artifact.path.replace(".md", "-renamed.md")).write_text(text.replace("---\n", f"---\n{lines}", 1))
    return Edit("somebody@example.org", ("funnel.immediate",))


EDITS = (
    withdraw,
    confirm,
    change_sides,
    leave_on_that_day,
    measure_otherwise,
    make_a_draft,
    build_on_another,
    promise_more,
    rename,
)


def part(whole: dict[str, Any], path: str) -> Any:
    for key in path.split("."):
        whole = whole[key]
    return whole


def commit(root: Path, email: str) -> None:
    who = {"GIT_AUTHOR_NAME": "Somebody", "GIT_AUTHOR_EMAIL": email, "GIT_AUTHOR_DATE": EDITED_ON}
    who |= {key.replace("AUTHOR", "COMMITTER"): value for key, value in who.items()}
    for arguments in (("add", "-A", "communities"), ("commit", "-q", "-m", "Edit it")):
        subprocess.run(["git", "-C", root, *arguments], check=True, env={**os.environ, **who})


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_an_edit_moves_both(edit: Callable[[Path, Known], Edit], demo_repository: Path, said: Any, tmp_path: Path):
    root = tmp_path / "edited"
    subprocess.run(["git", "clone", "-q", str(demo_repository), str(root)], check=True)
    known = known_on(demo_repository, DAY)
    made = edit(root, known)
    commit(root, made.email)
    before, after = report(demo_repository, "all", DAY), report(root, "all", DAY)
    for path in made.moved:
        assert list(differences(part(before, path), part(after, path))), f"{path} did not move"
    found = list(differences(after, said(root, "all", DAY.isoformat())))
    assert not found, "\n".join(found[:40])
    if edit is rename:
        assert after["reuse"]["by_grade"] == before["reuse"]["by_grade"]
        assert [row["kept"] for row in after["promises"]] == [row["kept"] for row in before["promises"]]
