"""Documents become records, and every name leads to one, today's and former ones."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from outcome_catalog.assembly import assemble, wanted_introductions
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.dates import Per, Period
from outcome_catalog.model.history import no_history
from outcome_catalog.sources.discover import discover
from outcome_catalog.sources.document import Document
from outcome_catalog.sources.read import read_document
from outcome_catalog.validation.kinds import shipped_and_own_kinds
from tests.golden.history import FILES

AS_OF = date(2026, 6, 30)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [read_document(FILES, file) for file in discover(FILES).files]


def _catalog(documents: list[Document]) -> Catalog:
    kinds = shipped_and_own_kinds(documents).kinds
    catalog = assemble(documents, kinds, history=no_history(), as_of=AS_OF)
    assert catalog is not None
    return catalog


def test_values_get_their_types(documents: list[Document]) -> None:
    catalog = _catalog(documents)
    charter = catalog.communities["repair-guild"].charter  # type: ignore[index]  # a plain text is an id here
    assert charter.started == date(2025, 1, 10)
    assert charter.stewards[0].person == "guild-lead"
    assert charter.stewards[0].from_ == date(2025, 1, 10)
    assert charter.stewards[1].vacant
    assert charter.expected_outputs[0].audiences == ("technicians",)
    assert charter.expected_outputs[0].quantity is not None
    assert charter.expected_outputs[0].quantity.per is Per.YEAR
    assert charter.expected_outputs[1].due == date(2026, 3, 31)
    assert charter.indicators[1].baseline.estimated
    assert catalog.organisation.objectives[0].period == Period(date(2025, 1, 1), date(2026, 12, 31))
    record = next(iter(catalog.reuse_records()))
    assert record.date is not None
    assert record.date.last_day == date(2025, 3, 31)


def test_a_steward_may_be_written_as_an_id_alone(documents: list[Document]) -> None:
    charter = _catalog(documents).communities["idea-space"].charter  # type: ignore[index]  # as above
    assert [steward.person for steward in charter.stewards] == ["developer"]


def test_the_keys_of_a_kind_stand_apart(documents: list[Document]) -> None:
    artifact = _catalog(documents).artifact("idea-space/heated-press")
    assert artifact is not None
    assert dict(artifact.fields) == {"idea_status": "explored"}


@pytest.mark.parametrize("name", ["repair-guild/seal-a-pump", "repair-guild/pump-seal", "mending-circle/seal-a-pump"])
def test_every_name_of_an_artifact_leads_to_it(documents: list[Document], name: str) -> None:
    artifact = _catalog(documents).artifact(name)
    assert artifact is not None
    assert artifact.ref == "repair-guild/seal-a-pump"


def test_a_name_in_use_is_never_a_former_one(documents: list[Document]) -> None:
    claiming = [
        replace(d, data={**(d.data or {}), "former": ["repair-guild/order-rings"]})
        if d.file.slug == "seal-a-pump"
        else d
        for d in documents
    ]
    artifact = _catalog(claiming).artifact("repair-guild/order-rings")
    assert artifact is not None
    assert artifact.slug == "order-rings"


def test_without_a_charter_nothing_of_a_community_is_there(documents: list[Document]) -> None:
    catalog = _catalog([d for d in documents if d.file.path != "communities/idea-space/charter.yml"])
    assert set(catalog.communities) == {"repair-guild"}
    assert catalog.artifact("idea-space/heated-press") is None


def test_without_an_organisation_there_is_no_catalog(documents: list[Document]) -> None:
    rest = [d for d in documents if d.file.path != "communities/organisation.yml"]
    assert assemble(rest, {}, history=no_history(), as_of=AS_OF) is None


def test_authors_are_found_by_address_whatever_its_case(documents: list[Document]) -> None:
    person = _catalog(documents).author("Guild-Lead@Example.ORG")
    assert person is not None
    assert person.id == "guild-lead"


def test_only_what_figures_need_is_asked_of_git(documents: list[Document]) -> None:
    path = "communities/idea-space/artifacts/heated-press.md"
    wanted = wanted_introductions(documents)
    record = "communities/repair-guild/reuse/2025-04-02-seal-a-pump-north.yml"
    measured = "communities/repair-guild/measurements/first-visit-share.yml"
    other = "communities/repair-guild/reuse/2025-09-01-seal-a-pump-outside.yml"
    assert wanted.keys() == {path, record, other, measured}
    assert "2025-06-30" in wanted[measured]
    (entry,) = wanted[path]
    assert entry.split("\n")[0] == "repair-guild/seal-a-pump"
    assert Path(FILES, path).is_file()
    artifact, mode = sorted(wanted[record], reverse=True)
    assert set(entry.split("\n")) == set(artifact.split("\n"))  # every name of the artifact, in entries as in records
    first, *others = artifact.split("\n")
    assert (first, set(others)) == (
        "repair-guild/pump-seal",
        {"repair-guild/seal-a-pump", "mending-circle/seal-a-pump"},
    )
    assert mode.split("\n")[0] == "mode: as-is"
    assert "mode: 'adapted'" in mode.split("\n")
    assert "planned" not in mode
