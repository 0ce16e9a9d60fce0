"""``outcomes check`` on the demo: no error, and the few findings that its README says are meant."""

import re
from pathlib import Path

from outcome_catalog.demo import LAST_DAY
from outcome_catalog.diagnostics import Severity
from outcome_catalog.pipeline import load_catalog

MEANT = {
    ("review-overdue", "communities/depot-circle/artifacts/handover-at-the-pit.md"),
    ("unknown-artifact", "communities/driver-mentors/artifacts/what-to-say-at-the-door.md"),
    ("review-overdue", "communities/passenger-information/charter.yml"),
    ("steward-missing", "communities/passenger-information/charter.yml"),
    ("steward-missing", "communities/second-line/charter.yml"),
    ("reuse-internal", "communities/second-line/reuse/2025-12-09-night-duty.yml"),
}


def test_only_what_is_meant_is_found(demo_repository: Path) -> None:
    report = load_catalog(demo_repository, as_of=LAST_DAY).report
    assert not report.has_errors
    assert {(finding.code, finding.span.path) for finding in report} == MEANT
    assert sum(finding.severity is Severity.WARNING for finding in report) == 5


def test_the_readme_counts_right_and_names_what_is_there(demo_repository: Path) -> None:
    readme = (demo_repository / "README.md").read_text(encoding="utf-8")
    communities = demo_repository / "communities"
    counts = [
        len(list(communities.glob(pattern))) for pattern in ("*/charter.yml", "*/artifacts/*.md", "*/reuse/*.yml")
    ]
    assert counts[0] == 8
    assert f"eight charters, {counts[1]} artifacts, {counts[2]} reuse records" in readme
    slugs = "|".join(folder.name for folder in communities.iterdir() if folder.is_dir())
    told = re.findall(rf"`((?:{slugs})/[a-z0-9-]+)`", readme)
    gone = {"paper-timetables/stop-notice", "second-line/gate-counts-wrong"}
    assert told
    assert {
        ref for ref in told if not (communities / ref.replace("/", "/artifacts/")).with_suffix(".md").exists()
    } == gone
