"""What a community's vitality was, quarter by quarter and a year ago (data-model §7)."""

from typing import Any

from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import CommunityFigures, VitalityState
from outcome_catalog.model.charter import Lifecycle, LifecycleChange
from outcome_catalog.model.ids import CommunityId, PersonId
from tests.insights.catalogs import (
    Git,
    a_catalog,
    a_charter,
    a_person,
    a_record,
    an_artifact,
    an_organisation,
    artifact_path,
    day,
    record_path,
)
from tests.insights.english import english

PATH, RECORD = artifact_path("guides/triage"), "guides/2025-05-01-harbour"
GUIDE = an_artifact("guides/triage", authors=(PersonId("writer"),))
CHARTER = "communities/guides/charter.yml"


def found(
    git: Git | None = None, *parts: Any, charter: dict[str, Any] | None = None, **catalog: Any
) -> CommunityFigures:
    """As of 30 Jun 2026: a charter of 2024, an edit of March and a use of May 2025, unless another *git* is given."""
    if git is None:
        git = Git()
        git.commit("writer", "2024-01-01", CHARTER, PATH)
        git.commit("writer", "2025-03-01", PATH)
        git.commit("mate", "2025-05-01", record_path(RECORD))
        parts = (a_record(RECORD, "guides/triage"), a_person("mate", external="Harbour Works"))
    charters = {"guides": a_charter("guides", **(charter or {}))}
    made = a_catalog(GUIDE, *parts, charters=charters, history=git.history, **catalog)
    return figures(made).communities[CommunityId("guides")]


def states(of: CommunityFigures) -> dict[str, str | None]:
    return {then.label: then.vitality and then.vitality.state.value for then in of.vitality_by_quarter}


def test_each_quarter_is_judged_on_its_last_day():
    assert states(found()) == {
        "2024-Q3": "silent",
        "2024-Q4": "silent",
        "2025-Q1": "busy",
        "2025-Q2": "productive",
        "2025-Q3": "harvested",
        "2025-Q4": "silent",
        "2026-Q1": "silent",
        "2026-Q2": "silent",
    }
    assert [then.day.isoformat() for then in found().vitality_by_quarter][-2:] == ["2026-03-31", "2026-06-30"]


def test_only_quarters_that_are_over_are_judged():
    assert next(reversed(states(found(as_of=day("2026-06-29"))))) == "2026-Q1"
    assert len(found(as_of=day("2026-06-29")).vitality_by_quarter) == 8


def test_quarters_are_those_of_the_reporting_year():
    by_quarter = found(organisation=an_organisation(reporting_year_starts="05-01")).vitality_by_quarter
    assert (by_quarter[-1].label, by_quarter[-1].day) == ("2025/26-Q4", day("2026-04-30"))


def test_a_year_ago_says_what_it_was_and_why():
    then = found().vitality_a_year_ago
    assert then is not None
    assert then.vitality is not None
    assert (then.day, then.vitality.state) == (day("2025-06-30"), VitalityState.PRODUCTIVE)
    assert english(then.vitality.why) == (
        "1 commit to its artifacts, 1 attested use and 0 indicators that moved the right way, "
        "from 2 Jan 2025 to 30 Jun 2025."
    )


def test_the_last_quarter_says_what_vitality_says_on_its_last_day():
    community = found()
    assert community.vitality_by_quarter[-1].vitality == community.vitality


def test_before_it_started_there_is_nothing_to_judge_and_soon_after_it_is_too_young():
    community = found(charter={"started": day("2025-01-15")})
    assert states(community)["2024-Q4"] is None
    assert states(community)["2025-Q1"] == "starting"
    assert states(community)["2025-Q3"] == "harvested"


def test_it_was_not_closed_before_it_closed():
    closed = LifecycleChange(date=day("2026-02-01"), state=Lifecycle.CLOSED)
    community = found(charter={"lifecycle": Lifecycle.CLOSED, "lifecycle_history": (closed,)})
    assert [states(community)[label] for label in ("2025-Q4", "2026-Q1", "2026-Q2")] == ["silent", "closed", "closed"]


def test_before_it_came_into_the_catalog_it_is_not_measured_rather_than_silent():
    git = Git()
    git.commit("writer", "2025-11-01", CHARTER, PATH)
    community = found(git)
    assert [states(community)[label] for label in ("2025-Q2", "2025-Q3", "2025-Q4")] == [
        "not measured",
        "not measured",
        "busy",
    ]
    then = community.vitality_a_year_ago
    assert then is not None
    assert then.vitality is not None
    assert english(then.vitality.why).endswith(
        "It came into the catalog on 1 Nov 2025: what was done before is not known."
    )


def test_what_moved_in_with_an_older_past_is_known_to_have_been_busy():
    git = Git()
    git.commit("writer", "2025-06-01", PATH)
    git.commit("writer", "2025-11-01", CHARTER)
    assert states(found(git))["2025-Q2"] == "busy"


def test_at_the_beginning_of_the_calendar_there_is_no_year_ago():
    community = found(as_of=day("0001-06-30"))
    assert community.vitality_a_year_ago is None
    assert [then.vitality for then in community.vitality_by_quarter] == [None]
