from pathlib import Path

import pytest

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.rules.reading.maturity import fitting_severity
from tests.rules.cases import AS_OF, BASE, Case


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """A catalog in which field-service-network is only proposed."""
    root = Case(folder=BASE).project(tmp_path / "project")
    charter = root / "communities" / "field-service-network" / "charter.yml"
    text = charter.read_text(encoding="utf-8").replace("lifecycle: active", "lifecycle: proposed")
    charter.write_text(text, encoding="utf-8")
    loaded = load_catalog(root, as_of=AS_OF).catalog
    assert loaded
    return loaded


@pytest.mark.parametrize(
    ("path", "severity", "fitting"),
    [
        ("communities/field-service-network/charter.yml", Severity.ERROR, Severity.WARNING),
        ("communities/field-service-network/artifacts/the-wrong-valve.md", Severity.ERROR, Severity.WARNING),
        ("communities/field-service-network/charter.yml", Severity.INFO, Severity.INFO),
        ("communities/support-guild/charter.yml", Severity.ERROR, Severity.ERROR),
        ("communities/organisation.yml", Severity.ERROR, Severity.ERROR),
        ("schemas/kinds/field-service-network/charter.yml", Severity.ERROR, Severity.ERROR),
    ],
)
def test_an_error_of_a_proposed_community_is_a_warning(
    catalog: Catalog, path: str, severity: Severity, fitting: Severity
) -> None:
    finding = Diagnostic(code="any", severity=severity, message="", span=Span(path=path))
    assert fitting_severity(finding, catalog).severity is fitting
